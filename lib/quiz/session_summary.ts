/** What a session was worth, in points and concept by concept. */

import type { MarkStatus } from "./answer.ts";
import type { ConceptResult, Item, Session, SessionSummary } from "./session.ts";

/** Points count whole in each concept of their question, so those of the concepts add up to more than `max`. */
export function summarize(session: Session): SessionSummary {
  const counts: Record<MarkStatus, number> = { correct: 0, partial: 0, incorrect: 0, skipped: 0 };
  const concepts = new Map<string, ConceptResult>();
  let score = 0;
  let max = 0;
  for (const item of session.items) {
    const won = scoreOf(item);
    const { points } = item.question;
    counts[item.mark?.status ?? "skipped"]++;
    score += won;
    max += points;
    for (const concept of item.question.concepts) {
      const before = concepts.get(concept) ?? { concept, score: 0, max: 0 };
      concepts.set(concept, { concept, score: tidy(before.score + won), max: tidy(before.max + points) });
    }
  }
  return { score: tidy(score), max: tidy(max), ...counts, concepts: [...concepts.values()] };
}

/** Points won with one question: its points × the fraction of its mark. */
export function scoreOf(item: Item): number {
  return tidy(item.question.points * (item.mark?.fraction ?? 0));
}

/** Sums of tenths are shown as they are meant: 0.3, not 0.30000000000000004. Six decimals keep thirds apart. */
export function tidy(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
