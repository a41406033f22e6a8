/** What three generations of docker clients showed of the shipped labs, and how it was judged; see `tests/docker/record_labs.ts`. */

import type { LabVerdict, Status } from "../../lib/lab/verdict.ts";

export interface RecordedLab {
  readonly client: string;
  /** The lab file as it was then: the recordings go with it. */
  readonly yaml: string;
  readonly moments: readonly RecordedMoment[];
}

export interface RecordedMoment {
  /** `begun`, `TASK: done`, `TASK: a mistake`. */
  readonly name: string;
  readonly recording: unknown;
  readonly outcome: Outcome;
}

/** A verdict without its words, which may be put better any day. */
export interface Outcome {
  readonly status: Status;
  readonly score: number;
  readonly tasks: readonly {
    readonly id: string;
    readonly status: Status;
    readonly checks: readonly {
      readonly check: string;
      readonly status: Status;
      readonly fields: Readonly<Record<string, Status>>;
    }[];
  }[];
}

export function outcomeOf({ status, score, tasks }: LabVerdict): Outcome {
  return {
    status,
    score,
    tasks: tasks.map(({ id, status, checks }) => ({
      id,
      status,
      checks: checks.map(({ kind, subject, status, fields }) => ({
        check: `${kind} ${subject}`,
        status,
        fields: Object.fromEntries(fields.map(({ field, status }) => [field, status])),
      })),
    })),
  };
}
