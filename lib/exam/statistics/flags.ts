/** Which items deserve a second look, and why; the words are in `report/flag_text.ts`. */

import type { MarkedItem } from "../marks/marks.ts";
import type { Interval } from "./bootstrap.ts";
import type { AnswerCount, DistractorTable } from "./distractors.ts";
import type { ItemStatistics } from "./item_statistics.ts";
import type { Omissions } from "./omissions.ts";
import type { Span } from "./time_spent.ts";

/** Shares are 0…1. */
export type Flag =
  /** The better somebody is, the less they get here; `sure` where the whole interval is below 0. `rival`: see `best-distractor`. */
  | { readonly kind: "negative"; readonly sure: boolean; readonly rival: AnswerCount | undefined }
  /** More of the best third took a wrong option than the right one. */
  | { readonly kind: "best-distractor"; readonly rival: AnswerCount }
  /** The best third is of two minds: so many of them took a wrong option. */
  | { readonly kind: "ambiguous"; readonly rival: AnswerCount; readonly share: number }
  /** No better than who does not read it. */
  | { readonly kind: "as-guessed"; readonly facility: number; readonly guess: number }
  /** Everybody got the same mark. */
  | { readonly kind: "all-the-same"; readonly facility: number }
  | { readonly kind: "very-easy"; readonly facility: number }
  | { readonly kind: "very-hard"; readonly facility: number }
  /** Hardly tells the better from the weaker. */
  | { readonly kind: "weak"; readonly discrimination: number }
  | { readonly kind: "guessable"; readonly guess: number }
  | { readonly kind: "not-reached"; readonly share: number }
  | { readonly kind: "omitted"; readonly share: number }
  | { readonly kind: "unused-options"; readonly options: readonly AnswerCount[] }
  /** It takes so many times as long as the item in the middle. */
  | { readonly kind: "slow"; readonly times: number; readonly seconds: number };

export interface Seen {
  readonly item: MarkedItem;
  readonly statistics: ItemStatistics;
  readonly interval: Interval | undefined;
  readonly distractors: DistractorTable | undefined;
  readonly omissions: Omissions;
  readonly time: Span | undefined;
  /** Median seconds of the item in the middle. */
  readonly usualSeconds: number | undefined;
}

/** Below this, what a class happens to do is no judgement on an item: only figures with intervals, and plain facts. */
export const enoughStudents = 30;

/** Of a part of fewer students nothing is said at all. */
const fewest = 10;

/**
 * The gravest first. Limits: as the Open University reads Moodle's report ("Interpreting quiz statistics": a facility from 95 % on
 * is extremely easy, up to 5 % extremely hard, a guess score over 40 % unsatisfactory); a discrimination below 20 % is weak (Ebel 1965).
 */
export function flagsOf(seen: Seen): readonly Flag[] {
  const { item, statistics: { asked }, distractors } = seen;
  if (item.max === 0 || asked < 2) return [];
  const guess = item.guess?.score ?? 0;
  const enough = asked >= enoughStudents;
  return [
    ...discriminationFlags(seen, enough),
    ...facilityFlags(seen, guess, enough),
    ...(guess > 0.4 ? [{ kind: "guessable", guess } as const] : []),
    ...omissionFlags(seen),
    ...(enough && distractors ? unusedOptions(distractors) : []),
    ...timeFlags(seen),
  ];
}

function discriminationFlags(
  { statistics: { discriminationIndex: index, facility }, interval, distractors }: Seen,
  enough: boolean,
): readonly Flag[] {
  const found = distractors && rivalOf(distractors);
  const rival = found && found.beatsKey ? found.rival : undefined;
  const sure = interval !== undefined && interval.high < 0;
  // Where nearly all have the same mark, one student turns the index around.
  const apart = enough ? 0.05 : 0.1;
  const differ = facility !== undefined && facility >= apart && facility <= 1 - apart;
  if (index !== undefined && index < 0 && differ && (enough || sure)) return [{ kind: "negative", sure, rival }];
  if (rival) return [{ kind: "best-distractor", rival }];
  if (!enough || index === undefined || index >= 0.2) return [];
  // What nearly everybody gets right cannot tell them apart, and is flagged as easy.
  if (facility !== undefined && facility >= 0.95) return [];
  if (found && found.share >= 0.3) return [{ kind: "ambiguous", rival: found.rival, share: found.share }];
  return [{ kind: "weak", discrimination: index }];
}

interface Rival {
  /** The wrong option that most of the best third took. */
  readonly rival: AnswerCount;
  /** The part of the best third that took it. */
  readonly share: number;
  /** More of them took it than any right one. */
  readonly beatsKey: boolean;
}

function rivalOf({ options, answers, top: best }: DistractorTable): Rival | undefined {
  if (!options || best === undefined || best < 3) return undefined;
  const most = (right: boolean) =>
    answers.filter((answer) => answer.right === right)
      .reduce<AnswerCount | undefined>(
        (one, other) => one && (one.top ?? 0) >= (other.top ?? 0) ? one : other,
        undefined,
      );
  const [key, rival] = [most(true), most(false)];
  if (!rival || (rival.top ?? 0) < 2) return undefined;
  return { rival, share: (rival.top ?? 0) / best, beatsKey: (rival.top ?? 0) > (key?.top ?? 0) };
}

function facilityFlags(
  { statistics: { facility, standardDeviation, asked } }: Seen,
  guess: number,
  enough: boolean,
): readonly Flag[] {
  if (facility === undefined) return [];
  if (asked >= fewest && (standardDeviation ?? 0) < 1e-9) return [{ kind: "all-the-same", facility }];
  if (!enough) return [];
  if (facility >= 0.95) return [{ kind: "very-easy", facility }];
  if (guess > 0 && facility <= guess) return [{ kind: "as-guessed", facility, guess }];
  return facility <= 0.05 ? [{ kind: "very-hard", facility }] : [];
}

function omissionFlags({ statistics: { asked }, omissions: { omitted, notReached } }: Seen): readonly Flag[] {
  if (asked < fewest) return [];
  return [
    ...(notReached >= asked / 5 ? [{ kind: "not-reached", share: notReached / asked } as const] : []),
    ...(omitted >= asked / 5 ? [{ kind: "omitted", share: omitted / asked } as const] : []),
  ];
}

function unusedOptions({ options, answers, answered }: DistractorTable): readonly Flag[] {
  const unused = answers.filter(({ right, chosen }) => !right && chosen === 0);
  return options && answered >= enoughStudents && unused.length > 0
    ? [{ kind: "unused-options", options: unused }]
    : [];
}

function timeFlags({ time, usualSeconds, statistics: { asked } }: Seen): readonly Flag[] {
  if (!time || usualSeconds === undefined || usualSeconds <= 0 || asked < fewest) return [];
  const times = time.median / usualSeconds;
  return times >= 3 && time.median >= 60 ? [{ kind: "slow", times, seconds: time.median }] : [];
}
