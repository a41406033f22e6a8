/** The statistics of the learner, with the names of what there is to learn. */

import type { StudyRecord } from "../study/record.ts";
import type { Statistics } from "../study/statistics.ts";
import type { World } from "./world.ts";

/** `now`: ms since 1970. */
export function statisticsOf(_world: World, _record: StudyRecord, _now: number): Promise<Statistics> {
  return Promise.resolve({ today: 0 });
}
