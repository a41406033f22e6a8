/** `list --concepts`, `list --flagged` and `concept`, as scripts and authors use them. */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import { smallCourse } from "../cli/small_course.ts";
import { grumete } from "./grumete.ts";

// deno-lint-ignore no-control-regex -- controls are its subject
const control = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/;

Deno.test("list --concepts names them by area, with how much there is to each", async () => {
  const { code, stdout } = await grumete(["list", "--concepts", "--json", "--lang", "en"]);
  assert.equal(code, 0);
  const { areas } = JSON.parse(stdout);
  assert.ok(areas.length >= 10);
  assert.deepEqual(Object.keys(areas[0]), ["id", "name", "concepts"]);
  assert.deepEqual(Object.keys(areas[0].concepts[0]), ["id", "name", "questions", "labs"]);
  const text = await grumete(["list", "--concepts", "--lang", "es"]);
  assert.match(text.stdout, /^Virtualización\n {2}virtualization-definition +Qué es la virtualización \(\d+ preguntas/);
});

Deno.test("list --flagged gives the author every flag, the latest first, and what learners wrote is printed clean", async () => {
  using course = smallCourse();
  const state = `${course.folder}/state`;
  const flag = (item: string, note: string, at: number) => {
    using store = openStore(state);
    store.append({ kind: "question-flagged", item, attempt: "a", note }, at);
  };
  const args = ["list", "--flagged", "--content", course.folder, "--state", state, "--lang", "en"];
  assert.match((await grumete(args)).stdout, /^Nobody has flagged a question\n$/);
  assert.deepEqual(JSON.parse((await grumete([...args, "--json"])).stdout), { flagged: [] });
  flag("quiz/discos/dura", "¿qué disco?\x1b[2J\x1b]0;x\x07\nsegunda línea", Date.UTC(2026, 10, 20, 12));
  flag("task/taller/crear", "", Date.UTC(2026, 10, 21, 12));
  flag("quiz/gone/gone", "gone", Date.UTC(2026, 10, 19, 12));
  const { code, stdout } = await grumete(args);
  assert.equal(code, 0);
  assert.ok(!control.test(stdout), JSON.stringify(stdout));
  assert.match(
    stdout,
    /^2026-11-21 {2}task\/taller\/crear\n {2}Crea web\n\n2026-11-20 {2}quiz\/discos\/dura\n {2}¿Es dura así\?\n {2}> ¿qué disco\?/,
  );
  assert.match(stdout, /2026-11-19 {2}quiz\/gone\/gone\n {2}\(not in the content\)\n {2}> gone/);
  const { flagged } = JSON.parse((await grumete([...args, "--json"])).stdout);
  assert.deepEqual(flagged.map(({ item, quiz, lab, prompt }: Record<string, string>) => [item, quiz ?? lab, prompt]), [
    ["task/taller/crear", "taller", "Crea web"],
    ["quiz/discos/dura", "discos", "¿Es dura así?"],
    ["quiz/gone/gone", "gone", undefined],
  ]);
  assert.equal(flagged[1].at, "2026-11-20T12:00:00.000Z");
});

Deno.test("a teacher who gathers the progress of a class reads every learner's note, whoever took back their own", async () => {
  using course = smallCourse();
  const at = (who: string) => ["--content", course.folder, "--state", `${course.folder}/${who}`, "--lang", "en"];
  const note = async (who: string, ...lines: readonly string[]) => {
    await grumete(["quiz", "discos", "--seed", "1", "--plain", ...at(who)], { stdin: [...lines, "q", ""].join("\n") });
    const { stdout } = await grumete(["export-progress", ...at(who)]);
    assert.equal((await grumete(["import-progress", "-", ...at("teacher")], { stdin: stdout })).code, 0);
  };
  await note("ana", "! first thought", "! Ana's");
  await note("bea", "! Bea's");
  await note("cai", "! Cai's", "!");
  const { stdout } = await grumete(["list", "--flagged", "--json", ...at("teacher")]);
  const { flagged } = JSON.parse(stdout);
  assert.deepEqual(flagged.map(({ note }: Record<string, string>) => note), ["Bea's", "Ana's"]);
});

Deno.test("one thing is listed at a time, and looking leaves no trace", async () => {
  using course = smallCourse();
  const both = await grumete(["list", "--flagged", "--concepts", "--lang", "en"]);
  assert.equal(both.code, 2);
  assert.match(both.stderr, /Cannot list two things at once/);
  const state = `${course.folder}/state`;
  await grumete(["list", "--flagged", "--state", state]);
  await grumete(["concept", "docker-cli", "--state", state]);
  assert.throws(() => Deno.statSync(`${state}/grumete.db`), Deno.errors.NotFound);
});

Deno.test("concept says what it is in plain text, and ids like an unknown one with exit code 2", async () => {
  using course = smallCourse();
  const same = ["--content", course.folder, "--state", `${course.folder}/state`, "--lang", "en"];
  const { code, stdout } = await grumete(["concept", "montaje", ...same]);
  assert.equal(code, 0);
  assert.match(stdout, /^Montaje \(montaje\)\n/);
  assert.ok(
    stdout.includes(`grumete quiz --content ${course.folder} --state ${course.folder}/state discos --concept montaje`),
  );
  const unknown = await grumete(["concept", "montage", ...same]);
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /Cannot show the concept "montage": there is none\n.*\n {2}grumete concept montaje/);
});

Deno.test("a concept that is misspelt is answered with the one that was meant, not with all there are", async () => {
  for (const args of [["review"], ["quiz", "docker-architecture"]]) {
    const { code, stderr } = await grumete([...args, "--concept", "docker-clii", "--plain", "--lang", "en"]);
    assert.equal(code, 2);
    assert.match(stderr, /\n {2}Did you mean --concept docker-cli\?\n$/);
  }
});
