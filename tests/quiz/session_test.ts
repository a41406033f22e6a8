/** A session: which questions in which order, what each action does, what it is worth, how it is resumed. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Answer } from "../../lib/quiz/answer.ts";
import { readAnswers } from "../../lib/quiz/answers_file.ts";
import { quizScore } from "../../lib/quiz/score_json.ts";
import type { Session, SessionAction } from "../../lib/quiz/session.ts";
import { advance } from "../../lib/quiz/session_advance.ts";
import { answerAll, resumeSession } from "../../lib/quiz/session_resume.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import { summarize } from "../../lib/quiz/session_summary.ts";
import { make, makeQuiz } from "./make_question.ts";

const quiz = makeQuiz([
  make("truefalse", { id: "uno", answer: true, hints: ["Piensa.", "Piensa más."], concepts: ["nube", "red"] }),
  make("truefalse", { id: "dos", answer: false, points: 2, concepts: ["red"] }),
  make("text", { id: "tres", accept: ["máquina"] }),
  make("choice", { id: "cuatro", choices: [{ text: "1", correct: true }, { text: "2" }, { text: "3" }] }),
  make("number", { id: "cinco", answer: 5, points: 0.3 }),
]);

const yes: Answer = { kind: "truefalse", value: true };
const ids = (session: Session): readonly string[] => session.items.map(({ question }) => question.id);
const play = (session: Session, ...actions: readonly SessionAction[]): Session => actions.reduce(advance, session);

/** At the question with this id. */
function at(id: string): Session {
  const session = startSession(quiz, { seed: 1 });
  return { ...session, at: ids(session).indexOf(id) };
}

Deno.test("the same seed gives the same session, another seed another order", () => {
  assert.deepEqual(startSession(quiz, { seed: 7 }), startSession(quiz, { seed: 7 }));
  const orders = new Set(Array.from({ length: 50 }, (_, seed) => ids(startSession(quiz, { seed })).join()));
  assert.ok(orders.size > 30);
});

Deno.test("only the named questions are asked again, in the order of the seed", () => {
  const missed = startSession(quiz, { seed: 1, questions: ["cinco", "uno", "gone"] });
  assert.deepEqual([...ids(missed)].sort(), ["cinco", "uno"]);
  assert.deepEqual(ids(missed), ids(startSession(quiz, { seed: 1 })).filter((id) => ["cinco", "uno"].includes(id)));
});

Deno.test("questions are chosen by kind, concept and count", () => {
  assert.deepEqual([...ids(startSession(quiz, { seed: 1, kind: "truefalse" }))].sort(), ["dos", "uno"]);
  assert.deepEqual([...ids(startSession(quiz, { seed: 1, concept: "red" }))].sort(), ["dos", "uno"]);
  assert.deepEqual(ids(startSession(quiz, { seed: 1, count: 2 })), ids(startSession(quiz, { seed: 1 })).slice(0, 2));
  assert.equal(startSession(quiz, { seed: 1, count: 99 }).items.length, 5);
  assert.deepEqual(startSession(quiz, { seed: 1, concept: "ninguno" }).items, []);
});

Deno.test("a question that leaves the quiz does not move the others", () => {
  fc.assert(fc.property(fc.nat(), fc.constantFrom("uno", "dos", "tres", "cuatro"), (seed, gone) => {
    const fewer = makeQuiz(quiz.questions.filter(({ id }) => id !== gone));
    const before = startSession(quiz, { seed });
    const after = startSession(fewer, { seed });
    assert.deepEqual(after.items, before.items.filter(({ question }) => question.id !== gone));
  }));
});

Deno.test("an answer is marked once and stays at its question", () => {
  const answered = play(at("uno"), { kind: "answer", answer: yes });
  const item = answered.items[answered.at];
  assert.equal(item?.mark?.status, "correct");
  assert.equal(play(answered, { kind: "answer", answer: { kind: "truefalse", value: false } }), answered);
  assert.equal(play(answered, { kind: "skip" }), answered);
  assert.equal(play(answered, { kind: "hint" }), answered);
  assert.throws(() => play(at("uno"), { kind: "answer", answer: { kind: "text", typed: "sí" } }));
});

Deno.test("hints come one by one until there are no more", () => {
  const hint: SessionAction = { kind: "hint" };
  const session = at("uno");
  assert.deepEqual([1, 2, 3].map((n) => play(session, ...Array(n).fill(hint)).items[session.at]?.hintsShown), [
    1,
    2,
    2,
  ]);
  const none = at("dos");
  assert.equal(play(none, hint), none);
});

Deno.test("a skipped question can be answered after going back", () => {
  const skipped = play(at("uno"), { kind: "skip" }, { kind: "back" });
  assert.equal(skipped.items[skipped.at]?.skipped, true);
  const answered = play(skipped, { kind: "answer", answer: yes });
  assert.equal(answered.items[answered.at]?.skipped, false);
  assert.equal(answered.items[answered.at]?.mark?.status, "correct");
});

Deno.test("nobody goes beyond either end", () => {
  const action: fc.Arbitrary<SessionAction> = fc.constantFrom<SessionAction>(
    { kind: "next" },
    { kind: "back" },
    { kind: "skip" },
    { kind: "hint" },
  );
  fc.assert(fc.property(fc.array(action), (actions) => {
    const session = play(startSession(quiz, { seed: 3 }), ...actions);
    assert.ok(session.at >= 0 && session.at <= session.items.length);
    assert.equal(summarize(session).skipped, 5);
  }));
  const end = { ...startSession(quiz, { seed: 3 }), at: 5 };
  assert.equal(play(end, { kind: "answer", answer: yes }), end);
});

const answers = new Map<string, Answer>([
  ["uno", yes],
  ["dos", yes],
  ["tres", { kind: "text", typed: "maquina" }],
  ["cinco", { kind: "number", typed: "5" }],
]);

Deno.test("the summary adds up points, statuses and concepts", () => {
  const summary = summarize(answerAll(startSession(quiz, { seed: 1 }), answers));
  assert.deepEqual({ ...summary, concepts: [] }, {
    score: 2.2,
    max: 5.3,
    correct: 2,
    partial: 1,
    incorrect: 1,
    skipped: 1,
    concepts: [],
  });
  assert.deepEqual(summary.concepts.find(({ concept }) => concept === "red"), { concept: "red", score: 1, max: 3 });
  assert.deepEqual(summary.concepts.find(({ concept }) => concept === "nube"), {
    concept: "nube",
    score: 2.2,
    max: 3.3,
  });
});

Deno.test("the JSON document names every question with its answer, and the answers can be given back", () => {
  const session = answerAll(startSession(quiz, { seed: 1 }), answers);
  const document = quizScore(session);
  assert.deepEqual(document.questions.find(({ id }) => id === "tres"), {
    id: "tres",
    kind: "text",
    status: "partial",
    score: 0.9,
    max: 1,
    answer: "maquina",
  });
  assert.deepEqual(document.questions.find(({ id }) => id === "cuatro"), {
    id: "cuatro",
    kind: "choice",
    status: "skipped",
    score: 0,
    max: 1,
    answer: null,
  });
  const again = readAnswers(
    quiz.questions,
    Object.fromEntries(document.questions.map(({ id, answer }) => [id, answer])),
  );
  assert.deepEqual(again.problems, []);
  assert.deepEqual(new Map([...again.answers].sort()), new Map([...answers].sort()));
});

Deno.test("a session is resumed at the first question that is still open", () => {
  const options = { seed: 1 };
  const [first = "", second = "", third = ""] = ids(startSession(quiz, options));
  const stored = {
    answers: new Map([...answers].filter(([id]) => id === first)),
    skipped: new Set([first, second]),
    hints: new Map([["uno", 9]]),
  };
  const session = resumeSession(quiz, options, stored);
  assert.equal(session.items[session.at]?.question.id, third);
  assert.equal(session.items.find(({ question }) => question.id === "uno")?.hintsShown, 2);
  assert.equal(resumeSession(quiz, options, { answers, skipped: new Set(["cuatro"]) }).at, 5);
});

Deno.test("what no longer fits the quiz is dropped", () => {
  const stored = new Map<string, Answer>([
    ["gone", yes],
    ["cuatro", { kind: "choice", choice: "z" }],
    ["tres", yes],
    ["dos", yes],
  ]);
  const session = resumeSession(quiz, { seed: 1 }, { answers: stored });
  assert.deepEqual(session.items.filter(({ answer }) => answer).map(({ question }) => question.id), ["dos"]);
  assert.equal(session.items.length, 5);
});

Deno.test("an answers file says all that is wrong with it at once", () => {
  const { answers: read, problems } = readAnswers(quiz.questions, {
    uno: "v",
    dso: true,
    tres: ["x"],
    cuatro: null,
    cinco: 5,
  });
  assert.deepEqual([...read], [["uno", yes], ["cinco", { kind: "number", typed: "5" }]]);
  assert.deepEqual(problems.map(({ es }) => es), [
    "`dso`: no hay tal pregunta; ¿querías decir `dos`?",
    '`tres`: Se esperaba un texto, y pone `["x"]`',
  ]);
  assert.equal(readAnswers(quiz.questions, ["uno"]).problems.length, 1);
  assert.equal(readAnswers(quiz.questions, null).problems.length, 1);
});

Deno.test("an answers file may hold anything", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("uno", "dos", "tres", "cuatro", "cinco", "__proto__"), fc.anything()),
      (raw) => {
        const read = readAnswers(quiz.questions, raw);
        answerAll(startSession(quiz, { seed: 1 }), read.answers);
      },
    ),
  );
});
