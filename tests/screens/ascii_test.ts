/** Symbols and their plain twins. */

import { deepStrictEqual, match, strictEqual as equal } from "node:assert/strict";
import { inAscii, lineInAscii, twins } from "../../lib/screens/ascii.ts";
import { span, widthOf } from "../../lib/screens/width.ts";

Deno.test("every symbol and its twin take one cell", () => {
  for (const [symbol, twin] of twins) {
    match(twin, /^[\x21-\x7e]$/, symbol);
    equal(widthOf(symbol), 1, symbol);
    equal(symbol.length, 1, symbol);
  }
});

Deno.test("what an answer is worth can be told apart without symbols", () => {
  equal(new Set([..."✔✘◐…"].map((symbol) => twins.get(symbol))).size, 4);
  equal(new Set([..."░▒▓█"].map((symbol) => twins.get(symbol))).size, 4);
  equal(new Set([..."▁▂▃▄▅▆▇█"].map((symbol) => twins.get(symbol))).size, 8);
});

Deno.test("letters keep their accents, and styles and cursor stay", () => {
  deepStrictEqual(lineInAscii([span("✔ ¿año? · 3 × 2", "good")]), [span("+ ¿año? - 3 × 2", "good")]);
  const cursor = { row: 0, column: 1 };
  deepStrictEqual(inAscii({ lines: [[span("↳")]], cursor }), { lines: [[span(">")]], cursor });
});
