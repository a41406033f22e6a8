/** Judges the part that the engine takes in a swarm. */

import type { SwarmCheck } from "../../content/schema/checks/swarm.ts";
import type { Expectation } from "../../content/schema/expectation.ts";
import type { swarmFields } from "../../content/schema/field.ts";
import type { SwarmFacts } from "../orchestration.ts";
import type { CheckVerdict } from "../verdict.ts";
import {
  fieldsVerdict,
  type JudgedField,
  judgeFields,
  notLooked,
  uncheckedVerdict,
  type ValueTable,
} from "./field_judgement.ts";
import type { Look } from "./look.ts";

const swarmValues: ValueTable<typeof swarmFields & { readonly state: "text" }, SwarmFacts> = {
  state: ({ state }) => state,
  manager: ({ manager }) => manager,
  managers: ({ managers }) => managers,
  nodes: ({ nodes }) => nodes,
};

export function judgeSwarm(check: SwarmCheck, look: Look): CheckVerdict {
  const about = { kind: "swarm", subject: check.state } as const;
  const state: Expectation = { field: "state", type: "text", matcher: { is: "equal", value: check.state } };
  const expects = [state, ...check.expects];
  const sighting = look.snapshot.swarm ?? notLooked;
  if (sighting.kind === "unknown") return uncheckedVerdict(about, sighting.fault, expects, look);
  // Every engine has a state, so there is nothing to be missing.
  const facts = sighting.kind === "found" ? sighting.facts : { state: "inactive", manager: false };
  const fields = judgeFields(expects, swarmValues, facts, () => ({ workspace: look.workspace }))
    .map((field) => whereCounted(field, facts));
  return fieldsVerdict(about, fields, look, (field) => look.advise("swarm", field, facts));
}

/** Only a manager knows how many they are. */
function whereCounted(field: JudgedField, { state, manager, managers, nodes }: SwarmFacts): JudgedField {
  const count = field.field === "managers" ? managers : field.field === "nodes" ? nodes : 0;
  if (count !== undefined || manager || state !== "active") return field;
  return { ...field, status: "blocked", fault: { kind: "swarm-worker", detail: "" } };
}
