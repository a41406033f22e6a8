/** The quizzes that are being taken: to which attempt an answer belongs. */

import type { Session, SessionOptions } from "../../quiz/session.ts";
import { resumeSession } from "../../quiz/session_resume.ts";
import { startSession } from "../../quiz/session_start.ts";
import type { Asked } from "../../quiz/sitting.ts";
import type { Happening } from "../../screens/effects.ts";
import type { StudyEvent } from "../../study/events.ts";
import type { Card } from "../../study/card.ts";
import { type ItemId, itemId } from "../../study/item.ts";
import type { QuizProgress } from "../../study/progress.ts";
import { eventOf } from "../screen/event_of.ts";
import type { CardsBefore } from "./summary_news.ts";

/** Its start is stored with its first event, so that looking around leaves no trace. */
interface Taking {
  readonly attempt: string;
  readonly options: SessionOptions;
  /** As the cards of its questions were before it. */
  readonly before: CardsBefore;
  stored: boolean;
}

export class QuizTakings {
  readonly #byQuiz = new Map<string, Taking>();
  readonly #references = new Map<string, string>();

  /** `cards`: as they are now. */
  constructor(readonly cards: () => ReadonlyMap<ItemId, Card>) {}

  /** A quiz that was asked for by its path, perhaps: by its id alone it would not be found again. */
  askedFor(quiz: string, reference: string): void {
    this.#references.set(quiz, reference);
  }

  referenceOf(quiz: string): string {
    return this.#references.get(quiz) ?? quiz;
  }

  /** A new attempt. */
  started(quiz: Asked, options: SessionOptions): Session {
    this.#byQuiz.set(quiz.id, {
      attempt: crypto.randomUUID(),
      options,
      before: this.#cardsOf(quiz),
      stored: false,
    });
    return timed(startSession(quiz, options), Date.now());
  }

  /** The attempt that was left half done. */
  resumed(quiz: Asked, past: QuizProgress): Session {
    this.#byQuiz.set(quiz.id, {
      attempt: past.attempt,
      options: past.options,
      before: this.#cardsOf(quiz),
      stored: true,
    });
    return timed(resumeSession(quiz, past.options, past), past.begun);
  }

  /** Of a sitting with a time limit the beginning counts, and not the first answer: it is stored at once. */
  begin({ quiz: { id }, sitting }: Session, append: (events: readonly StudyEvent[]) => void): void {
    const taking = this.#byQuiz.get(id);
    if (sitting?.until === undefined || !taking || taking.stored) return;
    append([{ kind: "quiz-started", quiz: id, attempt: taking.attempt, options: taking.options }]);
    taking.stored = true;
  }

  /** How the cards of its questions were when it was begun, or gone on with. */
  before(quiz: string): CardsBefore {
    return this.#byQuiz.get(quiz)?.before ?? new Map();
  }

  #cardsOf({ id, questions }: Asked): CardsBefore {
    const cards = this.cards();
    const items = questions.map((question) => itemId({ kind: "quiz", quiz: id, question: question.id }));
    return new Map(items.map((item) => [item, cards.get(item)]));
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

/** `begun`: ms since 1970. Time goes on while the program does not. */
function timed(session: Session, begun: number): Session {
  const { sitting } = session;
  if (sitting?.minutes === undefined) return session;
  return { ...session, sitting: { ...sitting, until: begun + sitting.minutes * 60_000 } };
}
