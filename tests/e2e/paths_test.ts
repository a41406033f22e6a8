/** A path in the real program: placed, led on, examined against the clock; and the same without a screen. */

import assert from "node:assert/strict";
import { openSitting } from "../../lib/cli/study/path_quiz.ts";
import { openStore } from "../../lib/store/event_store.ts";
import { pathCourse } from "../cli/study/path_course.ts";
import type { SmallCourse } from "../cli/small_course.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { grumete, project } from "./grumete.ts";

const ignore = noTmux();

const flags = ({ folder }: SmallCourse) => ["--content", folder, "--state", `${folder}/state`, "--lang", "es"];

const start = (course: SmallCourse, ...verb: readonly string[]) =>
  Tmux.start([
    ...[Deno.execPath(), "run", "-q", "--no-prompt", "-A", `${project}/main.ts`],
    ...[...verb, ...flags(course)],
  ], { columns: 100, rows: 30 });

/** Questions of the exam, begun so many ms ago, none of them answered. */
async function begunExam(course: SmallCourse, ago: number): Promise<void> {
  const drawn = await openSitting(course.world, "corto/exam", { seed: 3 });
  assert.ok(drawn);
  using store = openStore(course.world.stateFolder());
  const options = { seed: 3, ...drawn.options };
  store.append({ kind: "quiz-started", quiz: "corto/exam", attempt: "e", options }, Date.now() - ago);
}

Deno.test({
  name: "a newcomer takes the placement quiz, a session is skipped, and the next one opens with its reading",
  ignore,
  fn: async () => {
    using course = pathCourse();
    await using tmux = await start(course);
    await tmux.waitFor(/❯ Siguiente +Prueba de nivel/);
    await tmux.keys("Enter");
    await tmux.waitFor("Qué estaba bien se dice al final");
    await tmux.keys("Enter");
    await tmux.waitFor("Pregunta 1 de 4");
    // The first session wrong, the second one right.
    for (const [index, keys] of [["f"], ["f"], ["v"], ["v"]].entries()) {
      await tmux.waitFor(`Pregunta ${index + 1} de 4`);
      await tmux.keys(...keys, "Enter");
    }
    const summary = await tmux.waitFor("1 de 2 sesiones ya sabidas");
    assert.match(summary, /· El almacén +0\/2/);
    assert.match(summary, /✔ La red +2\/2 +sabida, se salta/);
    await tmux.waitFor("Siguiente en el curso: sesión 1 de 2, El almacén");
    await tmux.keys("g");
    const step = await tmux.waitFor("Un volumen dura. Una capa no.");
    assert.match(step, /❯ · Cuestionario: Discos/);
    await tmux.keys("q");
    const home = await tmux.waitFor(/El curso corto · 1 de 2 sesiones/);
    assert.match(home, /» +2 La red +ya sabida/);
    assert.match(home, /Siguiente +sesión 1 de 2, El almacén: cuestionario/);
  },
});

Deno.test({
  name: "the time of a mock exam runs out before its last answer, and what was answered counts",
  ignore,
  fn: async () => {
    using course = pathCourse();
    await begunExam(course, 50_000);
    await using tmux = await start(course, "quiz", "corto/exam");
    await tmux.waitFor(/quedan 0:0\d/);
    await tmux.keys("v", "Enter");
    await tmux.waitFor("Pregunta 2 de 4");
    const end = await tmux.waitFor("Se acabó el tiempo", 20_000);
    assert.match(end, /✔ 1 bien +– 3 sin responder/);
    assert.match(end, /no aprobado \(se aprueba con 50%\)/);
    await tmux.keys("q");
    await tmux.waitFor(/Siguiente en el curso: Prueba de nivel\s+grumete quiz [\s\S]*corto\/placement/);
    using store = openStore(course.world.stateFolder());
    assert.equal([...store.events()].at(-1)?.kind, "quiz-finished");
  },
});

Deno.test("line by line a placement quiz says nothing before its end, and its end says what is skipped", async () => {
  using course = pathCourse();
  const { code, stdout, stderr } = await grumete(["quiz", "corto/placement", "--plain", ...flags(course)], {
    stdin: "f\nf\nv\nv\n",
  });
  assert.equal(code, 0, stdout + stderr);
  const [asked = "", told = ""] = stdout.split("Por sesión:");
  assert.doesNotMatch(asked, /Correcto|Incorrecto|Sí\./);
  assert.match(told, /0\/2 +por hacer +El almacén\n +2\/2 +sabida +La red/);
  assert.match(told, /1 de 2 sesiones ya sabidas/);
  assert.match(told, /Siguiente en el curso: sesión 1 de 2, El almacén: cuestionario\n {2}grumete quiz .*discos/);
  const { stdout: listed } = await grumete(["list", ...flags(course)]);
  assert.match(listed, /» +2 La red +ya sabida +quiz redes/);
  assert.match(listed, /Siguiente: sesión 1 de 2, El almacén: cuestionario\n {2}grumete quiz .*discos/);
});

Deno.test("line by line, what comes after the time of an exam does not count", async () => {
  using course = pathCourse();
  await begunExam(course, 3_600_000);
  const { code, stdout } = await grumete(["quiz", "corto/exam", "--plain", ...flags(course)], {
    stdin: "v\nv\nv\nv\n",
  });
  assert.equal(code, 1);
  assert.match(stdout, /Se acabó el tiempo/);
  assert.match(stdout, /Por área:/);
});

Deno.test("a file of answers is graded against a placement quiz of a seed, with its sessions in the JSON", async () => {
  using course = pathCourse();
  const drawn = await openSitting(course.world, "corto/placement", { seed: 5 });
  const answers = Object.fromEntries((drawn?.options.questions ?? []).map((id) => [id, id.startsWith("red/")]));
  const args = ["quiz", "corto/placement", "--seed", "5", "--answers", "-", "--json", ...flags(course)];
  const { code, stdout } = await grumete(args, { stdin: JSON.stringify(answers) });
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(stdout).parts, [
    { id: "almacen", score: 0, max: 2, known: false },
    { id: "red", score: 2, max: 2, known: true },
  ]);
});

Deno.test("list --json has the paths beside what it always had, and a mistyped path is said", async () => {
  using course = pathCourse();
  const { stdout } = await grumete(["list", "--json", ...flags(course)]);
  const { quizzes, labs, paths } = JSON.parse(stdout);
  assert.ok(quizzes.length > 2 && labs.length > 1);
  const own = paths.find(({ id }: { readonly id: string }) => id === "corto");
  assert.deepEqual([own.placement, own.exam, own.next], ["corto/placement", "corto/exam", "quiz corto/placement"]);
  assert.deepEqual(own.sessions[1], { id: "red", title: "La red", quiz: "redes", status: "open" });
  const typo = await grumete(["quiz", "cotro/exam", ...flags(course)]);
  assert.equal(typo.code, 2);
  assert.match(typo.stderr, /corto\/exam/);
  const count = await grumete(["quiz", "corto/exam", "--count", "2", ...flags(course)]);
  assert.equal(count.code, 2);
});

Deno.test("the shell completes the placement quiz and the exam of every path", async () => {
  using course = pathCourse();
  const line = ["complete", "fish", "4", "grumete", "quiz", "--content", course.folder, ""];
  const { stdout } = await grumete(line);
  for (const word of ["corto/placement", "corto/exam", "course/placement", "course/exam"]) {
    assert.match(stdout, new RegExp(`^${word}\\b`, "m"));
  }
});

Deno.test("a quiz that was left half done is gone on with after a part of it was taken", async () => {
  using course = pathCourse();
  const quiz = (stdin: string, ...more: readonly string[]) =>
    grumete(["quiz", "discos", "--plain", ...more, ...flags(course)], { stdin });
  await quiz("v\nq\n");
  assert.match((await quiz("v\n", "--concept", "capa")).stdout, /1 \/ 1 \(100%\)/);
  const { stdout } = await quiz("v\nv\n");
  assert.match(stdout, /Sigues donde lo dejaste: 1 de 3 contestadas/);
  assert.match(stdout, /3 \/ 3 \(100%\)/);
});
