/** Judges how a connection from the host ended. */

import type { TcpCheck } from "../../content/schema/checks/host.ts";
import type { tcpFields } from "../../content/schema/field.ts";
import { endingText } from "../matching/ending.ts";
import { tcpKey } from "../plan.ts";
import type { TcpFacts } from "../host_facts.ts";
import type { CheckVerdict } from "../verdict.ts";
import { fieldsVerdict, judgeFields, notLooked, uncheckedVerdict, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { withoutLastLineEnds } from "./stream.ts";

/** Who is asked nothing and says nothing has no banner. */
const tcpValues: ValueTable<typeof tcpFields, TcpFacts> = {
  open: (facts) => facts.kind === "open",
  banner: (facts) => facts.kind === "open" && facts.banner !== "" ? withoutLastLineEnds(facts.banner) : undefined,
};

export function judgeTcp(check: TcpCheck, look: Look): CheckVerdict {
  const about = { kind: "tcp", subject: check.address } as const;
  const sighting = look.snapshot.tcps.get(tcpKey(check)) ?? notLooked;
  if (sighting.kind !== "found") {
    const fault = sighting.kind === "unknown" ? sighting.fault : notLooked.fault;
    return uncheckedVerdict(about, fault, check.expects, look);
  }
  const { facts } = sighting;
  const fields = judgeFields(check.expects, tcpValues, facts, () => ({ workspace: look.workspace }));
  const verdict = fieldsVerdict(about, fields, look, (field) => look.advise("tcp", field, facts, check, look.snapshot));
  return facts.kind === "open" || verdict.status === "passed" ? verdict : { ...verdict, actual: endingText(facts) };
}
