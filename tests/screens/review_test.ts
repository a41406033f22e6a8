/** The review as text, in the sizes that must work, and what its keys do. */

import assert from "node:assert/strict";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Effect, Happening } from "../../lib/screens/effects.ts";
import type { Size } from "../../lib/screens/frame.ts";
import type { ReviewCard, ReviewOpening } from "../../lib/screens/review.ts";
import { type Any, type Performer, pictureOf, play, typed } from "./drawn.ts";
import { sampleOpening } from "./sample_lab.ts";
import { questionCard, sampleReview, taskCard } from "./sample_review.ts";

type Inputs = Parameters<typeof play>[1];

const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const wide: Size = { columns: 160, rows: 50 };

function begun(opening: ReviewOpening): AppState {
  return startApp({ lang: "es", theme: { ascii: false }, size: usual, names: {} }, { kind: "review", opening });
}

const review = (cards: readonly ReviewCard[], ...inputs: Inputs) => play(begun(sampleReview(cards)), inputs).state;

function pictures(name: string, state: () => AppState, sizes: readonly Size[] = [usual, small, wide]): void {
  for (const size of sizes) {
    for (const lang of ["es", "en"] as const) {
      Deno.test(`${name} at ${size.columns}×${size.rows} in ${lang}`, async (t) => {
        await t.assertSnapshot(pictureOf(play({ ...state(), lang }, [{ kind: "resize", size }]).state));
      });
    }
  }
}

const kernel = questionCard("kernel");
/** True or false: "f" is right, "v" is wrong. */
const hypervisor = questionCard("hipervisor");

pictures("a due question asked", () => review([kernel, hypervisor, taskCard]));
pictures("a new question asked with a hint", () => review([questionCard("plantilla", "new"), kernel], "ctrl-t"));
pictures("a question that has changed, answered", () => review([questionCard("vida", "changed")], "enter"));
pictures("a question answered rightly and rated again", () => review([hypervisor, kernel], "f", "enter", "2"));
pictures("a question that is not known", () => review([kernel, hypervisor], "n"));
pictures("what went wrong comes again", () => review([hypervisor], "v", "enter", "enter"));
pictures("a task to be recalled", () => review([taskCard], ...typed("docker volume")));
pictures("a task with its solution", () => review([taskCard], ...typed("docker volume"), "enter"));
pictures("a task that is rated", () => review([taskCard], "enter", "3"));
pictures("practice asks without rating", () => {
  const opening = sampleReview([hypervisor], { choice: { cram: true } });
  return play(begun(opening), ["f", "enter"]).state;
});
pictures(
  "the end of a review",
  () =>
    review(
      [hypervisor, kernel, taskCard],
      "f",
      "enter",
      "enter",
      "n",
      "enter",
      "enter",
      "4",
      "enter",
      "b",
      "enter",
      "enter",
    ),
);
pictures("the end of a review that did not ask for all", () => {
  const opening = sampleReview([hypervisor], { more: 8, upcoming: [{ days: 2, count: 1 }], unseen: 40 });
  return play(begun(opening), ["f", "enter", "enter"]).state;
});
pictures("nothing is due", () => play(begun(sampleReview([], { unseen: 40, today: true })), []).state);
pictures("nothing was ever answered", () => play(begun(sampleReview([], { upcoming: [], streak: 0 })), []).state);
pictures("all keys of an answered question", () => review([hypervisor], "f", "enter", "?"));
pictures("all keys of a task", () => review([taskCard], "f1"), [usual, small]);

function happenings(effects: readonly Any[]): readonly Happening[] {
  return effects.flatMap((effect) => effect.kind === "record" ? [effect.what] : []);
}

/** The review on screen. */
function shown(state: AppState) {
  const top = state.screens.at(-1);
  assert.equal(top?.kind, "review");
  return top.state;
}

/** Stores at once; every answer took so long. */
const storingIn = (took: number): Performer => (effect) => {
  if (effect.kind !== "record") return [];
  if (effect.what.kind !== "review-answered") return [{ kind: "recorded", ticket: effect.ticket }];
  const { mark, ...what } = effect.what;
  return [{ kind: "recorded", ticket: effect.ticket, event: { ...what, ...mark, took, attempt: "uno" } }];
};

const failing: Performer = (effect) =>
  effect.kind === "record"
    ? [{ kind: "failed", ticket: effect.ticket, what: { es: "Disco lleno", en: "Disk full" } }]
    : [];

Deno.test("an answer is shown, and rated, only once it is stored", () => {
  const { state, effects } = play(begun(sampleReview([hypervisor])), ["f", "enter"], () => []);
  assert.equal(happenings(effects).length, 1);
  const { asked } = shown(state);
  assert.ok(asked.kind === "question" && asked.rating === undefined);
  assert.doesNotMatch(pictureOf(state), /Correcto|bien/);
});

Deno.test("an answer that cannot be stored stays as it was given, and can be sent again", () => {
  const before = play(begun(sampleReview([hypervisor])), ["f", "enter"], failing).state;
  assert.match(pictureOf(before), /Disco lleno/);
  const { state, effects } = play(before, ["escape", "enter"]);
  assert.equal(happenings(effects)[0]?.kind, "review-answered");
  assert.match(pictureOf(state), /✔ Correcto/);
});

Deno.test("what is stored says item, answer, mark and that it is no practice", () => {
  const [what] = happenings(play(begun(sampleReview([hypervisor])), ["f", "enter"]).effects);
  assert.ok(what?.kind === "review-answered");
  const { meaning, ...rest } = what;
  assert.match(meaning ?? "", /^[0-9a-f]{8}-[0-9a-f]{16}$/);
  assert.deepEqual(rest, {
    kind: "review-answered",
    item: "quiz/muestra/hipervisor",
    cram: false,
    answer: { kind: "truefalse", value: false },
    mark: { status: "correct", fraction: 1 },
    hints: 0,
  });
});

Deno.test("the rating follows from the answer as it was stored, with the time that it took", () => {
  const rating = (took: number, ...keys: readonly string[]) => {
    const { asked } = shown(play(begun(sampleReview([hypervisor])), keys, storingIn(took)).state);
    return asked.kind === "question" ? asked.rating : undefined;
  };
  assert.equal(rating(4_000, "s", "f", "enter"), "easy");
  assert.equal(rating(60_000, "s", "f", "enter"), "good");
  assert.equal(rating(4_000, "v", "enter"), "again");
});

Deno.test("another rating is stored before it is shown, and only where it is another", () => {
  const answered = play(begun(sampleReview([hypervisor])), ["f", "enter"]).state;
  const waiting = play(answered, ["2"], () => []);
  assert.deepEqual(happenings(waiting.effects), [
    { kind: "review-rated", item: "quiz/muestra/hipervisor", rating: "hard" },
  ]);
  const before = shown(waiting.state).asked;
  assert.ok(before.kind === "question" && before.rating === "good");
  const { state, effects } = play(answered, ["2", "2", "enter", "3"]);
  assert.equal(happenings(effects).length, 1);
  assert.deepEqual(shown(state).results.map(({ rating }) => rating), ["hard"]);
});

Deno.test("what went wrong comes again as practice until it goes right, and no oftener", () => {
  const { state, effects } = play(begun(sampleReview([hypervisor, kernel])), [
    ...["v", "enter", "enter"],
    ...["n", "enter"],
    ...["v", "enter", "enter"],
    ...["n", "enter"],
    ...["f", "enter", "enter"],
  ]);
  const asked = happenings(effects).flatMap((what) =>
    what.kind === "review-answered" ? [`${what.item} ${what.cram} ${what.mark.fraction}`] : []
  );
  assert.deepEqual(asked, [
    "quiz/muestra/hipervisor false 0",
    "quiz/muestra/kernel false 0",
    "quiz/muestra/hipervisor true 0",
    "quiz/muestra/kernel true 0",
    "quiz/muestra/hipervisor true 1",
  ]);
  const { asked: now, results } = shown(state);
  assert.ok(now.kind === "question" && now.card.item === "quiz/muestra/kernel" && now.practice);
  assert.equal(results.length, 2);
});

Deno.test("who rates a right answer as forgotten meets it again, and a wrong one rated otherwise is done", () => {
  const right = shown(play(begun(sampleReview([hypervisor])), ["f", "enter", "1", "enter"]).state);
  assert.ok(right.asked.kind === "question" && right.asked.practice);
  const wrong = shown(play(begun(sampleReview([hypervisor])), ["v", "enter", "2", "enter"]).state);
  assert.equal(wrong.asked.kind, "end");
});

Deno.test("practice is not rated: the digits do nothing", () => {
  const opening = sampleReview([hypervisor], { choice: { cram: true } });
  const { effects } = play(begun(opening), ["f", "enter", "1", "4", "enter"]);
  assert.deepEqual(happenings(effects).map((what) => what.kind === "review-answered" && what.cram), [true]);
});

Deno.test("a task is rated by the learner: again is wrong, all else was recalled", () => {
  for (const [key, rating, status] of [["1", "again", "incorrect"], ["2", "hard", "correct"]] as const) {
    const { effects } = play(begun(sampleReview([taskCard])), ["enter", key]);
    const fraction = status === "correct" ? 1 : 0;
    assert.deepEqual(happenings(effects), [
      { kind: "review-answered", item: taskCard.item, mark: { status, fraction }, rating, cram: false },
    ]);
  }
});

Deno.test("a task that is practised is answered once, however often the learner changes their mind", () => {
  const opening = sampleReview([taskCard], { choice: { cram: true } });
  const { effects } = play(begun(opening), ["enter", "1", "3"]);
  assert.deepEqual(happenings(effects).map(({ kind }) => kind), ["review-answered", "review-rated"]);
});

Deno.test("a task is not passed without a rating", () => {
  const { state } = play(begun(sampleReview([taskCard, hypervisor])), ["enter", "enter", "enter", "space"]);
  assert.equal(shown(state).asked.kind, "task");
});

Deno.test("a task's letters are typed, and after the solution o opens its lab over the review", () => {
  const { state, effects } = play(begun(sampleReview([taskCard])), [...typed("o?L1q"), "enter", "o"]);
  const { asked } = shown(state);
  assert.ok(asked.kind === "task" && asked.field.text === "o?L1q");
  assert.deepEqual(
    effects.flatMap((effect) => effect.kind === "open-lab" ? [effect.id] : []),
    ["volumenes"],
  );
});

Deno.test("who leaves the lab of a task is back at the review, as it was", () => {
  const answer: Performer = (effect) =>
    effect.kind === "open-lab" ? [{ kind: "lab-opened", opening: sampleOpening }] : [];
  const { state } = play(begun(sampleReview([taskCard])), ["d", "enter", "o"], answer);
  assert.deepEqual(state.screens.map(({ kind }) => kind), ["review", "lab"]);
  const { asked } = shown(play(state, ["q"], answer).state);
  assert.ok(asked.kind === "task" && asked.revealed && asked.field.text === "d");
});

Deno.test("a paste is typed into the field of a task, and a note on an unclear question takes the digits", () => {
  const paste = { kind: "key", key: { kind: "paste", text: "docker volume create datos" } } as const;
  const task = shown(play(begun(sampleReview([taskCard])), [paste]).state).asked;
  assert.ok(task.kind === "task" && task.field.text === "docker volume create datos");
  const { state, effects } = play(begun(sampleReview([hypervisor])), ["f", "enter", "!", ...typed("punto 2"), "enter"]);
  assert.deepEqual(happenings(effects).at(-1), {
    kind: "question-flagged",
    item: "quiz/muestra/hipervisor",
    note: "punto 2",
  });
  const { asked } = shown(state);
  assert.ok(asked.kind === "question" && asked.rating === "good");
});

Deno.test("choices come in another order when a question comes again", () => {
  const orders = new Set<string>();
  let state = play(begun(sampleReview([kernel])), []).state;
  for (let time = 0; time < 12; time++) {
    const { asked } = shown(state);
    assert.ok(asked.kind === "question");
    orders.add(asked.quiz.session.items[0]?.shown.join(" ") ?? "");
    state = play(state, ["n", "enter"]).state;
  }
  assert.ok(orders.size > 2, `only ${orders.size} orders`);
});

Deno.test("the language changes in place: what is typed and rated stays", () => {
  const task = play(begun(sampleReview([taskCard])), [...typed("docker"), "f8"]).state;
  assert.match(pictureOf(task), /How would you do it[\s\S]*docker/);
  const rated = play(begun(sampleReview([hypervisor])), ["f", "enter", "4", "L"]).state;
  assert.match(pictureOf(rated), /\[4 easy · 21 d\]/);
});

Deno.test("the end offers what there is: the rest of today, new ones, practice", () => {
  const opens = (opening: ReviewOpening, key: string): readonly Effect[] =>
    play(begun(opening), [key]).effects.filter((effect): effect is Effect => effect.kind === "open-review");
  const opening = sampleReview([], {
    choice: { concept: "imagen", limit: 5 },
    more: 2,
    unseen: 3,
  });
  const choice = { concept: "imagen", limit: 5 };
  assert.deepEqual(opens(opening, "enter"), [{ kind: "open-review", choice, ticket: 1 }]);
  assert.deepEqual(opens(opening, "n"), [{ kind: "open-review", choice: { ...choice, unseen: true }, ticket: 1 }]);
  assert.deepEqual(opens(opening, "c"), [{ kind: "open-review", choice: { ...choice, cram: true }, ticket: 1 }]);
  const nothing = sampleReview([], { upcoming: [], unseen: 0 });
  for (const key of ["enter", "n", "c"]) assert.deepEqual(opens(nothing, key), []);
});

Deno.test("practice takes the place of the review that it follows, and q leaves both", () => {
  const home = play(
    begun(sampleReview([], { upcoming: [{ days: 3, count: 1 }] })),
    ["c"],
    (effect) =>
      effect.kind === "open-review"
        ? [{ kind: "review-opened", opening: sampleReview([hypervisor], { choice: { cram: true } }) }]
        : [],
  );
  assert.equal(home.state.screens.length, 1);
  assert.deepEqual(play(home.state, ["q"]).effects, [{ kind: "quit", code: 0 }]);
});

Deno.test("what comes next counts the cards of this sitting by their ratings", () => {
  const { state } = play(begun(sampleReview([hypervisor], { upcoming: [] })), ["f", "enter", "4", "enter"]);
  assert.match(pictureOf(state), /Lo siguiente que toca: 1 en 21 días\./);
});
