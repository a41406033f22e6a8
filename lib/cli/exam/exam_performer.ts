/** Performs the effects of the screen of a graded session: stores its steps, tells the time, writes what is handed in. */

import { UserError } from "../../content/user_error.ts";
import type { Effect } from "../../screens/effects.ts";
import type { WrittenSubmission } from "../../screens/exam_state.ts";
import type { Message } from "../../screens/message.ts";
import type { Stage } from "../../terminal/run.ts";
import type { ExamLabs } from "./exam_labs.ts";
import type { ExamSitting, HandedIn } from "./exam_sitting.ts";
import { homely, relative } from "../output/paths.ts";

export class ExamPerformer implements Disposable {
  #timer: ReturnType<typeof setInterval> | undefined;
  /** What was written, once it was. */
  handedIn: HandedIn | undefined;

  constructor(readonly sitting: ExamSitting, readonly out: string, readonly labs: ExamLabs | undefined) {}

  /** For `runProgram`. Expected failures become messages; anything else is a bug and goes up. */
  perform = async (effect: Effect, { dispatch }: Stage<Message>): Promise<void> => {
    try {
      switch (effect.kind) {
        case "begin":
          this.#timer ??= setInterval(() => this.#tick(dispatch), 1000);
          return this.#startLabs(dispatch);
        case "journal":
          if (effect.steps.some(({ kind }) => kind === "finished")) await this.labs?.lastLook();
          this.sitting.record(effect.steps);
          this.#startLabs(dispatch);
          return dispatch({ kind: "recorded", ticket: effect.ticket });
        case "hand-in":
          this.handedIn = await this.sitting.handIn(this.out);
          return dispatch({ kind: "exam-handed-in", written: writtenOf(this.handedIn) });
        default:
          return;
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const ticket = effect.kind === "journal" ? { ticket: effect.ticket } : {};
      dispatch({ kind: "failed", ...ticket, what: error.what, ...(error.next ? { next: error.next } : {}) });
    }
  };

  #startLabs(dispatch: Stage<Message>["dispatch"]): void {
    const { begun, progress } = this.sitting;
    if (!begun || progress.finished) return;
    this.labs?.start((id, sight) => dispatch({ kind: "exam-lab", id, sight }));
  }

  #tick(dispatch: Stage<Message>["dispatch"]): void {
    try {
      this.sitting.live();
    } catch (error) {
      // A sign of life that could not be stored is a gap; the next step says why.
      if (!(error instanceof UserError)) throw error;
    }
    dispatch({ kind: "clock", now: this.sitting.clock().now });
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}

export function writtenOf({ path, bytes, hash }: HandedIn): WrittenSubmission {
  return { path: homely(relative(path)), size: bytes, mark: hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, "$1 ") };
}
