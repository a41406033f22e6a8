/** Tests of watching a lab: what is told, what is stored, and that nothing comes after the end. */

import assert from "node:assert/strict";
import { LabWatch } from "../../../lib/cli/lab/lab_watch.ts";
import { UserError } from "../../../lib/content/user_error.ts";
import type { Snapshot } from "../../../lib/lab/snapshot.ts";
import { decodeLab } from "../../../lib/content/decode_lab.ts";
import type { Message } from "../../../lib/screens/message.ts";
import type { EventStore } from "../../../lib/store/event_store.ts";
import { eventually } from "../../docker/eventually.ts";
import { snapshot } from "../../lab/samples.ts";
import { emptyEngine, engineOf, place, sampleLab, sampleLabText } from "../sample_world.ts";

const lab = sampleLab();
const before = { containers: [], volumes: [], networks: [], images: [] };
const solved = snapshot({ volumes: [{ name: "datos" }] });

function begun(store: EventStore): void {
  store.append({ kind: "lab-prepared", lab: lab.id, attempt: "one", before }, 1);
}

const kinds = (messages: readonly Message[]) => messages.map(({ kind }) => kind);

Deno.test("who leaves while a look is under way hears nothing more, and nothing of it is stored", async () => {
  using at = place();
  begun(at.store);
  const messages: Message[] = [];
  const answer = Promise.withResolvers<Snapshot>();
  const asked = Promise.withResolvers<void>();
  const engine = engineOf(emptyEngine, () => {
    asked.resolve();
    return answer.promise;
  });
  const watch = new LabWatch(lab, at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine,
    dispatch: (message) => messages.push(message),
  });
  await asked.promise;
  const before = messages.length;
  const left = watch[Symbol.asyncDispose]();
  answer.resolve(solved);
  await left;
  assert.equal(messages.length, before);
  assert.deepEqual(at.store.read().map(({ kind }) => kind), ["lab-prepared"]);
});

Deno.test("a task that another grumete begins anew during a look is not passed by what that look saw", async () => {
  using at = place();
  begun(at.store);
  const verdicts: string[] = [];
  const answer = Promise.withResolvers<Snapshot>();
  const asked = Promise.withResolvers<void>();
  let looks = 0;
  await using _watch = new LabWatch(lab, at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine: engineOf(emptyEngine, () => {
      asked.resolve();
      return ++looks === 1 ? answer.promise : Promise.resolve(snapshot({}));
    }),
    dispatch: (message) => {
      if (message.kind === "lab-verdict") verdicts.push(message.verdict.status);
    },
  });
  await asked.promise;
  at.store.append({ kind: "lab-task-reset", lab: lab.id, attempt: "one", tasks: ["volumen"] }, 2);
  answer.resolve(solved);
  await eventually(() => verdicts.length > 0);
  assert.ok(!verdicts.includes("passed"), verdicts.join());
  assert.deepEqual(at.store.read().map(({ kind }) => kind), ["lab-prepared", "lab-task-reset"]);
});

Deno.test("a lab that another grumete cleans up does not begin again by itself", async () => {
  using at = place();
  begun(at.store);
  const messages: Message[] = [];
  await using watch = new LabWatch(lab, at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine: engineOf(emptyEngine, () => Promise.resolve(snapshot({}))),
    dispatch: (message) => messages.push(message),
  });
  const verdicts = () => kinds(messages).filter((kind) => kind === "lab-verdict").length;
  await eventually(() => verdicts() === 1);
  at.store.append({ kind: "lab-cleaned", lab: lab.id, attempt: "one" }, 2);
  for (const wanted of [2, 3]) {
    watch.touch();
    await eventually(() => verdicts() >= wanted);
  }
  const said = messages.flatMap((message) => message.kind === "failed" ? [message.what.en] : []);
  assert.deepEqual(said, [`"${lab.id}" was cleaned up by another grumete`]);
  assert.deepEqual(at.store.read().map(({ kind }) => kind), ["lab-prepared", "lab-cleaned"]);
  // Begun anew in that other window, it goes on here too.
  at.store.append({ kind: "lab-prepared", lab: lab.id, attempt: "two", before }, 3);
  watch.touch();
  await eventually(() => watch.attempt === "two");
});

Deno.test("who leaves a lab that asks for what happened does not wait for what the engine remembers", async () => {
  using at = place();
  const events = decodeLab(
    sampleLabText().replace("{ volume: datos, exists: true }", "{ event: { container: web, action: start } }"),
    "lab.yaml",
  ).value;
  assert.ok(events);
  begun(at.store);
  await using engine = engineOf(emptyEngine, () => Promise.resolve(solved));
  const watched = () =>
    new LabWatch(events, at.folder, {
      store: at.store,
      stateFolder: at.folder,
      engine: { ...engine, [Symbol.asyncDispose]: () => Promise.resolve() },
      dispatch: () => {},
    });
  const asked = () => engine.calls().filter((call) => call.startsWith("events")).length;
  await watched()[Symbol.asyncDispose]();
  assert.equal(asked(), 0);
  await using _stays = watched();
  await eventually(() => asked() > 0);
});

Deno.test("a store that fails is told once, and nothing is shown as passed until it works again", async () => {
  using at = place();
  begun(at.store);
  const messages: Message[] = [];
  let looks = 0;
  let broken = true;
  const store: EventStore = {
    path: at.store.path,
    identity: at.store.identity,
    latest: (subject) => at.store.latest(subject),
    subjects: (kind) => at.store.subjects(kind),
    read: (subject) => at.store.read(subject),
    events: () => at.store.events(),
    since: (sequence) => at.store.since(sequence),
    uidAt: (sequence) => at.store.uidAt(sequence),
    exported: () => at.store.exported(),
    flaws: () => at.store.flaws(),
    appendAll: (events, when) => events.map((event) => store.append(event, when)),
    append(event, when) {
      if (broken) throw new UserError({ es: "Disco lleno", en: "Disk full" });
      return at.store.append(event, when);
    },
    [Symbol.dispose]() {},
  };
  const engine = engineOf(emptyEngine, () => {
    looks++;
    return Promise.resolve(solved);
  });
  await using watch = new LabWatch(lab, at.folder, {
    store,
    stateFolder: at.folder,
    engine,
    dispatch: (message) => messages.push(message),
  });
  for (const wanted of [1, 2, 3]) {
    await eventually(() => looks >= wanted);
    watch.touch();
  }
  assert.deepEqual(kinds(messages).filter((kind) => kind === "failed"), ["failed"]);
  assert.ok(!kinds(messages).includes("lab-verdict"));
  broken = false;
  watch.touch();
  await eventually(() => kinds(messages).includes("lab-verdict"));
  assert.equal(at.store.read().at(-1)?.kind, "lab-task-passed");
});

Deno.test("a setup that failed says why, once, and until it is undone nothing is looked at", async () => {
  using at = place();
  const messages: Message[] = [];
  let looks = 0;
  const engine = engineOf(`${emptyEngine}\necho 'Error response from daemon: no room' >&2; exit 1`, () => {
    looks++;
    return Promise.resolve(solved);
  });
  await using watch = new LabWatch(sampleLab(["docker volume create bodega"]), at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine,
    dispatch: (message) => messages.push(message),
  });
  await eventually(() => kinds(messages).includes("failed"));
  for (const wanted of [1, 2]) {
    watch.touch();
    await eventually(() => kinds(messages).filter((kind) => kind === "lab-gate").length >= wanted);
  }
  const failed = messages.flatMap((message) => message.kind === "failed" ? [message.what.en] : []);
  assert.equal(failed.length, 1);
  assert.match(failed[0] ?? "", /no room/);
  assert.deepEqual([looks, kinds(messages).includes("lab-verdict")], [0, false]);
  assert.deepEqual(at.store.read().map(({ kind }) => kind), ["lab-prepared"]);
});

Deno.test("an engine that comes back in the middle of a look: the lab has begun before a verdict is shown", async () => {
  using at = place();
  const down = `marker=${at.folder}/up
if [ ! -e "$marker" ]; then
  touch "$marker"
  echo "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?" >&2
  exit 1
fi
`;
  const verdicts: (readonly string[])[] = [];
  const watch = new LabWatch(lab, at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine: engineOf(down + emptyEngine, () => Promise.resolve(solved)),
    dispatch: ({ kind }) => {
      if (kind === "lab-verdict") verdicts.push(at.store.read().map((event) => event.kind));
    },
  });
  await eventually(() => Promise.resolve(verdicts.length > 0));
  await watch[Symbol.asyncDispose]();
  assert.deepEqual(verdicts[0], ["lab-prepared", "lab-task-passed"]);
});

Deno.test("on another engine than that of the attempt nothing counts, and it is said once where to go back to", async () => {
  using at = place();
  const home = { context: "aula", host: "ssh://aula", id: "A" };
  at.store.append({ kind: "lab-prepared", lab: lab.id, attempt: "one", before, engine: home }, 1);
  const messages: Message[] = [];
  const engine = {
    ...engineOf(emptyEngine, () => Promise.resolve(solved)),
    address: () => Promise.resolve({ context: "default", host: "unix:///var/run/docker.sock", id: "B" }),
  };
  await using watch = new LabWatch(lab, at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine,
    dispatch: (message) => messages.push(message),
  });
  const verdicts = () => messages.flatMap((message) => message.kind === "lab-verdict" ? [message.verdict] : []);
  await eventually(() => verdicts().length === 1);
  watch.touch();
  await eventually(() => verdicts().length === 2);
  assert.deepEqual(verdicts().map(({ status, score }) => [status, score]), [["unchecked", 0], ["unchecked", 0]]);
  const said = messages.flatMap((message) => message.kind === "failed" ? [message] : []);
  assert.equal(said.length, 1);
  assert.match(said[0]?.what.en ?? "", /it began on another \(aula · ssh:\/\/aula\)/);
  assert.match(said[0]?.next?.en ?? "", /--context aula/);
  assert.deepEqual(at.store.read().map(({ kind }) => kind), ["lab-prepared"]);
});

Deno.test("what could not be looked at is looked at again, although docker answered meanwhile and nothing happened", async () => {
  using at = place();
  begun(at.store);
  const statuses: string[] = [];
  let looks = 0;
  const engine = engineOf(emptyEngine, () => {
    const hung = { kind: "unknown", fault: { kind: "hung", detail: "" } } as const;
    return Promise.resolve(++looks === 1 ? { ...snapshot({}), volumes: new Map([["datos", hung]]) } : solved);
  });
  await using _watch = new LabWatch(lab, at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine,
    dispatch: (message) => {
      if (message.kind === "lab-verdict") statuses.push(message.verdict.status);
    },
  });
  await eventually(() => statuses.includes("passed"));
  assert.equal(statuses[0], "unchecked");
});
