/** grumete is told to end while a command of its docker prompt is at work: the shell has its terminal as before, and nobody is left. */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import { eventually } from "../docker/eventually.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { docker, hasEngine } from "./engine.ts";
import { temporaryFolder } from "./grumete.ts";
import { command } from "./nine_kinds.ts";
import { writeLab } from "./small_lab.ts";

const host = Deno.env.get("DOCKER_HOST");

/** What is typed at the prompt, and what the screen shows once it is at work. */
const commands: readonly { readonly way: string; readonly typed: string; readonly seen: RegExp }[] = [
  { way: "has the terminal", typed: "exec -it LAB sh", seen: /^\/ # ?$/m },
  { way: "writes into the pane", typed: "exec LAB sh -c 'echo begun; sleep 300'", seen: /^begun$/m },
];

/** Processes of this machine whose arguments hold all of these. */
async function processes(...texts: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await new Deno.Command("ps", { args: ["-eo", "pid=,args="] }).output();
  return new TextDecoder().decode(stdout).split("\n").filter((line) => texts.every((text) => line.includes(text)));
}

for (const { way, typed, seen } of commands) {
  for (const signal of ["TERM", "HUP"]) {
    Deno.test({
      name: `SIG${signal} while a command ${way}: the shell has its terminal as before, and nothing goes on`,
      ignore: noTmux() || !hasEngine,
      async fn() {
        using folder = temporaryFolder();
        await using lab = writeLab(folder.path);
        await using tmux = await Tmux.start(undefined, host === undefined ? {} : { env: { DOCKER_HOST: host } });
        const words = command("lab", lab.folder, "--state", `${folder.path}/state`, "--lang", "en");
        Deno.writeTextFileSync(`${folder.path}/g`, `exec ${words.join(" ")}\n`);
        await tmux.waitFor("$");
        await tmux.type(
          `cd ${folder.path}; clear; stty -a > before; sh g; code=$?; stty -a > after; echo "code $code"; cat`,
        );
        await tmux.keys("Enter");
        await tmux.waitFor(/^[❯ ] ✘ 1\. /m, 20_000);
        await docker("run", "-d", "--network", "none", "--name", lab.id, "busybox", "sleep", "300");
        await tmux.keys(":");
        await tmux.waitFor(/^\$ docker$/m);
        await tmux.type(typed.replace("LAB", lab.id));
        await tmux.keys("Enter");
        await tmux.waitFor(seen);
        const [program = ""] = await processes("deno", lab.folder);
        await tmux.outside(`kill -${signal} ${/\d+/.exec(program)?.[0]}`);
        await tmux.waitFor("code 130");
        assert.equal(await tmux.ask("#{alternate_on} #{cursor_flag} #{wrap_flag}"), "0 1 1");
        const [before, after] = ["before", "after"].map((name) => Deno.readTextFileSync(`${folder.path}/${name}`));
        assert.equal(after, before);
        using store = openStore(`${folder.path}/state`);
        assert.ok(store.read().some(({ kind }) => kind === "lab-command"), "what it made is known to clean-up");
        await eventually(async () => (await processes("docker", "exec", lab.id)).length === 0);
      },
    });
  }
}
