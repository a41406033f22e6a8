/** What the kinds of check share: expectations of named fields, and what may be said of any check. */

import * as v from "valibot";
import type { Text } from "../text.ts";
import { duration, text } from "./basics.ts";
import type { FieldType } from "./field.ts";
import { type Matcher, matcherFor, type MatcherSchema, type MatcherType } from "./matcher.ts";

/** One expectation of a check: the field in the words of docker, its type, and what it should be. */
export interface Expectation {
  readonly field: string;
  readonly type: FieldType;
  readonly matcher: Matcher;
}

/** What any check may say. */
export interface CheckCommon {
  /** Seconds that it may take to become true: who verifies looks again until then. */
  readonly within?: number;
  /** The author's own reason, said in place of ours when the check fails. */
  readonly says?: Text;
  /** Only the teacher judges it when the lab is part of a graded session; elsewhere it is a check like any other. */
  readonly hidden?: true;
  /** Never written in a lab file: what it expects is not known here, so it is looked at and not judged. */
  readonly sealed?: Sealed;
}

/** What must be looked at for a check whose expectations somebody else has. */
export interface Sealed {
  /** Objects that its own is compared with; for an event, containers. */
  readonly others: readonly string[];
  /** Of an image: how it was made. */
  readonly history?: true;
  /** Of a TCP port: what the other side says first. */
  readonly banner?: true;
}

export type Fields = Readonly<Record<string, FieldType>>;
export type Written = { readonly [key: string]: unknown };
type Expected<Of extends Fields> = {
  readonly [Field in keyof Of & string]: v.ExactOptionalSchema<MatcherSchema, undefined>;
};

/** The keys that every kind of check has. */
export const commonKeys = {
  within: v.exactOptional(v.pipe(duration, v.maxValue(600))),
  says: v.exactOptional(text),
  hidden: v.exactOptional(v.boolean()),
};

export function common(written: Written): CheckCommon {
  return {
    ...(typeof written["within"] === "number" ? { within: written["within"] } : {}),
    ...(written["says"] === undefined ? {} : { says: written["says"] as Text }),
    ...(written["hidden"] === true ? { hidden: true } : {}),
  };
}

/** A schema for each field; `special` names the fields that are read more strictly than their type says. */
export function matchers<const Of extends Fields>(
  fields: Of,
  special: Readonly<Record<string, MatcherType>> = {},
): Expected<Of> {
  const schemas = Object.entries(fields).map(([field, type]) =>
    [field, v.exactOptional(matcherFor(special[field] ?? type))] as const
  );
  return Object.fromEntries(schemas) as Expected<Of>;
}

/** The expectations in the order of the field table, so that the basic ones are explained first. */
export function expectations(fields: Fields, written: Written): readonly Expectation[] {
  return Object.entries(fields).flatMap(([field, type]) =>
    written[field] === undefined ? [] : [{ field, type, matcher: written[field] as Matcher }]
  );
}

/** A check that expects nothing always passes, so it is refused. */
export function asserts(fields: Fields, written: Written): boolean {
  return Object.keys(fields).some((field) => written[field] !== undefined);
}
