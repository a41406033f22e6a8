/** The statistics of the learner, with the names of what there is to learn. */

import type { StudyRecord } from "../../study/record.ts";
import { type Statistics, statisticsFrom, withTexts } from "../../study/statistics.ts";
import { contentIndex } from "../content_index.ts";
import { reviewCards } from "./review_cards.ts";
import { todayOf } from "./today.ts";
import type { World } from "../world.ts";

/** `now`: ms since 1970. Only the quizzes and labs of the hardest questions are opened. Throws a `UserError` where a content folder cannot be read. */
export async function statisticsOf(world: World, record: StudyRecord, now: number): Promise<Statistics> {
  const { concepts, contents } = await contentIndex(world);
  const today = todayOf(record.settings, now);
  const statistics = statisticsFrom(record, { concepts, items: contents.flatMap(({ items }) => items) }, today);
  const cards = await reviewCards(world, record, statistics.hardest.map(({ item }) => item), today);
  const texts = new Map(
    cards.map((card) => [
      card.item,
      { text: card.kind === "task" ? card.title : card.question.prompt, source: card.from },
    ]),
  );
  return withTexts(statistics, (item) => texts.get(item));
}
