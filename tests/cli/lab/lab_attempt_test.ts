/** Tests of beginning a lab: prepared once, and never taken for going on when it was prepared half. */

import assert from "node:assert/strict";
import { begin } from "../../../lib/cli/lab/lab_attempt.ts";
import { isReady, openAttempt } from "../../../lib/cli/lab/lab_passes.ts";
import { UserError } from "../../../lib/content/user_error.ts";
import { takeInventory } from "../../../lib/docker/inventory.ts";
import { openStore } from "../../../lib/store/event_store.ts";
import { emptyEngine, engineOf, place, sampleLab } from "../sample_world.ts";

const unused = () => Promise.reject(new Error("nobody looks here"));
const now = () => 1;
const prepares = ["docker volume create --label a=b bodega"];

Deno.test("preparing twice prepares once, and the second time goes on", async () => {
  using at = place();
  await using engine = engineOf(emptyEngine, unused);
  const world = { store: at.store, engine, stateFolder: at.folder, now };
  const lab = sampleLab(prepares);
  assert.equal((await begin(lab, at.folder, world)).kind, "begun");
  assert.equal((await begin(lab, at.folder, world)).kind, "resumed");
  assert.equal(engine.calls().filter((call) => call.startsWith("volume create")).length, 1);
});

Deno.test("a preparation that failed half way is not taken for a lab that is going on", async () => {
  using at = place();
  await using engine = engineOf(`${emptyEngine}\necho 'Error response from daemon: no' >&2; exit 1`, unused);
  const world = { store: at.store, engine, stateFolder: at.folder, now };
  const lab = sampleLab(prepares);
  await assert.rejects(begin(lab, at.folder, world), (error) => error instanceof UserError && error.exitCode === 1);
  assert.equal((await begin(lab, at.folder, world)).kind, "half-prepared");
  // Clean-up still knows what was there before.
  const attempt = openAttempt(at.store, lab.id);
  assert.equal(attempt?.cleaned, false);
  assert.equal(attempt && isReady(lab, attempt), false);
});

Deno.test("two that begin one lab at the same time set it up once, in one attempt", async () => {
  using at = place();
  using other = openStore(at.folder);
  await using engine = engineOf(`${emptyEngine}\nsleep 0.2`, unused);
  const lab = sampleLab(prepares);
  const begun = await Promise.all(
    [at.store, other].map((store) => begin(lab, at.folder, { store, engine, stateFolder: at.folder, now })),
  );
  assert.deepEqual(begun.map(({ kind }) => kind).sort(), ["begun", "half-prepared"]);
  assert.equal(engine.calls().filter((call) => call.startsWith("volume create")).length, 1);
  const winner = begun.find(({ kind }) => kind === "begun");
  assert.equal(winner?.kind === "begun" && winner.progress.attempt, openAttempt(other, lab.id)?.attempt);
});

Deno.test("a setup that touches a container it has not made is refused before anything is asked of docker", async () => {
  using at = place();
  await using engine = engineOf(emptyEngine, unused);
  const world = { store: at.store, engine, stateFolder: at.folder, now };
  await assert.rejects(
    begin(sampleLab(["docker stop suya"]), at.folder, world),
    (error) => error instanceof UserError && error.exitCode === 4,
  );
  assert.deepEqual(engine.calls(), []);
  assert.equal(openAttempt(at.store, "muelle"), undefined);
});

Deno.test("an inventory that cannot be read whole is a fault, not an engine with nothing on it", async () => {
  await using engine = engineOf(`case "$2" in ls) echo abc; exit 0;; inspect) echo '[{'; exit 0;; esac`, unused);
  const inventory = await takeInventory(engine.docker);
  assert.equal(inventory.kind, "fault");
});
