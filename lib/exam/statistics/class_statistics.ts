/** All that a report says of a class, computed from its marks. */

import type { Text } from "../../content/text.ts";
import { type Rng, seeded, seedFor } from "../../quiz/rng.ts";
import type { MarkedItem, MarkedStudent, Marks } from "../marks/marks.ts";
import { bootstrap, type Interval } from "./bootstrap.ts";
import { type ConceptResult, conceptResults } from "./concept_results.ts";
import { type DistractorTable, distractorTable } from "./distractors.ts";
import { enoughStudents, type Flag, flagsOf } from "./flags.ts";
import { type ItemStatistics, itemStatistics } from "./item_statistics.ts";
import { median } from "./moments.ts";
import { type Omissions, omissionsOf } from "./omissions.ts";
import { type Reliability, reliabilityOf } from "./reliability.ts";
import { type ScoreDistribution, scoreDistribution } from "./score_distribution.ts";
import { type Table, tableOf } from "./table.ts";
import { type TaskResult, taskResults } from "./task_results.ts";
import { thirdsOf } from "./thirds.ts";
import { type Span, timeSpent } from "./time_spent.ts";

export interface ItemReport extends ItemStatistics, Omissions {
  readonly item: MarkedItem;
  readonly interval: Interval | undefined;
  /** α of the test without it. */
  readonly alphaWithout: number | undefined;
  readonly distractors: DistractorTable | undefined;
  readonly time: Span | undefined;
  readonly flags: readonly Flag[];
}

export interface Standing {
  readonly student: MarkedStudent;
  /** Points, or percent where students were asked different things. */
  readonly score: number;
  /** Of what this student could get, 0…1; below 0 where wrong answers cost points. */
  readonly share: number;
}

export interface ClassStatistics {
  readonly title: Text | undefined;
  /** Who counts, the best first; who has as much, by name. */
  readonly standings: readonly Standing[];
  /** Who answered nothing at all, and does not count. */
  readonly leftOut: readonly MarkedStudent[];
  /** Whether all were asked the same; else scores are percent of what each could get. */
  readonly complete: boolean;
  readonly outOf: number;
  /** Who waits for an answer to be judged, and does not count until then. */
  readonly pending: readonly MarkedStudent[];
  /** Items that nearly nobody's answer could be judged in: they do not count. */
  readonly unjudged: readonly MarkedItem[];
  /** Too few students for anything but figures with intervals. */
  readonly small: boolean;
  readonly scores: ScoreDistribution;
  readonly reliability: Reliability & { readonly interval: Interval | undefined };
  /** 0: there are no intervals. */
  readonly resamples: number;
  /** All of them, also those that nobody was asked. */
  readonly items: readonly ItemReport[];
  readonly concepts: readonly ConceptResult[];
  readonly tasks: readonly TaskResult[];
  /** Of whole attempts. */
  readonly time: Span | undefined;
  /** Whether there are a best and a weakest third. */
  readonly thirds: boolean;
}

/** Gives the part (0…1) that is done, then all of it. The same marks give the same report: see `seedOf`. */
export function* classStatistics(marks: Marks, rng: Rng = seeded(seedOf(marks))): Generator<number, ClassStatistics> {
  const table = tableOf(marks);
  const thirds = thirdsOf(table);
  const intervals = yield* bootstrap(table, rng);
  const reliability = reliabilityOf(table);
  const omissions = omissionsOf(table);
  const time = timeSpent(table);
  const medians = time?.items.flatMap((span) => span ? [span.median] : []) ?? [];
  const usualSeconds = median(Float64Array.from(medians));
  const items = itemStatistics(table).map((statistics, column): ItemReport => {
    const item = marks.items[column] as MarkedItem;
    const distractors = distractorTable(table, column, thirds);
    const seen = {
      item,
      statistics,
      interval: intervals.discrimination[column],
      distractors,
      omissions: omissions[column] ?? { omitted: 0, notReached: 0 },
      time: time?.items[column],
      usualSeconds,
    };
    return {
      ...statistics,
      ...seen.omissions,
      item,
      interval: seen.interval,
      alphaWithout: reliability.alphaWithout[column],
      distractors,
      time: seen.time,
      flags: flagsOf(seen),
    };
  });
  return {
    title: marks.title,
    standings: standingsOf(table),
    leftOut: table.leftOut.flatMap((index) => marks.students[index] ?? []),
    complete: table.complete,
    outOf: table.outOf,
    pending: table.pending.flatMap((index) => marks.students[index] ?? []),
    unjudged: table.unjudged.flatMap((index) => marks.items[index] ?? []),
    small: table.students.length < enoughStudents,
    scores: scoreDistribution(table),
    reliability: { ...reliability, interval: intervals.alpha },
    resamples: intervals.resamples,
    items,
    concepts: conceptResults(table),
    tasks: taskResults(marks),
    time: time?.whole,
    thirds: thirds !== undefined,
  };
}

function standingsOf({ marks, students, scores, outOf }: Table): readonly Standing[] {
  const standings = students.flatMap((index, row): readonly Standing[] => {
    const student = marks.students[index];
    const score = scores[row] ?? 0;
    return student ? [{ student, score, share: outOf > 0 ? score / outOf : 0 }] : [];
  });
  return standings.sort((one, other) => other.score - one.score || (one.student.id < other.student.id ? -1 : 1));
}

/** From names and marks, so that a report is repeatable and another class draws differently. */
function seedOf({ items, students, points }: Marks): number {
  const sum = points.reduce((total, value, cell) => (total + Math.round(value * 1000) * (cell % 997 + 1)) % 2 ** 31, 0);
  return seedFor(Math.abs(sum), `${items.map(({ id }) => id).join()} ${students.length}`);
}

/** All at once, for who does not want to be told how far it is. */
export function finished<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
