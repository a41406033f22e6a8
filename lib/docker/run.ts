/** Starts docker, never through a shell, and always ends it: at its deadline, when told to, or by itself. */

import { after } from "./after.ts";
import type { Docker } from "./binary.ts";

/** What only looks; what changes something is started in `steps.ts`, `removal.ts`, `remedy.ts` and `prompt.ts` alone. */
export type ReadingVerb =
  | "container inspect"
  | "image inspect"
  | "image history"
  | "volume inspect"
  | "network inspect"
  | "container ls"
  | "image ls"
  | "volume ls"
  | "network ls"
  | "container exec"
  | "container cp"
  | "container logs"
  | "context inspect"
  | "compose version"
  | "stack ls"
  | "context ls"
  | "service ls"
  | "service inspect"
  | "service ps"
  | "node ls"
  | "node inspect"
  | "secret ls"
  | "secret inspect"
  | "config ls"
  | "config inspect"
  | "events"
  | "info"
  | "version"
  | "--version";

export interface CallLimits {
  /** ms until SIGTERM; SIGKILL follows 300 ms later. */
  readonly deadline: number;
  readonly signal?: AbortSignal | undefined;
  /** Bytes kept of each stream; the rest is read and dropped. */
  readonly limit?: number;
  /** Standard output is wanted as bytes, and no more than the limit of them: docker is ended once they are there. */
  readonly head?: boolean;
  readonly cwd?: string;
  /** Told of standard output as it comes. */
  readonly onOutput?: (bytes: Uint8Array) => void;
  readonly onErrors?: (bytes: Uint8Array) => void;
}

/** How a call ended: `code` counts only where it `exited`. `error` is what the system said when it did not start. */
export interface Call {
  readonly argv: readonly string[];
  readonly end: "exited" | "deadline" | "cancelled" | "not-started";
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly overflow: boolean;
  readonly error?: unknown;
  /** Instead of `stdout`, where the head was asked for. */
  readonly bytes?: Uint8Array;
}

export const inspectLimit = 32 * 1024 * 1024;
export const streamLimit = 64 * 1024;
/** ms between asking a process to end and ending it. */
export const killAfter = 300;
/** ms: a grandchild (ssh, credential helper) may hold the pipes open after docker has ended. */
export const drainAfter = 250;

export function read(docker: Docker, verb: ReadingVerb, args: readonly string[], limits: CallLimits): Promise<Call> {
  return run(docker, [...verb.split(" "), ...args], limits);
}

/** Options that every start of docker shares. */
export function commandOptions(docker: Docker, args: readonly string[], cwd?: string): Deno.CommandOptions {
  const { inherit, variables } = docker.environment;
  return {
    args: [...args],
    clearEnv: !inherit,
    env: inherit ? { LD_PRELOAD: "", LD_LIBRARY_PATH: "" } : { ...variables },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    ...(cwd === undefined ? {} : { cwd }),
  };
}

/** Never rejects. Every argument reaches docker as it is. */
export async function run(docker: Docker, args: readonly string[], limits: CallLimits): Promise<Call> {
  const argv = [docker.path, ...args];
  const { deadline, signal, limit = inspectLimit, head = false, cwd, onOutput, onErrors } = limits;
  const nothing = { argv, code: -1, stdout: "", stderr: "", overflow: false } as const;
  if (signal?.aborted) return { ...nothing, end: "cancelled" };
  let child: Deno.ChildProcess;
  try {
    child = new Deno.Command(docker.path, commandOptions(docker, args, cwd)).spawn();
  } catch (error) {
    return { ...nothing, end: "not-started", error };
  }
  let end: "exited" | "deadline" | "cancelled" = "exited";
  let killing: Disposable | undefined;
  const stop = (why: "deadline" | "cancelled") => {
    if (end !== "exited") return;
    end = why;
    kill(child, "SIGTERM");
    killing = after(killAfter, () => kill(child, "SIGKILL"));
  };
  const overdue = after(deadline, () => stop("deadline"));
  const cancel = () => stop("cancelled");
  signal?.addEventListener("abort", cancel, { once: true });
  const out = collect(child.stdout, limit, head ? () => kill(child, "SIGKILL") : undefined, onOutput);
  const err = collect(child.stderr, limit, undefined, onErrors);
  const { code } = await child.status;
  overdue[Symbol.dispose]();
  killing?.[Symbol.dispose]();
  signal?.removeEventListener("abort", cancel);
  await drained([out, err], end === "exited" ? drainAfter : 0);
  return {
    argv,
    end,
    code,
    stdout: head ? "" : out.text(),
    stderr: err.text(),
    overflow: out.overflow() || err.overflow(),
    ...(head ? { bytes: out.bytes() } : {}),
  };
}

/** After the end of a process, kill throws; that is no news to anybody. */
export function kill(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch {
    // Already over.
  }
}

interface Collected {
  readonly done: Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly text: () => string;
  readonly bytes: () => Uint8Array;
  readonly overflow: () => boolean;
}

function collect(
  stream: ReadableStream<Uint8Array>,
  limit: number,
  full?: () => void,
  heard?: (bytes: Uint8Array) => void,
): Collected {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let overflow = false;
  const readAll = async () => {
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        heard?.(value);
        const kept = value.subarray(0, Math.max(0, limit - size));
        if (kept.length < value.length && !overflow) full?.();
        overflow ||= kept.length < value.length;
        if (kept.length > 0) chunks.push(kept);
        size += kept.length;
      }
    } catch {
      // A cut pipe ends the text where it was cut.
    }
  };
  return {
    done: readAll(),
    cancel: () => reader.cancel().catch(() => {}),
    text: () => new TextDecoder().decode(joined(chunks, size)),
    bytes: () => joined(chunks, size),
    overflow: () => overflow,
  };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

async function drained(streams: readonly Collected[], patience: number): Promise<void> {
  const enough = Promise.withResolvers<void>();
  const late = after(patience, enough.resolve);
  await Promise.race([enough.promise, Promise.all(streams.map(({ done }) => done))]);
  late[Symbol.dispose]();
  await Promise.all(streams.map((stream) => stream.cancel()));
}
