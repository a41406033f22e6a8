/** The one place that performs the effects of the screens: opens content, stores events, watches labs. */

import { later } from "../../content/later.ts";
import { UserError } from "../../content/user_error.ts";
import type { Session } from "../../quiz/session.ts";
import type { Effect, Happening } from "../../screens/effects.ts";
import type { Message } from "../../screens/message.ts";
import { openStudied, type Studied } from "../../store/checkpoint.ts";
import { type EventStore, openStore } from "../../store/event_store.ts";
import { readHistory } from "../../store/prompt_history.ts";
import { storeExists } from "../../store/state_folder.ts";
import type { StudyEvent } from "../../study/events.ts";
import type { ItemId } from "../../study/item.ts";
import { recordOf, type StudyRecord } from "../../study/record.ts";
import type { Stage } from "../../terminal/run.ts";
import { Clock } from "./clock.ts";
import { besideNotes, eventOf } from "./event_of.ts";
import { labOpening, LabVisit } from "../lab/lab_visit.ts";
import { conceptNames } from "../load.ts";
import { newsOf, openConcept, openScreen, openStep } from "./open_screen.ts";
import { QuizTakings } from "../study/quiz_takings.ts";
import { reporting } from "../output/reporting.ts";
import type { World } from "../world.ts";

export class Performer implements AsyncDisposable {
  readonly quizzes = new QuizTakings(() => this.studied().cards);
  readonly lab: LabVisit;
  #store: EventStore | undefined;
  #studied: Studied | undefined;
  readonly #clock = new Clock();
  /** One sitting of review. */
  readonly #sitting = crypto.randomUUID();
  /** When the question on screen was shown, ms since 1970. */
  #shownAt: number | undefined;

  constructor(readonly world: World) {
    this.lab = new LabVisit(world, () => this.#events());
  }

  /** For `runProgram`. Expected failures become messages; anything else is a bug and goes up. */
  perform = async (effect: Effect, stage: Stage<Message>): Promise<void> => {
    const { dispatch } = stage;
    try {
      await this.#perform(effect, stage);
    } catch (error) {
      dispatch({ ...failure(error), ...ticketOf(effect) });
    }
  };

  async #perform(effect: Effect, stage: Stage<Message>): Promise<void> {
    const { dispatch } = stage;
    switch (effect.kind) {
      case "load-home": {
        const { homeData } = await later<typeof import("../study/home_data.ts")>(
          import.meta.url,
          "../study/home_data.ts",
        );
        return dispatch({ kind: "home-loaded", home: await homeData(this.world, this.studied(), Date.now()) });
      }
      case "load-stats": {
        const { statisticsOf } = await later<typeof import("../study/statistics_of.ts")>(
          import.meta.url,
          "../study/statistics_of.ts",
        );
        const statistics = await statisticsOf(this.world, this.studied(), Date.now());
        return dispatch({ kind: "stats-loaded", statistics });
      }
      case "open-quiz":
      case "open-review":
      case "open-stats":
      case "open-concept":
      case "open-step": {
        const message = await openScreen(effect, this);
        if (message.kind === "quiz-opened") this.begin(message.session);
        return dispatch({ ...message, ...ticketOf(effect) });
      }
      case "open-lab": {
        const opened = await this.lab.file(effect.id);
        if (!opened) return;
        const { content: lab } = opened;
        const opening = labOpening(this.world, lab, this.studied().labs.get(lab.id));
        dispatch({ kind: "lab-opened", opening, ...ticketOf(effect) });
        // What goes wrong from here on is no longer about the opening.
        return await this.lab.watch(opened, dispatch).catch((error: unknown) => dispatch(failure(error)));
      }
      case "load-concept":
        return dispatch({ kind: "concept-loaded", opening: await openConcept(effect.id, this) });
      case "load-step":
        return dispatch({ kind: "step-loaded", opening: await openStep(effect, this) });
      case "load-summary":
        return dispatch({ kind: "summary-loaded", news: await newsOf(effect.quiz, this) });
      case "keep-time":
        return this.#clock.keep(effect.on, dispatch);
      case "question-shown":
        return this.shown();
      case "copy":
        return stage.copy(effect.text);
      case "begin":
        dispatch({ kind: "names-loaded", names: await conceptNames(this.world) });
        this.openStore();
        return dispatch({
          kind: "learner-loaded",
          flags: this.flags(),
          commands: readHistory(this.world.stateFolder()),
        });
      case "watch-lab": {
        const opened = await this.lab.file(effect.reference);
        return opened && await this.lab.watch(opened, dispatch);
      }
      case "refresh-lab":
        return this.lab.refresh();
      case "reset-task":
        return await this.lab.reset(effect.task);
      case "answer-gate":
        return await this.lab.answer(effect.answer, dispatch);
      case "cancel-work":
        return this.lab.cancel();
      case "leave-lab":
        await this.lab.leave(effect.lab);
        return;
      case "open-prompt":
        return dispatch({
          kind: "prompt-history",
          lab: effect.lab,
          lines: readHistory(this.world.stateFolder()),
        });
      case "list-names":
        return await this.lab.list(effect.sources);
      case "run-command":
        return await this.lab.run(effect, stage);
      case "stop-command":
        return this.lab.stop(effect.id);
      case "record": {
        const event = this.record(effect.what);
        return dispatch({ kind: "recorded", ticket: effect.ticket, ...(event ? { event } : {}) });
      }
    }
  }

  /** All that follows from what is stored, the same object each time; nothing where nothing was ever stored. */
  studied = (): StudyRecord => {
    if (!this.#store && !storeExists(this.world.stateFolder())) return recordOf([]);
    return (this.#studied ??= openStudied(this.#events(), this.world.stateFolder())).record();
  };

  /** The notes on questions that the learner finds unclear, the latest of each. */
  flags(): ReadonlyMap<ItemId, string> {
    return new Map(
      [...this.studied().flags].flatMap(([item, notes]) => notes.slice(-1).map(({ note }) => [item, note])),
    );
  }

  /** From now on the time that an answer takes is measured. */
  shown = (): void => {
    this.#shownAt = Date.now();
  };

  /** Throws a `UserError` when nothing can be stored: better said before the first answer than after it. */
  openStore(): void {
    this.#events();
  }

  #events(): EventStore {
    return this.#store ??= openStore(this.world.stateFolder());
  }

  /** On disk when it returns, of a review as it is given back; throws a `UserError` when it cannot be kept. */
  record(what: Happening): StudyEvent | undefined {
    if ("quiz" in what) this.quizzes.record(what, this.#took(), (events) => this.#append(...events));
    else if ("item" in what) {
      const event = besideNotes(eventOf(what, this.#sitting, this.#took()), this.studied().flags);
      this.#append(event);
      return event;
    } else {
      this.#append(eventOf(what, this.lab.attempt, this.#took()));
      // What it costs stands in the verdict.
      if (what.kind === "lab-hint" || what.kind === "lab-given-up") this.lab.refresh();
    }
    return undefined;
  }

  /** What is stored when a quiz begins; throws a `UserError` when it cannot be kept. */
  begin(session: Session): void {
    this.quizzes.begin(session, (events) => this.#append(...events));
  }

  /** As `record`, for what no screen says. */
  keep(event: StudyEvent): void {
    this.#append(event);
  }

  #took(): number | undefined {
    return this.#shownAt === undefined ? undefined : Date.now() - this.#shownAt;
  }

  #append(...events: readonly StudyEvent[]): void {
    this.#events().appendAll(events, Date.now());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // What was begun on the engine comes to its end, with the screen gone already.
    using _telling = reporting(this.world, { es: "Terminando lo empezado", en: "Finishing what was begun" });
    this.#clock[Symbol.dispose]();
    await this.lab[Symbol.asyncDispose]();
    this.#studied?.[Symbol.dispose]();
    this.#store?.[Symbol.dispose]();
  }
}

/** An expected failure as a message; throws anything else again. */
function failure(error: unknown): Extract<Message, { kind: "failed" }> {
  if (!(error instanceof UserError)) throw error;
  return { kind: "failed", what: error.what, ...(error.next ? { next: error.next } : {}) };
}

function ticketOf(effect: Effect): { readonly ticket?: number } {
  return "ticket" in effect && effect.ticket !== undefined ? { ticket: effect.ticket } : {};
}
