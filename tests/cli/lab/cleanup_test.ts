/** Tests of clean-up where docker stops to answer half way. */

import assert from "node:assert/strict";
import { cleanUp, planCleaning } from "../../../lib/cli/lab/clean_lab.ts";
import { openAttempt } from "../../../lib/cli/lab/lab_passes.ts";
import { openStore } from "../../../lib/store/event_store.ts";
import { fakeDocker } from "../../docker/fake_docker.ts";
import { grumete } from "../../e2e/grumete.ts";
import { engineOf, place, sampleLab, sampleLabText } from "../sample_world.ts";

/** Lists and inspects one volume of the lab, and then the engine is gone. */
const dying = `
case "$1 $2" in
  "volume ls") echo datos;;
  "volume inspect") echo '[{"Name":"datos","CreatedAt":"2026-01-02T00:00:00Z","Labels":{}}]';;
  *" ls" | info*) ;;
  *" inspect") echo '[]';;
  *) echo 'Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?' >&2; exit 1;;
esac`;

Deno.test("an engine that dies during clean-up leaves the attempt open and the workspace as it is", async () => {
  using at = place();
  using fake = fakeDocker(dying);
  const lab = `${at.folder}/content/labs/muelle`;
  Deno.mkdirSync(`${lab}/workspace`, { recursive: true });
  Deno.writeTextFileSync(`${lab}/lab.yaml`, sampleLabText([], ["nota.txt"]));
  Deno.writeTextFileSync(`${lab}/workspace/nota.txt`, "hola\n");
  const workspace = `${at.folder}/workspaces/muelle`;
  Deno.mkdirSync(workspace, { recursive: true });
  Deno.writeTextFileSync(`${workspace}/nota.txt`, "hola\n");
  const before = { containers: [], volumes: [], networks: [], images: [] };
  at.store.append({ kind: "lab-prepared", lab: "muelle", attempt: "one", before }, 1);
  const env = { PATH: `${fake.folder}:${Deno.env.get("PATH") ?? ""}` };
  const ran = await grumete(["cleanup", lab, "--state", at.folder, "--lang", "en"], { env });
  assert.equal(ran.code, 3, ran.stdout + ran.stderr);
  assert.match(ran.stderr, /Cannot talk to the Docker engine/);
  assert.doesNotMatch(ran.stdout, /Nothing of the lab is left/);
  assert.ok(fake.calls().includes("volume rm datos"), fake.calls().join("\n"));
  using again = openStore(at.folder);
  assert.equal(openAttempt(again, "muelle")?.cleaned, false);
  assert.equal(Deno.readTextFileSync(`${workspace}/nota.txt`), "hola\n");
});

/** One container of the learner's, called `web-antes` until docker renames it. */
const renamed = `
case "$1 $2" in
  "container ls") echo abc;;
  "container inspect") echo '[{"Id":"abc","Name":"/'$(cat "$0.name" 2>/dev/null || echo web-antes)'"}]';;
  "rename web-antes") [ "$(cat "$0.name" 2>/dev/null)" = "$3" ] && { echo 'Error: No such container: web-antes' >&2; exit 1; }
    echo "$3" >"$0.name";;
  *" inspect") echo '[]';;
esac; exit 0`;

Deno.test("what gave way gets its name back once, although it was tried more than once to give way", async () => {
  using at = place();
  const lab = sampleLab();
  const giving = { object: "container", from: "web", to: "web-antes" } as const;
  // The first time docker refused, which is known only afterwards.
  for (const when of [1, 2]) {
    at.store.append({ kind: "lab-renamed", lab: lab.id, attempt: "", renamed: giving }, when);
  }
  await using engine = engineOf(renamed, () => Promise.reject(new Error("nobody looks here")));
  const world = { store: at.store, engine, stateFolder: at.folder, now: () => 3 };
  const { restored } = await cleanUp(lab, at.folder, await planCleaning(lab, world), world);
  assert.deepEqual(restored.map(({ end }) => end), ["done", "gone"]);
  assert.deepEqual(engine.calls().filter((call) => call.startsWith("rename")), ["rename web-antes web"]);
});
