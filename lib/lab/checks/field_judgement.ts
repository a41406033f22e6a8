/** Judges the expectations of a check one by one, and puts the verdicts of its fields together. */

import type { CheckKind } from "../../content/schema/check.ts";
import type { Expectation } from "../../content/schema/expectation.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import type { Text } from "../../content/text.ts";
import { type Fault, mendable } from "../fault.ts";
import { type Match, match } from "../matchers.ts";
import { holdsForPart } from "../matching/cut_text.ts";
import { patternLimit } from "../matching/holds.ts";
import { describe } from "../matching/describe.ts";
import type { MatchContext, Value } from "../matching/value.ts";
import type { CheckVerdict, FieldVerdict, Status } from "../verdict.ts";
import type { Advice, Look } from "./look.ts";

/** One expectation with what was found; unchecked, with the fault, where something else would have to be known for it. */
export interface JudgedField extends Expectation {
  readonly value: Value;
  readonly match: Match;
  readonly status: Status;
  readonly fault?: Fault;
}

/** What can be said in two ways is said as the matcher has it. */
type Taker<Facts> = (facts: Facts, matcher: Matcher) => Value;

/** How the value of each field of a table is taken from the facts: a field without a line does not compile. */
export type ValueTable<Fields, Facts> = { readonly [Field in keyof Fields]: Taker<Facts> };

/** Looks a field up by the name in a check; the schema lets no other names through. */
function valueOf<Facts>(
  table: Readonly<Record<string, Taker<Facts>>>,
  { field, matcher }: Pick<Expectation, "field" | "matcher">,
  facts: Facts,
): Value {
  const take = Object.hasOwn(table, field) ? table[field] : undefined;
  if (!take) throw new TypeError(`no value for the field ${field}`);
  return take(facts, matcher);
}

export function judgeFields<Facts>(
  expects: readonly Expectation[],
  table: Readonly<Record<string, Taker<Facts>>>,
  facts: Facts,
  contextOf: (expectation: Expectation) => MatchContext,
): readonly JudgedField[] {
  return expects.map((expectation) => {
    const value = valueOf(table, expectation, facts);
    const context = contextOf(expectation);
    const result = match(expectation.matcher, value, expectation.type, context);
    const judged = { ...expectation, value, match: result };
    const ok = typeof value === "string" && (context.cut === true || value.length > patternLimit)
      ? holdsForPart(expectation.matcher, value, context)
      : result.ok;
    if (ok === undefined) return { ...judged, status: "unchecked", fault: { kind: "too-long", detail: "" } };
    return { ...judged, status: ok ? "passed" : "failed" };
  });
}

/** Kind and subject of a check, as `mistakes` name it. */
export interface Subject {
  readonly kind: CheckKind;
  readonly subject: string;
}

/** The first field that is not passed speaks for the check; `advise` is asked only about that one. */
export function fieldsVerdict(
  about: Subject,
  fields: readonly JudgedField[],
  look: Look,
  advise: (field: JudgedField) => Advice,
): CheckVerdict {
  const speaker = fields.find(({ status }) => status === "failed") ?? fields.find(({ status }) => status !== "passed");
  const shown = speaker ?? fields[0];
  const advice = speaker ? adviceOn(speaker, look, advise) : {};
  return {
    ...about,
    status: speaker?.status ?? "passed",
    expected: shown ? labelled(shown.field, shown.match.expected) : existing.yes,
    actual: shown ? labelled(shown.field, shown.match.actual) : existing.yes,
    ...advice,
    fields: fields.map(({ field, status, match }) => ({
      field,
      status,
      expected: match.expected,
      actual: match.actual,
    })),
  };
}

function adviceOn(speaker: JudgedField, look: Look, advise: (field: JudgedField) => Advice): Advice {
  if (speaker.fault) return look.advise("fault", speaker.fault);
  return { ...(speaker.match.detail ? { because: speaker.match.detail } : {}), ...advise(speaker) };
}

/** Nothing could be compared: every expectation of the check ends in the same way. */
export function wholeVerdict(
  about: Subject,
  status: Status,
  said: { readonly expected: Text; readonly actual: Text } & Advice,
  expects: readonly Expectation[],
  workspace: string,
): CheckVerdict {
  const fields = expects.map(({ field, type, matcher }): FieldVerdict => ({
    field,
    status: status === "failed" ? "blocked" : status,
    expected: describe(matcher, type, { workspace }),
    actual: said.actual,
  }));
  return { ...about, status, ...said, fields };
}

/**
 * Docker could not be asked: said with the repair, and never counted as wrong. Where the learner can change what is in the way,
 * that is what comes first: blocked.
 */
export function uncheckedVerdict(
  about: Subject,
  fault: Fault,
  expects: readonly Expectation[],
  { workspace, advise }: Look,
): CheckVerdict {
  const [first] = expects;
  const expected = first ? labelled(first.field, describe(first.matcher, first.type, { workspace })) : existing.yes;
  return wholeVerdict(
    about,
    mendable(fault) ? "blocked" : "unchecked",
    { expected, actual: unseen, ...advise("fault", fault) },
    expects,
    workspace,
  );
}

/** A look that was not taken is a fault of this program, not of the learner. */
export const notLooked: { readonly kind: "unknown"; readonly fault: Fault } = {
  kind: "unknown",
  fault: { kind: "unknown", detail: "not part of this look" },
};

/** What is there, where nobody could look. */
export const unseen: Text = { es: "no se ha podido mirar", en: "could not be looked at" };

export const existing = {
  yes: { es: "existe", en: "exists" },
  no: { es: "no existe", en: "does not exist" },
} as const satisfies Record<string, Text>;

export function labelled(field: string, text: Text): Text {
  return { es: `${field}: ${text.es}`, en: `${field}: ${text.en}` };
}
