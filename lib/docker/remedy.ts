/** Runs what the learner chose to do about something that is in the way of a lab. */

import type { Fault } from "../lab/fault.ts";
import type { Docker } from "./binary.ts";
import { cleaned, readingOf } from "./faults.ts";
import { type Heard, listener } from "./heard.ts";
import { run } from "./run.ts";

/** `refused`: docker said no, for the reason in `detail`. */
export type RemedyEnd =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly command: readonly string[]; readonly detail: string }
  | { readonly kind: "fault"; readonly fault: Fault };

/** What may be run; a remedy is made by the preflight, not by a lab. */
const allowed = ["rename", "rm -f", "stop", "pull", "tag", "image rm", "network rm", "volume rm"];

/** ms: fetching an image takes as long as the network wants. */
const pullDeadline = 30 * 60_000;
const deadline = 60_000;

/** In order, until one does not work. `onHeard` is told what docker says meanwhile. */
export async function runRemedy(
  docker: Docker,
  commands: readonly (readonly string[])[],
  { signal, onHeard }: { readonly signal?: AbortSignal; readonly onHeard?: (heard: Heard) => void } = {},
): Promise<RemedyEnd> {
  for (const command of commands) {
    const line = command.join(" ");
    if (!allowed.some((verb) => line.startsWith(`${verb} `))) throw new TypeError(`no remedy: docker ${line}`);
    const call = await run(docker, command, {
      deadline: command[0] === "pull" ? pullDeadline : deadline,
      signal,
      ...(onHeard ? { onOutput: listener(onHeard) } : {}),
    });
    if (call.end === "exited" && call.code === 0) continue;
    const reading = readingOf(call);
    if (reading.kind === "fault" && reading.fault.kind !== "unknown") return reading;
    return { kind: "refused", command, detail: cleaned(call.stderr || call.stdout) };
  }
  return { kind: "done" };
}
