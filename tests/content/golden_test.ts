/** Every problem that the loader can report has a bad file and the exact words of its report, in both languages. */

import assert from "node:assert/strict";
import { type Decoded, decodeConcepts, decodePaths, decodeQuiz } from "../../lib/content/decode.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import { formatProblem, type Problem, problemCodes } from "../../lib/content/problem.ts";
import { maxTextLength, maxValues } from "../../lib/content/yaml.ts";

const folder = new URL("./bad/", import.meta.url);
const options = { lint: true, concepts: new Set(["bridge-network", "volumes", "port-publishing"]) };

/** `quiz.unknown-key.proto.yaml`: what to decode it as, the code that must be among its problems, and a variant. */
function decodeAs(kind: string, text: string): Decoded<unknown> {
  switch (kind) {
    case "quiz":
      return decodeQuiz(text, "quizzes/probe.yaml", options);
    case "lab":
      return decodeLab(text, "labs/probe/lab.yaml", options);
    case "concepts":
      return decodeConcepts(text, "quizzes/concepts.yaml");
    case "paths":
      return decodePaths(text, "quizzes/paths.yaml", {
        lint: true,
        known: { quizzes: new Set(["containers"]), labs: new Set(["first-container"]) },
      });
    default:
      throw new TypeError(`no decoder for ${kind}`);
  }
}

/** Too large to keep as files. */
const generated: Readonly<Record<string, () => string>> = {
  "quiz.too-large": () => `title: ${"x".repeat(maxTextLength)}`,
  "quiz.too-many-values": () => `questions: [${"1,".repeat(maxValues)}]`,
  "quiz.too-many-problems": () => `format: 1\nid: probe\ntitle: T\nquestions: [${"1,".repeat(1010)}]`,
};

/** Given only by rules from outside. */
const notOurs = new Set(["other"]);

const names = [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => name.endsWith(".yaml")).sort();
const cases = [
  ...names.map((name) => ({ name: name.slice(0, -".yaml".length), read: () => Deno.readTextFileSync(new URL(name, folder)) })),
  ...Object.entries(generated).map(([name, read]) => ({ name, read })),
];

const reported = new Set<string>();

function report(problems: readonly Problem[]): string {
  const shown = problems.slice(0, 12);
  // Where there are too many, the last says so.
  if (problems.length > shown.length) shown.splice(3, Infinity, ...problems.slice(-1));
  return (["en", "es"] as const).map((lang) =>
    shown.map((problem) => `[${problem.code}] ${formatProblem(problem, lang)}`).join("\n")
  ).join("\n\n") + "\n";
}

for (const { name, read } of cases) {
  Deno.test(`${name} is reported in both languages`, () => {
    const [kind = "", code = ""] = name.split(".");
    const { value, problems } = decodeAs(kind, read());
    const codes = problems.map((problem) => problem.code as string);
    assert.ok(codes.includes(code), `found only ${codes.join(", ")}`);
    assert.equal(value === undefined, problems.some(({ severity }) => severity === "error"));
    codes.forEach((code) => reported.add(code));
    const golden = new URL(`${name}.txt`, folder);
    const said = report(problems);
    if (Deno.args.includes("--update")) Deno.writeTextFileSync(golden, said);
    assert.equal(said, Deno.readTextFileSync(golden));
  });
}

Deno.test("every code of a problem has a bad file of its name", () => {
  const named = new Set(cases.map(({ name }) => name.split(".")[1]));
  const without = problemCodes.filter((code) => !named.has(code) && !notOurs.has(code));
  assert.deepEqual(without, []);
});
