/** The one error that a user is meant to read: anything else that is thrown is a bug. */

import type { Text } from "./text.ts";

/** Exit codes are contract: 0 done or passed, 1 not passed, 2 usage, 3 could not check, 4 bad content, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130;

/** Says what could not be done and why (`what`), and the next thing to try (`next`). */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly what: Text;
  readonly next: Text | undefined;
  readonly exitCode: ExitCode;

  constructor(what: Text, next?: Text, exitCode: ExitCode = 2) {
    super(what.en);
    this.what = what;
    this.next = next;
    this.exitCode = exitCode;
  }
}
