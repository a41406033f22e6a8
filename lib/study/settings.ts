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
