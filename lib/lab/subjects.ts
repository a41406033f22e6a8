/** The objects that a lab's checks ask for by name: none of them is another one with a slip in its name. */

import type { Check } from "../content/schema/check.ts";
import type { ObjectKind } from "../content/schema/checks/object.ts";
import type { Lab } from "../content/schema/lab.ts";
import { familiar } from "./matching/reference.ts";

/** Keys as `subjectKey` makes them, of every task, passed or not. */
export function subjectsOf(lab: Lab): ReadonlySet<string> {
  return new Set(lab.tasks.flatMap(({ checks }) => checks.flatMap(keyOf)));
}

export function subjectKey(kind: ObjectKind, name: string): string {
  return `${kind} ${kind === "image" ? familiar(name) : name}`;
}

function keyOf(check: Check): readonly string[] {
  switch (check.kind) {
    case "http":
    case "tcp":
    case "event":
    case "swarm":
      return [];
    case "exec":
    case "logs":
      return [subjectKey("container", check.name)];
    case "file":
      return check.container === undefined ? [] : [subjectKey("container", check.container)];
    case "inspect":
      return [subjectKey(check.object, check.name)];
    default:
      return [subjectKey(check.kind, check.name)];
  }
}
