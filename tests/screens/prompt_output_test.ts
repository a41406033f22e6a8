/** Output of commands becomes lines that can be shown, however it comes. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import fc from "fast-check";
import {
  drawn,
  ended,
  heard,
  mostLines,
  noOutput,
  noted,
  type Output,
  type OutputStream,
} from "../../lib/screens/prompt_output.ts";

const lines = (output: Output) => drawn(output, "es", 1000).map((line) => line.map(({ text }) => text).join(""));
const read = (...pieces: readonly string[]) =>
  lines(pieces.reduce((output, text) => heard(output, "out", text), noOutput));

Deno.test.each<readonly [string, readonly string[], readonly string[]]>([
  ["lines", ["a\nb\n"], ["a", "b"]],
  ["a line without an end", ["a\nb"], ["a", "b"]],
  ["CR LF", ["a\r\nb\r\n"], ["a", "b"]],
  ["a line in pieces", ["a", "b", "c\n"], ["abc"]],
  ["a progress bar, the last state of it", ["10%\r20%\r", "30%"], ["30%"]],
  ["a progress bar that is done", ["10%\r100%\n", "x"], ["100%", "x"]],
  ["a carriage return between two pieces", ["10%\r", "\n"], ["10%"]],
  ["colours", ["\x1b[31mrojo\x1b[0m\n"], ["rojo"]],
  ["an escape sequence that was cut", ["a\x1b[3", "1mb\x1b", "[0m\n"], ["ab"]],
  ["a title that was cut", ["\x1b]0;tit", "ulo\x07a\n"], ["a"]],
  ["what would clear the screen", ["\x1b[2J\x1b[Ha\x07\u202eb\n"], ["ab"]],
  ["tabs", ["a\tb\n"], ["a    b"]],
])("%s", (...[, pieces, expected]) => deepStrictEqual(read(...pieces), expected));

Deno.test("one stream does not write into the unfinished line of the other", () => {
  const output = heard(heard(heard(noOutput, "out", "cargando"), "err", "error: x\n"), "out", "fin\n");
  deepStrictEqual(lines(output), ["cargando", "error: x", "fin"]);
});

Deno.test("only the last lines are kept, in one piece or in many", () => {
  const many = Array.from({ length: mostLines + 10 }, (_, at) => `${at}\n`);
  for (
    const output of [
      heard(noOutput, "out", many.join("")),
      many.reduce((out, text) => heard(out, "out", text), noOutput),
    ]
  ) {
    equal(output.lines.length, mostLines);
    equal(lines(output)[0], "10");
  }
});

Deno.test("a line without any end does not grow for ever", () => {
  let output = noOutput;
  for (let at = 0; at < 100; at++) output = heard(output, "out", "x".repeat(1000));
  ok((output.open?.text.length ?? 0) <= 10_000);
});

Deno.test("our own words stand on a line of their own", () => {
  deepStrictEqual(lines(noted(heard(noOutput, "out", "a"), { es: "[fin]", en: "[end]" }, "dim")), ["a", "[fin]"]);
});

Deno.test("how the reads cut the output does not change the lines", () => {
  const unit = fc.constantFrom("a", "ñ", "\n", "\r", "\r\n", "\x1b[1m", "\x1b]0;t\x07", "\t", "👩‍🚒", "\x1b");
  fc.assert(fc.property(fc.array(unit, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (parts, size) => {
    const text = parts.join("");
    const pieces = [...text].flatMap((_, at, all) => at % size === 0 ? [all.slice(at, at + size).join("")] : []);
    const stream: OutputStream = "out";
    const whole = ended(heard(noOutput, stream, text));
    const cut = ended(pieces.reduce((output, piece) => heard(output, stream, piece), noOutput));
    deepStrictEqual(lines(cut), lines(whole));
  }));
});

Deno.test("two thousand lines are drawn in a few milliseconds", () => {
  const output = heard(noOutput, "out", `${"x".repeat(120)}\n`.repeat(mostLines));
  const times = Array.from({ length: 10 }, () => {
    const began = performance.now();
    drawn(output, "es", 80);
    return performance.now() - began;
  });
  // The others may have waited for a busy machine.
  ok(Math.min(...times) < 60, `${times.join()} ms`);
});
