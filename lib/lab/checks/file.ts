/** Judges a file check. */

import type { FileCheck } from "../../content/schema/checks/inside.ts";
import type { CheckVerdict } from "../verdict.ts";
import { notLooked, uncheckedVerdict } from "./field_judgement.ts";
import type { Look } from "./look.ts";

export function judgeFile(check: FileCheck, look: Look): CheckVerdict {
  return uncheckedVerdict({ kind: "file", subject: check.name }, notLooked.fault, check.expects, look.workspace);
}
