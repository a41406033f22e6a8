/** What the learner chooses of the review: how much a day, when a day begins, how sure to stay. */

/** Stored in events as a part of it: names and units stay as they are. */
export interface StudySettings {
  /** The share of reviews that shall succeed, 0.7…0.97: higher means more reviews. */
  readonly retention: number;
  /** How many questions never seen before `review` brings in a day. */
  readonly newPerDay: number;
  /** The hour at which a day begins, 0…23: who learns past midnight is still in yesterday. */
  readonly dayStart: number;
  /** Days; nothing is asked later than that. */
  readonly maximumInterval: number;
  /** The 21 weights of FSRS-6, where they are the learner's own. */
  readonly weights?: readonly number[];
}

export const defaultSettings: StudySettings = { retention: 0.9, newPerDay: 10, dayStart: 4, maximumInterval: 365 };

type Numeric = Exclude<keyof StudySettings, "weights">;

/** Both ends belong to it. FSRS promises nothing beyond these retentions; all but the retention are whole. */
export const settingBounds: Readonly<Record<Numeric, readonly [least: number, most: number]>> = {
  retention: [0.7, 0.97],
  newPerDay: [0, 200],
  dayStart: [0, 23],
  maximumInterval: [7, 3650],
};

/**
 * The settings after a change. Numbers out of their bounds are brought to the nearer end, and whatever is no number is passed
 * over: a change may come from another machine, or from a file that somebody wrote. `weights` are taken only where there are 21
 * numbers, of this very algorithm (the scheduler brings each into its range); an empty list goes back to those of FSRS.
 */
export function withSettings(
  settings: StudySettings,
  change: Partial<Readonly<Record<keyof StudySettings, unknown>>>,
  sameAlgorithm: boolean,
): StudySettings {
  const numbers = { ...settings };
  for (const name of Object.keys(settingBounds) as Numeric[]) {
    const value = change[name];
    if (typeof value !== "number" || !Number.isFinite(value)) continue;
    const [least, most] = settingBounds[name];
    Object.assign(numbers, {
      [name]: Math.max(least, Math.min(most, name === "retention" ? value : Math.round(value))),
    });
  }
  const { weights: before, ...rest } = numbers;
  const weights = change.weights;
  if (!Array.isArray(weights) || !sameAlgorithm) return before ? { ...rest, weights: before } : rest;
  if (weights.length === 0) return rest;
  const sound = weights.length === 21 &&
    weights.every((weight) => typeof weight === "number" && Number.isFinite(weight));
  return sound ? { ...rest, weights: [...weights] } : before ? { ...rest, weights: before } : rest;
}
