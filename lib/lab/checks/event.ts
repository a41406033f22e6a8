/** Judges a event check. */

import type { EventCheck } from "../../content/schema/checks/event.ts";
import type { CheckVerdict } from "../verdict.ts";
import { notLooked, uncheckedVerdict } from "./field_judgement.ts";
import type { Look } from "./look.ts";

export function judgeEvent(check: EventCheck, look: Look): CheckVerdict {
  return uncheckedVerdict({ kind: "event", subject: check.name }, notLooked.fault, [], look.workspace);
}
