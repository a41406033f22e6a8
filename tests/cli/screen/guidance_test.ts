/** What is said in the shell after the screens, and commands that can be typed as they are shown. */

import assert from "node:assert/strict";
import * as v from "valibot";
import { labFarewell, quizFarewell } from "../../../lib/cli/screen/farewell.ts";
import { again, worldOf } from "../../../lib/cli/world.ts";
import { lookAt } from "../../../lib/cli/lab/lab_look.ts";
import { shellWord } from "../../../lib/cli/output/paths.ts";
import { labSchema } from "../../../lib/content/schema/lab.ts";
import { quizSchema } from "../../../lib/content/schema/quiz.ts";
import type { Engine } from "../../../lib/lab/engine.ts";
import type { Inventory } from "../../../lib/lab/inventory.ts";
import { emptySnapshot, type Neighbour, type Snapshot } from "../../../lib/lab/snapshot.ts";
import { answerAll } from "../../../lib/quiz/session_resume.ts";
import { startSession } from "../../../lib/quiz/session_start.ts";

const lab = v.parse(labSchema, {
  format: 1,
  id: "uno",
  title: "Uno",
  concepts: ["docker-cli"],
  minutes: 5,
  tasks: [{
    id: "run",
    title: "Run",
    text: "Run `vigia`",
    explanation: "So.",
    solution: ["docker run -d --name vigia busybox sleep 60"],
    checks: [{ container: "vigia", state: "running", image: "busybox" }],
  }],
});
const nothing: Inventory = { containers: [], volumes: [], networks: [], images: [] };
const container = (name: string) => ({ id: name, name, labels: {}, image: "busybox", createdAt: "2026-01-01" });
const attempt = {
  attempt: "a",
  before: nothing,
  setUp: true,
  hints: new Map(),
  missed: new Set<string>(),
  givenUp: new Set<string>(),
  resets: new Map<string, number>(),
  answers: new Map(),
  commands: [],
  begunAt: 0,
  at: 0,
};

async function adviceWith(neighbours: readonly Neighbour[], before: Inventory): Promise<string> {
  const snapshot: Snapshot = {
    ...emptySnapshot(0),
    containers: new Map([["vigia", { kind: "missing" }]]),
    neighbours: { containers: neighbours, volumes: [], networks: [], images: [] },
  };
  const engine = { look: () => Promise.resolve(snapshot) } as unknown as Engine;
  const verdict = await lookAt(lab, engine, { passed: new Map(), hints: undefined, workspace: "/w", before });
  return verdict.tasks[0]?.checks[0]?.next?.en ?? "";
}

Deno.test("a container from before the lab is never taken for the learner's own", async () => {
  const stranger = [{ name: "viga", image: "busybox", status: "Up 2 hours" }];
  assert.match(await adviceWith(stranger, nothing), /docker rename viga vigia/);
  const advice = await adviceWith(stranger, { ...nothing, containers: [container("viga")] });
  assert.match(advice, /docker run --name vigia/);
});

Deno.test("who leaves a lab is told how far it got, how to go on and how to clean up", () => {
  const open = labFarewell(lab, { ...attempt, passed: new Map(), everPassed: new Set(), cleaned: false }, {
    reference: "uno",
    lang: "es",
  });
  assert.equal(
    open,
    "0 de 1 tareas superadas. Sigue con: grumete lab uno\nQuita lo que has creado con: grumete cleanup uno",
  );
  const done = { ...attempt, passed: new Map([["run", 1]]), everPassed: new Set(["run"]), cleaned: false };
  assert.equal(
    labFarewell(lab, done, { reference: "--state /tmp/x './mis labs'", lang: "en" }),
    "1 of 1 tasks passed. Remove what you made with: grumete cleanup --state /tmp/x './mis labs'",
  );
  assert.equal(labFarewell(lab, { ...done, cleaned: true }, { reference: "uno", lang: "es" }), undefined);
  assert.equal(labFarewell(lab, undefined, { reference: "uno", lang: "es" }), undefined);
});

Deno.test("who leaves a quiz is told how to go on, who ends it whether it is passed", () => {
  const quiz = v.parse(quizSchema, {
    format: 1,
    id: "mini",
    title: "Mini",
    questions: ["a", "b"].map((id) => ({
      id,
      kind: "truefalse",
      concepts: ["docker-cli"],
      prompt: "Yes?",
      explanation: "Yes.",
      answer: true,
    })),
  });
  const half = answerAll(
    startSession(quiz, { seed: 1 }),
    new Map([["a", { kind: "truefalse", value: true } as const]]),
  );
  const about = { reference: "mini", pass: 0.6, lang: "es" } as const;
  assert.equal(
    quizFarewell(half, { ...about, finished: false }),
    "1 de 2 preguntas respondidas y guardadas. Sigue con: grumete quiz mini",
  );
  assert.equal(
    quizFarewell(half, { ...about, finished: true }),
    "1 de 2 puntos (50%): no aprobado, se aprueba con 60%",
  );
});

Deno.test("the next command that is told finds the same content, progress and engine", () => {
  const flags = { content: ["mis labs"], state: "/tmp/x", context: ["aula", "casa"] };
  assert.equal(
    again(worldOf(flags, "es"), "./lab uno"),
    "--context aula --context casa --content 'mis labs' --state /tmp/x './lab uno'",
  );
  assert.equal(again(worldOf({}, "es"), "uno"), "uno");
});

Deno.test("a path with a blank or a quote is shown as a shell takes it", () => {
  assert.equal(shellWord("labs/first-container"), "labs/first-container");
  assert.equal(shellWord("mi curso/lab.yaml"), "'mi curso/lab.yaml'");
  assert.equal(shellWord("l'hora"), "'l'\\''hora'");
});
