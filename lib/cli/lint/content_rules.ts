/** Rules of lint that need more than the content itself: docker command lines, and what a lab's setup may run. */

import type { Rule } from "../../content/decode.ts";
import type { Finding } from "../../content/problem.ts";
import type { Lab } from "../../content/schema/lab.ts";
import type { Question } from "../../content/schema/question.ts";
import { commandWords } from "../../lab/command_words.ts";
import { setupProblems, stepProblem } from "../../lab/setup_allowed.ts";
import { commandProblems } from "../../quiz/command/problems.ts";

/** Commands in `accept` and `reject` must be commands. */
export const questionRules: readonly Rule<Question>[] = [
  (question) =>
    question.kind !== "command" ? [] : commandProblems(question).map(({ field, index, what }): Finding => ({
      at: [field, index],
      code: "other",
      what,
    })),
];

/** What a lab runs by itself is a short list; solutions and mistakes may not choose another engine. */
export const labRules: readonly Rule<Lab>[] = [
  (lab) => setupProblems(lab.setup).flatMap(({ index, what }) => finding(["setup", index], what)),
  (lab) =>
    lab.tasks.flatMap((task, at) => [
      ...task.solution.flatMap((step, index) => stepFinding(["tasks", at, "solution", index], step)),
      ...task.alternatives.flatMap((steps, way) =>
        steps.flatMap((step, index) => stepFinding(["tasks", at, "alternatives", way, index], step))
      ),
      ...task.mistakes.flatMap(({ run }, mistake) =>
        run.flatMap((step, index) => stepFinding(["tasks", at, "mistakes", mistake, "run", index], step))
      ),
    ]),
];

function stepFinding(at: Finding["at"], step: Lab["tasks"][number]["solution"][number]): readonly Finding[] {
  return typeof step === "string" ? finding(at, stepProblem(commandWords(step) ?? [])) : [];
}

function finding(at: Finding["at"], what: Finding["what"] | undefined): readonly Finding[] {
  return what ? [{ at, code: "other", what }] : [];
}
