/** Judges a config of the swarm, with its content. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { configFields } from "../../content/schema/field.ts";
import type { ConfigFacts } from "../orchestration.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";
import { withoutLastLineEnds } from "./stream.ts";

const configValues: ValueTable<typeof configFields, ConfigFacts> = {
  content: ({ content }) => content === undefined ? undefined : withoutLastLineEnds(content),
  labels: ({ labels }) => labels,
};

export function judgeConfig(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.configs, look, {
    fields: (facts) => judgeFields(check.expects, configValues, facts, () => ({ workspace: look.workspace })),
    advise: (field) => look.advise("stored", field, "config", check.name, look.snapshot),
  });
}
