/** Judges a network: its fields as docker reports them. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { networkFields } from "../../content/schema/field.ts";
import type { NetworkFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

const networkValues: ValueTable<typeof networkFields, NetworkFacts> = {
  driver: ({ driver }) => driver,
  internal: ({ internal }) => internal ?? false,
  attachable: ({ attachable }) => attachable ?? false,
  subnets: ({ subnets }) => subnets,
  containers: ({ containers }) => containers,
  labels: ({ labels }) => labels,
  gateways: ({ gateways }) => gateways,
  scope: ({ scope }) => scope,
  options: ({ options }) => options,
};

export function judgeNetwork(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.networks, look, {
    fields: (facts) => judgeFields(check.expects, networkValues, facts, () => ({ workspace: look.workspace })),
    advise: (field, facts) => look.advise("network", field, facts, check, look),
  });
}
