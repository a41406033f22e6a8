/** Keeps what the learner got wrong in a lab, so that it comes back in the review. */

import { type Mistake, nothingWatched, type Watched, watchMistakes } from "../../lab/mistakes.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import type { EventStore } from "../../store/event_store.ts";
import type { LabProgress } from "../../study/progress.ts";

type Notice = (store: EventStore, attempt: LabProgress, verdict: LabVerdict, now: number) => number | undefined;

/**
 * Told each verdict of an attempt, with the time in ms, it stores the mistakes that lasted; gives ms until another one will have.
 * `failed` hears once of what cannot be kept; it is tried again with the next verdict.
 */
export function mistakesOf(failed: (error: unknown) => void): Notice {
  let [of, watched]: [string | undefined, Watched] = [undefined, nothingWatched];
  let failing = false;
  return (store, attempt, verdict, now) => {
    const seen = watchMistakes(attempt.attempt === of ? watched : nothingWatched, verdict, now);
    [of, watched] = [attempt.attempt, seen.watched];
    try {
      rememberMistakes(store, attempt, verdict.lab, seen.mistakes);
      failing = false;
    } catch (error) {
      if (!failing) failed(error);
      failing = true;
    }
    return seen.wait;
  };
}

/** Throws a `UserError` when one cannot be kept. Once for each task and attempt; whoever has looked at the solution reviews the task already. */
export function rememberMistakes(
  store: EventStore,
  { attempt, missed, givenUp, passed }: LabProgress,
  lab: string,
  mistakes: readonly Mistake[],
): void {
  const fresh = mistakes.filter(({ task }) => !missed.has(task) && !givenUp.has(task) && !passed.has(task));
  if (fresh.length === 0) return;
  store.appendAll(
    fresh.map(({ task, checks }) => ({ kind: "lab-task-missed", lab, attempt, task, checks })),
    Date.now(),
  );
}
