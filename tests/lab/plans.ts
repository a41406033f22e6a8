/** Plans for the tests of looking: nothing but what is named. */

import { type Plan, planOf } from "../../lib/lab/plan.ts";

/** `planFor({ container: ["web"] }, { execs: [check] })`. */
export function planFor(objects: Partial<Plan["objects"]>, more: Partial<Omit<Plan, "objects">> = {}): Plan {
  const nothing = planOf([]);
  return { ...nothing, ...more, objects: { ...nothing.objects, ...objects } };
}
