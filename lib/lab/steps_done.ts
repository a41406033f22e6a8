/** How far something is whose end is known. */

/** `done` of `total`, both whole; what is under way is not done. */
export interface StepsDone {
  readonly done: number;
  readonly total: number;
}
