/** A Compose project or an object of the swarm is not there: what kind of command makes one. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { Advice } from "../checks/look.ts";

export function adviseMissingElsewhere(_check: ObjectCheck): Advice {
  return {};
}
