/** Widths, wrapping, columns, scrolling, bars and footers. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import fc from "fast-check";
import measure from "fast-string-width";
import { bar, percent } from "../../lib/screens/bar.ts";
import { beside } from "../../lib/screens/columns.ts";
import { trueFalseBindings } from "../../lib/screens/answering/truefalse.ts";
import { footer, keyLabel } from "../../lib/screens/footer.ts";
import type { Line } from "../../lib/screens/frame.ts";
import { actionOf, type Binding } from "../../lib/screens/key.ts";
import { clamped, position, showing } from "../../lib/screens/scroll.ts";
import { clip, cut, cutLine, ends, fitLine, isSimple, lineWidth, span, widthOf } from "../../lib/screens/width.ts";
import { wrap, wrapCode } from "../../lib/screens/wrap.ts";
import { key } from "./drawn.ts";

const plain = (line: Line) => line.map(({ text }) => text).join("");
const wrapped = (text: string, width: number) => wrap([span(text)], width).map(plain);

Deno.test("a cut text ends in an ellipsis and never in half a character", () => {
  equal(cut("contenedor", 10), "contenedor");
  equal(cut("contenedor", 5), "cont…");
  equal(cut("日本語", 4), "日…");
  equal(cut("abc", 0), "");
  equal(clip("日本語", 3), "日");
});

Deno.test("words are kept whole, styles stay with their words", () => {
  deepStrictEqual(wrapped("uno dos tres", 7), ["uno dos", "tres"]);
  const line = [span("es "), span("muy", "strong"), span(", dijo")];
  deepStrictEqual(wrap(line, 7), [[span("es "), span("muy", "strong"), span(",")], [span("dijo")]]);
});

Deno.test("a word longer than the line is broken where the line ends", () => {
  deepStrictEqual(wrapped("a contenedores", 5), ["a", "conte", "nedor", "es"]);
});

Deno.test("between Chinese characters a line may end anywhere", () => {
  deepStrictEqual(wrapped("日本語です", 6), ["日本語", "です"]);
  deepStrictEqual(wrapped("a 日本", 4), ["a 日", "本"]);
});

Deno.test("an empty text is one empty line", () => deepStrictEqual(wrapped("", 10), [""]));

Deno.test("code keeps its blanks", () => {
  deepStrictEqual(wrapCode([span("a    b  c", "code")], 6).map(plain), ["a    b", "  c"]);
});

const words = fc.array(fc.constantFrom("a", "contenedor", "日本語", "👩‍🚒", "é", "  ", "x".repeat(30), "\n")).map((
  parts,
) => parts.join(" "));

Deno.test("wrapped lines fit and lose no character", () => {
  const letters = (text: string) => text.replace(/\s+/g, "");
  fc.assert(fc.property(words, fc.integer({ min: 2, max: 40 }), (text, width) => {
    const lines = wrap([span(text)], width);
    for (const line of lines) equal(lineWidth(line) <= width, true);
    equal(letters(lines.map(plain).join("")), letters(text));
  }));
});

Deno.test("cut and fitted lines have the width that was asked for", () => {
  fc.assert(fc.property(fc.array(words), fc.integer({ min: 0, max: 40 }), (texts, width) => {
    const line = texts.map((text) => span(text.replaceAll("\n", " ")));
    equal(lineWidth(cutLine(line, width)) <= width, true);
    equal(lineWidth(fitLine(line, width)), width);
    equal(lineWidth(ends(line, [span("3/4")], width)) <= width, true);
  }));
});

Deno.test("two columns stand side by side in every row", () => {
  const lines = beside([[span("a")], [span("bcdef")]], [[span("x")]], { leftWidth: 3, width: 9, rows: 3 });
  deepStrictEqual(lines.map(plain), ["a   │ x", "bc… │ ", "    │ "]);
});

Deno.test("a window shows a range whole, or its beginning when it is higher than the window", () => {
  equal(showing({ from: 4, to: 5 }, 0, 10, 30), 0);
  equal(showing({ from: 11, to: 12 }, 0, 10, 30), 3);
  equal(showing({ from: 11, to: 29 }, 0, 10, 30), 11);
  equal(clamped(99, 10, 30), 20);
  equal(clamped(5, 10, 3), 0);
});

Deno.test("the position is said only where there is more than fits", () => {
  equal(position(0, 10, 10), "");
  equal(position(0, 10, 40), " ↓ 1-10/40");
  equal(position(30, 10, 40), "↑  31-40/40");
});

Deno.test("a bar is full or empty only when everything or nothing is done", () => {
  const drawn = (fraction: number) => plain(bar(fraction, 10));
  equal(drawn(0), "░".repeat(10));
  equal(drawn(0.001), "█" + "░".repeat(9));
  equal(drawn(0.999), "█".repeat(9) + "░");
  equal(drawn(1), "█".repeat(10));
  equal(drawn(Number.NaN), "░".repeat(10));
  equal(percent(0.999), "99%");
  equal(percent(1), "100%");
});

const bindings: readonly Binding<string>[] = [
  { keys: ["enter"], help: { es: "responder", en: "answer" }, action: "submit" },
  { keys: ["shift-up"], help: { es: "subir", en: "raise" }, action: "raise" },
  { keys: ["x"], help: { es: "oculto", en: "hidden" }, action: "hidden", quiet: true },
  { keys: ["?"], help: { es: "ayuda", en: "help" }, action: "help" },
];

Deno.test("a footer names the letters of true and false in its own language", () => {
  equal(plain(footer(trueFalseBindings, "es", 80)), "v/f elegir  ↑↓ moverse");
  equal(plain(footer(trueFalseBindings, "en", 80)), "t/f choose  ↑↓ move");
});

Deno.test("a footer drops what does not fit but never help", () => {
  equal(plain(footer(bindings, "es", 80)), "intro responder  mayús-↑ subir  ? ayuda");
  equal(plain(footer(bindings, "en", 24)), "enter answer  ? help");
  equal(plain(footer(bindings, "es", 10)), "? ayuda");
  equal(widthOf(plain(footer(bindings, "es", 3))), 3);
});

Deno.test("keys are named as the keyboard of the language names them", () => {
  equal(keyLabel("pageup", "es"), "RePág");
  equal(keyLabel("ctrl-x", "en"), "ctrl-x");
  equal(keyLabel("f1", "en"), "F1");
  equal(keyLabel("-", "en"), "-");
});

Deno.test("an upper-case letter is matched with or without its shift", () => {
  const [binding] = [{ keys: ["L"], help: { es: "", en: "" }, action: "language" }];
  equal(actionOf([binding], { kind: "key", name: "L", ctrl: false, alt: false, shift: true }), "language");
  equal(actionOf([binding], key("L")), "language");
  equal(actionOf([binding], key("l")), undefined);
});

Deno.test("what is measured at a glance is one cell and one character each, as the whole rule has it", () => {
  const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isSimple);
  ok(signs.length > 1000, `${signs.length}`);
  for (const sign of signs) equal(measure(sign), 1, sign);
  // Side by side none of them joins the one before it.
  const segments = [...new Intl.Segmenter("es", { granularity: "grapheme" }).segment(signs.join(""))];
  deepStrictEqual(segments.map(({ segment }) => segment), signs);
});
