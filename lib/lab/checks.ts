/** The judge of each kind of check; a kind without a line here does not compile. */

import type { Check, CheckKind, ObjectCheck } from "../content/schema/check.ts";
import { judgeContainer } from "./checks/container.ts";
import { judgeExec } from "./checks/exec.ts";
import { judgeHttp } from "./checks/http.ts";
import { judgeImage } from "./checks/image.ts";
import { judgeLogs } from "./checks/logs.ts";
import type { Look } from "./checks/look.ts";
import { judgeNetwork } from "./checks/network.ts";
import { judgeVolume } from "./checks/volume.ts";
import type { CheckVerdict } from "./verdict.ts";

type CheckOf<Kind extends CheckKind> = Kind extends ObjectCheck["kind"] ? ObjectCheck : Extract<Check, { kind: Kind }>;

const judges: { readonly [Kind in CheckKind]: (check: CheckOf<Kind>, look: Look) => CheckVerdict } = {
  container: judgeContainer,
  image: judgeImage,
  volume: judgeVolume,
  network: judgeNetwork,
  exec: judgeExec,
  http: judgeHttp,
  logs: judgeLogs,
};

/** The verdict of one check from one snapshot. */
export function judgeCheck(check: Check, look: Look): CheckVerdict {
  switch (check.kind) {
    case "exec":
      return judges.exec(check, look);
    case "http":
      return judges.http(check, look);
    case "logs":
      return judges.logs(check, look);
    default:
      return judges[check.kind](check, look);
  }
}
