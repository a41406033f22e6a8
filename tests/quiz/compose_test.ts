/** Placement quizzes and mock exams, put together from the questions of others. */

import assert from "node:assert/strict";
import type { Path } from "../../lib/content/schema/path.ts";
import type { Quiz } from "../../lib/content/schema/quiz.ts";
import { same } from "../../lib/content/text.ts";
import { composed, examDraw, placementDraw } from "../../lib/quiz/compose.ts";
import { quizScore } from "../../lib/quiz/score_json.ts";
import { answerAll, resumeSession } from "../../lib/quiz/session_resume.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import { partQuestion, partResults, type Sitting } from "../../lib/quiz/sitting.ts";
import { make } from "./make_question.ts";

const quiz = (id: string, concepts: readonly string[]): Quiz => ({
  format: 1,
  id,
  title: same(id),
  questions: concepts.flatMap((concept) =>
    [1, 2].map((number) =>
      make("truefalse", { id: `${concept}-${number}`, concepts: [concept], answer: true, hints: ["Una pista."] })
    )
  ),
});

const quizzes = [quiz("redes", ["puente", "puerto", "nombre"]), quiz("discos", ["volumen", "montaje", "capa"])];
const labs = [{ id: "taller", concepts: ["volumen", "montaje"] }];
const session = (id: string, what: { readonly quiz?: string; readonly lab?: string }) => ({
  id,
  title: same(id),
  reading: same("Lee."),
  ...what,
});
const path: Path = {
  id: "curso",
  title: same("Curso"),
  placement: { questions: 2 },
  sessions: [
    session("uno", { quiz: "redes" }),
    session("dos", { lab: "taller" }),
    session("tres", { quiz: "discos" }),
  ],
  exam: { questions: 5, minutes: 10, pass: 0.6 },
};
const draw = (seed: number) => placementDraw(path, { quizzes, labs, seed });

Deno.test("a placement quiz asks two of each session in the order of the path, none of them twice", () => {
  for (let seed = 0; seed < 50; seed++) {
    const refs = draw(seed).map((id) => partQuestion(id));
    assert.deepEqual(refs.map((ref) => ref?.part), ["uno", "uno", "dos", "dos", "tres", "tres"]);
    assert.equal(new Set(refs.map((ref) => `${ref?.quiz}/${ref?.question}`)).size, 6);
  }
  assert.deepEqual(draw(3), draw(3));
  assert.notDeepEqual(draw(3), draw(4));
});

Deno.test("a session of a lab alone is asked what quizzes of the path have on its concepts", () => {
  for (let seed = 0; seed < 50; seed++) {
    const own = draw(seed).flatMap((id) => partQuestion(id)?.part === "dos" ? [id] : []);
    assert.ok(own.every((id) => /^dos\/discos\/(?:volumen|montaje)-/.test(id)), own.join());
  }
});

Deno.test("an exam asks of every area, in proportion", () => {
  const areaOf = new Map([["puente", "net"], ["puerto", "net"], ["nombre", "net"], ["volumen", "disk"], [
    "montaje",
    "disk",
  ]]);
  const ids = examDraw(quizzes, { count: 5, areaOf, seed: 9 });
  const areas = Map.groupBy(ids, (id) => partQuestion(id)?.part);
  assert.deepEqual([areas.get("net")?.length, areas.get("disk")?.length], [3, 2]);
  assert.ok(!ids.some((id) => id.includes("capa")), "what belongs to no area is not asked");
});

const sitting: Sitting = { kind: "placement", parts: path.sessions.map(({ id, title }) => ({ id, title })), pass: 0 };
const placement = (ids: readonly string[]) =>
  composed({ id: "curso/placement", title: same("Nivel"), ids, quizzes, sitting });

Deno.test("its questions keep their order, have no hints, and one that is gone is left out", () => {
  const ids = draw(1);
  const started = startSession(placement([...ids, "tres/discos/borrada"]), { seed: 1, questions: ids, inOrder: true });
  assert.deepEqual(started.items.map(({ question }) => question.id), ids);
  assert.ok(started.items.every(({ question }) => question.hints.length === 0));
});

Deno.test("a part counts as known when all of its questions are right, and not for one of them", () => {
  const ids = draw(1);
  const yes = { kind: "truefalse", value: true } as const;
  const answers = new Map(ids.filter((id) => !id.startsWith("tres/") || id === ids.at(-1)).map((id) => [id, yes]));
  const done = answerAll(startSession(placement(ids), { seed: 1, questions: ids, inOrder: true }), answers);
  assert.deepEqual(partResults(done).map(({ id, right }) => [id, right]), [["uno", true], ["dos", true], [
    "tres",
    false,
  ]]);
  assert.deepEqual(quizScore(done).parts?.map(({ score, max, known }) => [score, max, known]), [[2, 2, true], [
    2,
    2,
    true,
  ], [1, 2, false]]);
});

Deno.test("it goes on with the questions that it was begun with, whatever would be drawn today", () => {
  const ids = draw(1);
  const stored = { answers: new Map([[ids[0] ?? "", { kind: "truefalse", value: true } as const]]) };
  const session = resumeSession(placement(ids), { seed: 1, questions: ids, inOrder: true }, stored);
  assert.equal(session.at, 1);
  assert.equal(session.sitting?.kind, "placement");
});
