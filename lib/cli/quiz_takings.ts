/** The quizzes that are being taken: to which attempt an answer belongs. */

import type { Quiz } from "../content/schema/quiz.ts";
import type { Session, SessionOptions } from "../quiz/session.ts";
import { resumeSession } from "../quiz/session_resume.ts";
import { startSession } from "../quiz/session_start.ts";
import type { Happening } from "../screens/effects.ts";
import type { StudyEvent } from "../study/events.ts";
import type { QuizProgress } from "../study/progress.ts";
import { eventOf } from "./event_of.ts";

/** Its start is stored with its first event, so that looking around leaves no trace. */
interface Taking {
  readonly attempt: string;
  readonly options: SessionOptions;
  stored: boolean;
}

export class QuizTakings {
  readonly #byQuiz = new Map<string, Taking>();

  /** A new attempt. */
  started(quiz: Quiz, options: SessionOptions): Session {
    this.#byQuiz.set(quiz.id, { attempt: crypto.randomUUID(), options, stored: false });
    return startSession(quiz, options);
  }

  /** The attempt that was left half done. */
  resumed(quiz: Quiz, past: QuizProgress): Session {
    this.#byQuiz.set(quiz.id, { attempt: past.attempt, options: past.options, stored: true });
    return resumeSession(quiz, past.options, past);
  }

  /** `took`: ms that the answer took. All that is given to `append` at once is stored, or nothing where it throws. */
  record(
    what: Extract<Happening, { quiz: string }>,
    took: number | undefined,
    append: (events: readonly StudyEvent[]) => void,
  ): void {
    const taking = this.#byQuiz.get(what.quiz);
    if (!taking) throw new TypeError(`"${what.quiz}" is not being taken`);
    const { attempt, options } = taking;
    const start: StudyEvent = { kind: "quiz-started", quiz: what.quiz, attempt, options };
    append([...(taking.stored ? [] : [start]), eventOf(what, attempt, took)]);
    taking.stored = true;
  }
}
