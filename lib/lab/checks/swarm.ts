/** Judges a swarm check. */

import type { SwarmCheck } from "../../content/schema/checks/swarm.ts";
import type { CheckVerdict } from "../verdict.ts";
import { notLooked, uncheckedVerdict } from "./field_judgement.ts";
import type { Look } from "./look.ts";

export function judgeSwarm(check: SwarmCheck, look: Look): CheckVerdict {
  return uncheckedVerdict({ kind: "swarm", subject: check.state }, notLooked.fault, check.expects, look.workspace);
}
