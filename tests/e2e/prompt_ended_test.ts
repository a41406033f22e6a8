/** grumete is told to end while a command of its docker prompt is at work: the terminal is given back, and nobody is left behind. */

import assert from "node:assert/strict";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { docker, hasEngine } from "./engine.ts";
import { temporaryFolder } from "./grumete.ts";
import { command } from "./nine_kinds.ts";
import { writeLab } from "./small_lab.ts";

const ignore = noTmux() || !hasEngine;
const host = Deno.env.get("DOCKER_HOST");
const env: Readonly<Record<string, string>> = host === undefined ? {} : { DOCKER_HOST: host };

/** What is typed at the prompt, and what the screen shows once it is at work. */
const working: readonly { readonly way: string; readonly typed: string; readonly seen: RegExp }[] = [
  { way: "has the terminal", typed: "exec -it LAB sh", seen: /^\/ # ?$/m },
  { way: "writes into the pane", typed: "exec LAB sh -c 'echo begun; sleep 300'", seen: /^begun$/m },
];

/** Processes of this machine whose arguments hold the text, without those that look for it. */
async function processes(text: string): Promise<readonly string[]> {
  const { stdout } = await new Deno.Command("ps", { args: ["-eo", "args"] }).output();
  return new TextDecoder().decode(stdout).split("\n").filter((line) => line.includes(text) && !line.includes("tmux"));
}

for (const { way, typed, seen } of working) {
  for (const signal of ["TERM", "HUP", "KILL"]) {
    Deno.test({
      name: `SIG${signal} while a command ${way}: ${
        signal === "KILL" ? "the lab can be opened again" : "the terminal is given back and nothing goes on"
      }`,
      ignore,
      async fn() {
        using folder = temporaryFolder();
        await using lab = writeLab(folder.path);
        await docker("run", "-d", "--network", "none", "--name", lab.id, "busybox", "sleep", "300");
        const args = command("lab", lab.folder, "--state", `${folder.path}/state`, "--lang", "en");
        await using tmux = await Tmux.start(args, { env });
        await tmux.waitFor(/There is a container called/, 20_000);
        await tmux.keys("u");
        await tmux.waitFor(/^[❯ ] ✔ 1\. /m, 20_000);
        await tmux.keys(":");
        await tmux.waitFor(/^\$ docker$/m);
        await tmux.type(typed.replace("LAB", lab.id));
        await tmux.keys("Enter");
        await tmux.waitFor(seen);
        const pid = await tmux.ask("#{pane_pid}");
        await tmux.outside(`kill -${signal} ${pid}`);
        if (signal === "KILL") return;
        assert.equal(await tmux.exitCode(), 130);
        assert.equal(await tmux.ask("#{alternate_on} #{cursor_flag}"), "0 1");
        assert.deepEqual(await processes(lab.id), []);
      },
    });
  }
}
