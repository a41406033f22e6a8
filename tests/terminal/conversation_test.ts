/** A conversation by lines understands whatever a pipe or a person sends. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { type Channel, converse } from "../../lib/terminal/conversation.ts";
import { lineLimit, lineReader } from "../../lib/terminal/lines.ts";
import type { Line } from "../../lib/screens/frame.ts";
import type { Depth } from "../../lib/terminal/palette.ts";

const encoder = new TextEncoder();

function reading(chunks: readonly Uint8Array[]): () => Promise<Uint8Array | undefined> {
  const left = [...chunks];
  return () => Promise.resolve(left.shift());
}

async function linesOf(chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const reader = lineReader(reading(chunks));
  const lines: string[] = [];
  for (let line = await reader.next(); line !== undefined; line = await reader.next()) lines.push(line);
  assert.equal(await reader.next(), undefined);
  return lines;
}

function channel(typed: readonly string[], { depth = "bare" as Depth, width = 80, echoes = false } = {}) {
  const written: string[] = [];
  const made: Channel = {
    read: reading(typed.map((text) => encoder.encode(text))),
    write: (text) => written.push(text) > 0,
    depth,
    width: () => width,
    echoes,
  };
  return { channel: made, text: () => written.join("") };
}

const plain = (text: string): Line => [{ text, style: "plain" }];

Deno.test.each<readonly [string, readonly string[], readonly string[]]>([
  ["many lines in one read", ["a\nb\nc\n"], ["a", "b", "c"]],
  ["one line in many reads", ["ho", "l", "a\nmun", "do"], ["hola", "mundo"]],
  ["lines ended by CR LF", ["a\r\nb\r", "\nc"], ["a", "b", "c"]],
  ["empty lines", ["\n\na\n"], ["", "", "a"]],
  ["a last line without an end", ["a\nb"], ["a", "b"]],
  ["nothing at all", [], []],
  ["escapes in a line", ["\x1b[31mrojo\x1b[0m\u202e\n"], ["rojo"]],
])("reads %s", async (...[, sent, expected]) => {
  assert.deepEqual(await linesOf(sent.map((text) => encoder.encode(text))), expected);
});

Deno.test("a character cut by the reading is whole again, and bytes that are none are replaced", async () => {
  const bytes = encoder.encode("año\n");
  assert.deepEqual(await linesOf([bytes.subarray(0, 2), bytes.subarray(2)]), ["año"]);
  assert.deepEqual(await linesOf([new Uint8Array([0x61, 0xff, 0x62, 0x0a, 0xc3])]), ["a\ufffdb", "\ufffd"]);
});

Deno.test("a very long line is cut, and the line after it is not lost", async () => {
  const lines = await linesOf([
    encoder.encode("x".repeat(lineLimit)),
    encoder.encode("y".repeat(lineLimit)),
    encoder.encode("\nz\n"),
  ]);
  assert.deepEqual(lines.map((line) => line.length), [lineLimit, 1]);
});

Deno.test("how the reads cut the bytes does not change the lines", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", "ñ", "漢", "\n", "\r\n", "\r", " ", "\x1b"), maxLength: 30 });
  await fc.assert(fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (text, size) => {
    const bytes = encoder.encode(text);
    const chunks = Array.from(
      { length: Math.ceil(bytes.length / size) },
      (_, at) => bytes.subarray(at * size, (at + 1) * size),
    );
    assert.deepEqual(await linesOf(chunks), await linesOf([bytes]));
  }));
});

Deno.test("a piped conversation reads like one: prompt and answer stand on one line", async () => {
  const { channel: made, text } = channel(["b\nsegunda\n"]);
  using talk = converse(made);
  assert.equal(await talk.ask(plain("1> ")), "b");
  talk.say([plain("Bien")]);
  assert.equal(await talk.ask(plain("2> ")), "segunda");
  assert.equal(await talk.ask(plain("3> ")), undefined);
  assert.equal(text(), "1> b\nBien\n2> segunda\n3> \n");
});

Deno.test("what is typed at a terminal is not written twice", async () => {
  const { channel: made, text } = channel(["b\n"], { echoes: true });
  using talk = converse(made);
  await talk.ask(plain("> "));
  assert.equal(text(), "> ");
});

Deno.test("long lines are broken by words and keep their indentation", () => {
  const { channel: made, text } = channel([], { width: 20 });
  using talk = converse(made);
  talk.say([plain("  uno dos tres cuatro cinco"), plain("short")]);
  assert.equal(text(), "  uno dos tres\n  cuatro cinco\nshort\n");
});

Deno.test("styles are written without moving the cursor, and to a pipe not at all", () => {
  const line: Line = [{ text: "bien", style: "good" }, { text: " \x1b[2Jx", style: "plain" }];
  for (const [depth, expected] of [["256", "\x1b[1;38;5;35mbien\x1b[0m x\n"], ["bare", "bien x\n"]] as const) {
    const { channel: made, text } = channel([], { depth });
    using talk = converse(made);
    talk.say([line]);
    assert.equal(text(), expected);
  }
});

Deno.test("a passing line gives way to whatever comes next, and is cut to one line", () => {
  const { channel: to, text } = channel([], { width: 20 });
  using talk = converse({ ...to, wipes: true });
  talk.passing(plain("looking at \x1b[2Jsomething long"));
  talk.passing(plain("done"));
  talk.say([plain("result")]);
  talk.say([plain("next")]);
  talk.passing(plain("last"));
  talk[Symbol.dispose]();
  assert.equal(text(), "looking at somethi…\r\x1b[Kdone\r\x1b[Kresult\nnext\nlast\r\x1b[K");
});

Deno.test("where nothing can be wiped there are no passing lines", () => {
  const { channel: to, text } = channel([]);
  using talk = converse(to);
  talk.passing(plain("looking"));
  talk.say([plain("result")]);
  assert.equal(text(), "result\n");
});

Deno.test("where symbols cannot be shown their plain twins stand in what is said, asked and passing", async () => {
  const { channel: to, text } = channel(["b\n"], { echoes: true });
  using talk = converse({ ...to, wipes: true, ascii: true });
  talk.say([plain("✔ año · 3 → 4")]);
  talk.passing(plain("mirando…"));
  await talk.ask(plain("❯ "));
  assert.equal(text(), "+ año - 3 > 4\nmirando~\r\x1b[K> ");
});
