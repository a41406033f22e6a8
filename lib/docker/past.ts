/** What the engine remembers of the past: asked once, up to now, in one bounded call. */

import type { Outcome } from "../lab/engine.ts";
import type { Mark, Stretch } from "../lab/history.ts";
import type { Docker } from "./binary.ts";
import { momentOf, parseEvent } from "./event_line.ts";
import { readingOf } from "./faults.ts";
import { read } from "./run.ts";

/** ms. */
const deadline = 4000;
/** Events that an engine remembers, in memory only (moby: daemon/events/events.go, `eventsLimit`). */
const remembered = 256;

/** All since the mark, that of the mark included; without one, all that the engine remembers. */
export async function pastOf(docker: Docker, mark: Mark | undefined, signal?: AbortSignal): Promise<Outcome<Stretch>> {
  const started = mark?.kind === "event" ? undefined : startOf(docker, signal);
  const since = mark?.kind === "event" ? momentOf(mark.timeNano) : "0";
  // A whole number of ms ahead, for events of the current one count. "0s" would lose those of the current second.
  const until = momentOf(`${BigInt(Date.now() + 1) * 1_000_000n}`);
  const args = ["--format", "{{json .}}", "--since", since, "--until", until];
  const call = await read(docker, "events", args, { deadline, signal });
  const events = call.stdout.split("\n").flatMap((line) => parseEvent(line) ?? []);
  const reading = readingOf(call);
  // An engine whose clock is behind ours waits for the moment to come: what it has told by then is all there is.
  const waited = call.end === "deadline" && events.length > 0;
  if (reading.kind !== "ok" && !waited) {
    const fault = reading.kind === "fault"
      ? reading.fault
      : { kind: "unknown", detail: call.stderr.slice(0, 200) } as const;
    return { kind: "fault", fault };
  }
  const engine = await started;
  return {
    kind: "ok",
    value: {
      events,
      full: events.length >= remembered,
      takenAt: Date.now(),
      ...(engine === undefined ? {} : { engine }),
    },
  };
}

/** The network `bridge` is made anew whenever the engine starts (tried with 20.10): its id tells one start from another. */
async function startOf(docker: Docker, signal?: AbortSignal): Promise<string | undefined> {
  const call = await read(docker, "network inspect", ["--format", "{{.Id}}", "bridge"], { deadline, signal });
  const id = call.stdout.trim();
  return call.end === "exited" && call.code === 0 && id !== "" ? id : undefined;
}
