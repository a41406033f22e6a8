/** The real program gives the shell its terminal back, on every way out, from the quiz and from the lab. */

import assert from "node:assert/strict";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { temporaryFolder } from "./grumete.ts";
import { command, seed, writeQuiz } from "./nine_kinds.ts";
import { hasEngine } from "./engine.ts";
import { writeLab } from "./small_lab.ts";

interface Screen {
  readonly name: string;
  readonly ignore: boolean;
  /** Arguments of grumete; what it needs is written into the folder. */
  readonly args: (folder: string) => readonly string[];
  readonly shows: string;
  /** The key that leaves it, with the exit code. */
  readonly quit: readonly [key: string, code: number];
}

const screens: readonly Screen[] = [
  {
    name: "quiz",
    ignore: noTmux(),
    args: (folder) => ["quiz", writeQuiz(folder), "--seed", String(seed)],
    shows: "Question 1 of 9",
    quit: ["C-q", 1],
  },
  {
    name: "lab",
    ignore: noTmux() || !hasEngine,
    args: (folder) => ["lab", writeLab(folder).folder],
    shows: "✘ 1. ",
    quit: ["q", 1],
  },
];

/** A shell of its own, in which grumete is started as a learner does, followed by the line `then`. */
async function shellWith(screen: Screen, folder: string, then: string): Promise<Tmux> {
  const host = Deno.env.get("DOCKER_HOST");
  const tmux = await Tmux.start(undefined, host === undefined ? {} : { env: { DOCKER_HOST: host } });
  const words = [...command(...screen.args(folder)), "--lang", "en", "--state", `${folder}/state`];
  Deno.writeTextFileSync(`${folder}/g`, `exec ${words.join(" ")}\n`);
  await tmux.waitFor("$");
  await tmux.type(`cd ${folder}; clear; stty -a > before; sh g${then}`);
  await tmux.keys("Enter");
  await tmux.waitFor(screen.shows);
  assert.equal(await tmux.ask("#{alternate_on}"), "1");
  return tmux;
}

/** The process that the shell waits for. */
async function programOf(tmux: Tmux): Promise<string> {
  const shell = await tmux.ask("#{pane_pid}");
  const { stdout } = await new Deno.Command("ps", { args: ["-o", "pid=", "--ppid", shell] }).output();
  const pid = new TextDecoder().decode(stdout).trim();
  assert.match(pid, /^\d+$/);
  return pid;
}

async function assertNormal(tmux: Tmux): Promise<void> {
  assert.equal(await tmux.ask("#{alternate_on} #{cursor_flag} #{wrap_flag}"), "0 1 1");
}

for (const screen of screens) {
  const ways: readonly (readonly [name: string, end: (tmux: Tmux, pid: string) => Promise<void>, code: number])[] = [
    ["quitting", (tmux) => tmux.keys(screen.quit[0]), screen.quit[1]],
    ["Ctrl-C", (tmux) => tmux.keys("C-c"), 130],
    ["Ctrl-D", (tmux) => tmux.keys("C-d"), screen.quit[1]],
    ["SIGTERM", (tmux, pid) => tmux.outside(`kill -TERM ${pid}`), 130],
    ["SIGHUP", (tmux, pid) => tmux.outside(`kill -HUP ${pid}`), 130],
  ];
  for (const [name, end, code] of ways) {
    Deno.test({
      name:
        `after ${name} on the ${screen.name} screen the shell has its terminal as before, and the exit code is ${code}`,
      ignore: screen.ignore,
      async fn() {
        using folder = temporaryFolder();
        // Before the shell's own line editor changes anything; cat shows what a paste is wrapped in.
        await using tmux = await shellWith(screen, folder.path, '; echo "code $?"; stty -a > after; cat -v');
        await end(tmux, await programOf(tmux));
        await tmux.waitFor(`code ${code}`);
        await assertNormal(tmux);
        await tmux.paste("pasted");
        assert.doesNotMatch(await tmux.waitFor("pasted"), /200~/);
        await tmux.keys("Enter", "C-d");
        await tmux.type("diff before after && echo same$((1+1))");
        await tmux.keys("Enter");
        await tmux.waitFor("same2");
      },
    });
  }

  Deno.test({
    name: `Ctrl-Z on the ${screen.name} screen gives the shell back, fg the whole screen`,
    ignore: screen.ignore,
    async fn() {
      using folder = temporaryFolder();
      await using tmux = await shellWith(screen, folder.path, "");
      const shown = await tmux.ask("#{alternate_on} #{cursor_flag}");
      await tmux.keys("C-z");
      await tmux.waitFor("Stopped");
      await assertNormal(tmux);
      await tmux.type("stty -a > after; diff before after && echo same$((1+1))");
      await tmux.keys("Enter");
      await tmux.waitFor("same2");
      await tmux.type("fg");
      await tmux.keys("Enter");
      await tmux.waitFor(screen.shows);
      assert.equal(await tmux.ask("#{alternate_on} #{cursor_flag}"), shown);
      await tmux.keys("C-c");
      await tmux.waitFor((text) => text.trimEnd().endsWith("$"));
      await assertNormal(tmux);
      await tmux.type("echo code $?; stty -a > after; diff before after && echo again$((1+1))");
      await tmux.keys("Enter");
      await tmux.waitFor(/code 130[^]*again2/);
    },
  });
}
