/** The docker prompt of the lab on screen: runs what was typed, knows the names that complete it, remembers it. */

import type { Lang } from "../../content/text.ts";
import {
  type Hear,
  promptArgv,
  type PromptEnd,
  type PromptPlace,
  runInherited,
  type RunningPrompt,
  runPiped,
} from "../../docker/prompt.ts";
import { namesOf } from "../../docker/prompt_names.ts";
import { faultOfError } from "../../docker/faults.ts";
import { faultSentence, faultText } from "../../lab/fault_text.ts";
import type { Names, Source } from "../../quiz/command/completion/names.ts";
import type { PromptCommand } from "../../quiz/command/prompt_line.ts";
import type { Effect } from "../../screens/effects.ts";
import type { CommandEnd, Message } from "../../screens/message.ts";
import { rememberLine } from "../../store/prompt_history.ts";
import type { StudyEvent } from "../../study/events.ts";
import type { Stage } from "../../terminal/run.ts";
import { readSome } from "../../terminal/stream.ts";
import { outputBatches } from "../output/output_batches.ts";
import { print } from "../output/print.ts";

type Asked = Extract<Effect, { kind: "run-command" }>;
export type CommandRecord = Pick<Extract<StudyEvent, { kind: "lab-command" }>, "argv" | "code" | "from" | "to">;

export interface DockerPromptWorld {
  readonly lab: string;
  readonly lang: Lang;
  readonly place: PromptPlace;
  readonly stateFolder: string;
  readonly dispatch: (message: Message) => void;
  /** Stores that it was run; may throw a `UserError`. */
  readonly record: (command: CommandRecord) => void;
  /** Asks for a look now. */
  readonly refresh: () => void;
}

/** ms: what ends sooner nobody has read, so the terminal waits. */
const tooShort = 1500;

const words = {
  back: {
    es: "— Cuando acabe (exit, Ctrl-D o Ctrl-C) vuelves al laboratorio —",
    en: "— When it ends (exit, Ctrl-D or Ctrl-C) you are back in the lab —",
  },
  enter: { es: "— Intro: volver al laboratorio —", en: "— Enter: back to the lab —" },
  busy: {
    es: "La terminal no estaba libre: ejecútala otra vez (flecha arriba)",
    en: "The terminal was not free: run it again (arrow up)",
  },
  compose: { es: "docker-compose no está instalado", en: "docker-compose is not installed" },
  plugin: { es: "Prueba con docker compose, sin guion", en: "Try docker compose, without the dash" },
} satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;

export class DockerPrompt implements AsyncDisposable {
  #running: { readonly id: number; readonly command: RunningPrompt } | undefined;
  /** The run that is under way, to its last word in the store. */
  #work: Promise<void> | undefined;
  #closed = false;
  readonly #closing = Promise.withResolvers<void>();

  constructor(readonly world: DockerPromptWorld) {}

  #tell(message: Message): void {
    if (!this.#closed) this.world.dispatch(message);
  }

  async list(sources: readonly Source[]): Promise<void> {
    const { lab, place } = this.world;
    const found = await Promise.all(sources.map(async (source) => [source, await namesOf(source, place)] as const));
    const names: Names = Object.fromEntries(found.filter(([, names]) => names !== undefined));
    this.#tell({ kind: "names-listed", lab, sources, names });
  }

  stop(id: number): void {
    if (this.#running?.id === id) this.#running.command.stop();
  }

  /** Begins before it first awaits, as the handing over of a terminal wants it. May throw a `UserError` once all is told. */
  run(asked: Asked, stage: Pick<Stage<Message>, "handOver" | "canHandOver">): Promise<void> {
    this.#work = this.#run(asked, stage);
    return this.#work;
  }

  async #run(asked: Asked, stage: Pick<Stage<Message>, "handOver" | "canHandOver">): Promise<void> {
    const { lab } = this.world;
    const { id, command, line } = asked;
    if (command.terminal && !stage.canHandOver()) {
      return this.#tell({ kind: "command-ended", lab, id, end: { kind: "not-started", what: words.busy } });
    }
    if (asked.remember) rememberLine(this.world.stateFolder, line);
    const from = Date.now();
    const end = command.terminal ? await stage.handOver(() => this.#onTerminal(asked)) : await this.#piped(asked);
    this.#tell({ kind: "command-ended", lab, id, end: told(end, command) });
    this.#over(asked, end, from);
  }

  /** Without a screen: it writes where we write, and reads what is typed only if it needs that. */
  async runHere(command: PromptCommand, line: string): Promise<CommandEnd> {
    const from = Date.now();
    const end = await this.#started(0, () => runInherited(command, this.world.place, { input: command.terminal })).end;
    this.#over({ command, secret: /^\s/.test(line) }, end, from);
    return told(end, command);
  }

  #over({ command, secret }: Pick<Asked, "command" | "secret">, end: PromptEnd, from: number): void {
    this.#running = undefined;
    this.world.refresh();
    const argv = promptArgv(command, this.world.place);
    this.world.record({
      argv: secret ? argv.slice(0, 1) : argv,
      ...(end.kind === "exited" ? { code: end.code } : {}),
      from,
      to: Date.now(),
    });
  }

  async #piped({ id, command }: Asked): Promise<PromptEnd> {
    const { lab, place } = this.world;
    const batches = outputBatches((stream, text) => this.#tell({ kind: "command-output", lab, id, stream, text }));
    const hear: Hear = (stream, text) => batches.hear(stream, text);
    const began = performance.now();
    const clock = setInterval(() => {
      this.#tell({ kind: "command-runs", lab, id, seconds: Math.floor((performance.now() - began) / 1000) });
    }, 1000);
    try {
      return await this.#started(id, () => runPiped(command, place, hear)).end;
    } finally {
      clearInterval(clock);
      batches.flush();
    }
  }

  async #onTerminal({ id, command, line }: Asked): Promise<PromptEnd> {
    const { lang, place } = this.world;
    print(`\n$ ${line}\n${words.back[lang]}`);
    const began = performance.now();
    const end = await this.#started(id, () => runInherited(command, place, { input: true })).end;
    const unread = performance.now() - began < tooShort &&
      !(isShell(command) && end.kind === "exited" && end.code === 0);
    if (end.kind === "exited" && unread && !this.#closed) {
      print(words.enter[lang]);
      await Promise.race([readSome(), this.#closing.promise]);
    }
    return end;
  }

  #started(id: number, start: () => RunningPrompt): RunningPrompt {
    const command = start();
    this.#running = { id, command };
    return command;
  }

  /** Ends what runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    this.#closing.resolve();
    await this.#running?.command[Symbol.asyncDispose]();
    // What it could not store is told by whoever asked for it.
    await this.#work?.catch(() => {});
  }
}

/** Whoever leaves a shell has seen what it said. */
function isShell({ args, own }: PromptCommand): boolean {
  return /^\S*sh$/.test(args.slice(own).join(" "));
}

function told(end: PromptEnd, { program }: PromptCommand): CommandEnd {
  if (end.kind === "exited") return end;
  const fault = faultOfError(end.error);
  if (program === "docker-compose" && fault.kind === "binary-missing") {
    return { kind: "not-started", what: words.compose, next: words.plugin };
  }
  return { kind: "not-started", what: faultSentence(fault), next: faultText(fault.kind).next };
}
