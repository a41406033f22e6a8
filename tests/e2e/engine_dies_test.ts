/** A real engine that is frozen, killed, stopped and started again in the middle of a lab: no pass is lost, and it all comes back. */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { hasEngine } from "./engine.ts";
import { temporaryFolder } from "./grumete.ts";
import { command } from "./nine_kinds.ts";
import { engineScript, start } from "./second_engine.ts";
import { writeLab } from "./small_lab.ts";

/** An engine of this test's own: nobody else is to suffer. */
const name = "life";

/** ✔ ✘ … ? of the tasks, as they stand in the list. */
function ticks(screen: string): string {
  return [...screen.matchAll(/^[❯ ] ([✔✘…?]) \d\. /gm)].map(([, tick]) => tick).join("");
}

Deno.test({
  name: "an engine frozen, killed, stopped and started in the middle of a lab: unchecked with the repair, no pass lost",
  ignore: noTmux() || !hasEngine,
  async fn() {
    const { host, pid } = await start(name);
    const docker = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await new Deno.Command("docker", {
        args: [...args],
        env: { DOCKER_HOST: host },
        stdin: "null",
      }).output();
      if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
      return new TextDecoder().decode(stdout);
    };
    using folder = temporaryFolder();
    await using lab = writeLab(folder.path);
    const state = `${folder.path}/state`;
    try {
      await using tmux = await Tmux.start(command("lab", lab.folder, "--state", state, "--lang", "en"), {
        env: { DOCKER_HOST: host },
      });
      await tmux.waitFor((screen) => ticks(screen) === "✘✘…");
      await docker("run", "-d", "--name", lab.id, "busybox", "sleep", "300");
      await tmux.waitFor((screen) => ticks(screen) === "✔✘✘");

      Deno.kill(pid, "SIGSTOP");
      try {
        const frozen = await tmux.waitFor(
          (screen) => ticks(screen) === "✔??" && screen.includes("did not answer in time"),
          30_000,
        );
        assert.match(frozen, /2\/4 points/);
      } finally {
        Deno.kill(pid, "SIGCONT");
      }
      await tmux.waitFor((screen) => ticks(screen) === "✔✘✘" && /^Docker \d/m.test(screen), 30_000);

      Deno.kill(pid, "SIGKILL");
      const killed = await tmux.waitFor(
        (screen) => ticks(screen) === "✔??" && screen.includes("systemctl start docker"),
        30_000,
      );
      assert.match(killed, /Cannot talk to the Docker engine/);
      await start(name);
      await docker("volume", "create", lab.volume);
      await tmux.waitFor((screen) => ticks(screen).startsWith("✔✔") && /^Docker \d/m.test(screen), 30_000);

      await engineScript("stop", name);
      await tmux.waitFor(
        (screen) => ticks(screen).startsWith("✔✔") && screen.includes("systemctl start docker"),
        30_000,
      );
      await start(name);
      // Whatever the engine made of the container when it died, it is not running any more.
      await docker("stop", "-t", "0", lab.id);
      await tmux.waitFor((screen) => ticks(screen) === "✔✔✔", 30_000);
      using store = openStore(state);
      const passed = store.read().flatMap((event) => event.kind === "lab-task-passed" ? [event.task] : []);
      assert.deepEqual(passed.toSorted(), ["keep", "run", "stop"]);
    } finally {
      await start(name);
      await docker("rm", "-f", lab.id).catch(() => {});
      await docker("volume", "rm", lab.volume).catch(() => {});
    }
  },
});
