/** The one place that performs the effects of the screens: opens content, stores events, watches labs. */

import type { Lab } from "../content/schema/lab.ts";
import type { Quiz } from "../content/schema/quiz.ts";
import { UserError } from "../content/user_error.ts";
import type { Session, SessionOptions } from "../quiz/session.ts";
import { resumeSession } from "../quiz/session_resume.ts";
import { startSession } from "../quiz/session_start.ts";
import type { Effect, Happening, QuizStart } from "../screens/effects.ts";
import type { LabOpening } from "../screens/lab.ts";
import type { Message } from "../screens/message.ts";
import { type EventStore, openStore } from "../store/event_store.ts";
import { storeExists } from "../store/state_folder.ts";
import { workspaceFolder } from "../store/workspace.ts";
import type { StudyEvent } from "../study/events.ts";
import { type Progress, progressOf, type QuizProgress } from "../study/progress.ts";
import type { Stage } from "../terminal/run.ts";
import { homeData } from "./home_data.ts";
import type { LabWatch } from "./lab_watch.ts";
import { later } from "./later.ts";
import { conceptNames, type Opened, openLab, openQuiz } from "./load.ts";
import { homely, shellWord } from "./paths.ts";
import { newSeed } from "./seed.ts";
import type { World } from "./world.ts";

/** The quiz that is being taken. Its start is stored with its first event, so that looking around leaves no trace. */
interface Taking {
  readonly attempt: string;
  readonly options: SessionOptions;
  stored: boolean;
}

export class Performer implements AsyncDisposable {
  readonly #takings = new Map<string, Taking>();
  #store: EventStore | undefined;
  #watch: LabWatch | undefined;
  /** Grows whenever a lab is opened or left: who waited meanwhile finds out that it is not meant any more. */
  #turn = 0;

  constructor(readonly world: World) {}

  /** For `runProgram`. Expected failures become messages; anything else is a bug and goes up. */
  perform = async (effect: Effect, { dispatch }: Pick<Stage<Message>, "dispatch">): Promise<void> => {
    try {
      await this.#perform(effect, dispatch);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      dispatch({
        kind: "failed",
        what: error.what,
        ...(error.next ? { next: error.next } : {}),
        ...(effect.kind === "record" ? { ticket: effect.ticket } : {}),
      });
    }
  };

  async #perform(effect: Effect, dispatch: (message: Message) => void): Promise<void> {
    switch (effect.kind) {
      case "load-home":
        return dispatch({ kind: "home-loaded", home: await homeData(this.world, this.progress()) });
      case "begin":
        dispatch({ kind: "names-loaded", names: await conceptNames(this.world) });
        return this.openStore();
      case "open-quiz":
        return dispatch({ kind: "quiz-opened", session: await this.#openQuiz(effect.id, effect.start) });
      case "open-lab": {
        const opened = await openLab(this.world, effect.id);
        dispatch({ kind: "lab-opened", opening: this.labOpening(opened.content) });
        return await this.watchLab(opened, dispatch);
      }
      case "watch-lab":
        return await this.watchLab(await openLab(this.world, effect.reference), dispatch);
      case "refresh-lab":
        return this.refreshLab();
      case "leave-lab":
        await this.#leaveLab();
        return;
      case "record":
        this.record(effect.what);
        return dispatch({ kind: "recorded", ticket: effect.ticket });
    }
  }

  /** All that is stored; nothing where nothing was ever stored. */
  progress(): Progress {
    if (!this.#store && !storeExists(this.world.stateFolder())) return progressOf([]);
    return progressOf(this.#events().read());
  }

  /** Throws a `UserError` when nothing can be stored: better said before the first answer than after it. */
  openStore(): void {
    this.#events();
  }

  #events(): EventStore {
    return this.#store ??= openStore(this.world.stateFolder());
  }

  async #openQuiz(id: string, start: QuizStart): Promise<Session> {
    const { content: quiz } = await openQuiz(this.world, id);
    const past = this.progress().quizzes.get(quiz.id);
    if (start.kind === "resume" && past) return this.resumed(quiz, past);
    return this.started(quiz, {
      seed: newSeed(),
      ...(start.kind === "retry" ? { questions: start.questions } : {}),
    });
  }

  /** A new attempt. */
  started(quiz: Quiz, options: SessionOptions): Session {
    this.#takings.set(quiz.id, { attempt: crypto.randomUUID(), options, stored: false });
    return startSession(quiz, options);
  }

  /** The attempt that was left half done. */
  resumed(quiz: Quiz, past: QuizProgress): Session {
    this.#takings.set(quiz.id, { attempt: past.attempt, options: past.options, stored: true });
    return resumeSession(quiz, past.options, past);
  }

  /** What is known of the lab before the engine was asked. */
  labOpening(lab: Lab, reference = lab.id): LabOpening {
    const past = this.progress().labs.get(lab.id);
    return {
      lab,
      reference: shellWord(reference),
      seed: newSeed(),
      ...(lab.workspace.length > 0 ? { workspace: homely(workspaceFolder(this.world.stateFolder(), lab.id)) } : {}),
      ...(past && !past.cleaned
        ? {
          past: {
            hints: Object.fromEntries([...past.hints].map(([task, { tiers }]) => [task, tiers])),
            givenUp: [...past.givenUp],
            answers: Object.fromEntries(past.answers),
          },
        }
        : {}),
    };
  }

  refreshLab(): void {
    this.#watch?.touch();
  }

  /** Looks and tells until the lab is left or another one is watched. */
  async watchLab({ content, file }: Opened<Lab>, dispatch: (message: Message) => void): Promise<void> {
    const turn = await this.#leaveLab();
    const { LabWatch } = await later<typeof import("./lab_watch.ts")>(import.meta.url, "./lab_watch.ts");
    if (turn !== this.#turn) return;
    this.#watch = new LabWatch(content, file.folder, {
      store: this.#events(),
      stateFolder: this.world.stateFolder(),
      dispatch,
      context: this.world.context,
    });
  }

  async #leaveLab(): Promise<number> {
    const turn = ++this.#turn;
    const leaving = this.#watch;
    this.#watch = undefined;
    await leaving?.[Symbol.asyncDispose]();
    return turn;
  }

  /** On disk when it returns; throws a `UserError` when it cannot be kept. */
  record(what: Happening): void {
    if ("quiz" in what) this.#recordQuiz(what);
    else this.#append(labEvent(what, this.#labAttempt()));
  }

  #recordQuiz(what: Extract<Happening, { quiz: string }>): void {
    const taking = this.#takings.get(what.quiz);
    if (!taking) throw new TypeError(`"${what.quiz}" is not being taken`);
    const { attempt, options } = taking;
    if (!taking.stored) this.#append({ kind: "quiz-started", quiz: what.quiz, attempt, options });
    taking.stored = true;
    this.#append(quizEvent(what, attempt));
  }

  #labAttempt(): string {
    const attempt = this.#watch?.attempt;
    if (attempt !== undefined) return attempt;
    throw new UserError(
      {
        es: "No se puede guardar: el laboratorio aún no ha empezado",
        en: "Cannot store it: the lab has not begun yet",
      },
      { es: "Espera a que docker responda y repite", en: "Wait until docker answers and try again" },
      3,
    );
  }

  #append(event: StudyEvent): void {
    this.#events().append(event, Date.now());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#leaveLab();
    this.#store?.[Symbol.dispose]();
  }
}

function quizEvent(what: Extract<Happening, { quiz: string }>, attempt: string): StudyEvent {
  if (what.kind !== "quiz-answered") return { ...what, attempt };
  const { mark, ...rest } = what;
  return { ...rest, attempt, status: mark.status, fraction: mark.fraction };
}

function labEvent(what: Extract<Happening, { lab: string }>, attempt: string): StudyEvent {
  if (what.kind !== "lab-question-answered") return { ...what, attempt };
  const { mark, ...rest } = what;
  return { ...rest, attempt, status: mark.status, fraction: mark.fraction };
}
