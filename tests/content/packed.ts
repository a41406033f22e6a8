/** Shipped content in packs, as `exam pack` makes them. */

import { isRecord } from "../../lib/content/is_record.ts";
import type { Lab } from "../../lib/content/schema/lab.ts";
import type { Quiz } from "../../lib/content/schema/quiz.ts";
import { same } from "../../lib/content/text.ts";
import { parseYaml } from "../../lib/content/yaml.ts";
import type { Pack } from "../../lib/exam/pack/pack.ts";
import { type PackedLab, packOf } from "../../lib/exam/pack/pack_of.ts";
import { packSecrets } from "../../lib/exam/pack/pack_secrets.ts";
import type { ExamSpec } from "../../lib/exam/session/spec.ts";

export const secrets = packSecrets(new Uint8Array(32).fill(7), "test");

export const spec: ExamSpec = {
  format: 1,
  id: "test",
  title: same("Test"),
  attempts: 1,
  pass: 0.6,
  shuffle: true,
  hints: "none",
  feedback: "score",
  verdicts: "recorded",
  draw: [],
  labs: [],
};

/** A public recipient of nobody's. */
const recipient = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";

export function packed(quizzes: readonly Quiz[], labs: readonly PackedLab[], more: Partial<ExamSpec> = {}): Pack {
  const pools = quizzes.map((quiz) => ({
    title: quiz.title,
    count: quiz.questions.length,
    questions: quiz.questions.map((question) => ({ ref: `${quiz.id}/${question.id}`, quiz: quiz.id, question })),
  }));
  return packOf({ spec: { ...spec, ...more }, pools, labs, secrets, recipient, tickets: false });
}

/** A shipped lab with its files. */
export function labToPack(lab: Lab): PackedLab {
  const folder = new URL(`../../labs/${lab.id}/`, import.meta.url);
  const parsed = parseYaml(Deno.readTextFileSync(new URL("lab.yaml", folder)));
  const written = parsed.kind === "document" && isRecord(parsed.document.value) ? parsed.document.value : {};
  const files = lab.workspace.map((path) => [path, Deno.readFileSync(new URL(`workspace/${path}`, folder))] as const);
  return { lab, written, workspace: new Map(files) };
}
