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
  /** The notes of all who found the question unclear, the latest last; never an empty list. */
  readonly flags: ReadonlyMap<ItemId, readonly Flag[]>;
}

/** What the fold may change. */
interface OpenRecord extends OpenProgress {
  settings: StudySettings;
  readonly cards: Map<ItemId, Card>;
  readonly tallies: Map<ItemId, OpenTally>;
  readonly days: Map<number, Open<DayTally>>;
  readonly recall: Map<number, Open<RecallTally>>;
  readonly flags: Map<ItemId, readonly Flag[]>;
}

/**
 * Events in their order. `before`, the record of all events before these, is taken over and changed: a copy would cost more than
 * the few events that usually come. Each review counts with the settings of its time, so that no later change rewrites the past;
 * a change of the settings moves every due day at once.
 */
export function recordOf(events: Iterable<Stored>, before: StudyRecord = emptyRecord()): StudyRecord {
  // Nobody else makes one, or gets at its maps before they are what they say they are.
  const folding = { record: before as OpenRecord, schedule: scheduleOf(before.settings) };
  for (const event of events) fold(folding, event);
  return folding.record;
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

/** The record, and the schedule of its settings. */
interface Folding {
  readonly record: OpenRecord;
  schedule: Schedule;
}

function fold(folding: Folding, event: Stored): void {
  const day = studyDay(event.at, event.zone, folding.record.settings);
  switch (event.kind) {
    case "quiz-answered":
    case "lab-question-answered":
    case "review-answered":
      foldAnswer(folding, event, day);
      break;
    case "lab-task-missed":
    case "lab-given-up":
    case "lab-task-passed":
      foldTask(folding, event, day);
      break;
    case "review-rated":
      foldRating(folding, event.item, event.rating);
      break;
    case "question-flagged":
      unflag(folding, event.item, event.instead);
      flag(folding, event.item, { note: event.note, at: event.at });
      break;
    case "question-unflagged":
      if (event.note === undefined) folding.record.flags.delete(event.item);
      else unflag(folding, event.item, event.note);
      break;
    case "study-settings":
      foldSettings(folding, event);
      break;
    default:
      break;
  }
  foldProgress(folding.record, event);
}

function foldAnswer(folding: Folding, event: Answered, day: number): void {
  const item = itemOf(event);
  // It may come from another machine's file: what is no fraction moves nothing.
  if (item === undefined || !Number.isFinite(event.fraction)) return;
  const { at, meaning } = event;
  const fraction = Math.max(0, Math.min(1, event.fraction));
  const took = event.took !== undefined && event.took > 0 && event.took < Infinity ? event.took : undefined;
  const [cram, own] = event.kind === "review-answered" ? [event.cram, event.rating] : [false, undefined];
  const tally = dayOf(folding, day);
  tally.answers += 1;
  tally.right += fraction;
  tally.took += timeSpent(took);
  if (event.kind === "review-answered" && !cram) {
    tally.reviews += 1;
    if (!goingOn(folding.record.cards.get(item), meaning)) tally.introduced += 1;
  }
  const rating = own !== undefined && ratings.includes(own) ? own : ratingOf({
    fraction,
    took,
    confidence: event.confidence,
    hints: event.hints ?? hintsBefore(folding, event),
    kind: event.answer?.kind,
  });
  give(folding, item, { fraction, took, rating, at, day, cram, meaning });
}

/** Old events do not say it with the answer. */
function hintsBefore(folding: Folding, event: Answered): number | undefined {
  if (event.kind !== "quiz-answered") return undefined;
  const quiz = folding.record.quizzes.get(event.quiz);
  return quiz?.attempt === event.attempt ? quiz.hints.get(event.question) : undefined;
}

/**
 * A mistake in a lab, or a solution that was looked up, makes a card; whoever does the task later, and had a card of it, has
 * recalled it. Of one attempt only the first mistake counts, and nothing that follows the solution.
 */
function foldTask(
  folding: Folding,
  event: Extract<Stored, { kind: "lab-task-missed" | "lab-given-up" | "lab-task-passed" }>,
  day: number,
): void {
  const item = itemId({ kind: "task", lab: event.lab, task: event.task });
  const lab = folding.record.labs.get(event.lab);
  const own = lab?.attempt === event.attempt ? lab : undefined;
  const [passed, missed, givenUp] = [own?.passed, own?.missed, own?.givenUp].map((tasks) =>
    tasks?.has(event.task) === true
  );
  const given = { at: event.at, day, cram: false, meaning: undefined };
  if (event.kind !== "lab-task-passed") {
    if (!passed && !missed && !givenUp) give(folding, item, { ...given, fraction: 0, rating: "again" });
    return;
  }
  if (passed) return;
  dayOf(folding, day).tasks += 1;
  if (givenUp || !folding.record.cards.has(item)) return;
  // What the checks said of the mistake helped as a hint does.
  const hints = (own?.hints.get(event.task)?.tiers.size ?? 0) + Number(missed);
  give(folding, item, { ...given, fraction: 1, rating: ratingOf({ fraction: 1, hints }) });
}

function give(folding: Folding, item: ItemId, given: Given): void {
  const { cards, tallies } = folding.record;
  count(entry(tallies, item, emptyTally), given);
  if (given.cram) return;
  const card = goingOn(cards.get(item), given.meaning);
  if (card) countRecall(folding, card, given);
  cards.set(item, reviewed(card, given, folding.schedule));
}

function countRecall(folding: Folding, card: Card, { day, rating }: Given): void {
  const days = elapsed(card.lastDay, day);
  const bucket = recallBucket(days);
  if (bucket === undefined) return;
  const tally = entry(folding.record.recall, bucket, emptyRecall);
  tally.asked += 1;
  if (rating !== "again") tally.recalled += 1;
  tally.expected += folding.schedule.recall(card.memory, days);
}

function flag({ record: { flags } }: Folding, item: ItemId, one: Flag): void {
  flags.set(item, [...flags.get(item) ?? [], one]);
}

/** The notes of others stay, also where one says the same. */
function unflag({ record: { flags } }: Folding, item: ItemId, note: string | undefined): void {
  const all = flags.get(item) ?? [];
  const place = all.findLastIndex((one) => one.note === note);
  if (place < 0) return;
  if (all.length === 1) flags.delete(item);
  else flags.set(item, all.toSpliced(place, 1));
}

function foldRating(folding: Folding, item: ItemId, rating: Rating): void {
  const { cards, tallies, recall } = folding.record;
  const card = cards.get(item);
  if (!card || !ratings.includes(rating) || tallies.get(item)?.crammed) return;
  cards.set(item, rerated(card, rating, folding.schedule));
  const bucket = card.beforeDay === undefined ? undefined : recallBucket(elapsed(card.beforeDay, card.lastDay));
  const tally = bucket === undefined ? undefined : recall.get(bucket);
  if (tally) tally.recalled += Number(rating !== "again") - Number(card.lastRating !== "again");
}

function foldSettings(
  folding: Folding,
  { settings, algorithm: of }: Extract<Stored, { kind: "study-settings" }>,
): void {
  const { record } = folding;
  record.settings = withSettings(record.settings, settings, of === algorithm);
  folding.schedule = scheduleOf(record.settings);
  for (const [item, card] of record.cards) record.cards.set(item, rescheduled(card, folding.schedule));
}

function dayOf(folding: Folding, day: number): Open<DayTally> {
  return entry(folding.record.days, day, emptyDay);
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
