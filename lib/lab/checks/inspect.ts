/** Judges a inspect check. */

import type { InspectCheck } from "../../content/schema/checks/inspect.ts";
import type { CheckVerdict } from "../verdict.ts";
import { notLooked, uncheckedVerdict } from "./field_judgement.ts";
import type { Look } from "./look.ts";

export function judgeInspect(check: InspectCheck, look: Look): CheckVerdict {
  return uncheckedVerdict(
    { kind: "inspect", subject: `${check.object} ${check.name}` },
    notLooked.fault,
    [],
    look.workspace,
  );
}
