/** Typing, moving and deleting in one line. */

import { strictEqual as equal } from "node:assert/strict";
import fc from "fast-check";
import { edit, edited, inSight, type LineEditor, rewritten } from "../../lib/screens/line_editor.ts";
import { graphemes, widthOf } from "../../lib/screens/width.ts";
import { key, typed } from "./drawn.ts";

function after(text: string, ...keys: readonly string[]): LineEditor {
  return keys.reduce((editor, name) => edit(editor, key(name)) ?? editor, edited(text));
}

/** The text with "|" where the cursor is. */
function shown({ text, at }: LineEditor): string {
  const parts = graphemes(text);
  return `${parts.slice(0, at).join("")}|${parts.slice(at).join("")}`;
}

Deno.test("letters, accents, ñ and spaces are typed at the cursor", () => {
  equal(shown(after("", ...typed("año más"))), "año más|");
  equal(shown(after("ac", "left", "b")), "ab|c");
});

Deno.test("moving stops at both ends", () => {
  equal(shown(after("ab", "right")), "ab|");
  equal(shown(after("ab", "left", "left", "left")), "|ab");
  equal(shown(after("ab", "home", "end")), "ab|");
  equal(shown(after("ab", "ctrl-a")), "|ab");
  equal(shown(after("ab", "home", "ctrl-e")), "ab|");
});

Deno.test("words are walked and deleted whole", () => {
  equal(shown(after("docker ps -a", "alt-b")), "docker ps |-a");
  equal(shown(after("docker ps -a", "alt-b", "alt-b")), "docker |ps -a");
  equal(shown(after("docker ps -a", "home", "alt-f")), "docker| ps -a");
  equal(shown(after("docker ps -a", "ctrl-w")), "docker ps |");
  equal(shown(after("docker ps  ", "ctrl-w")), "docker |");
});

Deno.test("deleting takes one character, or all to one side", () => {
  equal(shown(after("abc", "left", "backspace")), "a|c");
  equal(shown(after("abc", "home", "delete")), "|bc");
  equal(shown(after("abc", "left", "ctrl-k")), "ab|");
  equal(shown(after("abc", "left", "ctrl-u")), "|c");
  equal(shown(after("", "backspace", "delete", "ctrl-w", "ctrl-k", "ctrl-u")), "|");
});

Deno.test("what was cut comes back, words cut in a row together and in their order", () => {
  equal(shown(after("docker ps -a", "ctrl-w", "ctrl-y", "ctrl-y")), "docker ps -a-a|");
  equal(shown(after("docker ps -a", "ctrl-w", "ctrl-w", "home", "ctrl-y")), "ps -a|docker ");
  equal(shown(after("docker ps -a", "home", "alt-d", "alt-d", "end", "ctrl-y")), " -adocker ps|");
  equal(shown(after("docker ps", "home", "ctrl-k", "x", "ctrl-y")), "xdocker ps|");
  equal(shown(after("docker ps", "ctrl-u", "ctrl-y")), "docker ps|");
  // Something else between the cuts: only the last one comes back.
  equal(shown(after("docker ps -a", "ctrl-w", "left", "right", "ctrl-w", "ctrl-y", "ctrl-y")), "docker ps ps |");
  equal(shown(after("ab", "ctrl-y")), "ab|");
  // Nothing to cut is no cut.
  equal(shown(after("ab", "ctrl-u", "ctrl-u", "ctrl-y")), "ab|");
});

Deno.test("changes are undone one by one, letters typed in a row together, back to where the line began", () => {
  equal(shown(after("a", ...typed("bc de"), "ctrl-_")), "abc |");
  equal(shown(after("a", ...typed("bc de"), "ctrl-_", "ctrl-_")), "abc|");
  equal(shown(after("a", ...typed("bc de"), "ctrl-_", "ctrl-_", "ctrl-_", "ctrl-_")), "a|");
  equal(shown(after("docker ps", "ctrl-w", "ctrl-_")), "docker ps|");
  equal(shown(after("docker ps", "ctrl-w", "ctrl-_", "ctrl-y")), "docker psps|");
  equal(shown(after("ab", "left", "x", "backspace", "ctrl-_", "ctrl-_")), "a|b");
});

Deno.test("another line in place of the whole one can be undone", () => {
  equal(shown(edit(rewritten(edited("docker ps"), "docker volume ls"), key("ctrl-_")) ?? edited("")), "docker ps|");
});

Deno.test("whatever was done, undoing all of it gives the line of the beginning", () => {
  const keys = fc.array(
    fc.constantFrom(
      "a",
      "ñ",
      "space",
      "left",
      "home",
      "backspace",
      "delete",
      "ctrl-w",
      "ctrl-k",
      "ctrl-u",
      "alt-d",
      "ctrl-y",
    ),
    { maxLength: 60 },
  );
  fc.assert(fc.property(keys, (names) => {
    const undone = Array.from({ length: 61 }, () => "ctrl-_").reduce(
      (editor, name) => edit(editor, key(name)) ?? editor,
      after("uno dos tres", ...names),
    );
    equal(undone.text, "uno dos tres");
  }));
});

Deno.test("an emoji of several code points is one character", () => {
  equal(shown(after("a👩‍🚒b", "left", "backspace")), "a|b");
});

Deno.test("a mark that comes after its letter joins it", () => {
  equal(shown(after("", "e", "\u0301", "x")), "éx|");
});

Deno.test("keys that edit nothing are left to the screen", () => {
  for (const name of ["f1", "ctrl-t", "ctrl-n", "enter", "tab", "escape", "up", "pageup", "alt-x", "ctrl-c"]) {
    equal(edit(edited("a"), key(name)), undefined, name);
  }
});

Deno.test("a long line scrolls so that the cursor is in sight", () => {
  const editor = after("0123456789");
  equal(inSight(editor, 6).text, "56789");
  equal(inSight(editor, 6).column, 5);
  equal(inSight(after("0123456789", "home"), 6).text, "012345");
  equal(inSight(after("日本語日本語"), 6).text, "本語");
  equal(inSight(after("日本語日本語"), 6).column, 4);
});

Deno.test("what is in sight always fits and holds the cursor", () => {
  const keys = fc.array(
    fc.constantFrom("a", "ñ", "日", "👍", "space", "left", "right", "home", "end", "backspace", "ctrl-w", "alt-b"),
  );
  fc.assert(fc.property(keys, fc.integer({ min: 1, max: 30 }), (names, width) => {
    const editor = after("", ...names);
    const { text, column } = inSight(editor, width);
    equal(widthOf(text) <= Math.max(1, width), true);
    equal(column >= 0 && column < Math.max(1, width), true);
    equal(editor.at >= 0 && editor.at <= graphemes(editor.text).length, true);
  }));
});
