/** Tests of watching a lab: what is told, what is stored, and that nothing comes after the end. */

import assert from "node:assert/strict";
import { LabWatch } from "../../lib/cli/lab_watch.ts";
import { Performer } from "../../lib/cli/performer.ts";
import { UserError } from "../../lib/content/user_error.ts";
import type { Snapshot } from "../../lib/lab/snapshot.ts";
import { decodeLab } from "../../lib/content/decode.ts";
import type { Effect } from "../../lib/screens/effects.ts";
import type { Message } from "../../lib/screens/message.ts";
import { rememberLine } from "../../lib/store/prompt_history.ts";
import type { Stage } from "../../lib/terminal/run.ts";
import type { EventStore } from "../../lib/store/event_store.ts";
import { eventually } from "../docker/eventually.ts";
import { snapshot } from "../lab/samples.ts";
import { emptyEngine, engineOf, type Place, place, sampleLab, sampleLabText } from "./sample_world.ts";

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
    latest: (subject) => at.store.latest(subject),
    read: (subject) => at.store.read(subject),
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

Deno.test("a lab that was left while it was being opened is not watched, and of two opened at once only the last", async () => {
  using at = place();
  begun(at.store);
  const messages: Message[] = [];
  const opened = { content: lab, file: { kind: "lab", id: lab.id, path: `${at.folder}/lab.yaml`, folder: at.folder } };
  {
    await using performer = new Performer({
      lang: "es",
      plain: true,
      interactive: false,
      contentFolders: [],
      stateFolder: () => at.folder,
    });
    const stage: Stage<Message> = {
      dispatch: (message) => void messages.push(message),
      handOver: (run) => run(),
      canHandOver: () => true,
    };
    const watching = performer.watchLab(opened as Parameters<Performer["watchLab"]>[0], stage.dispatch);
    await performer.perform({ kind: "leave-lab", lab: lab.id }, stage);
    await watching;
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(messages, []);
    const ways: string[] = [];
    await Promise.all(
      ["first", "last"].map((way) =>
        performer.watchLab(opened as Parameters<Performer["watchLab"]>[0], () => void ways.push(way))
      ),
    );
    await eventually(() => ways.length > 0);
    assert.ok(!ways.includes("first"));
  }
});

/** A lab from elsewhere, in its own folder, and what performs effects for it. */
function opening(at: Place) {
  Deno.mkdirSync(`${at.folder}/muelle`);
  Deno.writeTextFileSync(`${at.folder}/muelle/lab.yaml`, sampleLabText(["docker volume create bodega"]));
  const performer = new Performer({
    lang: "es",
    plain: true,
    interactive: false,
    contentFolders: [],
    stateFolder: () => at.folder,
  });
  const messages: Message[] = [];
  const stage: Stage<Message> = {
    dispatch: (message) => void messages.push(message),
    handOver: (run) => run(),
    canHandOver: () => true,
  };
  return { messages, performer, perform: (effect: Effect) => performer.perform(effect, stage) };
}

Deno.test("a lab that is left while its file is read is neither watched nor asked about", async () => {
  using at = place();
  const { performer, perform, messages } = opening(at);
  await using _performer = performer;
  const watching = perform({ kind: "watch-lab", reference: `${at.folder}/muelle` });
  await perform({ kind: "leave-lab", lab: lab.id });
  await watching;
  assert.deepEqual(messages, []);
});

Deno.test("the question whether a lab may run is answered once, however often the key is pressed, and not by who left", async () => {
  using at = place();
  const { performer, perform, messages } = opening(at);
  await using _performer = performer;
  const trusted = () => at.store.read().filter(({ kind }) => kind === "lab-trusted").length;
  const agree: Effect = { kind: "answer-gate", lab: lab.id, answer: { kind: "trust" } };
  await perform({ kind: "watch-lab", reference: `${at.folder}/muelle` });
  assert.deepEqual(kinds(messages), ["lab-gate"]);
  await Promise.all([perform(agree), perform({ kind: "leave-lab", lab: lab.id })]);
  assert.equal(trusted(), 0);
  await perform({ kind: "watch-lab", reference: `${at.folder}/muelle` });
  await Promise.all([perform(agree), perform(agree)]);
  assert.equal(trusted(), 1);
});

Deno.test("what was typed in earlier sessions is there even while the lab is still opening", async () => {
  using at = place();
  const { performer, perform, messages } = opening(at);
  await using _performer = performer;
  rememberLine(at.folder, "docker ps");
  await perform({ kind: "open-prompt", lab: lab.id });
  assert.deepEqual(messages, [{ kind: "prompt-history", lab: lab.id, lines: ["docker ps"] }]);
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
