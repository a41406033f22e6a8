/** Judges a volume: its fields as docker reports them. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { volumeFields } from "../../content/schema/field.ts";
import type { VolumeFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

const volumeValues: ValueTable<typeof volumeFields, VolumeFacts> = {
  driver: ({ driver }) => driver,
  labels: ({ labels }) => labels,
  options: ({ options }) => options,
  scope: ({ scope }) => scope,
};

export function judgeVolume(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.volumes, look, {
    fields: (facts) => judgeFields(check.expects, volumeValues, facts, () => ({ workspace: look.workspace })),
    advise: (field, facts) => look.advise("volume", field, facts, check, look),
  });
}
