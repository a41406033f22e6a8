/** Tests of clean-up where docker stops to answer half way. */

import assert from "node:assert/strict";
import { openAttempt } from "../../lib/cli/lab_passes.ts";
import { openStore } from "../../lib/store/event_store.ts";
import { fakeDocker } from "../docker/fake_docker.ts";
import { grumete } from "../e2e/grumete.ts";
import { place, sampleLabText } from "./sample_world.ts";

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
