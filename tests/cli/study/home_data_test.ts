/** What home shows of content and progress, from real files. */

import assert from "node:assert/strict";
import { homeData } from "../../../lib/cli/study/home_data.ts";
import type { World } from "../../../lib/cli/world.ts";
import type { StudyEvent } from "../../../lib/study/events.ts";
import { recordOf } from "../../../lib/study/record.ts";
import { asStored } from "../../study/as_stored.ts";

const project = new URL("../../..", import.meta.url).pathname.replace(/\/$/, "");

function progress(...events: readonly StudyEvent[]) {
  return recordOf(asStored(events));
}

const state = Deno.makeTempDirSync();

const now = 1000;

const world = (...contentFolders: readonly string[]): World => ({
  lang: "es",
  plain: true,
  interactive: false,
  contentFolders,
  stateFolder: () => state,
});

const started: StudyEvent = { kind: "quiz-started", quiz: "docker-architecture", attempt: "a", options: { seed: 1 } };
const prepared: StudyEvent = {
  kind: "lab-prepared",
  lab: "first-container",
  attempt: "l",
  before: { containers: [], volumes: [], networks: [], images: [] },
};

Deno.test("all shipped content is there, and nothing to continue at first", async () => {
  const home = await homeData(world(project), progress(), now);
  assert.ok(home.entries.filter(({ kind }) => kind === "quiz").length >= 3);
  assert.ok(home.entries.filter(({ kind }) => kind === "lab").length >= 3);
  assert.ok(home.entries.every(({ done }) => done === undefined));
  assert.equal(home.resume, undefined);
});

Deno.test("what was left half done last is offered first", async () => {
  const home = await homeData(
    world(project),
    progress(started, {
      kind: "quiz-answered",
      quiz: "docker-architecture",
      attempt: "a",
      question: "cannot-connect",
      answer: { kind: "choice", choice: "a" },
      status: "incorrect",
      fraction: 0,
    }, prepared),
    now,
  );
  assert.equal(home.resume?.id, "first-container");
  assert.match(home.resume?.detail.es ?? "", /^0 de \d+ tareas/);
});

Deno.test("of a whole quiz that was left half done it is known how much is answered, of a part of it nothing", async () => {
  const answered: StudyEvent = {
    kind: "quiz-answered",
    quiz: "docker-architecture",
    attempt: "a",
    question: "cannot-connect",
    answer: { kind: "choice", choice: "a" },
    status: "incorrect",
    fraction: 0,
  };
  const half = async (...events: readonly StudyEvent[]) => {
    const home = await homeData(world(project), progress(...events), now);
    return home.entries.find(({ id }) => id === "docker-architecture")?.half;
  };
  assert.equal(await half(started), undefined);
  assert.equal(await half(started, answered), 1);
  assert.equal(await half({ ...started, options: { seed: 1, concept: "docker-cli" } }, answered), undefined);
  const finished: StudyEvent = { kind: "quiz-finished", quiz: "docker-architecture", attempt: "a", score: 0, max: 2 };
  assert.equal(await half(started, answered, finished), undefined);
});

Deno.test("a lab that was cleaned up and a quiz that was finished are not to be continued", async () => {
  const home = await homeData(
    world(project),
    progress(
      started,
      { kind: "quiz-finished", quiz: "docker-architecture", attempt: "a", score: 1, max: 2 },
      prepared,
      { kind: "lab-cleaned", lab: "first-container", attempt: "l" },
    ),
    now,
  );
  assert.equal(home.resume, undefined);
  assert.equal(home.entries.find(({ id }) => id === "docker-architecture")?.last?.best, 0.5);
});

/** Content folders with what is wanted in them, gone at the end of the scope. */
function folderWith(files: Readonly<Record<string, string>>) {
  const path = Deno.makeTempDirSync();
  for (const [name, text] of Object.entries(files)) {
    Deno.mkdirSync(`${path}/${name.slice(0, name.lastIndexOf("/"))}`, { recursive: true });
    Deno.writeTextFileSync(`${path}/${name}`, text);
  }
  return { path, [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }) };
}

Deno.test("a file with errors is named, and hides no other", async () => {
  using folder = folderWith({ "quizzes/bad.yaml": "format: 1\n" });
  const home = await homeData(world(project, folder.path), progress(), now);
  assert.deepEqual(home.entries.length, (await homeData(world(project), progress(), now)).entries.length);
  assert.deepEqual(home.broken, [`${folder.path}/quizzes/bad.yaml`]);
});

Deno.test("a list of concepts with errors is named, and the quizzes are still there", async () => {
  using folder = folderWith({
    "quizzes/concepts.yaml": "format: 1\nconcepts: 7\n",
    "quizzes/uno.yaml": quiz("uno", ["container-definition"]),
  });
  const home = await homeData(world(folder.path), progress(), now);
  assert.deepEqual(home.broken, [`${folder.path}/quizzes/concepts.yaml`]);
  assert.deepEqual(home.entries.map(({ id, area }) => [id, area]), [["uno", ""]]);
});

Deno.test("what is repaired, added or taken away is seen at the next look", async () => {
  using folder = folderWith({ "quizzes/uno.yaml": "format: 1\n" });
  const look = async () => await homeData(world(folder.path), progress(), now);
  assert.deepEqual((await look()).entries, []);
  Deno.writeTextFileSync(`${folder.path}/quizzes/uno.yaml`, quiz("uno", ["docker-cli"]));
  assert.deepEqual((await look()).entries.map(({ size }) => size), [1]);
  Deno.writeTextFileSync(`${folder.path}/quizzes/uno.yaml`, quiz("uno", ["docker-cli"], ["docker-cli"]));
  Deno.writeTextFileSync(`${folder.path}/quizzes/dos.yaml`, quiz("dos", ["docker-cli"]));
  assert.deepEqual((await look()).entries.map(({ id, size }) => [id, size]), [["dos", 1], ["uno", 2]]);
  Deno.removeSync(`${folder.path}/quizzes/uno.yaml`);
  assert.deepEqual((await look()).entries.map(({ id }) => id), ["dos"]);
});

Deno.test("a quiz belongs to the area of most of its questions, and a lab to that of its concepts", async () => {
  using folder = folderWith({
    "quizzes/concepts.yaml": concepts({ a: "storage", b: "images", c: "images" }),
    "quizzes/mixed.yaml": quiz("mixed", ["a"], ["b"], ["c"], ["a", "b"]),
    "quizzes/unknown.yaml": quiz("unknown", ["nowhere"]),
    "labs/disk/lab.yaml": lab("disk", "a"),
  });
  const { entries } = await homeData(world(folder.path), progress(), now);
  assert.deepEqual(entries.map(({ id, area }) => [id, area]), [
    ["disk", "storage"],
    ["mixed", "images"],
    ["unknown", ""],
  ]);
});

Deno.test("what was done and what is known are two things, and what was never asked has neither", async () => {
  using folder = folderWith({
    "quizzes/concepts.yaml": concepts({ a: "storage", b: "images" }),
    "quizzes/uno.yaml": quiz("uno", ["a"], ["a"], ["b"], ["b"]),
    "quizzes/dos.yaml": quiz("dos", ["b"]),
  });
  const answered = (question: string, fraction: number): StudyEvent => ({
    kind: "quiz-answered",
    quiz: "uno",
    attempt: "a",
    question,
    answer: { kind: "truefalse", value: fraction === 1 },
    status: fraction === 1 ? "correct" : "incorrect",
    fraction,
  });
  const record = progress(
    { kind: "quiz-started", quiz: "uno", attempt: "a", options: { seed: 1 } },
    answered("q0", 1),
    answered("q1", 0),
  );
  const home = await homeData(world(folder.path), record, now);
  const [dos, uno] = home.entries;
  assert.deepEqual([dos?.done, dos?.mastery], [undefined, undefined]);
  assert.equal(uno?.done, 0.5);
  assert.ok(uno?.mastery !== undefined && uno.mastery > 0 && uno.mastery <= 0.25, `${uno?.mastery}`);
  assert.deepEqual(home.concepts.map(({ id, mastery }) => [id, mastery === undefined]), [["a", false], ["b", true]]);
  const areas = new Map(home.areas.map(({ id, mastery }) => [id, mastery]));
  assert.ok((areas.get("storage") ?? 0) > 0.3);
  assert.equal(areas.get("images"), undefined);
  assert.equal(home.today.answered, 2);
  assert.equal(home.today.streak, 1);
  // Four questions were never asked; the wrong one comes back tomorrow at the earliest.
  assert.deepEqual([home.today.due, home.today.fresh], [0, 3]);
  assert.ok((home.today.next ?? 0) >= 1);
});

function concepts(areas: Readonly<Record<string, string>>): string {
  return `format: 1\nconcepts:\n${
    Object.entries(areas).map(([id, area]) => `  - { id: ${id}, area: ${area}, name: ${id}, fact: Es así. }\n`).join("")
  }`;
}

function quiz(id: string, ...questions: readonly (readonly string[])[]): string {
  return `format: 1\nid: ${id}\ntitle: ${id}\nquestions:\n${
    questions.map((concepts, index) =>
      `  - { id: q${index}, kind: truefalse, concepts: [${concepts.join()}], prompt: "¿Sí?", explanation: Sí., answer: true }\n`
    ).join("")
  }`;
}

function lab(id: string, concept: string): string {
  return `format: 1
id: ${id}
title: ${id}
concepts: [${concept}]
minutes: 1
images: [busybox]
tasks:
  - id: run
    title: Run
    text: "Run \`web\` from \`busybox\`"
    explanation: It runs
    solution: [docker run -d --name web busybox sleep 600]
    checks:
      - { container: web, state: running, image: busybox }
`;
}
