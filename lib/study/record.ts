/** Everything that follows from the events: where the learner stands, the cards, the days. Folded from the start or from an earlier record. */

import type { Card, DayTally, Flag, RecallTally, Tally } from "./card.ts";
import { elapsed, goingOn, rerated, rescheduled, reviewed } from "./cards.ts";
import { studyDay } from "./day.ts";
import type { Rating, Stored } from "./events.ts";
import { type ItemId, itemId, itemRef } from "./item.ts";
import { algorithm, type Schedule, scheduleOf } from "./memory.ts";
import { foldProgress, type OpenProgress, type Progress } from "./progress.ts";
import { ratingOf, ratings } from "./rating.ts";
import { defaultSettings, type StudySettings, withSettings } from "./settings.ts";
import {
  count,
  emptyDay,
  emptyRecall,
  emptyTally,
  type Open,
  type OpenTally,
  recallBucket,
  timeSpent,
} from "./tallies.ts";

export interface StudyRecord extends Progress {
  readonly settings: StudySettings;
  readonly cards: ReadonlyMap<ItemId, Card>;
  readonly tallies: ReadonlyMap<ItemId, Tally>;
  /** By study day (`day.ts`). */
  readonly days: ReadonlyMap<number, DayTally>;
  /** By days since the review before: 1, 2, 4, 8… are the lower ends. */
  readonly recall: ReadonlyMap<number, RecallTally>;
  readonly flags: ReadonlyMap<ItemId, Flag>;
}

/** What the fold may change. */
interface OpenRecord extends OpenProgress {
  settings: StudySettings;
  readonly cards: Map<ItemId, Card>;
  readonly tallies: Map<ItemId, OpenTally>;
  readonly days: Map<number, Open<DayTally>>;
  readonly recall: Map<number, Open<RecallTally>>;
  readonly flags: Map<ItemId, Flag>;
}

/**
 * Events in their order. `before`, the record of all events before these, is taken over and changed: a copy would cost more than
 * the few events that usually come. Each review counts with the settings of its time, so that no later change rewrites the past;
 * a change of the settings moves every due day at once.
 */
export function recordOf(events: Iterable<Stored>, before: StudyRecord = emptyRecord()): StudyRecord {
  // Nobody else makes one, or gets at its maps before they are what they say they are.
  const fold = new Fold(before as OpenRecord);
  for (const event of events) fold.add(event);
  return fold.record;
}

function emptyRecord(): StudyRecord {
  return {
    quizzes: new Map(),
    labs: new Map(),
    settings: defaultSettings,
    cards: new Map(),
    tallies: new Map(),
    days: new Map(),
    recall: new Map(),
    flags: new Map(),
  };
}

type Answered = Extract<Stored, { kind: "quiz-answered" | "lab-question-answered" | "review-answered" }>;

/** An answer to an item, or what counts as one. */
interface Given {
  readonly took?: number | undefined;
  readonly fraction: number;
  readonly rating: Rating;
  readonly at: number;
  readonly day: number;
  readonly cram: boolean;
  readonly meaning: string | undefined;
}

class Fold {
  #schedule: Schedule;

  constructor(readonly record: OpenRecord) {
    this.#schedule = scheduleOf(record.settings);
  }

  add(event: Stored): void {
    const day = studyDay(event.at, event.zone, this.record.settings);
    switch (event.kind) {
      case "quiz-answered":
      case "lab-question-answered":
      case "review-answered":
        this.#answer(event, day);
        break;
      case "lab-task-missed":
      case "lab-given-up":
      case "lab-task-passed":
        this.#task(event, day);
        break;
      case "review-rated":
        this.#rate(event.item, event.rating);
        break;
      case "question-flagged":
        this.record.flags.set(event.item, { note: event.note, at: event.at });
        break;
      case "question-unflagged":
        this.record.flags.delete(event.item);
        break;
      case "study-settings":
        this.#change(event);
        break;
      default:
        break;
    }
    foldProgress(this.record, event);
  }

  #answer(event: Answered, day: number): void {
    const item = itemOf(event);
    // It may come from another machine's file: what is no fraction moves nothing.
    if (item === undefined || !Number.isFinite(event.fraction)) return;
    const { at, meaning } = event;
    const fraction = Math.max(0, Math.min(1, event.fraction));
    const took = event.took !== undefined && event.took > 0 && event.took < Infinity ? event.took : undefined;
    const [cram, own] = event.kind === "review-answered" ? [event.cram, event.rating] : [false, undefined];
    const tally = this.#day(day);
    tally.answers += 1;
    tally.right += fraction;
    tally.took += timeSpent(took);
    if (event.kind === "review-answered" && !cram) {
      tally.reviews += 1;
      if (!goingOn(this.record.cards.get(item), meaning)) tally.introduced += 1;
    }
    const rating = own !== undefined && ratings.includes(own) ? own : ratingOf({
      fraction,
      took,
      confidence: event.confidence,
      hints: event.hints ?? this.#hintsBefore(event),
      kind: event.answer?.kind,
    });
    this.#give(item, { fraction, took, rating, at, day, cram, meaning });
  }

  /** Old events do not say it with the answer. */
  #hintsBefore(event: Answered): number | undefined {
    if (event.kind !== "quiz-answered") return undefined;
    const quiz = this.record.quizzes.get(event.quiz);
    return quiz?.attempt === event.attempt ? quiz.hints.get(event.question) : undefined;
  }

  /**
   * A mistake in a lab, or a solution that was looked up, makes a card; whoever does the task later, and had a card of it, has
   * recalled it. Of one attempt only the first mistake counts, and nothing that follows the solution.
   */
  #task(
    event: Extract<Stored, { kind: "lab-task-missed" | "lab-given-up" | "lab-task-passed" }>,
    day: number,
  ): void {
    const item = itemId({ kind: "task", lab: event.lab, task: event.task });
    const lab = this.record.labs.get(event.lab);
    const own = lab?.attempt === event.attempt ? lab : undefined;
    const [passed, missed, givenUp] = [own?.passed, own?.missed, own?.givenUp].map((tasks) =>
      tasks?.has(event.task) === true
    );
    const given = { at: event.at, day, cram: false, meaning: undefined };
    if (event.kind !== "lab-task-passed") {
      if (!passed && !missed && !givenUp) this.#give(item, { ...given, fraction: 0, rating: "again" });
      return;
    }
    if (passed) return;
    this.#day(day).tasks += 1;
    if (givenUp || !this.record.cards.has(item)) return;
    // What the checks said of the mistake helped as a hint does.
    const hints = (own?.hints.get(event.task)?.tiers.size ?? 0) + Number(missed);
    this.#give(item, { ...given, fraction: 1, rating: ratingOf({ fraction: 1, hints }) });
  }

  #give(item: ItemId, given: Given): void {
    const { cards, tallies } = this.record;
    count(entry(tallies, item, emptyTally), given);
    if (given.cram) return;
    const card = goingOn(cards.get(item), given.meaning);
    if (card) this.#countRecall(card, given);
    cards.set(item, reviewed(card, given, this.#schedule));
  }

  #countRecall(card: Card, { day, rating }: Given): void {
    const days = elapsed(card.lastDay, day);
    const bucket = recallBucket(days);
    if (bucket === undefined) return;
    const tally = entry(this.record.recall, bucket, emptyRecall);
    tally.asked += 1;
    if (rating !== "again") tally.recalled += 1;
    tally.expected += this.#schedule.recall(card.memory, days);
  }

  #rate(item: ItemId, rating: Rating): void {
    const { cards, tallies, recall } = this.record;
    const card = cards.get(item);
    if (!card || !ratings.includes(rating) || tallies.get(item)?.crammed) return;
    cards.set(item, rerated(card, rating, this.#schedule));
    const bucket = card.beforeDay === undefined ? undefined : recallBucket(elapsed(card.beforeDay, card.lastDay));
    const tally = bucket === undefined ? undefined : recall.get(bucket);
    if (tally) tally.recalled += Number(rating !== "again") - Number(card.lastRating !== "again");
  }

  #change({ settings, algorithm: of }: Extract<Stored, { kind: "study-settings" }>): void {
    const { record } = this;
    record.settings = withSettings(record.settings, settings, of === algorithm);
    this.#schedule = scheduleOf(record.settings);
    for (const [item, card] of record.cards) record.cards.set(item, rescheduled(card, this.#schedule));
  }

  #day(day: number): Open<DayTally> {
    return entry(this.record.days, day, emptyDay);
  }
}

function itemOf(event: Answered): ItemId | undefined {
  switch (event.kind) {
    case "quiz-answered":
      return itemId({ kind: "quiz", quiz: event.quiz, question: event.question });
    case "lab-question-answered":
      return itemId({ kind: "lab", lab: event.lab, task: event.task, question: event.question });
    case "review-answered":
      return itemRef(event.item) && event.item;
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, empty: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = empty();
  map.set(key, value);
  return value;
}
