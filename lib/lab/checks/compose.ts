/** Judges a compose: its fields as docker reports them. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { composeFields } from "../../content/schema/field.ts";
import type { ComposeFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

export const composeValues: ValueTable<typeof composeFields, ComposeFacts> = {
  services: ({ services }) => services,
  running: ({ running }) => running,
  health: ({ health }) => health,
  images: ({ images }) => images,
  dependsOn: ({ dependsOn }) => dependsOn,
  networks: ({ networks }) => networks,
  volumes: ({ volumes }) => volumes,
  files: ({ files }) => files,
  generation: ({ generation }) => generation,
};

export function judgeCompose(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.composes, look, {
    fields: (facts) => judgeFields(check.expects, composeValues, facts, () => ({ workspace: look.workspace })),
    advise: () => ({}),
  });
}
