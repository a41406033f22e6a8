/** The placement quiz and the mock exam of a path, as they are typed behind `grumete quiz`. */

import type { Path } from "../content/schema/path.ts";
import { sittingId } from "../quiz/sitting.ts";

export function sittingReferences({ id, placement, exam }: Path): readonly string[] {
  return [...(placement ? [sittingId(id, "placement")] : []), ...(exam ? [sittingId(id, "exam")] : [])];
}
