/** The examples of the README are real: they load without a problem. */

import assert from "node:assert/strict";
import { labRules, questionRules } from "../../lib/cli/lint/content_rules.ts";
import { decodeConcepts, decodePaths, decodeQuiz } from "../../lib/content/decode.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import { formatProblem, type Problem } from "../../lib/content/problem.ts";

const read = (path: string) => Deno.readTextFileSync(new URL(`../../${path}`, import.meta.url));
const examples = [...read("README.md").matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = ""]) => yaml);
/** The first example that is checked by this schema. */
const example = (schema: string) => examples.find((yaml) => yaml.includes(`/${schema}.schema.json`)) ?? "";
const concepts = new Set(
  decodeConcepts(read("quizzes/concepts.yaml"), "concepts.yaml").value?.concepts.map(({ id }) => id),
);

function none(problems: readonly Problem[]): void {
  assert.equal(problems.map((problem) => formatProblem(problem, "en")).join("\n"), "");
}

Deno.test("the quiz in the README is a quiz", () => {
  const decoded = decodeQuiz(example("quiz"), "my-quiz.yaml", { lint: true, concepts, questionRules });
  none(decoded.problems);
  assert.equal(decoded.value?.questions.length, 2);
});

Deno.test("the lab in the README is a lab", () => {
  const decoded = decodeLab(example("lab"), "my-lab/lab.yaml", { lint: true, concepts, questionRules, rules: labRules });
  none(decoded.problems);
  assert.equal(decoded.value?.tasks.length, 1);
});

Deno.test("the course in the README is a path", () => {
  const decoded = decodePaths(example("path"), "paths.yaml");
  none(decoded.problems);
  assert.equal(decoded.value?.paths[0]?.sessions.length, 1);
});
