/** What the verdict on a lab means to the shell. */

import type { ExitCode } from "../../content/user_error.ts";
import type { TaskVerdict } from "../../lab/verdict.ts";

/** Where several hold, could-not-check comes before not-passed. */
export function exitCodeOf(tasks: readonly TaskVerdict[]): ExitCode {
  if (tasks.some(({ status }) => status === "unchecked")) return 3;
  return tasks.every(({ status }) => status === "passed") ? 0 : 1;
}
