/** What the key sequences of xterm and its relatives mean (xterm's ctlseqs, "PC-Style Function Keys"; CSI u of the newer ones). */

import type { Key } from "../screens/key.ts";

type NamedKey = Extract<Key, { kind: "key" }>;

/** The last letter of a sequence that stands for a key by itself. */
const byLetter: Readonly<Record<string, string>> = {
  A: "up",
  B: "down",
  C: "right",
  D: "left",
  F: "end",
  H: "home",
  P: "f1",
  Q: "f2",
  R: "f3",
  S: "f4",
};

/** The number before `~`. */
const byNumber: Readonly<Record<number, string>> = {
  1: "home",
  2: "insert",
  3: "delete",
  4: "end",
  5: "pageup",
  6: "pagedown",
  7: "home",
  8: "end",
  ...Object.fromEntries([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map((code, index) => [code, `f${index + 1}`])),
};

/** The keypad in application mode: letters that stand for what is printed on the keys. */
const keypad: Readonly<Record<string, string>> = {
  M: "enter",
  I: "tab",
  " ": "space",
  X: "=",
  ...Object.fromEntries([..."*+,-./0123456789"].map((char, index) => [String.fromCharCode(0x6a + index), char])),
};

const controls: Readonly<Record<number, string>> = {
  0x08: "backspace",
  0x09: "tab",
  0x0a: "enter",
  0x0d: "enter",
  0x1b: "escape",
  0x20: "space",
  0x7f: "backspace",
};

/** A control byte, space or delete. */
export function ctrlKey(byte: number): NamedKey {
  const name = controls[byte];
  if (name !== undefined) return key(name, 1);
  // 0 is ctrl-space; 1…26 the letters; 28…31 \ ] ^ _.
  return key(byte === 0 ? "space" : String.fromCharCode(byte + (byte < 27 ? 0x60 : 0x40)), 5);
}

/** CSI `text` `last`; undefined for reports, answers and whatever is no key. */
export function csiKey(text: string, last: string): NamedKey | undefined {
  if (!/^[\d;:]*$/.test(text)) return undefined;
  const [code = 1, modifiers = 1, char = 0] = text.split(";").map((part) => parseInt(part, 10) || 1);
  if (last === "Z") return key("tab", withShift(modifiers));
  if (last === "u") return codeKey(code, modifiers);
  if (last === "~") {
    // modifyOtherKeys of xterm: CSI 27 ; modifiers ; code ~
    if (code === 27 && char > 0) return codeKey(char, modifiers);
    const name = byNumber[code];
    return name === undefined ? undefined : key(name, modifiers);
  }
  // CSI row ; column R is the answer to "where is the cursor?", never asked here but by who ran before.
  if (last === "R" && text !== "") return undefined;
  const name = byLetter[last];
  return name === undefined || code !== 1 ? undefined : key(name, modifiers);
}

/** SS3 `text` `last`: cursor keys and keypad in application mode. Old terminals write one number, newer ones `1;5`. */
export function ss3Key(text: string, last: string): NamedKey | undefined {
  const name = byLetter[last] ?? keypad[last];
  if (name === undefined) return undefined;
  return key(name, parseInt(text.split(";").at(-1) ?? "", 10) || 1);
}

/** 1 + the sum of 1 shift, 2 alt, 4 ctrl. */
function key(name: string, modifiers: number): NamedKey {
  const bits = modifiers - 1;
  return { kind: "key", name, ctrl: (bits & 4) !== 0, alt: (bits & 2) !== 0, shift: (bits & 1) !== 0 };
}

function withShift(modifiers: number): number {
  return ((modifiers - 1) | 1) + 1;
}

/** A key by its code point, as the newer terminals write it. */
function codeKey(code: number, modifiers: number): NamedKey | undefined {
  const name = controls[code];
  if (name !== undefined) return key(name, modifiers);
  if (code < 0x21 || code > 0x2ff || (code >= 0x7f && code <= 0xa0) || code === 0xad) return undefined;
  const char = String.fromCodePoint(code);
  const bits = modifiers - 1;
  // A printed character says itself that shift was held.
  return key((bits & 1) === 0 ? char : char.toUpperCase(), (bits & ~1) + 1);
}
