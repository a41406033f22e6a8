/** The lab that is open: watched, asked about, worked on at its prompt, and left again. One at a time. */

import { later } from "../../content/later.ts";
import type { Lab } from "../../content/schema/lab.ts";
import { UserError } from "../../content/user_error.ts";
import type { PromptCommand } from "../../quiz/command/prompt_line.ts";
import type { Effect } from "../../screens/effects.ts";
import type { GateAnswer } from "../../screens/gate.ts";
import type { LabOpening } from "../../screens/lab.ts";
import { load } from "../../screens/loaded.ts";
import type { CommandEnd, Message } from "../../screens/message.ts";
import type { EventStore } from "../../store/event_store.ts";
import { homeFolder, workspaceFolder } from "../../store/state_folder.ts";
import type { LabProgress } from "../../study/progress.ts";
import type { Stage } from "../../terminal/run.ts";
import type { DockerPrompt } from "./docker_prompt.ts";
import type { LabWatch } from "./lab_watch.ts";
import { type Opened, openLab } from "../load.ts";
import { homely } from "../output/paths.ts";
import { newSeed } from "../seed.ts";
import { isShipped } from "./shipped.ts";
import type { Question } from "./trust.ts";
import { again, type World } from "../world.ts";

type Dispatch = (message: Message) => void;

export class LabVisit implements AsyncDisposable {
  #watch: LabWatch | undefined;
  #prompt: DockerPrompt | undefined;
  /** The lab that waits until the learner agrees to what it runs. */
  #asked: { readonly opened: Opened<Lab>; readonly question: Question } | undefined;
  /** Grows whenever a lab is opened or left: who waited meanwhile finds out that it is not meant any more. */
  #turn = 0;
  #left: Promise<unknown> = Promise.resolve();

  constructor(readonly world: World, readonly events: () => EventStore) {}

  /** Nothing where a lab is left, or another one watched, while the file is read. Throws a `UserError`, as `openLab`. */
  async file(reference: string): Promise<Opened<Lab> | undefined> {
    const turn = this.#turn;
    const [opened] = await Promise.all([openLab(this.world, reference), load("lab")]);
    return turn === this.#turn ? opened : undefined;
  }

  /** Looks and tells until the lab is left or another one is watched; a lab from elsewhere is asked about first. */
  async watch(opened: Opened<Lab>, dispatch: Dispatch): Promise<void> {
    const turn = await this.leave();
    if (isShipped(opened.file)) return await this.#watchNow(opened, dispatch, turn);
    const { trustQuestion } = await later<typeof import("./trust.ts")>(import.meta.url, "./trust.ts");
    const question = await trustQuestion(opened, this.events());
    if (turn !== this.#turn) return;
    if (!question) return await this.#watchNow(opened, dispatch, turn);
    this.#asked = { opened, question };
    dispatch({ kind: "lab-gate", lab: opened.content.id, gate: { kind: "trust", runs: question.runs } });
  }

  async #watchNow({ content, file }: Opened<Lab>, dispatch: Dispatch, turn: number): Promise<void> {
    const { LabWatch } = await later<typeof import("./lab_watch.ts")>(import.meta.url, "./lab_watch.ts");
    const { DockerPrompt } = await later<typeof import("./docker_prompt.ts")>(import.meta.url, "./docker_prompt.ts");
    if (turn !== this.#turn) return;
    const stateFolder = this.world.stateFolder();
    const watch = new LabWatch(content, file.folder, {
      store: this.events(),
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
        if (attempt === undefined) return;
        this.events().append({ kind: "lab-command", lab: content.id, attempt, ...command }, Date.now());
      },
      refresh: () => watch.touch(),
    });
  }

  /** What the learner answered to what stands between them and the lab. */
  async answer(answer: GateAnswer, dispatch: Dispatch): Promise<void> {
    if (answer.kind === "choice") return await this.#watch?.changes.choose(answer.obstacle, answer.choice);
    const asked = this.#asked;
    if (!asked) return;
    // Answered once, however often the key was pressed; and who leaves meanwhile does not want it any more.
    this.#asked = undefined;
    const turn = this.#turn;
    const { rememberTrust } = await later<typeof import("./trust.ts")>(import.meta.url, "./trust.ts");
    if (turn !== this.#turn) return;
    rememberTrust(this.events(), asked.opened.content, asked.question);
    dispatch({ kind: "lab-gate", lab: asked.opened.content.id });
    await this.watch(asked.opened, dispatch);
  }

  async reset(task: string): Promise<void> {
    await this.#watch?.changes.reset(task);
  }

  async list(sources: Extract<Effect, { kind: "list-names" }>["sources"]): Promise<void> {
    await this.#prompt?.list(sources);
  }

  async run(effect: Extract<Effect, { kind: "run-command" }>, stage: Stage<Message>): Promise<void> {
    if (this.#prompt) return await this.#prompt.run(effect, stage);
    stage.dispatch({ kind: "command-ended", lab: effect.lab, id: effect.id, end: notOpen });
  }

  stop(id: number): void {
    this.#prompt?.stop(id);
  }

  /** Gives up what is being done to the engine for the lab. */
  cancel(): void {
    this.#watch?.cancel();
  }

  /** On the terminal as it is, for who has no screen. */
  async runHere(command: PromptCommand, line: string): Promise<CommandEnd> {
    return await this.#prompt?.runHere(command, line) ?? notOpen;
  }

  /** Looks soon. */
  refresh(): void {
    this.#watch?.touch();
  }

  /** The run of the lab. Throws a `UserError` (3) before it has begun: nothing can be stored of it yet. */
  get attempt(): string {
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

  /**
   * Resolves with the number of the turn that begins: whoever waits asks afterwards whether it is still the one. `only`: the lab
   * that is meant; where another one is watched that one stays, and what is being opened is not opened.
   */
  async leave(only?: string): Promise<number> {
    const turn = ++this.#turn;
    const here = this.#watch?.lab.id ?? this.#asked?.opened.content.id ?? only;
    if (here !== only && only !== undefined) return turn;
    const [watch, prompt] = [this.#watch, this.#prompt];
    [this.#watch, this.#prompt, this.#asked] = [undefined, undefined, undefined];
    // With what is being left already: a lab that was begun is prepared to its end, and that is stored.
    this.#left = Promise.all([this.#left, watch?.[Symbol.asyncDispose](), prompt?.[Symbol.asyncDispose]()]);
    await this.#left;
    return turn;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leave();
  }
}

/** What is known of the lab before the engine was asked. `past`: its last run, if any. */
export function labOpening(world: World, lab: Lab, past: LabProgress | undefined, reference = lab.id): LabOpening {
  return {
    lab,
    reference: again(world, reference),
    seed: newSeed(),
    ...(lab.workspace.length > 0 ? { workspace: homely(workspaceFolder(world.stateFolder(), lab.id)) } : {}),
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

const notOpen: CommandEnd = {
  kind: "not-started",
  what: { es: "El laboratorio aún se está abriendo", en: "The lab is still opening" },
};
