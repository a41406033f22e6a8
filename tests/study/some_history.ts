/** A learner over months, made up but likely: quizzes, reviews of what is nearly forgotten, labs, weekends off, a holiday. */

import { type Rng, seeded } from "../../lib/quiz/rng.ts";
import type { Circumstances, Confidence, Stored, StudyEvent } from "../../lib/study/events.ts";
import { type ItemId, itemId, itemRef } from "../../lib/study/item.ts";

export interface TimedEvent {
  readonly event: StudyEvent;
  /** ms since 1970, never falling. */
  readonly at: number;
  /** Minutes ahead of UTC: as in Madrid, an hour more in summer. */
  readonly zone: number;
}

export interface HistoryChoice {
  /** Exactly so many; the last attempt may be cut short. */
  readonly events?: number;
  /** From the first study day to the last, both of them studied. */
  readonly days?: number;
  readonly quizzes?: readonly { readonly id: string; readonly questions: readonly string[] }[];
  readonly labs?: readonly { readonly id: string; readonly tasks: readonly string[] }[];
  readonly seed?: number;
  /** The last day, in days since 1970. */
  readonly lastDay?: number;
}

/** 21 November 2026, in days since 1970. */
export const someDay = 20778;

const names = (word: string, count: number) => Array.from({ length: count }, (_, index) => `${word}-${index + 1}`);

export const someQuizzes = names("quiz", 12).map((id) => ({ id, questions: names("question", 32) }));
export const someLabs = names("lab", 4).map((id) => ({ id, tasks: names("task", 5) }));

/** What the learner really remembers; FSRS only sees the answers. Days. */
interface Remembered {
  readonly talent: number;
  stability: number;
  last: number;
  due: number;
}

const dayLength = 86_400_000;
const nothing = { containers: [], volumes: [], networks: [], images: [] };

export function someHistory(choice: HistoryChoice = {}): readonly TimedEvent[] {
  const { events = 2000, days = 365, seed = 1, lastDay = someDay, quizzes = someQuizzes, labs = someLabs } = choice;
  const rng = seeded(seed);
  const learner = new Learner(rng, events);
  const firstDay = lastDay - days + 1;
  const weights = Array.from({ length: days }, (_, index) => diligence(rng, firstDay + index, index, days));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let owed = 0;
  weights.forEach((weight, index) => {
    owed += events * weight / total;
    const upTo = index === days - 1 ? events : Math.min(events, Math.round(owed));
    if (weight === 0 || upTo <= learner.told.length) return;
    learner.wakes(firstDay + index, upTo);
    while (learner.told.length < upTo) {
      const what = rng();
      if (what < 0.7 && learner.reviews()) continue;
      const lab = pick(rng, labs);
      const quiz = pick(rng, quizzes);
      if (what > 0.93 && lab) learner.doesLab(lab);
      else if (quiz) learner.takesQuiz(quiz);
      else if (lab) learner.doesLab(lab);
      else throw new RangeError("a history needs a quiz or a lab");
    }
  });
  return learner.told;
}

/** As a store gives it back. */
export function asStoredHistory(history: readonly TimedEvent[]): readonly Stored[] {
  return history.map(({ event, at, zone }, index) => ({
    ...event,
    at,
    zone,
    sequence: index + 1,
    uid: `event-${index + 1}`,
    imported: false,
  }));
}

/** How much of the work falls on a day: some days off, weekends more often, three weeks of holiday; never the first and last. */
function diligence(rng: Rng, day: number, index: number, days: number): number {
  // 1970 began on a Thursday.
  const weekend = (day + 3) % 7 >= 5;
  const holiday = days > 120 && index > days * 0.55 && index <= days * 0.55 + 21;
  const [studies, much] = [rng() < (weekend ? 0.35 : 0.8), 0.2 + rng() * rng() * 2];
  return index === 0 || index === days - 1 ? 0.6 : holiday || !studies ? 0 : much;
}

function pick<Item>(rng: Rng, items: readonly Item[]): Item | undefined {
  return items[Math.floor(rng() * items.length)];
}

class Learner {
  readonly told: TimedEvent[] = [];
  readonly #items = new Map<ItemId, Remembered>();
  #day = 0;
  #upTo = 0;
  #at = 0;
  #attempts = 0;

  constructor(readonly rng: Rng, readonly most: number) {}

  wakes(day: number, upTo: number): void {
    this.#day = day;
    this.#upTo = upTo;
    // Between four in the afternoon and nine in the evening, UTC.
    this.#at = day * dayLength + (16 + this.rng() * 5) * 3_600_000;
  }

  /** False when nothing is due. */
  reviews(): boolean {
    const due = [...this.#items].filter(([, item]) => item.due <= this.#day).sort(([, a], [, b]) => a.due - b.due);
    const attempt = this.#attempt();
    for (const [item] of due.slice(0, 20)) {
      const kind = itemRef(item)?.kind;
      const fraction = this.#answers(item);
      const answer = { kind: "choice", choice: fraction === 1 ? "a" : "b" } as const;
      this.#tell({
        kind: "review-answered",
        item,
        attempt,
        ...(kind === "task" ? {} : { answer }),
        status: statusOf(fraction),
        fraction,
        cram: false,
        ...this.#circumstances(fraction),
      });
    }
    return due.length > 0;
  }

  takesQuiz({ id, questions }: { readonly id: string; readonly questions: readonly string[] }): void {
    const attempt = this.#attempt();
    const chosen = questions.filter(() => this.rng() < 0.4);
    this.#tell({ kind: "quiz-started", quiz: id, attempt, options: { seed: this.#attempts, questions: chosen } });
    let score = 0;
    for (const question of chosen) {
      const about = { quiz: id, attempt, question };
      if (this.rng() < 0.04) {
        this.#tell({ kind: "quiz-skipped", ...about });
        continue;
      }
      if (this.rng() < 0.08) this.#tell({ kind: "quiz-hint", ...about, tier: 1 });
      const fraction = this.#answers(itemId({ kind: "quiz", quiz: id, question }));
      score += fraction;
      this.#tell({
        kind: "quiz-answered",
        ...about,
        answer: { kind: "choice", choice: fraction === 1 ? "a" : "b" },
        status: statusOf(fraction),
        fraction,
        ...this.#circumstances(fraction),
      });
    }
    this.#tell({ kind: "quiz-finished", quiz: id, attempt, score, max: chosen.length });
  }

  doesLab({ id, tasks }: { readonly id: string; readonly tasks: readonly string[] }): void {
    const attempt = this.#attempt();
    this.#tell({ kind: "lab-prepared", lab: id, attempt, before: nothing });
    for (const task of tasks) {
      const about = { lab: id, attempt, task };
      this.#at += 120_000 + this.rng() * 400_000;
      if (this.#answers(itemId({ kind: "task", lab: id, task })) < 1) {
        this.#tell({ kind: "lab-task-missed", ...about, checks: [0] });
      }
      this.#tell({ kind: "lab-task-passed", ...about });
    }
    this.#tell({ kind: "lab-cleaned", lab: id, attempt });
  }

  /** The fraction of the points; learns by it. */
  #answers(id: ItemId): number {
    const item = this.#items.get(id) ?? { talent: 0.45 + this.rng() * 0.53, stability: 0, last: 0, due: 0 };
    const known = item.stability === 0 ? item.talent : 1 / (1 + (this.#day - item.last) / (9 * item.stability));
    const right = this.rng() < known * (0.9 + item.talent * 0.1);
    const fraction = right ? 1 : this.rng() < 0.25 ? 0.5 : 0;
    item.last = this.#day;
    // Asked again too early it was easy, which says little: it stays due when it was.
    if (!right || item.due <= this.#day) {
      item.stability = right
        ? Math.min(300, Math.max(2, item.stability * (1.5 + item.talent)))
        : Math.max(1, item.stability * 0.3);
      item.due = this.#day + Math.max(1, Math.round(item.stability));
    }
    this.#items.set(id, item);
    return fraction;
  }

  /** Old events know none of it; nor does everybody tell. */
  #circumstances(fraction: number): Circumstances {
    const took = Math.round(4_000 + this.rng() * this.rng() * 50_000);
    this.#at += took;
    const sure: Confidence = fraction === 1 ? "sure" : "guess";
    return {
      ...(this.rng() < 0.9 ? { took } : {}),
      ...(this.rng() < 0.3 ? { confidence: this.rng() < 0.7 ? sure : "unsure" } : {}),
    };
  }

  #attempt(): string {
    return `attempt-${++this.#attempts}`;
  }

  /** Nothing is told after the day's share; what was learned of it does no harm. */
  #tell(event: StudyEvent): void {
    if (this.told.length >= this.#upTo || this.told.length >= this.most) return;
    this.#at += 1_000;
    this.told.push({ event, at: Math.round(this.#at), zone: isSummer(this.#day) ? 120 : 60 });
  }
}

function statusOf(fraction: number): "correct" | "partial" | "incorrect" {
  return fraction === 1 ? "correct" : fraction > 0 ? "partial" : "incorrect";
}

/** April to October, nearly: the day of the year out of 365.25. */
function isSummer(day: number): boolean {
  const ofYear = day % 365.25;
  return ofYear > 88 && ofYear < 299;
}
