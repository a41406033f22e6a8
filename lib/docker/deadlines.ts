/** How long a look may take, in ms, and how much of it goes on at the same time. */

import type { FileCheck } from "../content/schema/checks/inside.ts";
import type { Plan } from "../lab/plan.ts";

/** For one inspect or list. */
export const inspectDeadline = 4000;
/** For one file out of a container. */
export const copyDeadline = 4000;
/** Programs inside containers, requests and logs at the same time, each. */
export const parallel = 4;

/** After this even a chain of slow answers is cut: each round of programs inside may use its own time. */
export function overallDeadline(plan: Plan): number {
  const slowest = (checks: readonly { readonly timeout: number }[]) =>
    Math.ceil(checks.length / parallel) * Math.max(0, ...checks.map((check) => check.timeout * 1000 + 1500));
  const logs = Math.ceil(plan.logs.length / parallel) * inspectDeadline;
  // A link is copied twice.
  const files = Math.ceil(filesInside(plan).length / parallel) * 2 * copyDeadline;
  return 3 * inspectDeadline + Math.max(slowest(plan.execs), slowest(plan.https), slowest(plan.tcps), logs, files);
}

/** Those of the workspace are read where it is known. */
export function filesInside({ files }: Plan): readonly FileCheck[] {
  return files.filter(({ container }) => container !== undefined);
}
