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
      return whole || context.tail !== true ? here() : undefined;
    case "equal":
    case "oneOf":
      // What is known of it is longer than most; where it is the same, it may still go on.
      return here() ? (whole ? true : undefined) : false;
    default:
      return here();
  }
}

/** One part that has this end decides; otherwise all have to be known. */
function decided(parts: readonly (boolean | undefined)[], end: boolean): boolean | undefined {
  if (parts.includes(end)) return end;
  return parts.includes(undefined) ? undefined : !end;
}
