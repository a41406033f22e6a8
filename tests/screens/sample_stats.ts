/** Statistics of a made-up learner, and of one who has just begun. */

import { itemRef } from "../../lib/study/item.ts";
import { recordOf } from "../../lib/study/record.ts";
import { type Statistics, statisticsFrom, withTexts } from "../../lib/study/statistics.ts";
import { asStoredHistory, someDay, someHistory } from "../study/some_history.ts";
import { someSyllabus } from "../study/some_syllabus.ts";

function statisticsAfter(events: number, days: number): Statistics {
  const history = events === 0 ? [] : someHistory({ events, days });
  const statistics = statisticsFrom(recordOf(asStoredHistory(history)), someSyllabus, someDay);
  return withTexts(statistics, (item) => {
    const ref = itemRef(item);
    if (ref?.kind !== "quiz") return undefined;
    const text = {
      es: `¿Qué hace \`docker ${ref.question}\`\ncuando se repite?\n\nElige una.`,
      en: `What does \`docker ${ref.question}\`\ndo when repeated?\n\nChoose one.`,
    };
    return { text, source: { es: `Cuestionario ${ref.quiz}`, en: `Quiz ${ref.quiz}` } };
  });
}

export const yearOfStudy = statisticsAfter(3000, 365);
export const firstDays = statisticsAfter(30, 3);
export const nothingYet = statisticsAfter(0, 0);
