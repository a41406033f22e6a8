/** Where the learner stands in a path, computed from the events. */

import assert from "node:assert/strict";
import type { Path } from "../../lib/content/schema/path.ts";
import { same } from "../../lib/content/text.ts";
import { nextStep, pathStanding, settledSessions } from "../../lib/study/course.ts";
import type { StudyEvent } from "../../lib/study/events.ts";
import { recordOf } from "../../lib/study/record.ts";
import { asStored } from "./as_stored.ts";

const session = (id: string, what: { readonly quiz?: string; readonly lab?: string }) => ({
  id,
  title: same(id),
  reading: same("Lee."),
  ...what,
});
const path: Path = {
  id: "curso",
  title: same("Curso"),
  placement: { questions: 1 },
  sessions: [
    session("uno", { quiz: "redes", lab: "taller" }),
    session("dos", { lab: "muelle" }),
    session("tres", { quiz: "discos" }),
  ],
  exam: { questions: 5, minutes: 10, pass: 0.6 },
};
const tasks = new Map([["taller", 2], ["muelle", 1]]);

const standing = (...events: readonly (readonly StudyEvent[])[]) =>
  pathStanding(path, recordOf(asStored(events.flat())), tasks);
const next = (...events: readonly (readonly StudyEvent[])[]) => {
  const step = nextStep(standing(...events));
  return step?.kind === "session" ? `${path.sessions[step.session]?.id} ${step.part}` : step?.kind;
};

const questions = ["uno/redes/a", "uno/redes/b", "dos/discos/c", "tres/discos/d"];
const begun = (quiz: string, attempt = quiz): StudyEvent => ({
  kind: "quiz-started",
  quiz,
  attempt,
  options: quiz.includes("/") ? { seed: 1, questions } : { seed: 1 },
});
const answer = (quiz: string, question: string, right: boolean, attempt = quiz): StudyEvent => ({
  kind: "quiz-answered",
  quiz,
  attempt,
  question,
  answer: { kind: "truefalse", value: right },
  status: right ? "correct" : "incorrect",
  fraction: Number(right),
});
const finished = (quiz: string, score: number, attempt = quiz): StudyEvent => ({
  kind: "quiz-finished",
  quiz,
  attempt,
  score,
  max: 10,
});
const taken = (quiz: string, score: number) => [begun(quiz), answer(quiz, "a", true), finished(quiz, score)];
const worked = (lab: string, ...passed: readonly string[]): readonly StudyEvent[] => [
  { kind: "lab-prepared", lab, attempt: lab, before: { containers: [], volumes: [], networks: [], images: [] } },
  ...passed.map((task): StudyEvent => ({ kind: "lab-task-passed", lab, attempt: lab, task })),
];
const cleaned = (lab: string): StudyEvent => ({ kind: "lab-cleaned", lab, attempt: lab });
const placed = (right: readonly string[], attempt = "p"): readonly StudyEvent[] => [
  begun("curso/placement", attempt),
  ...questions.map((question) => answer("curso/placement", question, right.includes(question), attempt)),
  finished("curso/placement", right.length, attempt),
];

Deno.test("a newcomer is placed first, and who left the placement quiz half done goes on with it", () => {
  assert.equal(next(), "placement");
  assert.equal(next([begun("curso/placement"), answer("curso/placement", "uno/redes/a", true)]), "placement");
});

Deno.test("who has begun the course without it is not sent back", () => {
  assert.equal(next([begun("redes"), answer("redes", "a", true)]), "uno quiz");
});

Deno.test("sessions of which every question was right are known and skipped, with their labs", () => {
  const after = placed(["uno/redes/a", "uno/redes/b", "tres/discos/d"]);
  assert.deepEqual(standing(after).sessions.map(({ known }) => known), [true, false, true]);
  assert.equal(settledSessions(standing(after)), 2);
  assert.equal(next(after), "dos lab");
});

Deno.test("one wrong answer, or one that is missing, leaves a session to be done", () => {
  assert.equal(next(placed(["uno/redes/a"])), "uno quiz");
  const [start, first, ...rest] = placed(questions);
  assert.ok(start && first);
  assert.equal(next([start, ...rest]), "uno quiz");
});

Deno.test("while a placement quiz is taken again the result of the last one stands, and then the new one", () => {
  const again = [begun("curso/placement", "q"), answer("curso/placement", "uno/redes/a", false, "q")];
  assert.equal(standing(placed(questions), again).sessions[0]?.known, true);
  assert.equal(standing(placed(questions), again, [finished("curso/placement", 0, "q")]).sessions[0]?.known, false);
});

Deno.test("a session is done when its quiz is passed and every task of its lab", () => {
  const done = (...events: readonly (readonly StudyEvent[])[]) => standing(...events).sessions[0]?.done;
  assert.equal(done(taken("redes", 6)), false);
  assert.equal(done(taken("redes", 6), worked("taller", "a")), false);
  assert.equal(done(taken("redes", 6), worked("taller", "a", "b")), true);
  assert.equal(done(taken("redes", 5), worked("taller", "a", "b")), false);
});

Deno.test("a lab that was passed once stays passed when it is cleaned up and begun anew", () => {
  const again = [cleaned("taller"), ...worked("taller")];
  assert.equal(standing(taken("redes", 6), worked("taller", "a", "b"), again).sessions[0]?.done, true);
});

Deno.test("the lab comes after its quiz, and does not hold up who goes on without docker", () => {
  assert.equal(next(taken("redes", 6)), "uno lab");
  assert.equal(next(taken("redes", 6), [begun("discos"), answer("discos", "a", true)]), "tres quiz");
});

Deno.test("with every quiz passed comes the exam, then the labs that were left, then nothing", () => {
  const quizzes = [...taken("redes", 6), ...taken("discos", 9)];
  assert.equal(next(quizzes), "exam");
  const exam = [begun("curso/exam"), answer("curso/exam", "uno/redes/a", true), finished("curso/exam", 6)];
  assert.equal(next(quizzes, exam), "uno lab");
  assert.equal(next(quizzes, exam, worked("taller", "a", "b"), worked("muelle", "x")), undefined);
});

Deno.test("an exam that was not passed comes again", () => {
  const quizzes = [...taken("redes", 6), ...taken("discos", 9)];
  assert.equal(next(quizzes, [begun("curso/exam"), finished("curso/exam", 5)]), "exam");
});

Deno.test("without placement and exam a path begins with its first session and ends with its last", () => {
  const { placement: _, exam: __, ...bare } = path;
  const at = (...events: readonly StudyEvent[]) => nextStep(pathStanding(bare, recordOf(asStored(events)), tasks));
  assert.deepEqual(at(), { kind: "session", session: 0, part: "quiz" });
  assert.equal(
    at(...taken("redes", 6), ...taken("discos", 6), ...worked("taller", "a", "b"), ...worked("muelle", "x")),
    undefined,
  );
});

Deno.test("an answer in a placement quiz is a review of the question where it comes from", () => {
  const record = recordOf(asStored(placed(["uno/redes/a"])));
  assert.deepEqual([...record.cards.keys()].sort(), ["quiz/discos/c", "quiz/discos/d", "quiz/redes/a", "quiz/redes/b"]);
  assert.equal(record.cards.get("quiz/redes/a")?.lastRating, "good");
  assert.equal(record.cards.get("quiz/redes/b")?.lastRating, "again");
});
