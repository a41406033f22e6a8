/** Tests of what performs the effects of the screens: races between a lab that is opened and who leaves it. */

import assert from "node:assert/strict";
import { Performer } from "../../../lib/cli/screen/performer.ts";
import type { Effect } from "../../../lib/screens/effects.ts";
import type { Message } from "../../../lib/screens/message.ts";
import { rememberLine } from "../../../lib/store/prompt_history.ts";
import type { Stage } from "../../../lib/terminal/run.ts";
import { eventually } from "../../docker/eventually.ts";
import { type Place, place, sampleLab, sampleLabText } from "../sample_world.ts";

const lab = sampleLab();
const before = { containers: [], volumes: [], networks: [], images: [] };
const kinds = (messages: readonly Message[]) => messages.map(({ kind }) => kind);

/** A lab from elsewhere that runs a program to look, in its own folder, and what performs effects for it. */
function opening(at: Place) {
  const text = sampleLabText().replace("{ volume: datos, exists: true }", "{ exec: faro, run: [date], exitCode: 0 }");
  Deno.mkdirSync(`${at.folder}/muelle`);
  Deno.writeTextFileSync(`${at.folder}/muelle/lab.yaml`, text);
  const performer = new Performer({
    lang: "es",
    plain: true,
    interactive: false,
    contentFolders: [],
    stateFolder: () => at.folder,
  });
  const messages: Message[] = [];
  const dispatch = (message: Message) => void messages.push(message);
  const stage: Stage<Message> = { dispatch, handOver: (run) => run(), canHandOver: () => true, copy: () => {} };
  return { messages, performer, dispatch, perform: (effect: Effect) => performer.perform(effect, stage) };
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

Deno.test("a lab that was left while it was being opened is not watched, and of two opened at once only the last", async () => {
  using at = place();
  at.store.append({ kind: "lab-prepared", lab: lab.id, attempt: "one", before }, 1);
  const { performer, perform, messages, dispatch } = opening(at);
  await using _performer = performer;
  // It runs nothing, so nobody is asked.
  const file = { kind: "lab", id: lab.id, path: `${at.folder}/lab.yaml`, folder: at.folder } as const;
  const opened = { content: lab, file };
  const watching = performer.lab.watch(opened, dispatch);
  await perform({ kind: "leave-lab", lab: lab.id });
  await watching;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(messages, []);
  const ways: string[] = [];
  await Promise.all(["first", "last"].map((way) => performer.lab.watch(opened, () => void ways.push(way))));
  await eventually(() => ways.length > 0);
  assert.ok(!ways.includes("first"));
});

Deno.test("who gives up another lab while it opens keeps the one below, which goes on being watched", async () => {
  using at = place();
  at.store.append({ kind: "lab-prepared", lab: lab.id, attempt: "one", before }, 1);
  const { performer, perform, messages, dispatch } = opening(at);
  await using _performer = performer;
  const file = { kind: "lab", id: lab.id, path: `${at.folder}/lab.yaml`, folder: at.folder } as const;
  await performer.lab.watch({ content: lab, file }, dispatch);
  const other = perform({ kind: "open-lab", id: `${at.folder}/muelle`, ticket: 1 });
  await perform({ kind: "leave-lab", lab: `${at.folder}/muelle` });
  await other;
  assert.ok(!kinds(messages).includes("lab-opened"));
  messages.length = 0;
  performer.lab.refresh();
  await eventually(() => messages.length > 0);
  await perform({ kind: "leave-lab", lab: lab.id });
  assert.throws(() => performer.lab.attempt);
});

Deno.test("a review is given back as it was stored, with the time since its question was shown", async () => {
  using at = place();
  const { performer, perform, messages } = opening(at);
  await using _performer = performer;
  await perform({ kind: "question-shown" });
  const what = {
    kind: "review-answered",
    item: "quiz/uno/dos",
    mark: { status: "correct", fraction: 1 },
    cram: false,
  } as const;
  await perform({ kind: "record", ticket: 7, what });
  const [message] = messages;
  assert.ok(message?.kind === "recorded" && message.ticket === 7 && message.event?.kind === "review-answered");
  assert.ok((message.event.took ?? -1) >= 0);
  const [{ sequence: _, at: __, zone: ___, uid: ____, imported: _____, ...stored } = assert.fail()] = at.store.read();
  assert.deepEqual(stored, message.event);
});
