/** A review taken line by line. */

import assert from "node:assert/strict";
import { plainReview } from "../../lib/cli/plain/plain_review.ts";
import type { Lang } from "../../lib/content/text.ts";
import type { Happening } from "../../lib/screens/effects.ts";
import type { ReviewOpening } from "../../lib/screens/review.ts";
import type { StudyEvent } from "../../lib/study/events.ts";
import { converse } from "../../lib/terminal/conversation.ts";
import { questionCard, sampleReview, taskCard } from "../screens/sample_review.ts";

const hypervisor = questionCard("hipervisor");
const template = questionCard("plantilla", "new");

/** As the store gives it back; every answer took so many ms. */
function asStored(what: Happening, took: number): StudyEvent | undefined {
  if (what.kind !== "review-answered") return undefined;
  const { mark, ...rest } = what;
  return { ...rest, ...mark, took, attempt: "uno" };
}

async function review(
  opening: ReviewOpening,
  lines: readonly string[],
  { lang = "en", record, written = [] }: {
    readonly lang?: Lang;
    readonly record?: (what: Happening) => void;
    readonly written?: string[];
  } = {},
) {
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
  let read = false;
  const stored: Happening[] = [];
  using talk = converse({
    read: () => Promise.resolve(read ? undefined : (read = true, bytes)),
    write: (text) => written.push(text) > 0,
    depth: "bare",
    width: () => 80,
    echoes: false,
  });
  const { results } = await plainReview(talk, opening, {
    lang,
    record(what) {
      record?.(what);
      stored.push(what);
      return asStored(what, 5_000);
    },
    flags: new Map(),
    shown() {},
  });
  return { results, stored, text: written.join("") };
}

Deno.test("a review line by line, from the first card to when the next is due", async (t) => {
  const { results, text } = await review(sampleReview([hypervisor, template, taskCard]), [
    ...["f", ""],
    ...["?", "++", "image", "4"],
    ...["docker volume create datos", "3"],
  ]);
  assert.deepEqual(results.map(({ rating }) => rating), ["good", "easy", "good"]);
  await t.assertSnapshot(text);
});

Deno.test("the same in Spanish, with what went wrong coming again", async (t) => {
  const { text } = await review(sampleReview([hypervisor]), ["v", "", "f"], { lang: "es" });
  await t.assertSnapshot(text);
});

Deno.test("each answer is stored before its result is said, with how sure the learner was", async () => {
  const written: string[] = [];
  const failing = review(sampleReview([hypervisor]), ["++", "f"], {
    written,
    record() {
      throw new Error("disk full");
    },
  });
  await assert.rejects(failing, /disk full/);
  assert.match(written.join(""), /I am sure/);
  assert.doesNotMatch(written.join(""), /Correct/);

  const { stored, text } = await review(sampleReview([hypervisor]), ["++", "f"]);
  const [what] = stored;
  assert.ok(what?.kind === "review-answered");
  assert.deepEqual([what.item, what.cram, what.confidence, what.mark.status], [
    "quiz/muestra/hipervisor",
    false,
    "sure",
    "correct",
  ]);
  assert.match(text, /Noted: easy; comes back in 21 days/);
});

Deno.test("another rating is stored, and said with the day on which the card comes back", async () => {
  const { stored, text } = await review(sampleReview([hypervisor]), ["f", "x", "2"]);
  assert.deepEqual(stored.at(-1), { kind: "review-rated", item: "quiz/muestra/hipervisor", rating: "hard" });
  assert.match(text, /Type 1, 2, 3 or 4[\s\S]*Noted: hard; comes back in 3 days/);
});

Deno.test("what each rating means is told to who asks, one below the other, and not after every card", async () => {
  const { stored, text } = await review(sampleReview([hypervisor]), ["f", "?", ""]);
  assert.match(text, /\n {2}1 again, tomorrow\n {2}2 hard, in 3 days\n {2}3 good, in 8 days\n {2}4 easy, in 21 days\n/);
  assert.equal(text.match(/2 hard/g)?.length, 1);
  assert.deepEqual(stored.map(({ kind }) => kind), ["review-answered"]);
});

Deno.test("who does not know it is told, and meets it again until it goes right", async () => {
  const { results, stored, text } = await review(sampleReview([hypervisor]), ["-", "", "t", "f"]);
  assert.deepEqual(
    stored.flatMap((what) => what.kind === "review-answered" ? [[what.mark.status, what.cram]] : []),
    [["skipped", false], ["incorrect", true], ["correct", true]],
  );
  assert.deepEqual(results.map(({ rating }) => rating), ["again"]);
  assert.match(text, /Again, for practice/);
});

Deno.test("a task is rated whatever was typed, and an empty line is no rating", async () => {
  const { stored } = await review(sampleReview([taskCard]), ["", "", "again", "easy"]);
  assert.deepEqual(
    stored.flatMap((what) => what.kind === "review-answered" ? [[what.rating, what.mark.fraction, what.cram]] : []),
    [["again", 0, false]],
  );
});

Deno.test("q and the end of the input leave a review; what was answered stays stored", async () => {
  for (const lines of [["f", "", "q"], ["f", ""]]) {
    const { stored, text } = await review(sampleReview([hypervisor, template]), lines);
    assert.equal(stored.length, 1);
    assert.match(text, /What you have reviewed is stored/);
  }
});

Deno.test("nothing due is one sentence, and when the next is", async () => {
  const { text } = await review(sampleReview([]), [], { lang: "es" });
  assert.deepEqual(text.split("\n"), [
    "Hoy no toca repasar nada.",
    "Lo siguiente que toca: 5 mañana, 2 en 4 días.",
    "Llevas 2 días seguidos.",
    "Para practicar sin esperar: grumete review --cram",
    "",
  ]);
});

Deno.test("practice asks for no rating and stores that it leaves the schedule alone", async () => {
  const { stored, text } = await review(sampleReview([hypervisor], { choice: { cram: true } }), ["f"]);
  assert.deepEqual(stored.map((what) => what.kind === "review-answered" && what.cram), [true]);
  assert.doesNotMatch(text, /Noted|to change it/);
});
