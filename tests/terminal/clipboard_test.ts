/** What is copied arrives on the clipboard as it was, and nothing else of it does anything. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { UserError } from "../../lib/content/user_error.ts";
import { clean } from "../../lib/screens/clean.ts";
import { clipboardSequence, copyLimit } from "../../lib/terminal/clipboard.ts";
import { noTmux, Tmux } from "./tmux.ts";

/** The text that a terminal takes from the sequence. */
function taken(sequence: string): string {
  const [begin, end] = ["\x1b]52;c;", "\x07"];
  assert.ok(sequence.startsWith(begin) && sequence.endsWith(end), JSON.stringify(sequence));
  const encoded = sequence.slice(begin.length, -end.length);
  assert.match(encoded, /^[A-Za-z0-9+/]*=*$/);
  return new TextDecoder().decode(Uint8Array.fromBase64(encoded));
}

Deno.test("a command is copied byte for byte, without the line end that would run it", () => {
  assert.equal(
    clipboardSequence("docker run -v ñ:/d\n", "xterm"),
    "\x1b]52;c;ZG9ja2VyIHJ1biAtdiDDsTovZA==\x07",
  );
  assert.equal(taken(clipboardSequence("FROM busybox\nRUN true\n\n", "xterm")), "FROM busybox\nRUN true");
});

Deno.test("escapes in what is copied do not arrive", () => {
  assert.equal(taken(clipboardSequence("ls\x1b]52;c;eA==\x07\x1b[2J\r", "xterm")), "ls");
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
    assert.equal(taken(clipboardSequence(text, undefined)), clean(text).replace(/\n+$/, ""));
  }));
});

Deno.test("what is too long is not cut but refused", () => {
  assert.equal(taken(clipboardSequence("x".repeat(copyLimit), "xterm")).length, copyLimit);
  assert.throws(() => clipboardSequence("ñ".repeat(copyLimit / 2 + 1), "xterm"), UserError);
});

Deno.test.each(["linux", "vt100", "vt220", "dumb"])("%s is not sent what it would show", (term) => {
  assert.throws(() => clipboardSequence("x", term), UserError);
});

Deno.test({
  name: "in tmux with set-clipboard on, what is copied can be pasted",
  ignore: noTmux(),
  async fn() {
    await using tmux = await Tmux.start(undefined, { columns: 120, rows: 20 });
    await tmux.set("set-clipboard", "on");
    await tmux.waitFor("$");
    await tmux.type("deno run -q --no-prompt --allow-env=TERM tests/terminal/demo.ts");
    await tmux.keys("Enter");
    await tmux.waitFor("demo 120x20");
    await tmux.keys("c");
    assert.equal(await tmux.buffer(), "docker ps -a --filter name=ñandú");
    await tmux.keys("q");
    await tmux.waitFor((screen) => screen.trimEnd().endsWith("$"));
  },
});
