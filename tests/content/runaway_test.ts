/** Tests of the patterns that content may bring: none may keep the program busy for ever. */

import assert from "node:assert/strict";
import { isRunaway } from "../../lib/content/schema/runaway.ts";

Deno.test("patterns that can be read in exponentially many ways are refused", () => {
  const patterns = [
    "(a+)+$",
    "((a+))+$",
    "(?:(?:a*))*b",
    "(\\w+\\s?)+$",
    "(a?)*b",
    "(a|aa)+$",
    "(a|a)*b",
    "(.|x)*y",
    "([ab]|a)+c",
    "(?<name>x+y?)+z",
    "(x+x+)+y",
    "(a{1,5}){3,}b",
    "(a+){25}b",
    "(|a)*b",
  ];
  for (const pattern of patterns) assert.ok(isRunaway(pattern), pattern);
});

Deno.test("ordinary patterns are taken", () => {
  const patterns = [
    "^hola",
    "nginx/1\\.\\d+",
    "(GET|POST) /\\S*",
    "^\\d{1,3}(\\.\\d{1,3}){3}$",
    "(?:ab|cd)+",
    "[(+*]+",
    "\\(a+\\)+",
    "(ok)+ .* done$",
    "(?:viento|mar): \\w+",
    "\\p{L}+(?= fin)",
  ];
  for (const pattern of patterns) {
    assert.ok(!isRunaway(pattern), pattern);
    new RegExp(pattern, "mu");
  }
});
