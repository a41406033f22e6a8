/** What there is to review now, with the content that it needs. */

import type { ReviewOpening } from "../screens/review.ts";
import type { ReviewChoice } from "../screens/effects.ts";
import type { StudyRecord } from "../study/record.ts";
import type { World } from "./world.ts";

/** `now`: ms since 1970. */
export function reviewOpening(
  _world: World,
  record: StudyRecord,
  choice: ReviewChoice,
  _now: number,
): Promise<ReviewOpening> {
  return Promise.resolve({ cards: [], cram: choice.cram === true, today: 0, settings: record.settings, more: 0 });
}
