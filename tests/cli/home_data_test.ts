/** What home shows of content and progress, from real files. */

import assert from "node:assert/strict";
import { homeData } from "../../lib/cli/home_data.ts";
import type { World } from "../../lib/cli/world.ts";
import type { StudyEvent } from "../../lib/study/events.ts";
import { progressOf } from "../../lib/study/progress.ts";
import { asStored } from "../study/as_stored.ts";

const project = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

function progress(...events: readonly StudyEvent[]) {
  return progressOf(asStored(events));
}

const state = Deno.makeTempDirSync();

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
  const home = await homeData(world(project), progress());
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
  );
  assert.equal(home.resume?.id, "first-container");
  assert.match(home.resume?.detail.es ?? "", /^0 de \d+ tareas/);
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
  );
  assert.equal(home.resume, undefined);
  assert.equal(home.entries.find(({ id }) => id === "docker-architecture")?.done, 0.5);
});

Deno.test("a file with errors is left out and hides no other", async () => {
  const folder = Deno.makeTempDirSync();
  try {
    Deno.mkdirSync(`${folder}/quizzes`);
    Deno.writeTextFileSync(`${folder}/quizzes/bad.yaml`, "format: 1\n");
    assert.deepEqual(
      (await homeData(world(project, folder), progress())).entries.length,
      (await homeData(world(project), progress())).entries.length,
    );
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
