/** What a quiz changed, as the summary tells it. */

import assert from "node:assert/strict";
import { Performer } from "../../../lib/cli/screen/performer.ts";
import type { Effect } from "../../../lib/screens/effects.ts";
import type { Message } from "../../../lib/screens/message.ts";
import type { SummaryNews } from "../../../lib/screens/summary.ts";
import type { Stage } from "../../../lib/terminal/run.ts";
import { smallCourse } from "../small_course.ts";

Deno.test("mastery before and after, the labs that fit, and when the questions come back", async () => {
  using course = smallCourse();
  await using performer = new Performer(course.world);
  const first = await taken(performer, { dura: true, une: false, apila: true });
  const of = (news: SummaryNews, id: string) => news.concepts.find((concept) => concept.id === id);
  assert.equal(of(first, "volumen")?.before, 0);
  // One of the two questions was right; the other one is known not to be known.
  const after = of(first, "volumen")?.after ?? 0;
  assert.ok(after > 0.4 && after <= 0.5, `${after}`);
  assert.deepEqual(of(first, "volumen")?.labs.map(({ id }) => id), ["taller"]);
  assert.deepEqual(of(first, "capa")?.labs, []);
  assert.ok(first.next !== undefined && first.next >= 1);

  const second = await taken(performer, { dura: false, une: true, apila: true });
  assert.equal(of(second, "volumen")?.before, after);
  assert.ok((of(second, "montaje")?.after ?? 0) > (of(second, "montaje")?.before ?? 0));
});

Deno.test("a lab that is given up while its file is read never comes to screen", async () => {
  using course = smallCourse();
  await using performer = new Performer(course.world);
  const messages: Message[] = [];
  const stage: Stage<Message> = {
    dispatch: (message) => void messages.push(message),
    handOver: (run) => run(),
    canHandOver: () => true,
    copy: () => {},
  };
  const opening = performer.perform({ kind: "open-lab", id: "taller", ticket: 4 }, stage);
  await performer.perform({ kind: "leave-lab", lab: "taller" }, stage);
  await opening;
  assert.equal(messages.length, 0);
  await performer.perform({ kind: "open-lab", id: "nada", ticket: 5 }, stage);
  assert.deepEqual(messages.map((message) => [message.kind, "ticket" in message && message.ticket]), [["failed", 5]]);
});

/** Opens the quiz, answers, ends it, and asks what it changed. */
async function taken(performer: Performer, answers: Readonly<Record<string, boolean>>): Promise<SummaryNews> {
  const messages: Message[] = [];
  const stage: Stage<Message> = {
    dispatch: (message) => void messages.push(message),
    handOver: (run) => run(),
    canHandOver: () => true,
    copy: () => {},
  };
  const perform = (effect: Effect) => performer.perform(effect, stage);
  await perform({ kind: "open-quiz", id: "discos", start: { kind: "fresh" }, ticket: 1 });
  let ticket = 1;
  for (const [question, value] of Object.entries(answers)) {
    const mark = value ? { status: "correct", fraction: 1 } as const : { status: "incorrect", fraction: 0 } as const;
    await perform({
      kind: "record",
      ticket: ++ticket,
      what: { kind: "quiz-answered", quiz: "discos", question, answer: { kind: "truefalse", value }, mark },
    });
  }
  await perform({
    kind: "record",
    ticket: ++ticket,
    what: { kind: "quiz-finished", quiz: "discos", score: 2, max: 3 },
  });
  await perform({ kind: "load-summary", quiz: "discos" });
  const last = messages.at(-1);
  assert.ok(last?.kind === "summary-loaded", JSON.stringify(last));
  return last.news;
}
