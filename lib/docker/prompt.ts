/** Starts what a learner typed at the docker prompt: docker or docker-compose, with its words as they are, in the learner's folder. */

import { type PromptCommand, withFolders } from "../quiz/command/prompt_line.ts";
import { type Docker, findBinaries } from "./binary.ts";
import type { Environment } from "./environment.ts";
import { commandOptions, drainAfter, kill, killAfter } from "./run.ts";
import { withAbsoluteMounts } from "./steps.ts";

export interface PromptPlace {
  readonly docker: Docker;
  /** The learner's workspace, absolute. */
  readonly folder: string;
  readonly home: string;
}

/** How it ended: `code` is that of the program. `error` is what the system said when it did not start. */
export type PromptEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "not-started"; readonly error: unknown };

/** A command on its way. Disposing of it ends it, sooner or later by force. */
export interface RunningPrompt extends AsyncDisposable {
  readonly end: Promise<PromptEnd>;
  /** As Ctrl-C does; the second time asks harder, the third time ends it. */
  readonly stop: () => void;
}

/** Text as it came; of the two streams in the order in which it was read. No more is read until it has resolved. */
export type Hear = (stream: "out" | "err", text: string) => Promise<void>;

/** Program and words as they are started. */
export function promptArgv({ program, args, own }: PromptCommand, { folder, home }: PromptPlace): readonly string[] {
  const words = args.map((word) => withFolders(word, { here: folder, home }));
  return [program, ...withAbsoluteMounts(words.slice(0, own), folder), ...words.slice(own)];
}

/** With no input and its output piped. */
export function runPiped(command: PromptCommand, place: PromptPlace, hear: Hear): RunningPrompt {
  return started(command, place, { stdin: "null", stdout: "piped", stderr: "piped" }, (child) => {
    const streams = [
      readText(child.stdout, (text) => hear("out", text)),
      readText(child.stderr, (text) => hear("err", text)),
    ];
    return async () => {
      // A grandchild may hold the pipes open after docker has ended.
      const late = setTimeout(() => streams.forEach(({ cancel }) => cancel()), drainAfter);
      await Promise.all(streams.map(({ done }) => done));
      clearTimeout(late);
    };
  });
}

/** On the terminal that the caller has lent; `input`: what is typed goes to the command. */
export function runInherited(
  command: PromptCommand,
  place: PromptPlace,
  { input }: { readonly input: boolean },
): RunningPrompt {
  return started(
    command,
    place,
    { stdin: input ? "inherit" : "null", stdout: "inherit", stderr: "inherit" },
    () => () => Promise.resolve(),
  );
}

function started(
  command: PromptCommand,
  place: PromptPlace,
  streams: Pick<Deno.CommandOptions, "stdin" | "stdout" | "stderr">,
  follow: (child: Deno.ChildProcess) => () => Promise<void>,
): RunningPrompt {
  const [, ...args] = promptArgv(command, place);
  let child: Deno.ChildProcess;
  let drained: () => Promise<void>;
  try {
    // It is laid out when the lab begins, which may not have happened.
    Deno.mkdirSync(place.folder, { recursive: true });
    child = new Deno.Command(pathOf(command, place.docker), {
      ...commandOptions(place.docker, args, place.folder),
      ...streams,
      clearEnv: false,
      env: promptEnvironment(place.docker.environment),
    }).spawn();
    drained = follow(child);
  } catch (error) {
    return {
      end: Promise.resolve({ kind: "not-started", error }),
      stop() {},
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  }
  const end = child.status.then(async ({ code }): Promise<PromptEnd> => {
    await drained();
    return { kind: "exited", code };
  });
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? [] : ["SIGINT", "SIGTERM"];
  return {
    end,
    stop: () => kill(child, signals.shift() ?? "SIGKILL"),
    async [Symbol.asyncDispose]() {
      kill(child, "SIGTERM");
      const killing = setTimeout(() => kill(child, "SIGKILL"), killAfter);
      await end;
      clearTimeout(killing);
    },
  };
}

/** The learner's own environment, as in a shell (`run -e NAME`, `COMPOSE_FILE`), but on the engine that is looked at. */
function promptEnvironment({ inherit, variables }: Environment): Record<string, string> {
  // To docker an empty variable is one that is not set.
  const address = inherit ? [] : engineVariables.map((name) => [name, ""]);
  return { ...Object.fromEntries(address), ...variables, LD_PRELOAD: "", LD_LIBRARY_PATH: "" };
}

const engineVariables = ["DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"];

function pathOf({ program }: PromptCommand, docker: Docker): string {
  if (program === "docker") return docker.path;
  return findBinaries(docker.environment, program).executable[0] ?? program;
}

/** Characters that were cut by the reading come whole. */
function readText(
  stream: ReadableStream<Uint8Array>,
  take: (text: string) => Promise<void>,
): { readonly done: Promise<void>; readonly cancel: () => void } {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const all = async () => {
    try {
      for (;;) {
        const { value, done } = await reader.read();
        const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
        if (text !== "") await take(text);
        if (done) return;
      }
    } catch {
      // A cut pipe ends the text where it was cut.
    }
  };
  return { done: all(), cancel: () => void reader.cancel().catch(() => {}) };
}
