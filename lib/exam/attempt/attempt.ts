/** What follows from a journal: what was answered, where the student is, and where the time went. */

import type { RawAnswer } from "../../quiz/kind.ts";
import type { Entry, Step } from "./journal.ts";

/** What the steps so far come to. Maps keep the order in which things first happened. */
export interface Progress {
  /** Question → what an answers file would say. */
  readonly answers: ReadonlyMap<string, RawAnswer>;
  /** For the student alone. */
  readonly flags: ReadonlySet<string>;
  /** Question → how many hints were shown. */
  readonly hints: ReadonlyMap<string, number>;
  /** The question that was shown last. */
  readonly where?: string;
  readonly finished?: "student" | "time";
}

export const noProgress: Progress = { answers: new Map(), flags: new Set(), hints: new Map() };

export function progressAfter(progress: Progress, step: Step): Progress {
  const draft = draftOf(progress);
  advance(draft, step);
  return draft;
}

interface Draft {
  readonly answers: Map<string, RawAnswer>;
  readonly flags: Set<string>;
  readonly hints: Map<string, number>;
  where?: string;
  finished?: "student" | "time";
}

function draftOf({ answers, flags, hints, ...rest }: Progress): Draft {
  return { ...rest, answers: new Map(answers), flags: new Set(flags), hints: new Map(hints) };
}

/** In place: a journal that somebody hands in may have any number of steps, each about another question. */
function advance(draft: Draft, step: Step): void {
  switch (step.kind) {
    case "shown":
      draft.where = step.question;
      break;
    case "answered":
    case "lab-answered":
      draft.answers.set(step.question, step.raw);
      break;
    case "cleared":
      draft.answers.delete(step.question);
      break;
    case "flagged":
      if (step.on) draft.flags.add(step.question);
      else draft.flags.delete(step.question);
      break;
    case "hinted":
      draft.hints.set(step.question, Math.max(step.tier, draft.hints.get(step.question) ?? 0));
      break;
    case "finished":
      draft.finished = step.by;
      break;
    case "begun":
    case "lab-begun":
    case "lab-looked":
    case "engine-lost":
    case "engine-back":
    case "alive":
    case "reopened":
      break;
  }
}

/** ms since 1970. `closed`: the program did not run; `asleep`: it ran and said nothing, as when the machine sleeps. */
export interface JournalGap {
  readonly from: number;
  readonly to: number;
  readonly why: "closed" | "asleep";
}

/** `at`: ms since 1970, by the clock as it was set then; `ms`: by how much it went back. */
export interface ClockBack {
  readonly at: number;
  readonly ms: number;
}

export interface Attempt extends Progress {
  readonly begun: Entry & { readonly kind: "begun" };
  /** ms since 1970. */
  readonly lastAt: number;
  /** ms by the wall clock from the first line to the last. */
  readonly used: number;
  /** Seconds that each question was on the screen of a program that ran. */
  readonly seconds: ReadonlyMap<string, number>;
  readonly gaps: readonly JournalGap[];
  /** How often it was opened again after it ended without an end. */
  readonly reopened: number;
  readonly clockBack: readonly ClockBack[];
}

/** Signs of life come every half minute; ms without one that are no gap yet. */
export const longestSilence = 45_000;
/** ms that two clocks may differ by without one of them having been set. */
const tolerance = 2000;

/** Undefined where it does not begin with `begun`. */
export function attemptOf(entries: readonly Entry[]): Attempt | undefined {
  const [begun] = entries;
  if (begun?.kind !== "begun") return undefined;
  const progress = draftOf(noProgress);
  let before: Entry = begun;
  const seconds = new Map<string, number>();
  const gaps: JournalGap[] = [];
  const clockBack: ClockBack[] = [];
  for (const entry of entries.slice(1)) {
    const reopened = entry.kind === "reopened";
    const passed = entry.at - before.at;
    const ran = reopened ? 0 : Math.max(0, entry.up - before.up);
    const back = ran - passed;
    if (back > (reopened ? 0 : tolerance)) clockBack.push({ at: entry.at, ms: Math.round(back) });
    if (passed > longestSilence) gaps.push({ from: before.at, to: entry.at, why: reopened ? "closed" : "asleep" });
    const { where } = progress;
    if (where !== undefined && ran <= longestSilence) {
      seconds.set(where, (seconds.get(where) ?? 0) + ran / 1000);
    }
    advance(progress, entry);
    before = entry;
  }
  return {
    ...progress,
    begun,
    lastAt: before.at,
    used: Math.max(0, before.at - begun.at),
    seconds,
    gaps,
    reopened: entries.filter(({ kind }) => kind === "reopened").length,
    clockBack,
  };
}
