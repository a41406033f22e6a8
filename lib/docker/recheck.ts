/** When to look again: a little after the last of a burst of events, and never twice at the same time. */

/** The clock of a test can stand in for the real one. */
export interface Timers {
  readonly now: () => number;
  readonly start: (then: () => void, ms: number) => number;
  readonly stop: (id: number) => void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  start: (then, ms) => Number(setTimeout(then, ms)),
  stop: (id) => clearTimeout(id),
};

export interface Recheck {
  /** Something may have changed. */
  readonly touch: () => void;
  /** Looks without waiting for the end of the burst. */
  readonly now: () => void;
  /** No look begins any more; resolves when the one in flight has ended. */
  readonly close: () => Promise<void>;
}

/** ms of quiet before a look, and the longest that a stream of events may put it off. */
export const quiet = 30;
export const longest = 250;

/** `look` must not reject. */
export function createRecheck(look: () => Promise<void>, timers: Timers = realTimers): Recheck {
  let waiting: number | undefined;
  let firstTouch = 0;
  let dirty = false;
  let closed = false;
  let flight: Promise<void> | undefined;

  const begin = () => {
    if (waiting !== undefined) timers.stop(waiting);
    waiting = undefined;
    if (closed) return;
    if (flight) {
      dirty = true;
      return;
    }
    dirty = false;
    flight = look().finally(() => {
      flight = undefined;
      if (dirty) begin();
    });
  };
  const touch = () => {
    if (closed) return;
    if (waiting === undefined) firstTouch = timers.now();
    else timers.stop(waiting);
    const latest = firstTouch + longest - timers.now();
    waiting = timers.start(begin, Math.max(0, Math.min(quiet, latest)));
  };
  const close = async () => {
    closed = true;
    if (waiting !== undefined) timers.stop(waiting);
    waiting = undefined;
    await flight;
  };
  return { touch, now: begin, close };
}
