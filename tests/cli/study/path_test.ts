/** A path from real files: placed, followed, and examined at its end. */

import assert from "node:assert/strict";
import { homeData } from "../../../lib/cli/study/home_data.ts";
import { lintPaths, pathFilesAt } from "../../../lib/cli/lint/lint_paths.ts";
import { openSitting } from "../../../lib/cli/study/path_quiz.ts";
import { Performer } from "../../../lib/cli/screen/performer.ts";
import type { Session } from "../../../lib/quiz/session.ts";
import type { Effect, Happening } from "../../../lib/screens/effects.ts";
import type { Message } from "../../../lib/screens/message.ts";
import { openStore } from "../../../lib/store/event_store.ts";
import type { Stage } from "../../../lib/terminal/run.ts";
import { pathCourse } from "./path_course.ts";
import type { SmallCourse } from "../small_course.ts";

/** Performs effects as a program would, and remembers what comes back. */
function learner(course: SmallCourse) {
  const performer = new Performer(course.world);
  const messages: Message[] = [];
  const stage: Stage<Message> = {
    dispatch: (message) => void messages.push(message),
    handOver: (run) => run(),
    canHandOver: () => true,
    copy: () => {},
  };
  let ticket = 0;
  const last = async (effect: Effect): Promise<Message> => {
    await performer.perform(effect, stage);
    const message = messages.at(-1);
    assert.ok(message, effect.kind);
    return message;
  };
  const record = (what: Happening) => last({ kind: "record", ticket: ++ticket, what });
  const open = async (id: string, start: "fresh" | "resume" = "fresh"): Promise<Session> => {
    const message = await last({ kind: "open-quiz", id, start: { kind: start } });
    assert.ok(message.kind === "quiz-opened", JSON.stringify(message));
    return message.session;
  };
  const answer = async (quiz: string, question: string, value = true) => {
    const mark = value ? { status: "correct", fraction: 1 } as const : { status: "incorrect", fraction: 0 } as const;
    await record({ kind: "quiz-answered", quiz, question, answer: { kind: "truefalse", value }, mark });
  };
  return {
    performer,
    open,
    answer,
    last,
    finish: (quiz: string, score: number, max: number) => record({ kind: "quiz-finished", quiz, score, max }),
    path: async () => (await homeData(course.world, performer.studied(), Date.now())).paths[0],
    [Symbol.asyncDispose]: () => performer[Symbol.asyncDispose](),
  };
}

const ids = ({ items }: Session) => items.map(({ question }) => question.id);

Deno.test("a newcomer is placed, what is known is skipped, and the summary leads on", async () => {
  using course = pathCourse();
  await using own = learner(course);
  assert.equal((await own.path())?.next?.place, "placement");
  const session = await own.open("corto/placement");
  assert.deepEqual(session.items.map(({ question }) => question.id.split("/")[0]), [
    "almacen",
    "almacen",
    "red",
    "red",
  ]);
  for (const id of ids(session)) {
    await own.answer("corto/placement", id, id.startsWith("red/") || id === ids(session)[0]);
  }
  await own.finish("corto/placement", 3, 4);
  const path = await own.path();
  assert.deepEqual(path?.steps.map(({ state }) => state), ["done", "open", "known", "open"]);
  assert.equal(path?.next?.text.es, "sesión 1 de 2, El almacén: cuestionario");
  const summary = await own.last({ kind: "load-summary", quiz: "corto/placement" });
  assert.ok(summary.kind === "summary-loaded");
  assert.deepEqual(summary.news.path?.next?.open, { kind: "open-step", path: "corto", place: "almacen" });
  assert.ok(summary.news.next !== undefined, "its questions come back in the review");
});

Deno.test("a placement quiz goes on with the questions that it was begun with", async () => {
  using course = pathCourse();
  await using own = learner(course);
  const session = await own.open("corto/placement");
  await own.answer("corto/placement", ids(session)[0] ?? "");
  const again = await own.open("corto/placement", "resume");
  assert.deepEqual([ids(again), again.at], [ids(session), 1]);
  const home = await homeData(course.world, own.performer.studied(), Date.now());
  assert.deepEqual(home.resume?.detail.es, "1 de 4 contestadas");
});

Deno.test("after the quiz of a session its lab opens at once, and the session says where one is", async () => {
  using course = pathCourse();
  await using own = learner(course);
  await own.open("discos");
  for (const question of ["dura", "une", "apila"]) await own.answer("discos", question);
  await own.finish("discos", 3, 3);
  const summary = await own.last({ kind: "load-summary", quiz: "discos" });
  assert.ok(summary.kind === "summary-loaded");
  assert.deepEqual(summary.news.path?.next?.open, { kind: "open-lab", id: "taller" });
  const step = await own.last({ kind: "open-step", path: "corto", place: "almacen" });
  assert.ok(step.kind === "step-opened" && step.opening.kind === "session");
  assert.deepEqual(step.opening.parts.map(({ kind, passed }) => [kind, passed]), [["quiz", true], ["lab", false]]);
  assert.equal(step.opening.next?.place, "red");
});

Deno.test("a place that a path does not have is said, and ends nothing", async () => {
  using course = pathCourse();
  await using own = learner(course);
  const message = await own.last({ kind: "open-step", path: "corto", place: "nada" });
  assert.ok(message.kind === "failed" && message.what.en.includes("corto/nada"));
});

Deno.test("the time of an exam runs from its opening, also while nobody looks", async () => {
  using course = pathCourse();
  await using own = learner(course);
  const before = Date.now();
  const session = await own.open("corto/exam");
  const until = session.sitting?.until ?? 0;
  assert.ok(until >= before + 60_000 && until <= Date.now() + 60_000);
  const again = await own.open("corto/exam", "resume");
  assert.ok(Math.abs((again.sitting?.until ?? 0) - until) < 1000, "the same end");
  assert.deepEqual(ids(again), ids(session));
});

Deno.test("an exam names the sessions in which most was missed", async () => {
  using course = pathCourse();
  await using own = learner(course);
  const session = await own.open("corto/exam");
  for (const id of ids(session)) await own.answer("corto/exam", id, !id.includes("/redes/"));
  await own.finish("corto/exam", 2, 4);
  const summary = await own.last({ kind: "load-summary", quiz: "corto/exam" });
  assert.ok(summary.kind === "summary-loaded");
  assert.deepEqual(summary.news.path?.study.map(({ id }) => id), ["red"]);
});

Deno.test("an attempt of an exam whose time was over while nobody looked still ends with its result", async () => {
  using course = pathCourse();
  const drawn = await openSitting(course.world, "corto/exam", { seed: 3 });
  assert.ok(drawn);
  {
    using store = openStore(course.world.stateFolder());
    store.append({
      kind: "quiz-started",
      quiz: "corto/exam",
      attempt: "e",
      options: { seed: 3, ...drawn.options },
    }, Date.now() - 3_600_000);
  }
  await using own = learner(course);
  const session = await own.open("corto/exam", "resume");
  assert.ok((session.sitting?.until ?? Infinity) < Date.now());
});

Deno.test("the paths of a later content folder come first until something of another is begun", async () => {
  using course = pathCourse();
  const project = new URL("../../..", import.meta.url).pathname.replace(/\/$/, "");
  const world = { ...course.world, contentFolders: [project, course.folder] };
  await using own = learner({ ...course, world });
  const paths = async () => (await homeData(world, own.performer.studied(), Date.now())).paths.map(({ id }) => id);
  assert.deepEqual(await paths(), ["corto", "course"]);
  await own.open("virtualization");
  await own.answer("virtualization", "fix-the-definition");
  assert.deepEqual(await paths(), ["course", "corto"]);
});

Deno.test("lint looks the quizzes and labs of a path up in all content, and finds its file by any of its names", () => {
  using course = pathCourse();
  const file = `${course.folder}/quizzes/paths.yaml`;
  for (const reference of [file, `${course.folder}/quizzes`, course.folder]) {
    assert.deepEqual(pathFilesAt([reference], []), [file]);
  }
  assert.deepEqual(pathFilesAt([], [course.folder]), [file]);
  assert.deepEqual(lintPaths(file, []), []);
  Deno.writeTextFileSync(file, Deno.readTextFileSync(file).replace("quiz: redes", "quiz: rede"));
  assert.deepEqual(lintPaths(file, []).map(({ code, next }) => [code, next?.en]), [[
    "unknown-content",
    'Did you mean "redes"?',
  ]]);
});
