/** What a quiz changed: mastery before and after, labs that fit, when its questions come back. */

import type { SummaryNews } from "../../screens/summary.ts";
import type { Card } from "../../study/card.ts";
import { type ItemId, itemId } from "../../study/item.ts";
import { conceptMastery, isCounted, masteryOf } from "../../study/mastery.ts";
import { isDue } from "../../study/queue.ts";
import type { StudyRecord } from "../../study/record.ts";
import { isSittingId } from "../../quiz/sitting.ts";
import { type ContentIndex, contentIndex, type IndexedItem } from "../content_index.ts";
import { pathNews } from "./path_news.ts";
import { todayOf } from "./today.ts";
import type { World } from "../world.ts";

/** Cards of the questions as they were when the quiz was begun; undefined for what had none. */
export type CardsBefore = ReadonlyMap<ItemId, Card | undefined>;

/** `now`: ms since 1970. Throws a `UserError` where a content folder cannot be read. */
export async function summaryNews(
  world: World,
  record: StudyRecord,
  { quiz, before, now }: { readonly quiz: string; readonly before: CardsBefore; readonly now: number },
): Promise<SummaryNews> {
  const index = await contentIndex(world);
  const { contents } = index;
  const today = todayOf(record.settings, now);
  const own = askedItems(index, record, quiz);
  const asked = new Set(own.flatMap(({ concepts }) => concepts));
  const items = contents.flatMap(({ items }) => items).filter(({ concepts }) => concepts.some((id) => asked.has(id)));
  const counted = items.filter(({ id }) => isCounted(record, id));
  const past = { ...record, cards: cardsBefore(record, before) };
  const [was, is] = [past, record].map((record) => conceptMastery(counted, masteryOf(record, today)));
  const labs = contents.filter(({ kind }) => kind === "lab");
  const path = pathNews(index, record, quiz);
  const due = own.flatMap(({ id }) => {
    const card = record.cards.get(id);
    return card ? [isDue(card, today) ? 0 : card.due - today] : [];
  });
  return {
    quiz,
    concepts: [...asked].map((id) => ({
      id,
      before: was?.get(id) ?? 0,
      after: is?.get(id) ?? 0,
      labs: labs.filter(({ concepts }) => concepts.includes(id)).map(({ id, title }) => ({ id, title })),
    })),
    ...(path ? { path } : {}),
    ...(due.length === 0 ? {} : { next: Math.min(...due) }),
  };
}

/** Of a placement quiz or an exam the questions that it was begun with, where they come from. */
function askedItems({ contents }: ContentIndex, { quizzes }: StudyRecord, quiz: string): readonly IndexedItem[] {
  if (!isSittingId(quiz)) return contents.find(({ kind, id }) => kind === "quiz" && id === quiz)?.items ?? [];
  const ids = new Set(
    (quizzes.get(quiz)?.options.questions ?? []).map((question) => itemId({ kind: "quiz", quiz, question })),
  );
  return contents.flatMap(({ items }) => items).filter(({ id }) => ids.has(id));
}

function cardsBefore({ cards }: StudyRecord, before: CardsBefore): ReadonlyMap<ItemId, Card> {
  const past = new Map(cards);
  for (const [item, card] of before) {
    if (card) past.set(item, card);
    else past.delete(item);
  }
  return past;
}
