/** What the checks of all named objects share: there or not there, then field by field. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { Sighting } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import {
  existing,
  fieldsVerdict,
  type JudgedField,
  notLooked,
  type Subject,
  uncheckedVerdict,
  wholeVerdict,
} from "./field_judgement.ts";
import type { Advice, Look } from "./look.ts";

interface ObjectJudge<Facts> {
  readonly fields: (facts: Facts) => readonly JudgedField[];
  readonly advise: (field: JudgedField, facts: Facts) => Advice;
}

export function judgeObject<Facts>(
  check: ObjectCheck,
  sightings: ReadonlyMap<string, Sighting<Facts>>,
  look: Look,
  judge: ObjectJudge<Facts>,
): CheckVerdict {
  const about = { kind: check.kind, subject: check.name };
  const sighting = sightings.get(check.name) ?? notLooked;
  switch (sighting.kind) {
    case "unknown":
      // Without a swarm there is nothing in it.
      if (!check.exists && sighting.fault.kind === "swarm-off") {
        return existence(about, "passed", existing.no, existing.no, {});
      }
      return uncheckedVerdict(about, sighting.fault, check.expects, look);
    case "missing":
      if (!check.exists) return existence(about, "passed", existing.no, existing.no, {});
      return wholeVerdict(
        about,
        "failed",
        { expected: existing.yes, actual: existing.no, ...look.advise("missing", check, look) },
        check.expects,
        look.workspace,
      );
    case "found": {
      if (!check.exists) {
        return existence(about, "failed", existing.no, existing.yes, look.advise("unwanted", check, look.snapshot));
      }
      return fieldsVerdict(about, judge.fields(sighting.facts), look, (field) => judge.advise(field, sighting.facts));
    }
  }
}

/** A check of nothing but whether it is there. */
export function existence(
  about: Subject,
  status: "passed" | "failed",
  expected: CheckVerdict["expected"],
  actual: CheckVerdict["actual"],
  advice: Advice,
): CheckVerdict {
  return { ...about, status, expected, actual, ...advice, fields: [{ field: "exists", status, expected, actual }] };
}
