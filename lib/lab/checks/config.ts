/** Judges a config: its fields as docker reports them. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { configFields } from "../../content/schema/field.ts";
import type { ConfigFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

export const configValues: ValueTable<typeof configFields, ConfigFacts> = {
  content: ({ content }) => content,
  labels: ({ labels }) => labels,
};

export function judgeConfig(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.configs, look, {
    fields: (facts) => judgeFields(check.expects, configValues, facts, () => ({ workspace: look.workspace })),
    advise: () => ({}),
  });
}
