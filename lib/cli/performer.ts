/** The one place that performs the effects of the screens: opens content, stores events, watches labs. */

import type { Lab } from "../content/schema/lab.ts";
import type { Quiz } from "../content/schema/quiz.ts";
import { UserError } from "../content/user_error.ts";
import type { Session, SessionOptions } from "../quiz/session.ts";
import { resumeSession } from "../quiz/session_resume.ts";
import { startSession } from "../quiz/session_start.ts";
import type { PromptCommand } from "../quiz/command/prompt_line.ts";
import type { Effect, Happening, QuizStart } from "../screens/effects.ts";
import type { GateAnswer } from "../screens/gate.ts";
import type { LabOpening } from "../screens/lab.ts";
import type { CommandEnd, Message } from "../screens/message.ts";
import { type EventStore, openStore } from "../store/event_store.ts";
import { readHistory } from "../store/prompt_history.ts";
import { homeFolder, storeExists, workspaceFolder } from "../store/state_folder.ts";
import type { StudyEvent } from "../study/events.ts";
import { type Progress, progressOf, type QuizProgress } from "../study/progress.ts";
import { recordOf, type StudyRecord } from "../study/record.ts";
import type { Stage } from "../terminal/run.ts";
import type { DockerPrompt } from "./docker_prompt.ts";
import { eventOf } from "./event_of.ts";
import { homeData } from "./home_data.ts";
import type { LabWatch } from "./lab_watch.ts";
import { later } from "../content/later.ts";
import { conceptNames, type Opened, openLab, openQuiz } from "./load.ts";
import { homely } from "./paths.ts";
import { newSeed } from "./seed.ts";
import { isShipped } from "./shipped.ts";
import type { Question } from "./trust.ts";
import { again, type World } from "./world.ts";

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
  /** The lab that waits until the learner agrees to what it runs. */
  #asked: { readonly opened: Opened<Lab>; readonly question: Question } | undefined;
  #prompt: DockerPrompt | undefined;
  /** One sitting of review. */
  readonly #sitting = crypto.randomUUID();
  /** When the question on screen was shown, ms since 1970. */
  #shownAt: number | undefined;
  /** Grows whenever a lab is opened or left: who waited meanwhile finds out that it is not meant any more. */
  #turn = 0;
  #left: Promise<unknown> = Promise.resolve();

  constructor(readonly world: World) {}

  /** For `runProgram`. Expected failures become messages; anything else is a bug and goes up. */
  perform = async (effect: Effect, stage: Stage<Message>): Promise<void> => {
    const { dispatch } = stage;
    try {
      await this.#perform(effect, stage);
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

  async #perform(effect: Effect, stage: Stage<Message>): Promise<void> {
    const { dispatch } = stage;
    switch (effect.kind) {
      case "load-home":
        return dispatch({ kind: "home-loaded", home: await homeData(this.world, this.progress()) });
      case "open-review": {
        const { reviewOpening } = await later<typeof import("./review_opening.ts")>(
          import.meta.url,
          "./review_opening.ts",
        );
        const opening = await reviewOpening(this.world, this.studied(), effect.choice, Date.now());
        return dispatch({ kind: "review-opened", opening });
      }
      case "open-stats": {
        const { statisticsOf } = await later<typeof import("./statistics_of.ts")>(
          import.meta.url,
          "./statistics_of.ts",
        );
        const statistics = await statisticsOf(this.world, this.studied(), Date.now());
        return dispatch({ kind: "stats-opened", statistics });
      }
      case "open-concept": {
        const { conceptOpening } = await later<typeof import("./concept_opening.ts")>(
          import.meta.url,
          "./concept_opening.ts",
        );
        const opening = await conceptOpening(this.world, this.studied(), effect.id);
        return dispatch({ kind: "concept-opened", opening });
      }
      case "question-shown":
        this.#shownAt = Date.now();
        return;
      case "copy":
        return;
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
      case "watch-lab": {
        const turn = this.#turn;
        const opened = await openLab(this.world, effect.reference);
        return turn === this.#turn ? await this.watchLab(opened, dispatch) : undefined;
      }
      case "refresh-lab":
        return this.refreshLab();
      case "reset-task":
        return await this.#watch?.changes.reset(effect.task);
      case "answer-gate":
        return await this.answerGate(effect.answer, dispatch);
      case "leave-lab":
        await this.#leaveLab();
        return;
      case "open-prompt":
        return dispatch({
          kind: "prompt-history",
          lab: effect.lab,
          lines: readHistory(this.world.stateFolder()),
        });
      case "list-names":
        return await this.#prompt?.list(effect.sources);
      case "run-command":
        if (this.#prompt) return await this.#prompt.run(effect, stage);
        return dispatch({ kind: "command-ended", lab: effect.lab, id: effect.id, end: notOpen });
      case "stop-command":
        return this.#prompt?.stop(effect.id);
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

  /** All that follows from what is stored. */
  studied(): StudyRecord {
    if (!this.#store && !storeExists(this.world.stateFolder())) return recordOf([]);
    return recordOf(this.#events().read());
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
      reference: again(this.world, reference),
      seed: newSeed(),
      ...(lab.workspace.length > 0 ? { workspace: homely(workspaceFolder(this.world.stateFolder(), lab.id)) } : {}),
      ...(past && !past.cleaned
        ? {
          past: {
            hints: Object.fromEntries(past.hints),
            givenUp: [...past.givenUp],
            answers: Object.fromEntries(past.answers),
          },
        }
        : {}),
    };
  }

  /** On the terminal as it is, for who has no screen. */
  async runDocker(command: PromptCommand, line: string): Promise<CommandEnd> {
    return await this.#prompt?.runHere(command, line) ?? notOpen;
  }

  refreshLab(): void {
    this.#watch?.touch();
  }

  /** Looks and tells until the lab is left or another one is watched; a lab from elsewhere is asked about first. */
  async watchLab(opened: Opened<Lab>, dispatch: (message: Message) => void): Promise<void> {
    const turn = await this.#leaveLab();
    if (isShipped(opened.file)) return await this.#watchNow(opened, dispatch, turn);
    const { trustQuestion } = await later<typeof import("./trust.ts")>(import.meta.url, "./trust.ts");
    const question = await trustQuestion(opened, this.#events());
    if (turn !== this.#turn) return;
    if (!question) return await this.#watchNow(opened, dispatch, turn);
    this.#asked = { opened, question };
    dispatch({ kind: "lab-gate", lab: opened.content.id, gate: { kind: "trust", runs: question.runs } });
  }

  async #watchNow(
    { content, file }: Opened<Lab>,
    dispatch: (message: Message) => void,
    turn: number,
  ): Promise<void> {
    const { LabWatch } = await later<typeof import("./lab_watch.ts")>(import.meta.url, "./lab_watch.ts");
    const { DockerPrompt } = await later<typeof import("./docker_prompt.ts")>(import.meta.url, "./docker_prompt.ts");
    if (turn !== this.#turn) return;
    const stateFolder = this.world.stateFolder();
    const watch = new LabWatch(content, file.folder, {
      store: this.#events(),
      stateFolder,
      dispatch,
      context: this.world.context,
      open: (reference) => openLab(this.world, reference),
    });
    this.#watch = watch;
    this.#prompt = new DockerPrompt({
      lab: content.id,
      lang: this.world.lang,
      place: { docker: watch.docker, folder: workspaceFolder(stateFolder, content.id), home: homeFolder() },
      stateFolder,
      dispatch,
      record: (command) => {
        // What is run before the lab begins is what was there before it.
        const { attempt } = watch;
        if (attempt !== undefined) this.#append({ kind: "lab-command", lab: content.id, attempt, ...command });
      },
      refresh: () => watch.touch(),
    });
  }

  /** What the learner answered to what stands between them and the lab. */
  async answerGate(answer: GateAnswer, dispatch: (message: Message) => void): Promise<void> {
    if (answer.kind === "choice") return await this.#watch?.changes.choose(answer.obstacle, answer.choice);
    const asked = this.#asked;
    if (!asked) return;
    // Answered once, however often the key was pressed; and who leaves meanwhile does not want it any more.
    this.#asked = undefined;
    const turn = this.#turn;
    const { rememberTrust } = await later<typeof import("./trust.ts")>(import.meta.url, "./trust.ts");
    if (turn !== this.#turn) return;
    rememberTrust(this.#events(), asked.opened.content, asked.question);
    dispatch({ kind: "lab-gate", lab: asked.opened.content.id });
    await this.watchLab(asked.opened, dispatch);
  }

  async #leaveLab(): Promise<number> {
    const turn = ++this.#turn;
    const [watch, prompt] = [this.#watch, this.#prompt];
    [this.#watch, this.#prompt, this.#asked] = [undefined, undefined, undefined];
    // With what is being left already: a lab that was begun is prepared to its end, and that is stored.
    this.#left = Promise.all([this.#left, watch?.[Symbol.asyncDispose](), prompt?.[Symbol.asyncDispose]()]);
    await this.#left;
    return turn;
  }

  /** On disk when it returns; throws a `UserError` when it cannot be kept. */
  record(what: Happening): void {
    if ("quiz" in what) this.#recordQuiz(what);
    else if ("item" in what) this.#append(eventOf(what, this.#sitting, this.#took()));
    else {
      this.#append(eventOf(what, this.#labAttempt(), this.#took()));
      // What it costs stands in the verdict.
      if (what.kind === "lab-hint" || what.kind === "lab-given-up") this.refreshLab();
    }
  }

  #recordQuiz(what: Extract<Happening, { quiz: string }>): void {
    const taking = this.#takings.get(what.quiz);
    if (!taking) throw new TypeError(`"${what.quiz}" is not being taken`);
    const { attempt, options } = taking;
    if (!taking.stored) this.#append({ kind: "quiz-started", quiz: what.quiz, attempt, options });
    taking.stored = true;
    this.#append(eventOf(what, attempt, this.#took()));
  }

  #took(): number | undefined {
    return this.#shownAt === undefined ? undefined : Date.now() - this.#shownAt;
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

const notOpen: CommandEnd = {
  kind: "not-started",
  what: { es: "El laboratorio aún se está abriendo", en: "The lab is still opening" },
};
