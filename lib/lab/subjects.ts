/** The objects that a lab's checks ask for by name: none of them is another one with a slip in its name. */

import type { Check } from "../content/schema/check.ts";
import type { Lab } from "../content/schema/lab.ts";
import { familiar } from "./matching/reference.ts";

/** Keys as `subjectKey` makes them, of every task, passed or not. */
export function subjectsOf(lab: Lab): ReadonlySet<string> {
  return new Set(lab.tasks.flatMap(({ checks }) => checks.flatMap(keyOf)));
}

export function subjectKey(kind: "container" | "image" | "volume" | "network", name: string): string {
  return `${kind} ${kind === "image" ? familiar(name) : name}`;
}

function keyOf(check: Check): readonly string[] {
  switch (check.kind) {
    case "http":
      return [];
    case "exec":
    case "logs":
      return [subjectKey("container", check.name)];
    default:
      return [subjectKey(check.kind, check.name)];
  }
}
