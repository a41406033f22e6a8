/** Texts of anybody's making are safe to draw once they are clean. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { clean, cleanLine } from "../../lib/screens/clean.ts";

const esc = "\x1b";
const nasty = fc.constantFrom(
  ...[
    esc,
    "\x9b",
    "\x9d",
    "\x9c",
    "\x07",
    "\x00",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\u200b",
    "\u200d",
    "\u200e",
    "\u202e",
    "\u2066",
  ],
  ...[
    "\u2028",
    "\ufeff",
    "\u00ad",
    "\u061c",
    "\ufe0f",
    "\u{e0041}",
    "\ud800",
    "\udc00",
    "\u0301",
    "\u0344",
    "n\u0303",
    "\u0958",
  ],
  ...["👩", "🚒", "🏽", "❤", "漢", "ñ", "[", "]", "0;", "31m", "H", "8;;x", "\\", "a", " "],
);
const soup = fc.oneof(fc.array(nasty, { maxLength: 40 }).map((parts) => parts.join("")), fc.string({ unit: "binary" }));
const control = new RegExp("[\\p{Cc}\\p{Bidi_Control}\\u200b\\ufeff\\u00ad\\u2028\\u2029]", "u");

Deno.test("nothing that controls, hides or reorders is left in a line", () => {
  fc.assert(fc.property(soup, (text) => !control.test(cleanLine(text))), { numRuns: 3000 });
});

Deno.test("only the line feed is left of the controls in several lines", () => {
  fc.assert(fc.property(soup, (text) => !control.test(clean(text).replaceAll("\n", ""))), { numRuns: 3000 });
});

Deno.test("cleaning twice changes nothing more", () => {
  fc.assert(
    fc.property(soup, (text) => {
      assert.equal(clean(clean(text)), clean(text));
      assert.equal(cleanLine(cleanLine(text)), cleanLine(text));
    }),
    { numRuns: 3000 },
  );
});

Deno.test("what is left is well formed and composed", () => {
  fc.assert(fc.property(soup, (text) => clean(text).isWellFormed() && clean(text).normalize("NFC") === clean(text)));
});

Deno.test.each([
  ["plain text stays", "¿Qué es un contenedor? ✓ ─┼", "¿Qué es un contenedor? ✓ ─┼"],
  ["colours go whole", `${esc}[1;31mrojo${esc}[0m`, "rojo"],
  ["a link keeps its words", `${esc}]8;;http://x/${esc}\\aquí${esc}]8;;\x07`, "aquí"],
  ["a title goes whole", `a${esc}]0;pwned\x07b`, "ab"],
  ["8-bit introducers go too", "a\x9b2Jb\x9d0;x\x9cc", "abc"],
  ["an unfinished sequence loses its teeth only", `a${esc}]0;rest of the text`, "a0;rest of the text"],
  ["bidi overrides go", "abc\u202egpj.exe", "abcgpj.exe"],
  ["tabs become spaces", "a\tb", "a    b"],
  ["carriage returns become line ends", "10%\r20%\r\nend", "10%\n20%\nend"],
  ["a lone surrogate is replaced", "a\ud800b", "a\ufffdb"],
  ["letters are composed", "an\u0303o", "año"],
  ["an emoji family stays together", "👩‍🚒", "👩‍🚒"],
  ["variation selectors go, so that widths agree", "❤\ufe0f", "❤"],
  ["invisible tags go", "a\u{e0041}\u{e0042}b", "ab"],
  ["piled marks are cut", "a" + "\u0316".repeat(50), "a" + "\u0316".repeat(8)],
])("%s", (...[, given, expected]) => assert.equal(clean(given), expected));

Deno.test("a megabyte of unfinished sequences is cleaned in less than a second", () => {
  const started = performance.now();
  clean(`${esc}]`.repeat(500_000));
  clean(`${esc}[1`.repeat(300_000));
  assert.ok(performance.now() - started < 1000);
});
