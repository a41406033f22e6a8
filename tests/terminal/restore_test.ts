/** In a real terminal: on every way out the modes, the screen and the cursor are as they were. */

import assert from "node:assert/strict";
import { noTmux, Tmux } from "./tmux.ts";

const ignore = noTmux();
const demo = "deno run -q --no-prompt --allow-env=INIT_CWD --allow-run=sh tests/terminal/demo.ts";

/** A shell that has said its terminal modes and started the demo. */
async function startDemo(): Promise<{ readonly tmux: Tmux; readonly pid: string }> {
  const tmux = await Tmux.start(undefined, { columns: 120, rows: 20 });
  await tmux.waitFor("$");
  await tmux.type(`clear; echo "before [$(stty -g)]"; ${demo}; echo "code $? after [$(stty -g)]"`);
  await tmux.keys("Enter");
  const screen = await tmux.waitFor(/demo 120x20 pid \d+/);
  assert.equal(await tmux.ask("#{alternate_on} #{wrap_flag}"), "1 0");
  return { tmux, pid: screen.match(/pid (\d+)/)?.[1] ?? "" };
}

/** Waits for the end and checks what is left behind; gives the normal screen. */
async function assertRestored(tmux: Tmux, code: number): Promise<string> {
  const screen = await tmux.waitFor(/code \d+ after \[.+\]/);
  assert.equal(screen.match(/code (\d+)/)?.[1], String(code));
  assert.equal(screen.match(/after \[(.+)\]/)?.[1], screen.match(/before \[(.+)\]/)?.[1]);
  await assertNormalScreen(tmux);
  return screen;
}

async function assertNormalScreen(tmux: Tmux): Promise<void> {
  assert.equal(await tmux.ask("#{alternate_on} #{cursor_flag} #{wrap_flag}"), "0 1 1");
}

const ways:
  readonly (readonly [name: string, end: (tmux: Tmux, pid: string) => Promise<void>, code: number, says?: string])[] = [
    ["quit", (tmux) => tmux.keys("q"), 0],
    ["Ctrl-C", (tmux) => tmux.keys("C-c"), 130],
    ["Ctrl-D", (tmux) => tmux.keys("C-d"), 130],
    ["SIGTERM", (tmux, pid) => tmux.outside(`kill -TERM ${pid}`), 130],
    ["SIGHUP", (tmux, pid) => tmux.outside(`kill -HUP ${pid}`), 130],
    ["SIGINT from outside", (tmux, pid) => tmux.outside(`kill -INT ${pid}`), 130],
    ["a throw in update", (tmux) => tmux.keys("t"), 1, "has failed and closed: thrown in update"],
    ["a throw in view", (tmux) => tmux.keys("v"), 1, "has failed and closed: thrown in view"],
    ["an unhandled rejection", (tmux) => tmux.keys("r"), 1, "has failed and closed: rejected and not handled"],
    ["a throw in a timer", (tmux) => tmux.keys("x"), 1, "has failed and closed: thrown in a timer"],
  ];

for (const [name, end, code, says] of ways) {
  Deno.test({
    name: `the terminal is as before after ${name}`,
    ignore,
    async fn() {
      const { tmux, pid } = await startDemo();
      await using _ = tmux;
      await end(tmux, pid);
      const screen = await assertRestored(tmux, code);
      if (says !== undefined) {
        assert.ok(screen.includes(says), screen);
        assert.ok(!/^\s+at /m.test(screen), "a stack trace is shown");
      }
    },
  });
}

for (
  const [name, stop] of [
    ["Ctrl-Z", (tmux: Tmux) => tmux.keys("C-z")],
    ["SIGTSTP from outside", (tmux: Tmux, pid: string) => tmux.outside(`kill -TSTP ${pid}`)],
  ] as const
) {
  Deno.test({
    name: `${name} gives the shell back, and fg brings the whole screen again`,
    ignore,
    async fn() {
      await using tmux = await Tmux.start(undefined, { columns: 120, rows: 20 });
      await tmux.waitFor("$");
      await tmux.type(demo);
      await tmux.keys("Enter");
      const pid = (await tmux.waitFor(/pid \d+/)).match(/pid (\d+)/)?.[1] ?? "";
      await stop(tmux, pid);
      await tmux.waitFor("Stopped");
      await assertNormalScreen(tmux);
      await tmux.type("fg");
      await tmux.keys("Enter");
      await tmux.waitFor(`pid ${pid}`);
      assert.equal(await tmux.ask("#{alternate_on} #{wrap_flag}"), "1 0");
      await tmux.keys("b");
      await tmux.waitFor("key b");
      await tmux.keys("q");
      await tmux.waitFor((screen) => screen.trimEnd().endsWith("$"));
      await assertNormalScreen(tmux);
    },
  });
}

Deno.test({
  name: "after a stop that nobody can hear (SIGSTOP) fg draws the screen again",
  ignore,
  async fn() {
    await using tmux = await Tmux.start(undefined, { columns: 120, rows: 20 });
    await tmux.waitFor("$");
    await tmux.type(demo);
    await tmux.keys("Enter");
    const pid = (await tmux.waitFor(/pid \d+/)).match(/pid (\d+)/)?.[1] ?? "";
    await tmux.outside(`kill -STOP ${pid}`);
    await tmux.waitFor("Stopped");
    await tmux.type("fg");
    await tmux.keys("Enter");
    await tmux.waitFor(`pid ${pid}`);
    await tmux.keys("b");
    await tmux.waitFor("key b");
    await tmux.keys("q");
    await tmux.waitFor((screen) => screen.trimEnd().endsWith("$"));
    await assertNormalScreen(tmux);
  },
});

Deno.test({
  name: "a child gets all that is typed, from the first key, and the screen comes back after it",
  ignore,
  async fn() {
    const { tmux } = await startDemo();
    await using _ = tmux;
    for (const round of ["uno", "dos"]) {
      await tmux.keys("s");
      await tmux.waitFor("child ready");
      await assertNormalScreen(tmux);
      await tmux.type(round);
      await tmux.keys("Enter");
      await tmux.waitFor(`child got ${round}`);
      await tmux.waitFor("demo 120x20");
    }
    await tmux.keys("b");
    await tmux.waitFor("key b");
    await tmux.keys("q");
    await assertRestored(tmux, 0);
  },
});

Deno.test({
  name: "Ctrl-C while a child has the terminal ends the child only",
  ignore,
  async fn() {
    const { tmux } = await startDemo();
    await using _ = tmux;
    await tmux.keys("s");
    await tmux.waitFor("child ready");
    await tmux.keys("C-c");
    await tmux.waitFor("demo 120x20");
    await tmux.keys("q");
    await assertRestored(tmux, 0);
  },
});

Deno.test({
  name: "the screen follows every change of size, and all keys of a burst arrive",
  ignore,
  async fn() {
    const { tmux } = await startDemo();
    await using _ = tmux;
    for (const [columns, rows] of [[40, 15], [200, 50], [10, 3], [80, 24]] as const) {
      await tmux.resize(columns, rows);
      const screen = await tmux.waitFor(`demo ${columns}x${rows}`.slice(0, columns));
      if (rows > 4) assert.equal(screen.trimEnd().split("\n").at(-1), "─".repeat(columns));
    }
    await tmux.type("abcñ".repeat(25));
    await tmux.waitFor("count 100");
    await tmux.keys("Escape", "Up", "C-Right", "F5", "BTab");
    await tmux.waitFor(/key shift-tab\n.*count 105/);
    await tmux.paste("hola\nmundo");
    await tmux.waitFor("key paste:hola mundo");
    await tmux.keys("w");
    await tmux.waitFor("ticks 100");
    await tmux.keys("q");
    await tmux.waitFor("code 0");
    await assertNormalScreen(tmux);
  },
});

Deno.test({
  name: "a terminal that is closed takes the program with it",
  ignore,
  async fn() {
    const { tmux, pid } = await startDemo();
    await using _ = tmux;
    await tmux.closePane();
    await tmux.outside(`for i in $(seq 50); do kill -0 ${pid} 2>/dev/null || exit 0; sleep 0.1; done; exit 1`);
  },
});

Deno.test({
  name: "without a terminal the program says so",
  ignore,
  async fn() {
    await using tmux = await Tmux.start();
    await tmux.waitFor("$");
    await tmux.type(`${demo} < /dev/null | cat`);
    await tmux.keys("Enter");
    await tmux.waitFor("no terminal");
  },
});

Deno.test({
  name: "every mode that is switched is switched back, and the wheel is left as the user had it",
  ignore,
  async fn() {
    await using tmux = await Tmux.start(undefined, { columns: 120, rows: 20 });
    await tmux.waitFor("$");
    const bytes = await tmux.written(async () => {
      await tmux.type(demo);
      await tmux.keys("Enter");
      await tmux.waitFor("demo 120x20");
      await tmux.keys("q");
      await tmux.waitFor((screen) => screen.trimEnd().endsWith("$"));
    });
    const switched = [...bytes.matchAll(/\[\?(\d+)([hlsr])/g)].map(([, mode, how]) => `${mode}${how}`);
    const from = switched.indexOf("1007s");
    const program = switched.slice(from, switched.indexOf("1049l", from) + 1);
    const last = new Map(program.map((one) => [one.slice(0, -1), one.at(-1)]));
    assert.deepEqual(program.slice(0, 3), ["1007s", "1007h", "1049h"]);
    assert.deepEqual(Object.fromEntries(last), { 7: "h", 25: "h", 1007: "r", 1049: "l", 2004: "l", 2026: "l" });
  },
});
