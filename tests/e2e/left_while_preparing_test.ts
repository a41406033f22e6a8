/** A lab that is left while it is being prepared has begun, or has not: nothing in between is left for the learner to undo. */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import { emptyEngine, sampleLabText } from "../cli/sample_world.ts";
import { eventually } from "../docker/eventually.ts";
import { fakeDocker } from "../docker/fake_docker.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { temporaryFolder } from "./grumete.ts";
import { command } from "./nine_kinds.ts";

const moments = [
  {
    name: "while its setup runs: that comes to its end, and is stored",
    slow: `[ "$1 $2" = "volume create" ] && sleep 1`,
    asked: "volume create",
    stored: ["lab-trusted", "lab-prepared", "lab-set-up"],
  },
  {
    name: "while the engine is asked what is there: nothing is begun, and nobody waits for the answer",
    slow: `[ "$1 $2" = "container ls" ] && exec sleep 57.6`,
    asked: "container ls",
    stored: ["lab-trusted"],
  },
] as const;

for (const { name, slow, asked, stored } of moments) {
  Deno.test({
    name: `a lab is left ${name}`,
    ignore: noTmux(),
    async fn() {
      using folder = temporaryFolder();
      using fake = fakeDocker(`${slow}\n${emptyEngine}`);
      Deno.mkdirSync(`${folder.path}/muelle`);
      Deno.writeTextFileSync(`${folder.path}/muelle/lab.yaml`, sampleLabText(["docker volume create bodega"]));
      const words = command("lab", `${folder.path}/muelle`, "--yes", "--state", `${folder.path}/state`);
      await using tmux = await Tmux.start(words, { env: { PATH: `${fake.folder}:${Deno.env.get("PATH") ?? ""}` } });
      await eventually(() => fake.calls().some((call) => call.startsWith(asked)));
      await tmux.keys("q");
      assert.equal(await tmux.exitCode(), 3);
      using store = openStore(`${folder.path}/state`);
      assert.deepEqual(store.read().map(({ kind }) => kind), stored);
    },
  });
}
