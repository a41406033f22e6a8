/** How a lab that was watched ended, as an exit code: the same on a screen and in plain text. */

import type { ExitCode } from "../../content/user_error.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import type { Message } from "../../screens/message.ts";
import { exitCodeOf } from "../verify/lab_report.ts";

export class LabEnd {
  #verdict: LabVerdict | undefined;
  #gated = false;

  /** Everything that is told of the lab passes here. */
  hear(message: Message): void {
    if (message.kind === "lab-verdict") this.#verdict = message.verdict;
    if (message.kind === "lab-gate") this.#gated = message.gate !== undefined;
  }

  /** 0 when all is passed, 1 when not or when it was left before it began, 3 when something could not be looked at. */
  get code(): ExitCode {
    if (this.#gated) return 1;
    return this.#verdict === undefined ? 3 : exitCodeOf(this.#verdict.tasks);
  }
}
