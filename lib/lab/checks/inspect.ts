/** Judges what stands at a path of what docker says of an object. */

import { subjectOf } from "../../content/about_check.ts";
import type { InspectCheck } from "../../content/schema/checks/inspect.ts";
import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { Value } from "../matching/value.ts";
import { rawKey } from "../plan.ts";
import { type Json, pathText, type RawFacts } from "../raw_path.ts";
import type { CheckVerdict } from "../verdict.ts";
import { existing, fieldsVerdict, judgeFields, notLooked, uncheckedVerdict, wholeVerdict } from "./field_judgement.ts";
import type { Look } from "./look.ts";

export function judgeInspect(check: InspectCheck, look: Look): CheckVerdict {
  const { object, name, path, matcher } = check;
  const about = { kind: "inspect", subject: subjectOf(check) } as const;
  const field = pathText(path);
  const expects = [{ field, type: "raw", matcher }] as const;
  const sighting = look.snapshot.raws.get(rawKey(check)) ?? notLooked;
  switch (sighting.kind) {
    case "unknown":
      return uncheckedVerdict(about, sighting.fault, expects, look);
    case "missing": {
      const asked: ObjectCheck = { kind: object, name, exists: true, expects: [] };
      const said = { expected: existing.yes, actual: existing.no, ...look.advise("missing", asked, look) };
      return wholeVerdict(about, "failed", said, expects, look.workspace);
    }
    case "found": {
      const { facts } = sighting;
      const fields = judgeFields(expects, { [field]: valueAtPath }, facts, () => ({ workspace: look.workspace }));
      return fieldsVerdict(about, fields, look, () => look.advise("inspect", check, facts));
    }
  }
}

function valueAtPath(facts: RawFacts): Value {
  return facts.kind === "value" ? valueOfJson(facts.value) : undefined;
}

/** Docker writes `null` for "not set". */
function valueOfJson(json: Json): Value {
  if (json === null) return undefined;
  if (typeof json !== "object") return json;
  if (isItems(json)) return json.map(valueOfJson);
  return Object.fromEntries(Object.entries(json).map(([key, part]) => [key, valueOfJson(part)]));
}

function isItems(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
