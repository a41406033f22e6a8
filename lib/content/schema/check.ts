/** What a check may say in YAML: the object it is about, then what should be true of it. */

import * as v from "valibot";
import { event, type EventCheck } from "./checks/event.ts";
import { http, type HttpCheck, tcp, type TcpCheck } from "./checks/host.ts";
import { exec, type ExecCheck, file, type FileCheck, logs, type LogsCheck } from "./checks/inside.ts";
import { inspect, type InspectCheck } from "./checks/inspect.ts";
import { type ObjectCheck, objectCheck, objectFields, type ObjectKind } from "./checks/object.ts";
import { swarm, type SwarmCheck } from "./checks/swarm.ts";
import { isRecord } from "../is_record.ts";
import { checkKinds } from "./check_kinds.ts";
import { pick } from "./pick.ts";
import { because } from "./refusal.ts";

export type Check =
  | ObjectCheck
  | ExecCheck
  | LogsCheck
  | FileCheck
  | HttpCheck
  | TcpCheck
  | EventCheck
  | InspectCheck
  | SwarmCheck;
export type CheckKind = Check["kind"];

/** Adding a kind is one line here, one in the judge's table, one in the prober's: the compiler names what is missing. */
export const checkSchemas = {
  container: objectCheck("container"),
  service: objectCheck("service"),
  image: objectCheck("image"),
  volume: objectCheck("volume"),
  network: objectCheck("network"),
  exec,
  http,
  tcp,
  logs,
  file,
  event,
  compose: objectCheck("compose"),
  swarm,
  node: objectCheck("node"),
  secret: objectCheck("secret"),
  config: objectCheck("config"),
  stack: objectCheck("stack"),
  inspect,
} as const satisfies Record<CheckKind, v.GenericSchema>;

/** Said when no key of the mapping is a kind of check. */
const noKind = v.pipe(v.looseObject({}), v.check(() => false, because("checkKind")));

export const check = pick(
  Object.values(checkSchemas),
  (input) => {
    const kind = isRecord(input) ? kindOf(input) : undefined;
    return kind ? checkSchemas[kind] : noKind;
  },
);

/** `image` beside `container` is a field of it; where no kind has the others as fields, the first one written is meant. */
function kindOf(written: Readonly<Record<string, unknown>>): CheckKind | undefined {
  const kinds = Object.keys(written).flatMap((key) => checkKinds.find((kind) => kind === key) ?? []);
  const fieldsOf = (kind: CheckKind) => kind in objectFields ? objectFields[kind as ObjectKind] : {};
  return kinds.find((kind) => kinds.every((other) => other === kind || other in fieldsOf(kind))) ?? kinds[0];
}
