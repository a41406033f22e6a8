/** After a first look at a lab looks again at every event, until nothing is left to wait for. */

import type { DockerEngine } from "../../docker/engine.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import type { Looked } from "./lab_look.ts";
import { later } from "../../content/later.ts";

export interface Patience {
  readonly engine: Pick<DockerEngine, "events">;
  /** What was seen when nobody waited yet, and when that look began (`performance.now()`). */
  readonly first: Looked;
  readonly began: number;
  /** `passed`: the tasks that an earlier look of this wait found passed, with the time; they stay so, as on the screen. */
  readonly look: (passed: ReadonlyMap<string, number>) => Promise<Looked>;
  readonly isDone: (verdict: LabVerdict) => boolean;
  /** ms to wait in any case, counted from the first look. */
  readonly wait: number;
  /** Told once, when the first look did not settle it: ms still to wait. */
  readonly waiting?: ((ms: number) => void) | undefined;
}

/** What makes no event is looked at again this often, in ms. */
const pollMs = 500;

/** The last look. */
export async function lookUntil({ engine, first, began, look, isDone, wait, waiting }: Patience): Promise<Looked> {
  let latest = first;
  const rest = () => isDone(latest.verdict) ? 0 : Math.max(wait, latest.patience) - (performance.now() - began);
  if (rest() <= 0) return latest;
  waiting?.(rest());

  const passed = new Map<string, number>();
  const end = Promise.withResolvers<void>();
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const goOn = () => {
    clearTimeout(deadline);
    const ms = rest();
    if (ms <= 0) end.resolve();
    else deadline = setTimeout(end.resolve, ms);
  };
  goOn();
  const { watch } = await later<typeof import("../../docker/watch.ts")>(import.meta.url, "../../docker/watch.ts");
  try {
    await using _watching = watch({
      events: engine.events,
      pollMs: () => pollMs,
      look: async () => {
        for (const { id, status, passedAt } of latest.verdict.tasks) {
          if (status === "passed" && passedAt === undefined) passed.set(id, latest.snapshot.takenAt);
        }
        latest = await look(passed);
        goOn();
      },
      failed: end.reject,
    });
    await end.promise;
  } finally {
    clearTimeout(deadline);
  }
  return latest;
}
