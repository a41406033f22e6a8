/** What is written makes a real terminal emulator show exactly the last frame. */

import assert from "node:assert/strict";
import fc from "fast-check";
import xterm from "@xterm/headless";
import { app } from "../../lib/screens/app.ts";
import { cleanLine } from "../../lib/screens/clean.ts";
import { type Frame, type Line, type Size, type Style } from "../../lib/screens/frame.ts";
import type { Message } from "../../lib/screens/message.ts";
import { widthOf } from "../../lib/screens/width.ts";
import { paint, type Picture } from "../../lib/terminal/paint.ts";
import { type Depth, styled } from "../../lib/terminal/palette.ts";
import { play, typed } from "../screens/drawn.ts";
import { places } from "../screens/places.ts";

/** A screen that is given frames, as `lib/terminal/tty.ts` sets it up: automatic wrap off. */
async function show(frames: readonly { readonly frame: Frame; readonly size: Size }[], depth: Depth = "256") {
  const first = frames[0]?.size ?? { columns: 80, rows: 24 };
  const terminal = new xterm.Terminal({ cols: first.columns, rows: first.rows, allowProposedApi: true });
  const write = (text: string) => new Promise<void>((done) => terminal.write(text, done));
  await write("\x1b[?1049h\x1b[?7l");
  let picture: Picture | undefined;
  for (const { frame, size } of frames) {
    if (terminal.cols !== size.columns || terminal.rows !== size.rows) terminal.resize(size.columns, size.rows);
    const painted = paint(picture, frame, size, depth);
    picture = painted.picture;
    await write(painted.output);
  }
  return terminal;
}

function rowsOf(terminal: Awaited<ReturnType<typeof show>>): readonly string[] {
  const { active } = terminal.buffer;
  assert.equal(active.baseY, 0, "the screen has scrolled");
  return Array.from(
    { length: terminal.rows },
    (_, row) => active.getLine(row)?.translateToString(true).trimEnd() ?? "",
  );
}

function plain(...texts: readonly string[]): readonly Line[] {
  return texts.map((text) => [{ text, style: "plain" }]);
}

/** What fits of a line of trusted characters. */
function expectedRow(line: Line | undefined, columns: number): string {
  let row = "";
  for (const char of (line ?? []).map(({ text }) => text).join("")) {
    if (widthOf(row + char) > columns) break;
    row += char;
  }
  return row.trimEnd();
}

const style = fc.constantFrom<Style>(
  "plain",
  "dim",
  "strong",
  "title",
  "accent",
  "code",
  "good",
  "bad",
  "selected",
  "key",
);
const size = fc.record({ columns: fc.integer({ min: 1, max: 30 }), rows: fc.integer({ min: 1, max: 8 }) });
const text = fc.string({ unit: fc.constantFrom(..."ab Ñé漢字가─│┌█✓❯↳●→…"), maxLength: 20 });
const frame: fc.Arbitrary<Frame> = fc.record({
  lines: fc.array(fc.array(fc.record({ text, style }), { maxLength: 4 }), { maxLength: 9 }),
  cursor: fc.record({ row: fc.nat(9), column: fc.nat(32) }),
}, { requiredKeys: ["lines"] });

Deno.test("after any frames and resizes the screen equals the last frame", async () => {
  const frames = fc.array(
    fc.record({ frame, size: fc.oneof({ weight: 4, arbitrary: fc.constant({ columns: 20, rows: 6 }) }, size) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  await fc.assert(
    fc.asyncProperty(frames, fc.constantFrom<Depth>("none", "16", "256", "true"), async (frames, depth) => {
      const terminal = await show(frames, depth);
      const last = frames.at(-1);
      assert.ok(last);
      const { frame, size } = last;
      const expected = Array.from({ length: size.rows }, (_, row) => expectedRow(frame.lines[row], size.columns));
      assert.deepEqual(rowsOf(terminal), expected);
      if (frame.cursor) {
        const { cursorX, cursorY } = terminal.buffer.active;
        const { row, column } = frame.cursor;
        assert.deepEqual([cursorY, cursorX], [Math.min(row, size.rows - 1), Math.min(column, size.columns - 1)]);
      }
      terminal.dispose();
    }),
    { numRuns: 200 },
  );
});

Deno.test("whatever stands before it, what follows is in its column, even where terminals disagree about widths", async () => {
  const wild = fc.string({
    unit: fc.oneof(
      fc.constantFrom("👩‍🚒", "👍🏽", "🇪🇸", "1️⃣", "❤️", "क्षि", "각", "a̐", "\t", "\x1b[31m", "\u202e", "☺"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wild, { minLength: 1, maxLength: 4 }), async (texts) => {
      const size = { columns: 60, rows: texts.length };
      // The marker begins where this program believes that the text ends.
      const lines = texts.map((text): Line => [{ text, style: "good" }, { text: "|", style: "plain" }]);
      const stale = plain(...texts.map(() => "x".repeat(60)));
      const terminal = await show([{ frame: { lines: stale }, size }, { frame: { lines }, size }]);
      for (const [row, text] of texts.entries()) {
        const drawn = terminal.buffer.active.getLine(row);
        const column = widthOf(cleanLine(text));
        assert.equal(drawn?.getCell(column)?.getChars(), "|");
        assert.equal(drawn?.translateToString(true, column).trimEnd(), "|");
      }
      assert.equal(terminal.buffer.active.baseY, 0);
      terminal.dispose();
    }),
    { numRuns: 150 },
  );
});

Deno.test("a full last line does not scroll the screen", async () => {
  const size = { columns: 4, rows: 2 };
  const terminal = await show([{ frame: { lines: plain("abcd", "efgh") }, size }, {
    frame: { lines: plain("abcd", "ijklmn") },
    size,
  }]);
  assert.deepEqual(rowsOf(terminal), ["abcd", "ijkl"]);
});

Deno.test("half a wide character is never drawn", async () => {
  const terminal = await show([{ frame: { lines: plain("漢字漢") }, size: { columns: 5, rows: 1 } }]);
  assert.deepEqual(rowsOf(terminal), ["漢字"]);
});

Deno.test("only the lines that changed are written, and nothing when none did", () => {
  const size = { columns: 20, rows: 3 };
  const first = paint(undefined, { lines: plain("uno", "dos", "tres") }, size, "none");
  const second = paint(first.picture, { lines: plain("uno", "DOS", "tres") }, size, "none");
  assert.ok(second.output.includes("DOS") && !second.output.includes("uno") && !second.output.includes("tres"));
  assert.equal(paint(second.picture, { lines: plain("uno", "DOS", "tres") }, size, "none").output, "");
});

Deno.test("escapes in a text are not obeyed", async () => {
  const nasty = "a\x1b[2J\x1b]0;title\x07b\x9b1;1Hc\r\nd";
  const terminal = await show([{ frame: { lines: plain("keep", nasty) }, size: { columns: 20, rows: 2 } }]);
  assert.deepEqual(rowsOf(terminal), ["keep", "abc d"]);
});

Deno.test("styles reach the cells and end where the span ends", async () => {
  const line: Line = [{ text: "ab", style: "selected" }, { text: "c", style: "plain" }, { text: "d", style: "title" }];
  const terminal = await show([{ frame: { lines: [line] }, size: { columns: 10, rows: 1 } }], "none");
  const cell = (column: number) => terminal.buffer.active.getLine(0)?.getCell(column);
  assert.deepEqual([0, 1, 2, 3, 4].map((column) => cell(column)?.isInverse() !== 0), [true, true, false, false, false]);
  assert.deepEqual([0, 1, 2, 3, 4].map((column) => cell(column)?.isBold() !== 0), [false, false, false, true, false]);
});

Deno.test("without colours nothing but bold and reverse is written, and to a pipe nothing at all", () => {
  const styles: readonly Style[] = [
    "plain",
    "dim",
    "strong",
    "title",
    "accent",
    "code",
    "good",
    "bad",
    "warn",
    "selected",
    "key",
    "keyword",
    "string",
    "value",
    "comment",
  ];
  for (const style of styles) {
    assert.match(styled("x", style, "none").replaceAll("\x1b", ""), /^(?:\[[17]m)?x(?:\[0m)?$/);
    assert.equal(styled("x", style, "bare"), "x");
  }
});

Deno.test("each second of a running command rewrites one line, without wiping it first, and a still clock nothing", () => {
  const size = { columns: 160, rows: 50 };
  const prompt = places.get("prompt");
  assert.ok(prompt);
  let { state } = play(prompt, [{ kind: "resize", size }, ...typed("docker ps"), "enter"]);
  const second = (seconds: number): Message => ({ kind: "command-runs", lab: "volumenes", id: 1, seconds });
  state = play(state, [second(1)]).state;
  let { picture } = paint(undefined, app.view(state, size), size, "256");
  for (let seconds = 2; seconds < 20; seconds++) {
    state = play(state, [second(seconds)]).state;
    const painted = paint(picture, app.view(state, size), size, "256");
    picture = painted.picture;
    assert.match(painted.output, /\[\?2026h.*\[\?2026l$/);
    assert.doesNotMatch(painted.output, /\[2[JK]/);
    assert.equal(painted.output.match(/\[\d+;1H/g)?.length, 1);
    assert.ok(painted.output.length < 400, `${painted.output.length} bytes`);
  }
  assert.equal(paint(picture, app.view(play(state, [second(19)]).state, size), size, "256").output, "");
});
