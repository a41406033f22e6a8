/** Judges a secret: docker shows everything of it but what it hides. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { secretFields } from "../../content/schema/field.ts";
import type { SecretFacts } from "../orchestration.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

const secretValues: ValueTable<typeof secretFields, SecretFacts> = {
  labels: ({ labels }) => labels,
  driver: ({ driver }) => driver,
};

export function judgeSecret(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.secrets, look, {
    fields: (facts) => judgeFields(check.expects, secretValues, facts, () => ({ workspace: look.workspace })),
    advise: (field) => look.advise("stored", field, "secret", check.name, look.snapshot),
  });
}
