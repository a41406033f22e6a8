/** Three machines that exchange what they know, in any order and as often as they like, end with the same. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { type EventStore, openStore } from "../../lib/store/event_store.ts";
import { Incoming } from "../../lib/store/incoming.ts";
import { itemId } from "../../lib/study/item.ts";
import type { Stored, StudyEvent } from "../../lib/study/events.ts";
import { decodeEvent, encodeEvent } from "../../lib/study/exported.ts";
import { recordOf } from "../../lib/study/record.ts";
import { temporaryFolder } from "../e2e/grumete.ts";

/** What happens: something is learnt on a machine when its clock shows `at`, or one takes what the other has. */
type Step =
  | { readonly kind: "learn"; readonly machine: number; readonly at: number; readonly event: StudyEvent }
  | { readonly kind: "take"; readonly machine: number; readonly from: number };

const machine = fc.nat(2);
const minute = 60_000;
const attempt = fc.constantFrom("a", "b", "c");
const question = fc.constantFrom("q1", "q2", "q3");
const fraction = fc.constantFrom(0, 0.5, 1);

const event: fc.Arbitrary<StudyEvent> = fc.oneof(
  attempt.map((attempt): StudyEvent => ({ kind: "quiz-started", quiz: "z", attempt, options: { seed: 1 } })),
  fc.tuple(attempt, question, fraction).map(([attempt, question, fraction]): StudyEvent => ({
    ...{ kind: "quiz-answered", quiz: "z", attempt, question, answer: { kind: "truefalse", value: fraction > 0 } },
    ...{ status: fraction === 1 ? "correct" : fraction === 0 ? "incorrect" : "partial", fraction },
  })),
  fc.tuple(attempt, fraction).map(([attempt, score]): StudyEvent => ({
    ...{ kind: "quiz-finished", quiz: "z", attempt, score, max: 1 },
  })),
  fc.tuple(question, fraction, fc.boolean()).map(([question, fraction, cram]): StudyEvent => ({
    ...{ kind: "review-answered", item: itemId({ kind: "quiz", quiz: "z", question }), attempt: "r" },
    ...{ status: fraction === 1 ? "correct" : "incorrect", fraction, cram },
  })),
  question.map((question): StudyEvent => ({
    ...{ kind: "review-rated", item: itemId({ kind: "quiz", quiz: "z", question }), attempt: "r", rating: "hard" },
  })),
  fc.constantFrom(5, 20).map((newPerDay): StudyEvent => ({
    ...{ kind: "study-settings", attempt: "s", settings: { newPerDay }, algorithm: "x" },
  })),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    // Few moments, far apart or the same: clocks that step back, and that show the same.
    arbitrary: fc.record({
      kind: fc.constant("learn" as const),
      machine,
      at: fc.nat(12).map((n) => n * 700 * minute),
      event,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("take" as const), machine, from: machine }) },
);

/** As the two verbs do it. Gives how many events are new. */
function take(to: EventStore, from: EventStore): number {
  using incoming = new Incoming(to.path);
  for (const event of from.exported().events) {
    const read = decodeEvent(encodeEvent(event).trimEnd(), { path: "-", line: 1 });
    assert.ok(read.kind === "read", JSON.stringify(read));
    incoming.add(read.value);
  }
  const fresh = incoming.fresh();
  assert.equal(incoming.keep(), fresh);
  return fresh;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  assert.ok(item);
  return item;
}

/** What is the same on every machine. */
function shared({ sequence: _, imported: __, ...rest }: Stored): unknown {
  return rest;
}

function known(store: EventStore): readonly unknown[] {
  return store.read().map(shared);
}

function withThree(work: (stores: readonly [EventStore, EventStore, EventStore]) => void): void {
  using folder = temporaryFolder();
  using one = openStore(`${folder.path}/1`);
  using two = openStore(`${folder.path}/2`);
  using three = openStore(`${folder.path}/3`);
  work([one, two, three]);
}

Deno.test("machines that have taken everything from each other have the same events in the same order, and the same progress", () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      (steps, order) =>
        withThree((stores) => {
          let learnt = 0;
          /** Pairs of uids: the second was stored where the first was known. */
          const after: (readonly [string, string])[] = [];
          for (const step of steps) {
            const store = at(stores, step.machine);
            if (step.kind === "learn") {
              const last = store.read().at(-1);
              const { uid } = store.append(step.event, step.at, 60);
              if (last) after.push([last.uid, uid]);
              learnt++;
            } else if (step.from !== step.machine) take(store, at(stores, step.from));
          }
          const [a, b, c] = order.map((index) => at(stores, index)) as [EventStore, EventStore, EventStore];
          for (const [to, from] of [[a, b], [a, c], [b, a], [c, b]] as const) take(to, from);
          assert.equal(a.read().length, learnt);
          for (const store of [b, c]) {
            assert.deepEqual(known(store), known(a));
            const { labs: _, ...progress } = recordOf(store.events());
            const { labs: __, ...same } = recordOf(a.events());
            assert.deepEqual(progress, same);
          }
          for (const [to, from] of [[a, b], [b, c], [c, a], [a, a]] as const) assert.equal(take(to, from), 0);
          const places = new Map(a.read().map(({ uid }, index) => [uid, index]));
          for (const [first, second] of after) assert.ok((places.get(first) ?? NaN) < (places.get(second) ?? NaN));
          for (const store of stores) assert.deepEqual(store.flaws(), []);
        }),
    ),
    { numRuns: 60 },
  );
});

Deno.test("an order that comes to nothing is noticed: the same events in another order are another progress", () => {
  const reviewed = (question: string, fraction: number, when: number): Stored => ({
    ...{ kind: "review-answered", item: `quiz/z/${question}`, attempt: "r", status: "correct", fraction, cram: false },
    ...{ sequence: 1, at: when, zone: 0, uid: question, imported: false },
  });
  const [one, two] = [reviewed("q", 0, 1), reviewed("q", 1, 9 * 24 * 60 * minute)];
  assert.notDeepEqual(recordOf([one, two]).cards, recordOf([two, one]).cards);
});

Deno.test("a lab that is going on elsewhere is not going on here, but what was passed there is", () =>
  withThree(([here, there]) => {
    const lab = { lab: "muelle", attempt: "x" } as const;
    const before = { containers: [], volumes: [], networks: [], images: [] };
    there.append({ kind: "lab-prepared", ...lab, before }, 1);
    there.append({ kind: "lab-task-passed", ...lab, task: "faro" }, 2);
    take(here, there);
    const seen = recordOf(here.events()).labs.get("muelle");
    assert.equal(seen?.cleaned, true);
    assert.deepEqual([...seen?.passed.keys() ?? []], ["faro"]);
    here.append({ kind: "lab-prepared", lab: "muelle", attempt: "y", before }, 3);
    assert.equal(recordOf(here.events()).labs.get("muelle")?.cleaned, false);
    // There it goes on as before.
    take(there, here);
    assert.equal(recordOf(there.events()).labs.get("muelle")?.attempt, "x");
    assert.equal(recordOf(there.events()).labs.get("muelle")?.cleaned, false);
  }));

Deno.test("a quiz that is finished on one machine counts as the best, though another attempt began elsewhere meanwhile", () =>
  withThree(([here, there]) => {
    const began = (attempt: string): StudyEvent => ({ kind: "quiz-started", quiz: "z", attempt, options: { seed: 1 } });
    here.append(began("mine"), 1);
    there.append(began("theirs"), 2);
    here.append({ kind: "quiz-finished", quiz: "z", attempt: "mine", score: 3, max: 4 }, 3);
    take(here, there);
    const progress = recordOf(here.events()).quizzes.get("z");
    assert.deepEqual([progress?.attempt, progress?.finished, progress?.best], ["theirs", false, 0.75]);
  }));
