/** What a judge of checks may know: one snapshot of the engine, and where the learner's files are. */

import type { Text } from "../../content/text.ts";
import type { Snapshot } from "../snapshot.ts";

export interface Look {
  readonly snapshot: Snapshot;
  /** Absolute path of the learner's workspace. */
  readonly workspace: string;
  /** What the lab's checks ask for (`subjectsOf`): a neighbour of that name is not offered as the one that was meant. */
  readonly subjects?: ReadonlySet<string>;
}

/** Why a check is not passed and what to try next; Markdown with names and commands in backquotes. */
export interface Advice {
  readonly because?: Text;
  readonly next?: Text;
}
