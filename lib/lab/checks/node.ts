/** Judges a node: its fields as docker reports them. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { nodeFields } from "../../content/schema/field.ts";
import type { NodeFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

export const nodeValues: ValueTable<typeof nodeFields, NodeFacts> = {
  hostname: ({ hostname }) => hostname,
  role: ({ role }) => role,
  availability: ({ availability }) => availability,
  state: ({ state }) => state,
  leader: ({ leader }) => leader,
  labels: ({ labels }) => labels,
  engine: ({ engine }) => engine,
};

export function judgeNode(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.nodes, look, {
    fields: (facts) => judgeFields(check.expects, nodeValues, facts, () => ({ workspace: look.workspace })),
    advise: () => ({}),
  });
}
