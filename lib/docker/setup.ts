/** Prepares the objects of a lab, and only by commands that a lab file may give. */

import type { Labels } from "../lab/inventory.ts";
import { setupProblems } from "../lab/setup_allowed.ts";
import type { Docker } from "./binary.ts";
import { runSteps, type StepResult, type StepsOptions } from "./steps.ts";

/** Nothing runs when one of the commands is not allowed: its result, alone, is `failed` and says why in English. */
export async function runSetup(
  docker: Docker,
  commands: readonly string[],
  options: StepsOptions & { readonly labels: Labels },
): Promise<readonly StepResult[]> {
  const [problem] = setupProblems(commands);
  if (problem) return [{ kind: "failed", step: problem.command, code: -1, detail: problem.what.en }];
  return await runSteps(docker, commands, options);
}
