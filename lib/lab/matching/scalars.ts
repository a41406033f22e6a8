/** The same matcher with its exact values written otherwise, where a value has several spellings. */

import type { Matcher, Scalar } from "../../content/schema/matcher.ts";

export function withScalars(matcher: Matcher, spell: (value: Scalar) => Scalar): Matcher {
  switch (matcher.is) {
    case "equal":
      return { ...matcher, value: spell(matcher.value) };
    case "oneOf":
      return { ...matcher, values: matcher.values.map(spell) };
    case "all":
    case "any":
      return { ...matcher, of: matcher.of.map((part) => withScalars(part, spell)) };
    case "not":
      return { ...matcher, of: withScalars(matcher.of, spell) };
    default:
      return matcher;
  }
}
