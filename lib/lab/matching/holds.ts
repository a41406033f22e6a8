/** Whether a value is what a matcher expects: yes or no, without words. */

import type { Matcher, Scalar } from "../../content/schema/matcher.ts";
import { bytesOf } from "../../content/schema/size.ts";
import { pair, type Pairing } from "./pairing.ts";
import { canonicalPath, resolved, samePath } from "./paths.ts";
import { familiar, sameImage } from "./reference.ts";
import {
  isAbsent,
  isList,
  isMap,
  itemShape,
  type MatchContext,
  partShape,
  type Shape,
  type Value,
  valueAt,
} from "./value.ts";

/** Patterns are tried on this many characters at most: enough for any output, and no pattern runs for ever. */
export const patternLimit = 64 * 1024;

/** A matcher is decoded once and used in every look: so is its pattern. */
const patterns = new WeakMap<object, RegExp>();

function patternOf(matcher: Matcher & { readonly is: "matches" }): RegExp {
  const known = patterns.get(matcher);
  if (known) return known;
  const pattern = new RegExp(matcher.pattern, "mu");
  patterns.set(matcher, pattern);
  return pattern;
}

export function holds(matcher: Matcher, value: Value, shape: Shape, context: MatchContext): boolean {
  switch (matcher.is) {
    case "equal":
      return isEqual(matcher.value, value, shape, context);
    case "oneOf":
      return matcher.values.some((wanted) => isEqual(wanted, value, shape, context));
    case "contains": {
      const { part } = matcher;
      const items = listed(value, shape);
      if (isList(items)) return items.some((item) => holds(part, item, itemShape(shape), context));
      if (isMap(value)) {
        return Object.entries(value).some(([key, item]) => holds(part, item, partShape(shape, key), context));
      }
      if (value === undefined) return false;
      if (part.is === "equal") {
        return spellings(value, shape).some((text) => text.includes(String(part.value)));
      }
      return holds(part, value, shape, context);
    }
    case "startsWith":
      return spellings(value, shape).some((text) => text.startsWith(matcher.prefix)) ||
        (shape === "source" && typeof value === "string" &&
          canonicalPath(value).startsWith(canonicalPath(resolved(matcher.prefix, context.workspace))));
    case "matches":
      return spellings(value, shape).some((text) =>
        patternOf(matcher).test(context.tail ? text.slice(-patternLimit) : text.slice(0, patternLimit))
      );
    case "range":
      if (typeof value !== "number" || (context.zeroIsNoLimit === true && value <= 0)) return false;
      return value >= (matcher.min ?? -Infinity) && value <= (matcher.max ?? Infinity);
    case "count": {
      const size = sizeOf(value);
      return size !== undefined && holds(matcher.of, size, "whole", { workspace: context.workspace });
    }
    case "includes":
      return pairing(matcher.items, value, shape, context)?.missing.length === 0;
    case "exactly": {
      const pairs = pairing(matcher.items, value, shape, context);
      return pairs !== undefined && pairs.missing.length === 0 && pairs.extra.length === 0;
    }
    case "fields": {
      const map = value ?? {};
      return isMap(map) &&
        Object.entries(matcher.fields).every(([key, part]) =>
          holds(part, valueAt(map, key), partShape(shape, key), context)
        );
    }
    case "absent":
      return isAbsent(value, context) === matcher.absent;
    case "all":
      return matcher.of.every((part) => holds(part, value, shape, context));
    case "any":
      return matcher.of.some((part) => holds(part, value, shape, context));
    case "not":
      return !holds(matcher.of, value, shape, context);
  }
}

/** Which expectations have no item and which items nobody expects; undefined when the value is no list at all. */
export function pairing(
  matchers: readonly Matcher[],
  value: Value,
  shape: Shape,
  context: MatchContext,
): Pairing | undefined {
  const items = listed(value ?? [], shape);
  if (!isList(items)) return undefined;
  const inner = itemShape(shape);
  return pair(matchers.length, items.length, (expectation, item) => {
    const matcher = matchers[expectation];
    return matcher !== undefined && holds(matcher, items[item], inner, context);
  });
}

/** Docker writes sets as mappings, `{"80/tcp": {}}`: of what it says as it is, a mapping is the list of its keys. */
export function listed(value: Value, shape: Shape): Value {
  return shape === "raw" && isMap(value) ? Object.keys(value) : value;
}

/** Items of a list or entries of a map; nothing reported counts as none. */
function sizeOf(value: Value): number | undefined {
  if (value === undefined) return 0;
  if (isList(value)) return value.length;
  return isMap(value) ? Object.keys(value).length : undefined;
}

/** The texts under which a scalar may be searched: an image has a long and a short name. */
function spellings(value: Value, shape: Shape): readonly string[] {
  if (value === undefined || typeof value === "object") return [];
  const text = String(value);
  return shape === "image" ? [text, familiar(text)] : [text];
}

function isEqual(wanted: Scalar, value: Value, shape: Shape, context: MatchContext): boolean {
  if (shape === "image" && (value === undefined || typeof value === "string")) {
    const expectedId = context.imageIds?.get(familiar(String(wanted)));
    return sameImage(value, String(wanted), { actualId: context.imageId, expectedId });
  }
  if (value === undefined) return wanted === 0 && context.zeroIsNoLimit === true;
  if (typeof value === "object") return false;
  if (shape === "raw") return isSameScalar(wanted, value);
  if (typeof wanted === "number" && typeof value === "number") return Math.abs(wanted - value) < 1e-9;
  if (shape === "path" || shape === "source") return samePath(String(value), String(wanted), context.workspace);
  if (shape === "address") return address(String(value)) === address(String(wanted));
  return String(value) === String(wanted);
}

/** The number 5 and the text "5" differ, as in JSON; a size may be written as docker takes it: `64m`. */
function isSameScalar(wanted: Scalar, value: Scalar): boolean {
  if (typeof wanted === typeof value) return wanted === value;
  return typeof wanted === "string" && typeof value === "number" && bytesOf(wanted) === value;
}

/** Docker writes "any address" in several ways. */
function address(written: string): string {
  return written === "" || written === "::" || written === "[::]" ? "0.0.0.0" : written;
}
