/** What can be said of a text of which only a part is known: one end of it is cut off. */

import type { Matcher } from "../../content/schema/matcher.ts";
import { holds } from "./holds.ts";
import type { MatchContext } from "./value.ts";

/** Undefined where the other part might turn the answer. The text is its beginning, with `tail` its end. */
export function holdsForPart(matcher: Matcher, text: string, context: MatchContext): boolean | undefined {
  const parts = (of: readonly Matcher[]) => of.map((part) => holdsForPart(part, text, context));
  switch (matcher.is) {
    case "all":
      return decided(parts(matcher.of), false);
    case "any":
      return decided(parts(matcher.of), true);
    case "not": {
      const inner = holdsForPart(matcher.of, text, context);
      return inner === undefined ? undefined : !inner;
    }
    case "absent":
      return holds(matcher, text, "text", context);
    case "startsWith":
      return context.tail === true ? undefined : holds(matcher, text, "text", context);
    case "equal":
    case "oneOf":
      // The whole is longer: it is none of these, unless one goes on where it was cut.
      return holds(matcher, text, "text", context) ? undefined : false;
    default:
      return holds(matcher, text, "text", context) || undefined;
  }
}

/** One part that has this end decides; otherwise all have to be known. */
function decided(parts: readonly (boolean | undefined)[], end: boolean): boolean | undefined {
  if (parts.includes(end)) return end;
  return parts.includes(undefined) ? undefined : !end;
}
