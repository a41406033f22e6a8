/** Docker could not be asked, or not for this: how to repair that. */

import type { Advice } from "../checks/look.ts";
import { type Fault, mendable } from "../fault.ts";
import { faultSentence, faultText } from "../fault_text.ts";

export function adviseFault(fault: Fault): Advice {
  const { what, next } = faultText(fault.kind);
  // Where the learner can mend it, docker's own words say the same once more, in English.
  return { because: mendable(fault) ? what : faultSentence(fault), next };
}
