/** Capabilities as they are typed: `NET_ADMIN`; some engines report `CAP_NET_ADMIN`, and capitals do not matter. */

import type { Matcher } from "../../content/schema/matcher.ts";

export function bareCapability(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, "");
}

/** The same expectation of a list of capabilities, with each name as `bareCapability` writes it. */
export function bareCapabilities(matcher: Matcher): Matcher {
  switch (matcher.is) {
    case "equal":
      return { is: "equal", value: bareCapability(String(matcher.value)) };
    case "oneOf":
      return { is: "oneOf", values: matcher.values.map((value) => bareCapability(String(value))) };
    case "contains":
      return { is: "contains", part: bareCapabilities(matcher.part) };
    case "includes":
    case "exactly":
      return { ...matcher, items: matcher.items.map(bareCapabilities) };
    case "all":
    case "any":
      return { ...matcher, of: matcher.of.map(bareCapabilities) };
    case "not":
      return { is: "not", of: bareCapabilities(matcher.of) };
    default:
      return matcher;
  }
}
