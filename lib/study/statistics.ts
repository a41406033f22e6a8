/** The figures of the statistics screen and of `stats --json`, computed from the record. */

/** Days are study days. */
export interface Statistics {
  readonly today: number;
}
