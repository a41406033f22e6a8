/** The loop that runs a program, with a terminal made of a list. */

import assert from "node:assert/strict";
import { keyName } from "../../lib/screens/key.ts";
import type { Program } from "../../lib/screens/program.ts";
import { type RunOptions, runProgram } from "../../lib/terminal/run.ts";
import type { Terminal, TerminalEvent } from "../../lib/terminal/tty.ts";

type State = { readonly keys: readonly string[]; readonly ticks: number };
type Message = { readonly kind: "tick" };
type Effect = { readonly kind: "log"; readonly what: string };

const program: Program<State, Message, Effect> = {
  update(state, message) {
    switch (message.kind) {
      case "tick":
        return { state: { ...state, ticks: state.ticks + 1 }, effects: [] };
      case "resize":
        return { state, effects: [] };
      case "key": {
        const name = message.key.kind === "paste" ? message.key.text : keyName(message.key);
        const next = { ...state, keys: [...state.keys, name] };
        if (name === "!") throw new Error("broken");
        if (name === "q") return { state: next, effects: [{ kind: "log", what: "last" }, { kind: "quit", code: 3 }] };
        return { state: next, effects: [{ kind: "log", what: name }] };
      }
    }
  },
  view: ({ keys, ticks }) => ({ lines: [[{ text: `${keys.join(" ")}|${ticks}`, style: "plain" }]] }),
};

function fakeTerminal(typed: readonly string[]) {
  const left = [...typed];
  const written: string[] = [];
  let listener: ((event: TerminalEvent) => void) | undefined;
  let waiting: ((bytes: Uint8Array | undefined) => void) | undefined;
  let disposed = 0;
  let size = { columns: 40, rows: 3 };
  const terminal: Terminal = {
    depth: "none",
    reading: false,
    size: () => size,
    write: (text) => void written.push(text),
    copy: (text) => void written.push(`copied ${text}`),
    read: () => {
      const next = left.shift();
      if (next !== undefined) return Promise.resolve(new TextEncoder().encode(next));
      return new Promise((resolve) => waiting = resolve);
    },
    listen: (one) => listener = one,
    suspend: () => Promise.resolve(),
    handOver: (run) => run(),
    [Symbol.dispose]: () => void disposed++,
  };
  return {
    terminal,
    written,
    disposed: () => disposed,
    emit: (event: TerminalEvent) => listener?.(event),
    resize: (columns: number, rows: number) => size = { columns, rows },
    type: (text: string | undefined) => waiting?.(text === undefined ? undefined : new TextEncoder().encode(text)),
  };
}

const start: State = { keys: [], ticks: 0 };

function run(fake: ReturnType<typeof fakeTerminal>, options: Partial<RunOptions<Message, Effect>> = {}) {
  return runProgram(program, start, { terminal: fake.terminal, perform: () => {}, ...options });
}

Deno.test("keys reach the program in order, effects are performed in order, and quitting gives the code", async () => {
  const fake = fakeTerminal(["ab", "c\x1b[A", "q"]);
  const done: string[] = [];
  assert.equal(await run(fake, { perform: ({ what }) => void done.push(what) }), 3);
  assert.deepEqual(done, ["a", "b", "c", "up", "last"]);
});

Deno.test("the first picture is painted before anything else happens", async () => {
  const fake = fakeTerminal([]);
  const first: string[] = [];
  const ended = run(fake, {
    first: [{ kind: "log", what: "go" }],
    perform: () => void first.push(fake.written.join("")),
  });
  assert.equal(fake.written.length, 1);
  assert.match(first[0] ?? "", /\|0/);
  fake.type("q");
  assert.equal(await ended, 3);
});

Deno.test("messages sent in one turn are painted once", async () => {
  const fake = fakeTerminal(["a"]);
  const ended = run(fake, {
    perform: ({ what }, { dispatch }) => {
      if (what === "a") setTimeout(() => Array.from({ length: 50 }, () => dispatch({ kind: "tick" })), 5);
    },
  });
  await new Promise((done) => setTimeout(done, 40));
  assert.equal(fake.written.length, 3);
  assert.match(fake.written[2] ?? "", /a\|50/);
  fake.type("q");
  await ended;
});

Deno.test("a lone escape is a key after a short wait", async () => {
  const fake = fakeTerminal(["\x1b"]);
  const done: string[] = [];
  const ended = run(fake, { perform: ({ what }) => void done.push(what) });
  assert.deepEqual(done, []);
  await new Promise((resolve) => setTimeout(resolve, 80));
  assert.deepEqual(done, ["escape"]);
  fake.type("q");
  await ended;
});

Deno.test("a sequence cut by the reading is still one key", async () => {
  const fake = fakeTerminal(["\x1b", "[", "A", "q"]);
  const done: string[] = [];
  await run(fake, { perform: ({ what }) => void done.push(what) });
  assert.deepEqual(done, ["up", "last"]);
});

Deno.test("two Ctrl-C in a row end a program that does not listen to one", async () => {
  assert.equal(await run(fakeTerminal(["\x03a\x03", "\x03"])), 130);
});

Deno.test("where Ctrl-C means something of the program's own, no number of them ends it", async () => {
  const taking = { ...program, takesInterrupt: (state: State) => !state.keys.includes("x") };
  const endOf = (typed: string) =>
    runProgram(taking, start, { terminal: fakeTerminal([typed]).terminal, perform() {} });
  assert.equal(await endOf("\x03\x03\x03q"), 3);
  assert.equal(await endOf("\x03x\x03\x03q"), 130);
});

Deno.test("the end of the terminal and a signal end with 130", async () => {
  const gone = fakeTerminal([]);
  const ended = run(gone);
  gone.type(undefined);
  assert.equal(await ended, 130);
  const told = fakeTerminal([]);
  const interrupted = run(told);
  told.emit({ kind: "interrupted" });
  assert.equal(await interrupted, 130);
});

Deno.test("what the program throws comes out after the terminal was given back", async () => {
  const fake = fakeTerminal(["!"]);
  await assert.rejects(run(fake), /broken/);
  assert.equal(fake.disposed(), 1);
});

Deno.test("what an effect rejects with, and what nobody caught, comes out the same way", async () => {
  const rejecting = fakeTerminal(["a"]);
  await assert.rejects(run(rejecting, { perform: () => Promise.reject(new Error("disk full")) }), /disk full/);
  assert.equal(rejecting.disposed(), 1);
  const crashing = fakeTerminal([]);
  const ended = run(crashing);
  crashing.emit({ kind: "crashed", error: new Error("elsewhere") });
  await assert.rejects(ended, /elsewhere/);
});

Deno.test("after a change of size, and after the terminal was lent, everything is drawn again", async () => {
  const fake = fakeTerminal([]);
  const ended = run(fake);
  fake.resize(20, 2);
  fake.emit({ kind: "resized" });
  await new Promise((done) => setTimeout(done, 5));
  fake.emit({ kind: "resumed" });
  await new Promise((done) => setTimeout(done, 5));
  assert.equal(fake.written.filter((text) => text.includes("\x1b[2J")).length, 3);
  fake.type("q");
  await ended;
});

Deno.test("messages and keys wait while a child has the terminal, and none is lost", async () => {
  const fake = fakeTerminal(["ab"]);
  const log: string[] = [];
  const ended = run(fake, {
    perform({ what }, { dispatch, handOver }) {
      log.push(what);
      if (what !== "a") return;
      dispatch({ kind: "tick" });
      return handOver(async () => {
        await new Promise((done) => setTimeout(done, 20));
        assert.equal(fake.written.length, 1);
        log.push("child ended");
      });
    },
  });
  await new Promise((done) => setTimeout(done, 60));
  assert.deepEqual(log, ["a", "child ended", "b"]);
  assert.match(fake.written.at(-1) ?? "", /a b\|1/);
  fake.type("q");
  await ended;
});
