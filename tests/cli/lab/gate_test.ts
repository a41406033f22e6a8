/** Tests of what stands between the learner and a lab: told, chosen about, and looked at again. */

import assert from "node:assert/strict";
import { LabWatch } from "../../../lib/cli/lab/lab_watch.ts";
import { renamedFor } from "../../../lib/cli/lab/lab_passes.ts";
import type { Message } from "../../../lib/screens/message.ts";
import { eventually } from "../../docker/eventually.ts";
import { snapshot } from "../../lab/samples.ts";
import { emptyEngine, engineOf, type Place, place, sampleLab } from "../sample_world.ts";

/** A volume of the lab's name is there until it is removed; a tag of another image, until docker is told to take it. */
const occupied = `
gone="$0.gone"
case "$1 $2" in
  "volume ls") [ -e "$gone" ] || echo datos;;
  "volume inspect") echo '[{"Name":"datos","CreatedAt":"2026-01-02T00:00:00Z","Labels":{}}]';;
  "volume rm") [ -e "$0.refuses" ] && { rm "$0.refuses"; echo 'Error response from daemon: volume is in use' >&2; exit 1; }; touch "$gone";;
  *" inspect") echo '[]';;
esac; exit 0`;

function watched(at: Place, script: string, lab = sampleLab()) {
  const messages: Message[] = [];
  let looks = 0;
  const engine = engineOf(script, () => {
    looks++;
    return Promise.resolve(snapshot({}));
  });
  const watch = new LabWatch(lab, at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine,
    dispatch: (message) => messages.push(message),
  });
  const gates = () => messages.flatMap((message) => message.kind === "lab-gate" ? [message.gate] : []);
  return { watch, messages, gates, looks: () => looks, calls: engine.calls, binary: engine.docker.path };
}

const before = { containers: [], volumes: [], networks: [], images: [] };
const kinds = (at: Place) => at.store.read().map(({ kind }) => kind);

Deno.test("while something is in the way nothing is looked at and nothing stored; left as it is, the lab begins", async () => {
  using at = place();
  const { watch, gates, looks } = watched(at, occupied);
  await using _watch = watch;
  await eventually(() => gates().length > 0);
  const [gate] = gates();
  assert.deepEqual(gate?.kind === "obstacles" && gate.obstacles.map(({ kind, name }) => [kind, name]), [[
    "volume",
    "datos",
  ]]);
  watch.touch();
  await eventually(() => gates().length > 1);
  assert.deepEqual([looks(), kinds(at)], [0, []]);
  await watch.changes.choose("volume datos", "use");
  await eventually(() => looks() > 0);
  assert.equal(gates().at(-1), undefined);
  assert.deepEqual(kinds(at), ["lab-prepared"]);
});

Deno.test("what is chosen is done, told when docker refuses, and looked at again", async () => {
  using at = place();
  const { watch, gates, looks, messages, calls, binary } = watched(at, occupied);
  await using _watch = watch;
  await eventually(() => gates().length > 0);
  Deno.writeTextFileSync(`${binary}.refuses`, "");
  await watch.changes.choose("volume datos", "remove");
  const [failed] = messages.flatMap((message) => message.kind === "failed" ? [message.what.en] : []);
  assert.match(failed ?? "", /Cannot do it: `docker volume rm datos`: Error response from daemon: volume is in use/);
  assert.equal(looks(), 0);
  await watch.changes.choose("volume datos", "remove");
  await eventually(() => looks() > 0);
  assert.equal(calls().filter((call) => call === "volume rm datos").length, 2);
});

Deno.test("a lab that another grumete has begun meanwhile goes on here, whatever was in the way", async () => {
  using at = place();
  const { watch, gates, looks } = watched(at, occupied);
  await using _watch = watch;
  await eventually(() => gates().length > 0);
  const before = { containers: [], volumes: [], networks: [], images: [] };
  at.store.append({ kind: "lab-prepared", lab: "muelle", attempt: "theirs", before }, 1);
  watch.touch();
  await eventually(() => looks() > 0);
  assert.equal(gates().at(-1), undefined);
  assert.equal(watch.attempt, "theirs");
});

Deno.test("a choice that is not offered does nothing", async () => {
  using at = place();
  const { watch, gates, calls } = watched(at, occupied);
  await using _watch = watch;
  await eventually(() => gates().length > 0);
  await watch.changes.choose("volume datos", "rename");
  await watch.changes.choose("volume otro", "remove");
  assert.deepEqual(calls().filter((call) => !/ (ls|inspect)|^info|^events|^version/.test(call)), []);
  assert.deepEqual(kinds(at), []);
});

const tagged = `
case "$1 $2" in
  "image ls") if [ -e "$0.moved" ]; then echo '["mi-web","1-antes","sha256:x","2026-01-02 00:00:00 +0000 UTC"]'; else
    echo '["mi-web","1","sha256:x","2026-01-02 00:00:00 +0000 UTC"]'; fi;;
  "image rm") touch "$0.moved";;
  *" inspect") echo '[]';;
esac; exit 0`;

Deno.test("what gives way is noted before it does, so that clean-up finds it again", async () => {
  using at = place();
  const lab = sampleLab(["docker tag busybox mi-web:1"]);
  const { watch, gates, calls, looks } = watched(at, tagged, lab);
  await using _watch = watch;
  await eventually(() => gates().length > 0);
  await watch.changes.choose("image mi-web:1", "rename");
  const renamed = { object: "image", from: "mi-web:1", to: "mi-web:1-antes" };
  assert.deepEqual(renamedFor(at.store, lab.id), [renamed]);
  assert.deepEqual(calls().filter((call) => /^(tag|image rm)/.test(call)).slice(0, 2), [
    "tag mi-web:1 mi-web:1-antes",
    "image rm mi-web:1",
  ]);
  await eventually(() => looks() > 0);
  assert.deepEqual(kinds(at), ["lab-renamed", "lab-prepared", "lab-set-up"]);
  at.store.append({ kind: "lab-cleaned", lab: lab.id, attempt: watch.attempt ?? "" }, 9);
  assert.deepEqual(renamedFor(at.store, lab.id), [], "of a run that is over nothing is left to do");
});

/** The first volume cannot be made. */
const failsOnce = `
case "$1 $2" in
  "volume create") [ -e "$0.tried" ] || { touch "$0.tried"; echo 'Error response from daemon: no space left' >&2; exit 1; };;
  *" inspect") echo '[]';;
esac; exit 0`;

Deno.test("a preparation that failed is told, stands in the way, and is undone to begin anew", async () => {
  using at = place();
  const { watch, gates, looks, messages } = watched(at, failsOnce, sampleLab(["docker volume create bodega"]));
  await using _watch = watch;
  await eventually(() => gates().length > 0);
  const [failed] = messages.flatMap((message) => message.kind === "failed" ? [message.what.en] : []);
  assert.match(failed ?? "", /Cannot prepare the lab: .*no space left/);
  const [gate] = gates();
  assert.deepEqual(gate?.kind === "obstacles" && gate.obstacles.map(({ kind, name }) => [kind, name]), [[
    "half-prepared",
    "muelle",
  ]]);
  assert.equal(looks(), 0, "a lab that has not begun gets no ticks");
  await watch.changes.choose("half-prepared muelle", "clean");
  await eventually(() => looks() > 0);
  assert.equal(gates().at(-1), undefined);
  assert.deepEqual(kinds(at), ["lab-prepared", "lab-cleaned", "lab-prepared", "lab-set-up"]);
});

Deno.test("a preparation that another grumete is at stands in the way only until it has ended", async () => {
  using at = place();
  at.store.append({ kind: "lab-prepared", lab: "muelle", attempt: "one", before }, 1);
  const { watch, gates, looks } = watched(at, emptyEngine, sampleLab(["docker volume create bodega"]));
  await using _watch = watch;
  await eventually(() => gates().length > 0);
  assert.equal(looks(), 0);
  at.store.append({ kind: "lab-set-up", lab: "muelle", attempt: "one" }, 2);
  watch.touch();
  await eventually(() => looks() > 0);
  assert.equal(gates().at(-1), undefined);
});

Deno.test("a preparation that ends while it is to be undone is not undone: somebody may be at work on it", async () => {
  using at = place();
  at.store.append({ kind: "lab-prepared", lab: "muelle", attempt: "one", before }, 1);
  const { watch, gates, calls } = watched(at, emptyEngine, sampleLab(["docker volume create bodega"]));
  await using _watch = watch;
  await eventually(() => gates().length > 0);
  at.store.append({ kind: "lab-set-up", lab: "muelle", attempt: "one" }, 2);
  await watch.changes.choose("half-prepared muelle", "clean");
  await eventually(() => gates().at(-1) === undefined);
  assert.deepEqual(kinds(at), ["lab-prepared", "lab-set-up"]);
  assert.deepEqual(calls().filter((call) => / rm /.test(call)), []);
});

Deno.test("a task that is begun anew while the lab is left is begun anew to its end, and that is stored", async () => {
  using at = place();
  at.store.append({ kind: "lab-prepared", lab: "muelle", attempt: "one", before }, 1);
  const { watch, looks, calls } = watched(at, occupied.replace(`"volume rm")`, `"volume rm") sleep 0.3;`));
  await eventually(() => looks() > 0);
  void watch.changes.reset("volumen");
  await eventually(() => calls().includes("volume rm datos"));
  await watch[Symbol.asyncDispose]();
  assert.deepEqual(kinds(at), ["lab-prepared", "lab-task-reset"]);
});
