/** What lasts on the engine is told while it goes on, and can be given up without leaving anything. */

import { deepStrictEqual as deepEqual, ok, rejects, strictEqual as equal } from "node:assert/strict";
import { begin } from "../../../lib/cli/lab/lab_attempt.ts";
import { openAttempt } from "../../../lib/cli/lab/lab_passes.ts";
import { LabWatch } from "../../../lib/cli/lab/lab_watch.ts";
import { Working } from "../../../lib/cli/lab/working.ts";
import { same } from "../../../lib/content/text.ts";
import { obstacleKey } from "../../../lib/lab/obstacle.ts";
import { UserError } from "../../../lib/content/user_error.ts";
import type { Message } from "../../../lib/screens/message.ts";
import { eventually } from "../../docker/eventually.ts";
import { snapshot } from "../../lab/samples.ts";
import { emptyEngine, engineOf, place, sampleLab } from "../sample_world.ts";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The first volume is made at once and stays until it is removed; the second takes a minute. */
const slow = `
made="$0.made"
case "$1 $2" in
  info*) exit 0;;
  "volume ls") [ -e "$made" ] && echo bodega; exit 0;;
  "volume inspect") echo '[{"Name":"bodega","CreatedAt":"2026-01-02T00:00:00Z","Labels":{"grumete.lab":"muelle"}}]'; exit 0;;
  "volume rm") rm -f "$made"; exit 0;;
  "volume create") case "$*" in *segunda*) exec sleep 60;; *) touch "$made";; esac; exit 0;;
  *" ls") exit 0;;
  *" inspect") echo '[]'; exit 0;;
esac`;
const setup = ["docker volume create bodega", "docker volume create segunda"];

function activities(messages: readonly Message[]) {
  return messages.flatMap((message) => message.kind === "lab-activity" ? [message.activity] : []);
}

Deno.test("what is over within a second is never told", async () => {
  const messages: Message[] = [];
  await new Working("muelle", (message) => messages.push(message)).during(
    { what: same("quick"), cancel: false },
    ({ tell }) => Promise.resolve(tell({ note: "now" })),
  );
  deepEqual(messages, []);
});

Deno.test("what lasts is told with its steps, and its end is told, also when it fails", async () => {
  const messages: Message[] = [];
  const working = new Working("muelle", (message) => messages.push(message));
  await rejects(
    working.during({ what: same("slow"), cancel: true }, async ({ tell }) => {
      tell({ steps: { done: 1, total: 2 }, note: "first" });
      await sleep(1100);
      throw new Error("no");
    }),
    /no/,
  );
  const [first, ...rest] = activities(messages);
  const { seconds, ...told } = first ?? {};
  // On a busy machine the second second may have begun.
  ok(seconds !== undefined && seconds >= 1);
  deepEqual(told, { what: same("slow"), cancel: true, steps: { done: 1, total: 2 }, note: "first" });
  equal(rest.at(-1), undefined);
});

Deno.test("a preparation that is given up takes back what it has made, and says what that was", async () => {
  using at = place();
  await using engine = engineOf(slow, () => Promise.reject(new Error("nobody looks here")));
  const giving = new AbortController();
  const lab = sampleLab(setup);
  const told: unknown[] = [];
  const world = { store: at.store, engine, stateFolder: at.folder, now: () => 1, given: giving.signal };
  const beginning = begin(lab, at.folder, {
    ...world,
    tell: (news) => {
      told.push(news);
      if (news.note?.includes("segunda")) setTimeout(() => giving.abort(), 200);
    },
  });
  await rejects(beginning, (error) => {
    ok(error instanceof UserError);
    deepEqual([error.exitCode, error.what.en], [130, "Preparation cancelled: bodega removed"]);
    return true;
  });
  deepEqual(told.slice(0, 2), [
    { steps: { done: 0, total: 2 }, note: "docker volume create bodega" },
    { steps: { done: 1, total: 2 }, note: "docker volume create segunda" },
  ]);
  equal(openAttempt(at.store, lab.id), undefined);
  ok(engine.calls().some((call) => call.startsWith("volume rm")));
});

Deno.test("on screen a preparation that was given up is told, and does not begin by itself again", async () => {
  using at = place();
  const engine = engineOf(slow, () => Promise.resolve(snapshot({})));
  const messages: Message[] = [];
  const dispatch = (message: Message) => void messages.push(message);
  const world = { store: at.store, stateFolder: at.folder, engine, dispatch };
  await using watch = new LabWatch(sampleLab(setup), at.folder, world);
  await eventually(() => activities(messages).some((activity) => activity?.steps?.done === 1));
  watch.cancel();
  await eventually(() => messages.some(({ kind }) => kind === "failed"));
  watch.touch();
  await sleep(300);
  const said = messages.flatMap((message) => message.kind === "failed" ? [message.what.en] : []);
  deepEqual(said, ["Preparation cancelled: bodega removed"]);
  deepEqual(at.store.read().map(({ kind }) => kind), ["lab-prepared", "lab-cleaned"]);
  equal(activities(messages).at(-1), undefined);
});

Deno.test("what can be prepared at once is never asked whether it was given up", async () => {
  using at = place();
  await using engine = engineOf(emptyEngine, () => Promise.reject(new Error("nobody looks here")));
  const given = AbortSignal.abort();
  const world = { store: at.store, engine, stateFolder: at.folder, now: () => 1, given };
  equal((await begin(sampleLab(), at.folder, world)).kind, "begun");
});

/** The image is never there; fetching it names its layers, gets the first, and takes a minute for the rest. */
const fetching = `
case "$1 $2" in
  info*) exit 0;;
  pull*) printf '%s\\n' 'a1b2c3d4e5f6: Pulling fs layer' '0123456789ab: Pulling fs layer' 'a1b2c3d4e5f6: Pull complete'; exec sleep 60;;
  *" ls") exit 0;;
  *" inspect") echo '[]'; exit 0;;
esac`;

Deno.test("an image that is fetched shows its layers, and can be given up: then it is asked about again", async () => {
  using at = place();
  const engine = engineOf(fetching, () => Promise.resolve(snapshot({})));
  const messages: Message[] = [];
  const dispatch = (message: Message) => void messages.push(message);
  const lab = { ...sampleLab(), images: ["nginx:1.27"] };
  await using watch = new LabWatch(lab, at.folder, { store: at.store, stateFolder: at.folder, engine, dispatch });
  const gates = () => messages.filter(({ kind }) => kind === "lab-gate").length;
  await eventually(() => gates() > 0);
  const [obstacle] = watch.changes.obstacles;
  ok(obstacle);
  const choosing = watch.changes.choose(obstacleKey(obstacle), "pull");
  await eventually(() => activities(messages).length > 0);
  deepEqual(activities(messages)[0], {
    what: same("docker pull nginx:1.27"),
    cancel: true,
    steps: { done: 1, total: 2 },
    note: "a1b2c3d4e5f6: Pull complete",
    seconds: 1,
  });
  const before = gates();
  watch.cancel();
  await choosing;
  deepEqual(
    messages.flatMap((message) => message.kind === "failed" ? [message.what.en] : []),
    ["Cancelled: `docker pull nginx:1.27`"],
  );
  await eventually(() => gates() > before);
});
