/** Judges a tcp check. */

import type { TcpCheck } from "../../content/schema/checks/host.ts";
import type { CheckVerdict } from "../verdict.ts";
import { notLooked, uncheckedVerdict } from "./field_judgement.ts";
import type { Look } from "./look.ts";

export function judgeTcp(check: TcpCheck, look: Look): CheckVerdict {
  return uncheckedVerdict({ kind: "tcp", subject: check.address }, notLooked.fault, check.expects, look.workspace);
}
