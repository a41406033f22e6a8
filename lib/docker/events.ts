/** The stream of docker events: resumed where it was cut, and told apart from a docker that cannot be reached. */

import { eventTypes } from "../content/schema/vocabulary.ts";
import type { Fault } from "../lab/fault.ts";
import type { PastEvent } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { momentOf, parseEvent } from "./event_line.ts";
import { faultOfError, readingOf } from "./faults.ts";
import { commandOptions, drainAfter, kill, killAfter } from "./run.ts";
import { sleep } from "./sleep.ts";

/**
 * After `connected` whatever was known before may be out of date: look again. `standing` is said of each stream, one following
 * the other: an engine that was restarted in between has forgotten what happened.
 */
export type Heard =
  | { readonly kind: "event"; readonly event: PastEvent }
  | { readonly kind: "standing" }
  | { readonly kind: "connected" }
  | { readonly kind: "disconnected"; readonly fault: Fault };

/** A child that outlives a killed parent ends by itself when its window ends. */
const windowSeconds = 60;
/** ms after which a stream that said nothing counts as standing: docker gives no sign of it. */
const standingAfter = 150;
const firstPause = 250;
const longestPause = 4000;
/** ms; a window that ends sooner means that the two clocks differ, and asking again at once would never stop. */
const shortestWindow = 1000;

type Ended = { readonly kind: "window" } | { readonly kind: "closed" } | {
  readonly kind: "cut";
  readonly fault: Fault;
};

/** Tells `hear` until it is closed. Keeps no process alive. */
export function followEvents(docker: Docker, hear: (heard: Heard) => void, signal?: AbortSignal): AsyncDisposable {
  const closing = new AbortController();
  const close = () => closing.abort();
  if (signal?.aborted) close();
  signal?.addEventListener("abort", close, { once: true });
  const over = follow(docker, hear, closing.signal);
  return {
    async [Symbol.asyncDispose]() {
      signal?.removeEventListener("abort", close);
      close();
      await over;
    },
  };
}

async function follow(docker: Docker, hear: (heard: Heard) => void, signal: AbortSignal): Promise<void> {
  // What happens before the stream stands is given later, because it is asked for since now.
  let since = `${BigInt(Date.now()) * 1_000_000n}`;
  let seen = new Set<string>();
  let connected = false;
  let standing = false;
  let pause = firstPause;
  const connect = () => {
    if (standing || signal.aborted) return;
    standing = true;
    hear({ kind: "standing" });
    if (connected) return;
    connected = true;
    pause = firstPause;
    hear({ kind: "connected" });
  };
  const take = (line: string) => {
    const timeNano = /"timeNano":(\d+)/.exec(line)?.[1];
    if (timeNano === undefined) return;
    connect();
    // `--since` includes its moment, in which several things may have happened.
    if (seen.has(line)) return;
    if (timeNano === since) seen.add(line);
    else [since, seen] = [timeNano, new Set([line])];
    const event = parseEvent(line);
    if (event) hear({ kind: "event", event });
  };
  while (!signal.aborted) {
    const startedAt = Date.now();
    standing = false;
    const ended = await oneWindow(docker, since, take, connect, signal);
    if (ended.kind === "closed") return;
    if (ended.kind === "window" && Date.now() - startedAt >= shortestWindow) continue;
    if (ended.kind === "cut") {
      connected = false;
      hear({ kind: "disconnected", fault: ended.fault });
    }
    await sleep(pause, signal, { idle: true });
    pause = Math.min(pause * 2, longestPause);
  }
}

async function oneWindow(
  docker: Docker,
  since: string,
  take: (line: string) => void,
  stands: () => void,
  signal: AbortSignal,
): Promise<Ended> {
  const until = `${BigInt(Date.now() + windowSeconds * 1000) * 1_000_000n}`;
  const args = ["events", "--format", "{{json .}}", "--since", momentOf(since), "--until", momentOf(until)];
  for (const type of eventTypes) args.push("--filter", `type=${type}`);
  let child: Deno.ChildProcess;
  try {
    child = new Deno.Command(docker.path, commandOptions(docker, args)).spawn();
  } catch (error) {
    return { kind: "cut", fault: faultOfError(error) };
  }
  child.unref();
  let killing: Timer | undefined;
  const stop = () => {
    // Whoever closes the stream waits for its end: now it counts.
    child.ref();
    kill(child, "SIGTERM");
    killing = setTimeout(() => kill(child, "SIGKILL"), killAfter);
  };
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  // Late by a second at most if its end gets lost with the connection.
  const overdue = timer(() => kill(child, "SIGKILL"), (windowSeconds + 5) * 1000);
  const standing = timer(stands, standingAfter);
  let stderr = "";
  const out = readLines(child.stdout, take);
  const err = readLines(child.stderr, (line) => stderr = stderr.length < 4000 ? `${stderr}${line}\n` : stderr);
  const { code } = await child.status;
  clearTimeout(standing);
  clearTimeout(overdue);
  clearTimeout(killing);
  signal.removeEventListener("abort", stop);
  await Promise.all([out.end(), err.end()]);
  if (signal.aborted) return { kind: "closed" };
  const reading = readingOf({ argv: [], end: "exited", code, stdout: "", stderr, overflow: false });
  if (reading.kind === "ok") return { kind: "window" };
  return {
    kind: "cut",
    fault: reading.kind === "fault" ? reading.fault : { kind: "unknown", detail: stderr.trim().slice(0, 200) },
  };
}

interface Lines {
  /** Reads what is left; a grandchild that holds the pipe open is not waited for. */
  readonly end: () => Promise<void>;
}

function readLines(stream: ReadableStream<Uint8Array>, take: (line: string) => void): Lines {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  const all = async () => {
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
        rest = lines.pop() ?? "";
        lines.forEach(take);
      }
    } catch {
      // A cut pipe ends the window; the exit code says why.
    }
  };
  const reading = all();
  return {
    async end() {
      const late = setTimeout(() => reader.cancel().catch(() => {}), drainAfter);
      await reading;
      clearTimeout(late);
      if (rest !== "") take(rest);
    },
  };
}

type Timer = ReturnType<typeof setTimeout>;

/** A timer that keeps no process alive. */
function timer(then: () => void, ms: number): Timer {
  const started = setTimeout(then, ms);
  started.unref();
  return started;
}
