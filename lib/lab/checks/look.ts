/** What a judge of checks may know: one snapshot of the engine, where the learner's files are, and whom to ask for reasons. */

import type { Text } from "../../content/text.ts";
import type { Advisers } from "../diagnosis/advisers.ts";
import type { Snapshot } from "../snapshot.ts";

export interface Look {
  readonly snapshot: Snapshot;
  /** Absolute path of the learner's workspace. */
  readonly workspace: string;
  /** What the lab's checks ask for (`subjectsOf`): a neighbour of that name is not offered as the one that was meant. */
  readonly subjects?: ReadonlySet<string>;
  /** Asked about what is not passed. */
  readonly advise: Advise;
}

/** Why a check is not passed and what to try next; Markdown with names and commands in backquotes. */
export interface Advice {
  readonly because?: Text;
  readonly next?: Text;
}

/**
 * Judges do not know who explains (that is `diagnosis/advisers.ts`): to say that all is well, no explanation is even
 * loaded.
 */
export type Advise = <Topic extends keyof Advisers>(topic: Topic, ...about: Parameters<Advisers[Topic]>) => Advice;
