/** Whatever a terminal sends, and however the reads cut it, the keys are those that were pressed. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { decode, type Decoder, flush, newDecoder, pasteLimit, patience } from "../../lib/terminal/keys.ts";
import { type Key, keyName } from "../../lib/screens/key.ts";

const encoder = new TextEncoder();
const esc = "\x1b";

function bytesOf(text: string): Uint8Array {
  // "\x9b" and the like stand for bytes here, the rest for UTF-8.
  return encoder.encode(text);
}

/** Every key of the chunks, with what flush gives at the end. */
function keysOf(chunks: readonly Uint8Array[]): readonly Key[] {
  const keys: Key[] = [];
  let decoder: Decoder = newDecoder();
  for (const chunk of chunks) {
    const decoded = decode(decoder, chunk);
    keys.push(...decoded.keys);
    decoder = decoded.decoder;
  }
  const last = flush(decoder);
  assert.equal(patience(last.decoder), undefined);
  return [...keys, ...last.keys];
}

function namesOf(text: string): readonly string[] {
  return keysOf([bytesOf(text)]).map((key) => key.kind === "paste" ? `paste:${key.text}` : keyName(key));
}

Deno.test.each([
  ["letters, signs and space", "aÑ? 漢", "a Ñ ? space 漢"],
  ["enter, tab, backspace", "\r\t\x7f\x08", "enter tab backspace backspace"],
  ["LF alone and CR LF are one enter each", "\n\r\n\r\r", "enter enter enter enter"],
  ["control letters", "\x01\x03\x04\x1a\x00\x1c", "ctrl-a ctrl-c ctrl-d ctrl-z ctrl-space ctrl-\\"],
  ["cursor keys", `${esc}[A${esc}[B${esc}[C${esc}[D${esc}[H${esc}[F`, "up down right left home end"],
  [
    "cursor keys in application mode",
    `${esc}OA${esc}OB${esc}OC${esc}OD${esc}OH${esc}OF`,
    "up down right left home end",
  ],
  [
    "the block above the cursor keys",
    `${esc}[1~${esc}[2~${esc}[3~${esc}[4~${esc}[5~${esc}[6~`,
    "home insert delete end pageup pagedown",
  ],
  ["home and end of rxvt", `${esc}[7~${esc}[8~`, "home end"],
  ["function keys", `${esc}OP${esc}OQ${esc}OR${esc}OS${esc}[15~${esc}[17~${esc}[24~`, "f1 f2 f3 f4 f5 f6 f12"],
  ["function keys of the Linux console", `${esc}[[A${esc}[[E`, "f1 f5"],
  ["function keys of old xterm", `${esc}[11~${esc}[14~`, "f1 f4"],
  [
    "modified keys",
    `${esc}[1;5C${esc}[1;2A${esc}[1;3D${esc}[3;5~${esc}[1;6H`,
    "ctrl-right shift-up alt-left ctrl-delete ctrl-shift-home",
  ],
  ["modified function keys", `${esc}[1;2P${esc}O5Q${esc}[15;3~`, "shift-f1 ctrl-f2 alt-f5"],
  ["shift-tab", `${esc}[Z${esc}[1;5Z`, "shift-tab ctrl-shift-tab"],
  [
    "alt with characters",
    `${esc}b${esc}ñ${esc}B${esc}\x7f${esc}\r${esc}\x01`,
    "alt-b alt-ñ alt-B alt-backspace alt-enter ctrl-alt-a",
  ],
  ["alt with letters that open sequences", `${esc}]`, "alt-]"],
  ["alt-[ at the end", `${esc}[`, "alt-["],
  ["alt-O at the end", `${esc}O`, "alt-O"],
  ["a lone escape", esc, "escape"],
  ["escape before a sequence", `${esc}${esc}[A`, "escape up"],
  ["the keypad in application mode", `${esc}OM${esc}Ok${esc}Op`, "enter + 0"],
  [
    "keys by code point",
    `${esc}[97;5u${esc}[13;2u${esc}[27u${esc}[27;5;105~${esc}[97;2u`,
    "ctrl-a shift-enter escape ctrl-i A",
  ],
  ["mouse reports are passed over", `${esc}[<0;10;20Ma${esc}[<0;10;20mb${esc}[M !!c${esc}[32;1;1Md`, "a b c d"],
  [
    "answers are passed over",
    `${esc}[12;40Ra${esc}[?62;1cb${esc}[>0;10;1cc${esc}]11;rgb:0/0/0\x07d${esc}P1$r0m${esc}\\e`,
    "a b c d e",
  ],
  ["focus reports are passed over", `${esc}[Ia${esc}[Ob`, "a b"],
  ["unknown sequences are passed over whole", `${esc}[99~a${esc}[1;2;3zb${esc}[200$xc`, "a b c"],
  ["a broken sequence does not eat the next key", `${esc}[12\ra`, "enter a"],
  ["a paste", `${esc}[200~hola\r\nmundo${esc}[201~x`, "paste:hola\nmundo x"],
  ["an empty paste", `${esc}[200~${esc}[201~`, "paste:"],
  ["a paste with half of its end mark inside", `${esc}[200~a${esc}[20${esc}[201~`, "paste:a20"],
  ["a paste is cleaned", `${esc}[200~a${esc}[31mb\x07\u202ec\td${esc}[201~`, "paste:abc    d"],
  ["a paste that never ends", `${esc}[200~hola`, "paste:hola"],
  ["a hard space is a space", "a\u00a0b", "a space b"],
  ["characters that draw nothing are no keys", "a\u200b\u202e\ufeffb", "a b"],
])("%s", (...[, sent, expected]) => {
  const whole = namesOf(sent);
  assert.equal(whole.join(" "), expected);
});

Deno.test("bytes that are no UTF-8 are no keys, and the next key is not lost", () => {
  const soup = [[0xff, 0x61], [0xc3, 0x61], [0x80, 0x61], [0xe2, 0x82, 0x61], [0xc0, 0xaf, 0x61], [
    0xed,
    0xa0,
    0x80,
    0x61,
  ]];
  for (const bytes of soup) {
    assert.deepEqual(keysOf([new Uint8Array(bytes)]).map((key) => key.kind === "key" ? key.name : ""), ["a"]);
  }
});

Deno.test("a paste is cut at its limit, never inside a character", () => {
  const [key] = keysOf([bytesOf(`${esc}[200~${"a" + "ñ".repeat(pasteLimit)}${esc}[201~`)]);
  assert.ok(key?.kind === "paste");
  assert.ok(encoder.encode(key.text).length <= pasteLimit && key.text.length > pasteLimit / 2 - 8);
  assert.ok(!key.text.includes("\ufffd"));
});

Deno.test("only what is unfinished makes the reader wait", () => {
  const waits = (text: string) => patience(decode(newDecoder(), bytesOf(text)).decoder);
  assert.equal(waits("abc\r"), undefined);
  assert.equal(waits(`${esc}[A`), undefined);
  assert.equal(waits(esc), 30);
  assert.equal(waits(`${esc}[1;`), 30);
  assert.equal(waits(`${esc}[200~abc`), 1000);
});

const pieces = fc.constantFrom(
  ...[
    "a",
    "ñ",
    "漢",
    "👩",
    " ",
    "\r",
    "\n",
    "\x1b",
    "\x1b[",
    "\x1bO",
    "\x1b]",
    "\x1bP",
    "[",
    "A",
    "M",
    "1;5",
    "~",
    "200~",
    "201~",
  ],
  ...["\x1b[200~", "\x1b[201~", "\x1b[M", "\x1b[<0;1;2M", "\x07", "\x1b\\", "\x03", "\x7f", "\x00", "\u200b", "O", "["],
);
const soup = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((parts) => bytesOf(parts.join(""))),
  fc.uint8Array({ maxLength: 60 }),
);

Deno.test("any soup of bytes gives keys with names that screens know, and never throws", () => {
  fc.assert(
    fc.property(soup, (bytes) => {
      for (const key of keysOf([bytes])) {
        if (key.kind === "paste") assert.ok(key.text.isWellFormed());
        else assert.match(key.name, /^(?:[^\p{Cc}\p{Cf}\s]|[a-z]+|f\d+)$/u);
      }
    }),
    { numRuns: 3000 },
  );
});

Deno.test("how the reads cut the bytes does not change the keys", () => {
  fc.assert(
    fc.property(soup, fc.array(fc.nat(6), { minLength: 1, maxLength: 60 }), (bytes, lengths) => {
      const chunks: Uint8Array[] = [];
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const length = (lengths[turn % lengths.length] ?? 0) + 1;
        chunks.push(bytes.subarray(at, at + length));
        at += length;
      }
      assert.deepEqual(keysOf(chunks), keysOf([bytes]));
    }),
    { numRuns: 3000 },
  );
});
