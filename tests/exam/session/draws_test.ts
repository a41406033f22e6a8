/** What a teacher writes of a session: every mistake has its place and a next step, and what is drawn is what was wanted. */

import assert from "node:assert/strict";
import type { Lab } from "../../../lib/content/schema/lab.ts";
import type { Quiz } from "../../../lib/content/schema/quiz.ts";
import { formatProblem } from "../../../lib/content/problem.ts";
import { same } from "../../../lib/content/text.ts";
import { type Bank, drawsOf, labFindings } from "../../../lib/exam/session/draws.ts";
import { decodeSpec } from "../../../lib/exam/session/spec_document.ts";

const question = (id: string, concepts: readonly string[]): Quiz["questions"][number] => ({
  kind: "truefalse",
  id,
  concepts,
  prompt: same(id),
  explanation: same("."),
  points: 1,
  hints: [],
  answer: true,
});

const redes: Quiz = {
  format: 1,
  id: "redes",
  title: same("Redes"),
  questions: [
    question("puente", ["bridge"]),
    question("puertos", ["ports", "image-tag"]),
    question("nombres", ["bridge"]),
  ],
};
const imagenes: Quiz = {
  format: 1,
  id: "imagenes",
  title: same("Imágenes"),
  questions: [question("capas", ["layers"]), question("etiquetas", ["image-tag", "bridge"])],
};

const concept = (id: string, area: "networking" | "images") => [id, { id, area, name: same(id) }] as const;

const bank: Bank = {
  quizzes: new Map([["redes", redes], ["imagenes", imagenes], ["./mio.yaml", { ...redes, id: "mio" }]]),
  quizIds: ["redes", "imagenes"],
  concepts: new Map(
    [concept("bridge", "networking"), concept("ports", "networking"), concept("layers", "images")].concat([
      concept("image-tag", "images"),
    ]),
  ),
  labs: new Map([["primero", { id: "primero", tasks: [{ id: "uno" }, { id: "dos" }] } as unknown as Lab]]),
  labIds: ["primero"],
};

const yaml = (rest: string) => `format: 1\nid: examen\ntitle: Examen\n${rest}\n`;

function read(rest: string) {
  const decoded = decodeSpec(yaml(rest), "examen.yaml", [
    (spec) => drawsOf(spec, bank).findings,
    (spec) => labFindings(spec, bank),
  ]);
  return { ...decoded, draws: decoded.value && drawsOf(decoded.value, bank) };
}

const drawn = (rest: string) =>
  read(rest).draws?.pools.map(({ title, count, questions }) =>
    `${title.es} ${count}: ${questions.map(({ ref }) => ref).join(" ")}`
  );

Deno.test("a quiz, an area by id or name, a concept, or single questions can be drawn from", () => {
  assert.deepEqual(drawn("draw: [{ quiz: redes, count: 2 }]"), ["Redes 2: redes/puente redes/puertos redes/nombres"]);
  assert.deepEqual(drawn("draw: [{ quiz: ./mio.yaml }]"), ["Redes 3: mio/puente mio/puertos mio/nombres"]);
  assert.deepEqual(drawn("draw: [{ concept: image-tag }]")?.[0]?.split(" ").slice(0, 4), [
    "Imágenes",
    "3:",
    "redes/puertos",
    "imagenes/etiquetas",
  ]);
  assert.deepEqual(drawn("draw: [{ questions: [imagenes/capas, redes/puente] }]"), [
    "Preguntas elegidas 2: imagenes/capas redes/puente",
  ]);
});

Deno.test("a question belongs to one area: that of the first of its concepts", () => {
  for (const area of ["networking", "Redes", "networking"]) {
    const [pool = ""] = drawn(`draw: [{ area: ${area} }]`) ?? [];
    assert.ok(pool.includes("redes/puertos") && !pool.includes("imagenes/etiquetas"), pool);
  }
});

Deno.test("points of a draw stand in place of those of its questions", () => {
  const { draws } = read("draw: [{ quiz: redes, points: 4 }]");
  assert.deepEqual(draws?.pools[0]?.questions.map(({ question }) => question.points), [4, 4, 4]);
});

Deno.test("a question of two draws belongs to the first, and a warning says so", () => {
  const spec = "draw:\n  - { questions: [redes/puente] }\n  - { quiz: redes, count: 2 }";
  assert.deepEqual(drawn(spec), ["Preguntas elegidas 1: redes/puente", "Redes 2: redes/puertos redes/nombres"]);
  const { problems } = read(spec);
  assert.deepEqual(problems.map(({ severity, line, what }) => [severity, line, what.en]), [
    ["warning", 6, "Of its questions already in draw 1: 1. They do not count here"],
  ]);
});

Deno.test("the problems of a session's file, in both languages", async (t) => {
  const wrong = [
    "draw: [{ quiz: rede }]",
    "draw: [{ area: Reds }]",
    "draw: [{ concept: bridges }]",
    "draw: [{ questions: [redes/puerto] }]",
    "draw: [{ questions: [redes] }]",
    "draw: [{ questions: [redes/puente, redes/puente] }]",
    "draw: [{ quiz: ../otro.yaml }]",
    "draw: [{ quiz: redes, area: images }]",
    "draw: [{ count: 3 }]",
    "draw: [{ quiz: redes, count: 4 }]",
    "draw: [{ quiz: redes }, { questions: [redes/puente] }]",
    "draw: []",
    "opens: 2026-12-01T10:00Z\ncloses: 2026-12-01T09:00Z\ndraw: [{ quiz: redes }]",
    "opens: 2026-12-01 10:00\ndraw: [{ quiz: redes }]",
    "opens: 2026-13-01T10:00Z\ndraw: [{ quiz: redes }]",
    "labs: [{ lab: primer }]",
    "labs: [{ lab: primero, tasks: [tres] }]",
    "labs: [{ lab: primero }, { lab: primero }]",
    "draw: [{ quiz: redes }]\nfeedbak: none",
    "draw: [{ quiz: redes }]\nminutes: 0",
  ];
  const said = (["es", "en"] as const).map((lang) =>
    wrong.map((rest) => `${rest}\n${read(rest).problems.map((problem) => formatProblem(problem, lang)).join("\n")}`)
      .join("\n\n")
  );
  assert.deepEqual(wrong.filter((rest) => read(rest).value !== undefined), []);
  await t.assertSnapshot(said.join("\n\n----\n\n"));
});

Deno.test("what a session does not say has a sensible default", () => {
  const { value } = read("draw: [{ quiz: redes }]");
  assert.ok(value);
  const { attempts, pass, shuffle, hints, feedback, verdicts } = value;
  assert.deepEqual({ attempts, pass, shuffle, hints, feedback, verdicts }, {
    attempts: 1,
    pass: 0.6,
    shuffle: true,
    hints: "none",
    feedback: "score",
    verdicts: "recorded",
  });
});
