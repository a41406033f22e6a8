/** The engine that labs look at: the docker on PATH, with the environment that was there at the start. */

import { later } from "../content/later.ts";
import type { Engine } from "../lab/engine.ts";
import type { EngineAddress } from "../lab/engine_address.ts";
import type { Snapshot } from "../lab/snapshot.ts";
import { askForObjects } from "./asked.ts";
import { type Docker, findDocker } from "./binary.ts";
import { withEngineChosen } from "./engine_choice.ts";
import { readEnvironment } from "./environment.ts";
import type { Heard } from "./events.ts";

export interface DockerEngine extends Engine, AsyncDisposable {
  readonly docker: Docker;
  /** Enough to know the engine again, as soon as it has answered once: it stays the same as long as the program runs. */
  readonly address: () => Promise<EngineAddress | undefined>;
  /** Tells what happens until closed; see `watch.ts` for what to do with it. */
  readonly events: (hear: (heard: Heard) => void) => AsyncDisposable;
}

export interface EngineOptions {
  /** For tests: another docker than the one on PATH. */
  readonly docker?: Docker;
  /** The engine of this context instead of the one in use. */
  readonly context?: string | undefined;
}

/**
 * Starts nothing by itself. Disposing of it ends every child that it has started. Throws a `UserError` (2) where a context
 * cannot be chosen.
 */
export function createEngine(options: EngineOptions = {}): DockerEngine {
  const docker = options.docker ?? findDocker(withEngineChosen(readEnvironment(), options.context));
  const closing = new AbortController();
  const open = new Set<Promise<unknown>>();
  const kept = async <Value>(work: Promise<Value>): Promise<Value> => {
    open.add(work);
    try {
      return await work;
    } finally {
      open.delete(work);
    }
  };
  /** What a lab asks for is missing until the learner makes it: the last look foretells the next one. */
  let last: Snapshot | undefined;
  let address: EngineAddress | undefined;
  let machine: Promise<string | undefined> | undefined;
  const findMachine = () => machine ??= identities().then(({ readMachine }) => readMachine(docker, closing.signal));
  const until = (signal: AbortSignal | undefined) =>
    signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
  return {
    docker,
    identify: (signal) => kept(identities().then(({ identify }) => identify(docker, until(signal)))),
    address: async () =>
      address ??= await kept(identities().then(({ readAddress }) => readAddress(docker, closing.signal))),
    look: async (plan, signal) => {
      const own = until(signal);
      const asked = askForObjects(docker, plan, own);
      // Loaded while docker is at work.
      const looking = later<typeof import("./look.ts")>(import.meta.url, "./look.ts")
        .then(({ look }) => look(docker, plan, { signal: own, asked, last, machine: findMachine }));
      return last = await kept(looking);
    },
    events: (hear) => {
      const following = later<typeof import("./events.ts")>(import.meta.url, "./events.ts")
        .then(({ followEvents }) => followEvents(docker, hear, closing.signal));
      return {
        async [Symbol.asyncDispose]() {
          await (await following)[Symbol.asyncDispose]();
        },
      };
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await Promise.allSettled([...open]);
    },
  };
}

/** A look by itself asks nothing of who the engine is. */
function identities(): Promise<typeof import("./identity.ts")> {
  return later<typeof import("./identity.ts")>(import.meta.url, "./identity.ts");
}
