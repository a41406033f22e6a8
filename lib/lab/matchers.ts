/** Compares a value with what a check expects of it, and says in words what was expected, what is there, and the difference. */

import type { Matcher } from "../content/schema/matcher.ts";
import { both, join, same, type Text } from "../content/text.ts";
import { describe } from "./matching/describe.ts";
import { holds, listed, pairing } from "./matching/holds.ts";
import { differentLine, placeOf, shownAround } from "./matching/long_text.ts";
import { code, printable } from "./matching/printable.ts";
import { entry, show } from "./matching/show.ts";
import {
  isList,
  isMap,
  itemShape,
  type MatchContext,
  partShape,
  type Shape,
  type Value,
  valueAt,
} from "./matching/value.ts";

/** `expected` and `actual` are plain text; `detail`, Markdown, tells what is missing or too much when that is not obvious. */
export interface Match {
  readonly ok: boolean;
  readonly expected: Text;
  readonly actual: Text;
  readonly detail?: Text;
}

/** `shape` is the field's type. Never throws for a matcher that came through the schema. */
export function match(matcher: Matcher, value: Value, shape: Shape, context: MatchContext): Match {
  const ok = holds(matcher, value, shape, context);
  const detail = ok ? undefined : difference(matcher, value, shape, context);
  const both = ok || typeof value !== "string" ? {} : aroundDifference(matcher, value, shape, context);
  return {
    ok,
    expected: describe(matcher, shape, context),
    actual: seen(matcher, value, shape, context),
    ...both,
    ...(detail ? { detail } : {}),
  };
}

/** Of a long text the part that decides, in place of its beginning; and of the expected one the same part. */
function aroundDifference(
  matcher: Matcher,
  text: string,
  shape: Shape,
  context: MatchContext,
): { readonly expected?: Text; readonly actual?: Text } {
  if (matcher.is === "all") {
    const failing = matcher.of.find((part) => !holds(part, text, shape, context));
    const { actual } = failing ? aroundDifference(failing, text, shape, context) : {};
    return actual ? { actual } : {};
  }
  const place = placeOf(matcher, text);
  const actual = shownAround(text, place);
  const expected = matcher.is === "equal" ? shownAround(String(matcher.value), place) : undefined;
  return {
    ...(actual === undefined ? {} : { actual: same(actual) }),
    ...(expected === undefined ? {} : { expected: same(expected) }),
  };
}

/** The part of the value that the matcher speaks of: two of forty variables, not all. */
function seen(matcher: Matcher, value: Value, shape: Shape, context: MatchContext): Text {
  if (["map", "counts", "lists"].includes(shape) && !counts(matcher) && (value === undefined || isMap(value))) {
    const map = value ?? {};
    const keys = keysIn(matcher);
    if (keys.size > 0) {
      const texts = [...keys].map((key) =>
        entry(same(printable(key)), show(valueAt(map, key), partShape(shape, key), context))
      );
      return join(texts, ", ");
    }
  }
  if (counts(matcher) && value !== undefined && typeof value === "object") {
    const size = isList(value) ? value.length : Object.keys(value).length;
    if (size > 1) {
      const text = show(value, shape, context);
      return { es: `${size}: ${text.es}`, en: `${size}: ${text.en}` };
    }
  }
  return show(value, shape, context);
}

function keysIn(matcher: Matcher): ReadonlySet<string> {
  switch (matcher.is) {
    case "fields":
      return new Set(Object.keys(matcher.fields));
    case "all":
    case "any":
      return new Set(matcher.of.flatMap((part) => [...keysIn(part)]));
    case "not":
      return keysIn(matcher.of);
    default:
      return new Set();
  }
}

function counts(matcher: Matcher): boolean {
  if (matcher.is === "count") return true;
  if (matcher.is === "all" || matcher.is === "any") return matcher.of.some(counts);
  return matcher.is === "not" && counts(matcher.of);
}

function itemsOf(value: Value, shape: Shape): readonly Value[] {
  const items = listed(value, shape);
  return isList(items) ? items : [];
}

/** "Missing: a; Too much: b", for lists and for mappings that may hold nothing else. */
function difference(matcher: Matcher, value: Value, shape: Shape, context: MatchContext): Text | undefined {
  switch (matcher.is) {
    case "equal":
      return typeof value === "string" && shape !== "image" ? differentLine(String(matcher.value), value) : undefined;
    case "includes":
    case "exactly": {
      const pairs = pairing(matcher.items, value, shape, context);
      if (!pairs) return undefined;
      const items = itemsOf(value, shape);
      const missing = pairs.missing.flatMap((index) => matcher.items[index] ?? []).map((item) =>
        describe(item, itemShape(shape), context)
      );
      const extra = pairs.extra.map((index) => show(items[index], itemShape(shape), context));
      return parts(missing, matcher.is === "exactly" ? extra : []);
    }
    case "all": {
      const fields = matcher.of.find((part) => part.is === "fields");
      const failing = matcher.of.find((part) => !holds(part, value, shape, context));
      if (fields?.is === "fields" && failing?.is === "count" && isMap(value)) {
        const extra = Object.keys(value).filter((key) => !Object.hasOwn(fields.fields, key));
        return parts([], extra.map((key) => show({ [key]: valueAt(value, key) }, shape, context)));
      }
      return failing ? difference(failing, value, shape, context) : undefined;
    }
    default:
      return undefined;
  }
}

function parts(missing: readonly Text[], extra: readonly Text[]): Text | undefined {
  const list = (items: readonly Text[]) => join(items.map((item) => both((lang) => code(item[lang]))), ", ");
  const [lacks, has] = [list(missing), list(extra)];
  const texts: Text[] = [];
  if (missing.length > 0) texts.push({ es: `Falta: ${lacks.es}`, en: `Missing: ${lacks.en}` });
  if (extra.length > 0) texts.push({ es: `Sobra: ${has.es}`, en: `Too much: ${has.en}` });
  return texts.length === 0 ? undefined : join(texts, "; ");
}
