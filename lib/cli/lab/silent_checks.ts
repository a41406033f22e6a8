/** Checks whose answer changes without any event of docker: they have to be asked again and again. */

import type { CheckKind } from "../../content/schema/check.ts";

/** What programs inside answer, or a web server; so do the tasks of a swarm, and its nodes. */
const silent: ReadonlySet<CheckKind> = new Set([
  "exec",
  "http",
  "tcp",
  "logs",
  "file",
  "swarm",
  "node",
  "service",
  "stack",
]);

export function changesSilently(kind: CheckKind): boolean {
  return silent.has(kind);
}
