/** The colours of a terminal: how many it gets, and that whoever sees fewer of them still tells them apart. */

import assert from "node:assert/strict";
import type { Style } from "../../lib/screens/frame.ts";
import { type Depth, depthOf, styled } from "../../lib/terminal/palette.ts";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Severity 1 of Machado, Oliveira & Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency", on linear RGB. */
const eyes: Readonly<Record<string, Matrix>> = {
  everybody: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const toXyz: Matrix = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [
  0.0193339,
  0.119192,
  0.9503041,
]];

function times(matrix: Matrix, [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** sRGB of 0…255 → linear 0…1. */
function linear(colour: Triple): Triple {
  const one = (value: number) => value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return [one(colour[0]), one(colour[1]), one(colour[2])];
}

/** CIELAB under D65. */
function lab(light: Triple): Triple {
  const [x, y, z] = times(toXyz, light);
  const f = (t: number) => t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116;
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function seen(colour: Triple, eye: Matrix): Triple {
  const [r, g, b] = times(eye, linear(colour));
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  return lab([inside(r), inside(g), inside(b)]);
}

/** What the escapes of a style ask for: 24 bits, or one of the cube and the greys of 256 colours. */
function colourOf(style: Style, depth: Depth): Triple {
  const codes = /\[([\d;]*)m/.exec(styled("x", style, depth))?.[1] ?? "";
  const direct = /38;2;(\d+);(\d+);(\d+)/.exec(codes);
  if (direct) return [Number(direct[1]), Number(direct[2]), Number(direct[3])];
  const index = Number(/38;5;(\d+)/.exec(codes)?.[1]);
  assert.ok(index >= 16, `${style} of ${depth} has no colour that is the same everywhere: ${codes}`);
  if (index >= 232) return [8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10];
  const level = (step: number) => [0, 95, 135, 175, 215, 255][step] ?? 0;
  return [level(Math.floor((index - 16) / 36)), level(Math.floor((index - 16) / 6) % 6), level((index - 16) % 6)];
}

function contrast(one: Triple, other: Triple): number {
  const luminance = (colour: Triple) => times(toXyz, linear(colour))[1] + 0.05;
  const [a, b] = [luminance(one), luminance(other)];
  return Math.max(a, b) / Math.min(a, b);
}

/** Whatever may stand side by side and mean different things. */
const together: readonly (readonly Style[])[] = [
  ["good", "bad", "warn", "accent", "code", "dim"],
  ["keyword", "string", "value", "comment", "code"],
];

for (const [depth, apart, readable] of [["256", 19, 2.8], ["true", 22, 3.2]] as const) {
  for (const [name, eye] of Object.entries(eyes)) {
    Deno.test(`${depth} colours: with ${name} no two meanings look alike`, () => {
      for (const group of together) {
        group.forEach((one, at) =>
          group.slice(at + 1).forEach((other) => {
            const [a, b] = [seen(colourOf(one, depth), eye), seen(colourOf(other, depth), eye)];
            const distance = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
            assert.ok(distance >= apart, `${one} and ${other} are ${distance.toFixed(1)} apart`);
          })
        );
      }
    });
  }

  Deno.test(`${depth} colours can be read on black and on white`, () => {
    for (const style of together.flat()) {
      for (const ground of [[0, 0, 0], [255, 255, 255]] as const) {
        const ratio = contrast(colourOf(style, depth), ground);
        assert.ok(ratio >= readable, `${style} has a contrast of ${ratio.toFixed(2)} with ${ground}`);
      }
    }
  });
}

Deno.test("of the 16 colours nobody has to tell red from green, and none is plain blue or black or white", () => {
  const styles: readonly Style[] = together.flat();
  for (const style of styles) {
    const codes = styled("x", style, "16");
    assert.doesNotMatch(codes, /\[(?:\d;)*(?:3[0247]|9[07])[;m]/, style);
  }
});

Deno.test.each(
  [
    ["NO_COLOR", { noColor: true, term: "xterm-256color", colorterm: "truecolor" }, "none"],
    ["a dumb terminal", { noColor: false, term: "dumb", colorterm: "truecolor" }, "none"],
    ["a vt100", { noColor: false, term: "vt100", colorterm: undefined }, "none"],
    ["a terminal of two colours", { noColor: false, term: "xterm-mono", colorterm: undefined }, "none"],
    ["xterm", { noColor: false, term: "xterm", colorterm: undefined }, "16"],
    ["xterm-256color", { noColor: false, term: "xterm-256color", colorterm: undefined }, "256"],
    ["tmux", { noColor: false, term: "tmux-256color", colorterm: undefined }, "256"],
    ["COLORTERM=truecolor", { noColor: false, term: "xterm", colorterm: "truecolor" }, "true"],
    ["COLORTERM=24bit", { noColor: false, term: "xterm-256color", colorterm: "24bit" }, "true"],
    ["xterm-direct", { noColor: false, term: "xterm-direct", colorterm: undefined }, "true"],
    ["GNU screen under a better terminal", { noColor: false, term: "screen", colorterm: "truecolor" }, "16"],
    ["screen-256color", { noColor: false, term: "screen-256color", colorterm: "truecolor" }, "256"],
    ["the Linux console", { noColor: false, term: "linux", colorterm: undefined }, "16"],
    ["an unknown terminal", { noColor: false, term: undefined, colorterm: undefined }, "16"],
  ] as const,
)("colours of %s", (...[, hints, depth]) => assert.equal(depthOf(hints), depth));
