/** Judges a stack: its services together, and what was made for them. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { stackFields } from "../../content/schema/field.ts";
import { imagesAsWritten } from "../matching/spelling.ts";
import type { StackFacts } from "../orchestration.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

const stackValues: ValueTable<typeof stackFields, StackFacts> = {
  services: ({ services }) => services,
  running: ({ running }) => running,
  replicas: ({ replicas }) => replicas,
  images: ({ images }, matcher) => imagesAsWritten(images, matcher),
  networks: ({ networks }) => networks,
  volumes: ({ volumes }) => volumes,
  secrets: ({ secrets }) => secrets,
  configs: ({ configs }) => configs,
};

export function judgeStack(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.stacks, look, {
    fields: (facts) => judgeFields(check.expects, stackValues, facts, () => ({ workspace: look.workspace })),
    advise: (field, facts) => look.advise("stack", field, facts, check.name, look),
  });
}
