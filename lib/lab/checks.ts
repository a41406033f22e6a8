/** The judge of each kind of check; a kind without a line here does not compile. */

import { subjectOf } from "../content/about_check.ts";
import type { Check, CheckKind } from "../content/schema/check.ts";
import type { ObjectCheck, ObjectKind } from "../content/schema/checks/object.ts";
import type { Text } from "../content/text.ts";
import { judgeCompose } from "./checks/compose.ts";
import { judgeConfig } from "./checks/config.ts";
import { judgeContainer } from "./checks/container.ts";
import { judgeEvent } from "./checks/event.ts";
import { judgeExec } from "./checks/exec.ts";
import { judgeFile } from "./checks/file.ts";
import { judgeHttp } from "./checks/http.ts";
import { judgeImage } from "./checks/image.ts";
import { judgeInspect } from "./checks/inspect.ts";
import { judgeLogs } from "./checks/logs.ts";
import type { Look } from "./checks/look.ts";
import { judgeNetwork } from "./checks/network.ts";
import { judgeNode } from "./checks/node.ts";
import { judgeSecret } from "./checks/secret.ts";
import { judgeService } from "./checks/service.ts";
import { judgeStack } from "./checks/stack.ts";
import { judgeSwarm } from "./checks/swarm.ts";
import { judgeTcp } from "./checks/tcp.ts";
import { judgeVolume } from "./checks/volume.ts";
import type { CheckVerdict } from "./verdict.ts";

type CheckOf<Kind extends CheckKind> = Kind extends ObjectKind ? ObjectCheck : Extract<Check, { kind: Kind }>;

const judges: { readonly [Kind in CheckKind]: (check: CheckOf<Kind>, look: Look) => CheckVerdict } = {
  container: judgeContainer,
  image: judgeImage,
  volume: judgeVolume,
  network: judgeNetwork,
  exec: judgeExec,
  http: judgeHttp,
  tcp: judgeTcp,
  logs: judgeLogs,
  file: judgeFile,
  event: judgeEvent,
  compose: judgeCompose,
  swarm: judgeSwarm,
  node: judgeNode,
  service: judgeService,
  secret: judgeSecret,
  config: judgeConfig,
  stack: judgeStack,
  inspect: judgeInspect,
};

/** The verdict of one check from one snapshot. */
export function judgeCheck(check: Check, look: Look): CheckVerdict {
  // The compiler cannot follow that a kind and its judge go together; the table's own type says so.
  const judge = judges[check.kind] as (check: Check, look: Look) => CheckVerdict;
  if (check.sealed) return elsewhere(check);
  return patient(withReason(judge(check, look), check), check);
}

/** What it expects is not known here: nothing that was seen makes it passed or failed. */
function elsewhere(check: Check): CheckVerdict {
  return {
    kind: check.kind,
    subject: subjectOf(check),
    status: "unchecked",
    expected: teachers,
    actual: recorded,
    fields: [],
  };
}

const teachers: Text = { es: "lo juzga quien examina", en: "the teacher judges it" };
const recorded: Text = { es: "queda registrado", en: "it is recorded" };

/** The author knows better why it matters: their words stand in place of ours, the facts stay. */
function withReason(verdict: CheckVerdict, check: Check): CheckVerdict {
  return check.says === undefined || verdict.status !== "failed" ? verdict : { ...verdict, because: check.says };
}

/** ms between looks at what may become true by itself: as often as a program inside is asked. */
const again = 1000;

/** What is not there yet may come: how long that is worth waiting for is up to whoever looks. */
function patient(verdict: CheckVerdict, { within }: Check): CheckVerdict {
  if (within === undefined || (verdict.status !== "failed" && verdict.status !== "blocked")) return verdict;
  return { ...verdict, patience: within * 1000, lookAgainIn: Math.min(again, verdict.lookAgainIn ?? again) };
}
