/** What can be said of any check, whatever its kind: its subject, and how many things it asks for. */

import type { Check } from "./schema/check.ts";

/** How many things a check asks for: each is ticked, and counts, on its own. */
export function fieldCount(check: Check): number {
  const steady = "steady" in check && check.steady !== undefined ? 1 : 0;
  const asked = "expects" in check ? check.expects.length + steady : 1;
  return check.kind === "swarm" ? asked + 1 : Math.max(1, asked);
}

/** What a check is about, as mistakes and reports name it after its kind. */
export function subjectOf(check: Check): string {
  switch (check.kind) {
    case "http":
      return check.url;
    case "tcp":
      return check.address;
    case "swarm":
      return check.sealed ? "" : check.state;
    case "inspect":
      return `${check.object} ${check.name} ${check.path.join(".")}`;
    default:
      return check.name;
  }
}
