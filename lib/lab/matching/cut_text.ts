/** What can be said of a text of which only a part is known, or too long for a pattern to be tried on all of it. */

import type { Matcher } from "../../content/schema/matcher.ts";
import { holds, patternLimit } from "./holds.ts";
import type { MatchContext } from "./value.ts";

/** Undefined where the other part might turn the answer. */
export function holdsForPart(matcher: Matcher, text: string, context: MatchContext): boolean | undefined {
  const parts = (of: readonly Matcher[]) => of.map((part) => holdsForPart(part, text, context));
  const whole = context.cut !== true;
  const here = () => holds(matcher, text, "text", context);
  switch (matcher.is) {
    case "all":
      return decided(parts(matcher.of), false);
    case "any":
      return decided(parts(matcher.of), true);
    case "not": {
      const inner = holdsForPart(matcher.of, text, context);
      return inner === undefined ? undefined : !inner;
    }
    case "contains":
      return here() || (whole ? false : undefined);
    case "matches":
      return here() || (whole && text.length <= patternLimit ? false : undefined);
    case "startsWith":
      return whole ? here() : context.tail === true || goesOn(matcher.prefix, text, context) ? undefined : here();
    case "equal":
      return whole ? here() : goesOn(String(matcher.value), text, context) ? undefined : false;
    case "oneOf":
      return decided(parts(matcher.values.map((value) => ({ is: "equal", value }))), true);
    default:
      return here();
  }
}

/** One part that has this end decides; otherwise all have to be known. */
function decided(parts: readonly (boolean | undefined)[], end: boolean): boolean | undefined {
  if (parts.includes(end)) return end;
  return parts.includes(undefined) ? undefined : !end;
}

/** Whether a longer text may be meant, of which this is the known part. */
function goesOn(wanted: string, text: string, { tail }: MatchContext): boolean {
  return wanted.length > text.length && (tail === true ? wanted.endsWith(text) : wanted.startsWith(text));
}
