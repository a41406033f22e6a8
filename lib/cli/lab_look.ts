/** One look at a lab: what is not passed yet is looked at and judged, together with what was passed before. */

import type { Lab } from "../content/schema/lab.ts";
import type { Engine } from "../lab/engine.ts";
import { openChecks } from "../lab/graph.ts";
import { judgeLab } from "../lab/judge.ts";
import { planOf } from "../lab/plan.ts";
import type { LabVerdict } from "../lab/verdict.ts";
import type { LabProgress } from "../study/progress.ts";

export interface LookOptions {
  /** Tasks passed before, with their times. */
  readonly passed: ReadonlyMap<string, number>;
  readonly hints: LabProgress["hints"] | undefined;
  readonly workspace: string;
  readonly only?: string | undefined;
}

/** Never rejects for what docker does: that stands in the verdict. */
export async function lookAt(
  lab: Lab,
  engine: Engine,
  { passed, hints, workspace, only }: LookOptions,
): Promise<LabVerdict> {
  const snapshot = await engine.look(planOf(openChecks(lab, passed, only)));
  return judgeLab(lab, snapshot, {
    passed,
    workspace,
    ...(only === undefined ? {} : { only }),
    hintCosts: new Map([...hints ?? []].map(([task, { cost }]) => [task, cost])),
  });
}
