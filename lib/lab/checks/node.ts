/** Judges a node of the swarm. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { nodeFields } from "../../content/schema/field.ts";
import type { NodeFacts } from "../orchestration.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

const nodeValues: ValueTable<typeof nodeFields, NodeFacts> = {
  hostname: ({ hostname }) => hostname,
  role: ({ role }) => role,
  availability: ({ availability }) => availability,
  state: ({ state }) => state,
  leader: ({ leader }) => leader ?? false,
  labels: ({ labels }) => labels,
  engine: ({ engine }) => engine,
};

export function judgeNode(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.nodes, look, {
    fields: (facts) => judgeFields(check.expects, nodeValues, facts, () => ({ workspace: look.workspace })),
    advise: (field, facts) => look.advise("node", field, facts),
  });
}
