/** What comes out of the door for content: typed values, and places that an editor can jump to. */

import assert from "node:assert/strict";
import { decodeConcepts, decodeQuiz, loadPlain } from "../../lib/content/decode.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import { formatProblem, type Problem } from "../../lib/content/problem.ts";

const lint = { lint: true, concepts: new Set(["bridge-network"]) };

function good(name: string): string {
  return Deno.readTextFileSync(new URL(`./good/${name}`, import.meta.url));
}

const head = "format: 1\nid: probe\ntitle: T\nquestions:\n";
const rest = "concepts: [bridge-network], prompt: P, explanation: E";

function quiz(text: string) {
  return decodeQuiz(text, "quizzes/probe.yaml", lint);
}

function places(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code, line, column, at }) => `${code} ${line}:${column} ${at}`);
}

Deno.test("a quiz with all nine kinds decodes without a problem", () => {
  const { value, problems } = decodeQuiz(good("quiz.nine-kinds.yaml"), "nine-kinds.yaml", lint);
  assert.deepEqual(problems, []);
  assert.equal(new Set(value?.questions.map(({ kind }) => kind)).size, 9);
  const [choice] = value?.questions ?? [];
  assert.ok(choice?.kind === "choice");
  assert.deepEqual(choice.choices.map(({ id }) => id), ["a", "b", "none"]);
  assert.deepEqual(choice.prompt, { es: "¿Qué es `docker0`?", en: "What is `docker0`?" });
  assert.equal(choice.points, 1);
});

Deno.test("a plain text stands for both languages", () => {
  assert.deepEqual(quiz(`${head}  - {kind: truefalse, id: a, ${rest}, answer: true}`).value?.title, { es: "T", en: "T" });
});

Deno.test("a lab with every check decodes without a problem", () => {
  const { value, problems } = decodeLab(good("every-check/lab.yaml"), "labs/every-check/lab.yaml", lint);
  assert.deepEqual(problems.map((problem) => formatProblem(problem, "en")), []);
  const [first, second] = value?.tasks ?? [];
  assert.deepEqual(first?.checks[0], {
    kind: "container",
    name: "web",
    exists: true,
    steady: 3,
    expects: [
      { field: "state", type: "text", matcher: { is: "equal", value: "running" } },
      { field: "image", type: "image", matcher: { is: "equal", value: "nginx:1.27" } },
      {
        field: "ports",
        type: "ports",
        matcher: {
          is: "fields",
          fields: { "80/tcp": { is: "includes", items: [{ is: "fields", fields: { port: { is: "equal", value: 8080 } } }] } },
        },
      },
      {
        field: "mounts",
        type: "mounts",
        matcher: {
          is: "includes",
          items: [{
            is: "fields",
            fields: {
              type: { is: "equal", value: "volume" },
              source: { is: "equal", value: "datos" },
              target: { is: "equal", value: "/data" },
              readonly: { is: "equal", value: true },
            },
          }],
        },
      },
      { field: "networks", type: "list", matcher: { is: "contains", part: { is: "equal", value: "backend" } } },
      { field: "memory", type: "bytes", matcher: { is: "range", max: 128 * 1024 ** 2 } },
    ],
  });
  assert.deepEqual(first?.checks[1], {
    kind: "http",
    url: "http://localhost:8080/",
    method: "GET",
    timeout: 5,
    expects: [
      { field: "status", type: "whole", matcher: { is: "equal", value: 200 } },
      { field: "body", type: "text", matcher: { is: "contains", part: { is: "equal", value: "hola" } } },
    ],
  });
  assert.deepEqual(first?.checks[2], {
    kind: "exec",
    name: "web",
    run: ["cat", "/data/hola.txt"],
    timeout: 5,
    expects: [{ field: "stdout", type: "text", matcher: { is: "matches", pattern: "^hola" } }],
  });
  assert.deepEqual(first?.hints.map(({ cost }) => cost), [0, 0, 0.5]);
  const about = second?.checks[0];
  const env = about?.kind !== "container" ? undefined : about.expects.find(({ field }) => field === "env")?.matcher;
  assert.deepEqual(env, {
    is: "fields",
    fields: {
      MODE: { is: "equal", value: "produccion" },
      PORT: { is: "equal", value: "80" },
      DEBUG: { is: "equal", value: "true" },
      LANG: { is: "startsWith", prefix: "es" },
    },
  });
  assert.deepEqual(second?.checks[1], { kind: "container", name: "otro", exists: false, expects: [] });
});

Deno.test("a list of concepts decodes", () => {
  const { value, problems } = decodeConcepts(good("concepts.yaml"), "quizzes/concepts.yaml");
  assert.deepEqual(problems, []);
  assert.equal(value?.concepts[0]?.area, "networking");
});

Deno.test("problems stand in the order of the file, whatever found them", () => {
  const { problems } = quiz(
    `${head}  - {kind: truefalse, id: a, ${rest}, answer: true}\n  - {kind: choice, id: a, ${rest}, choices: [{text: x}, {text: x}]}\n` +
      `  - kind: number\n    id: B\n    ${rest.replaceAll(", ", "\n    ")}\nid: otro\n`,
  );
  assert.deepEqual(places(problems), [
    "duplicate-id 6:24 questions[1].id",
    "correct-choices 6:91 questions[1].choices",
    "duplicate-text 6:110 questions[1].choices[1].text",
    "bad-id 8:9 questions[2].id",
    "duplicate-key 12:1 id",
    "file-name 12:5 id",
  ]);
});

Deno.test("a question that cannot be decoded does not hide what is wrong with the others", () => {
  const { value, problems } = quiz(`${head}  - hola\n  - {kind: choice, id: a, ${rest}, choices: [{text: x}, {text: y}]}\n`);
  assert.equal(value, undefined);
  assert.deepEqual(problems.map(({ code }) => code), ["wrong-type", "correct-choices"]);
});

Deno.test("a byte order mark and Windows line ends change no place", () => {
  const plain = quiz("format: 1\nid: probe\ntitel: T\nquestions: []\n");
  const windows = quiz("\ufeffformat: 1\r\nid: probe\r\ntitel: T\r\nquestions: []\r\n");
  assert.deepEqual(windows.problems, plain.problems);
  const [first] = quiz("\ufefftitel: T\n").problems;
  assert.deepEqual([first?.line, first?.column], [1, 1]);
});

Deno.test("a newer format is told with one sentence and nothing else", () => {
  assert.deepEqual(quiz("format: 7\nwhatever: [1, 2]\nwhatever: 3\n").problems.map(({ code }) => code), ["format-too-new"]);
});

Deno.test("warnings leave the value usable and are told only to authors", () => {
  const text = `${head}  - {kind: number, id: a, ${rest}, answer: 12345678901234567890}\n`;
  assert.deepEqual(quiz(text).problems.map(({ severity }) => severity), ["warning"]);
  assert.ok(quiz(text).value);
  assert.deepEqual(decodeQuiz(text, "probe.yaml").problems, []);
});

Deno.test("at run time unknown concepts and unclear texts are let through, broken questions are not", () => {
  const unclear = `${head}  - {kind: choice, id: a, concepts: [zzz], prompt: P, explanation: E, choices: [{text: x, correct: true}, {text: x}]}\n`;
  assert.deepEqual(decodeQuiz(unclear, "probe.yaml").problems, []);
  const broken = unclear.replace("correct: true", "correct: false");
  assert.deepEqual(decodeQuiz(broken, "probe.yaml").problems.map(({ code }) => code), ["correct-choices"]);
});

Deno.test("rules from outside speak about each question and about the whole", () => {
  const text = `${head}  - {kind: command, id: a, ${rest}, accept: [docker pss]}\n`;
  const what = { es: "No", en: "No" };
  const { problems } = decodeQuiz(text, "probe.yaml", {
    questionRules: [(question) => question.kind === "command" ? [{ at: ["accept", 0], code: "bad-command", what }] : []],
    rules: [(quiz) => [{ at: ["title"], code: "other", severity: "warning", what: { es: quiz.id, en: quiz.id } }]],
  });
  assert.deepEqual(places(problems), ["other 3:8 title", "bad-command 5:92 questions[0].accept[0]"]);
});

Deno.test("a lab is checked for its questions too, by their paths", () => {
  const text = good("every-check/lab.yaml").replace("answer: true", "answer: talvez");
  const { problems } = decodeLab(text, "labs/every-check/lab.yaml", lint);
  assert.deepEqual(problems.map(({ at }) => at), ["tasks[0].questions[0].answer"]);
});

Deno.test("a problem is shown as place, state and next step, in the language asked for", () => {
  const [problem] = quiz("format: 1\nid: probe\ntitel: T\nquestions: []\n").problems;
  assert.ok(problem);
  assert.equal(
    formatProblem(problem, "es"),
    'quizzes/probe.yaml:3:1  titel\n  No se puede usar la clave "titel": aquí no se conoce\n  ¿Querías decir "title"?',
  );
});

Deno.test("answers are read from YAML and from JSON with tabs, with the places of what is wrong", () => {
  assert.deepEqual(loadPlain("uno: a\ndos: [b, c]\n", "answers.yaml").value, { uno: "a", dos: ["b", "c"] });
  assert.deepEqual(loadPlain('{\n\t"uno": "a"\n}', "answers.json").value, { uno: "a" });
  assert.deepEqual(places(loadPlain("uno: a\nuno: b\n", "a.yaml").problems), ["duplicate-key 2:1 uno"]);
  assert.deepEqual(places(loadPlain("- a\n", "a.yaml").problems), ["wrong-type 1:1 "]);
  assert.deepEqual(places(loadPlain("uno: [a\n", "a.yaml").problems).length, 1);
});
