/** Drives the looks of a lab on screen: by events, and by the clock only for what makes no events. */

import type { Fault } from "../lab/fault.ts";
import type { PastEvent } from "../lab/snapshot.ts";
import { changesSomething } from "./event_line.ts";
import type { Heard } from "./events.ts";
import { createRecheck, realTimers, type Timers } from "./recheck.ts";

export interface WatchOptions {
  /** `engine.events` in the program. */
  readonly events: (hear: (heard: Heard) => void) => AsyncDisposable;
  /** Looks and judges; what it throws goes to `failed`. */
  readonly look: () => Promise<void>;
  /** Asked before each wait: ms between looks while something without events (exec, http, logs) is on screen. */
  readonly pollMs?: () => number | undefined;
  /** Every event, also one that changes no verdict. */
  readonly heard?: (event: PastEvent) => void;
  /** A stream stands: from now on every event comes, but some may have been missed before. */
  readonly standing?: () => void;
  /** A fault while docker cannot be heard, `undefined` when it can again. */
  readonly connection?: (fault: Fault | undefined) => void;
  readonly failed?: (error: unknown) => void;
  readonly timers?: Timers;
}

export interface Watch extends AsyncDisposable {
  /** Asks for a look: another task came on screen, or `lookAgainIn` has passed. */
  readonly touch: () => void;
}

/** What `pollMs` usually answers for a task with exec, http or logs checks. */
export const usualPoll = 1000;
/** ms between looks while events cannot be heard. */
const deafPoll = 2000;
/** ms until a changed answer of `pollMs` is noticed. */
const idlePoll = 1000;

/** The first look begins at once. */
export function watch(options: WatchOptions): Watch {
  const timers = options.timers ?? realTimers;
  let deaf = false;
  let clock: number | undefined;
  let closed = false;
  const recheck = createRecheck(async () => {
    try {
      await options.look();
    } catch (error) {
      options.failed?.(error);
    }
  }, timers);
  const tick = () => {
    if (closed) return;
    const wanted = options.pollMs?.();
    const ms = deaf ? Math.min(deafPoll, wanted ?? deafPoll) : wanted;
    clock = timers.start(() => {
      // The wish may be gone by now, and docker heard again.
      if (deaf || (ms !== undefined && options.pollMs?.() !== undefined)) recheck.now();
      tick();
    }, ms ?? idlePoll);
  };
  const hear = (heard: Heard) => {
    switch (heard.kind) {
      case "event":
        options.heard?.(heard.event);
        if (changesSomething(heard.event)) recheck.touch();
        return;
      case "standing":
        options.standing?.();
        return;
      case "connected":
        deaf = false;
        options.connection?.(undefined);
        recheck.touch();
        return;
      case "disconnected":
        // One look says the same about every object on screen.
        if (!deaf) recheck.now();
        deaf = true;
        options.connection?.(heard.fault);
        return;
    }
  };
  const events = options.events(hear);
  recheck.now();
  tick();
  return {
    touch: recheck.touch,
    async [Symbol.asyncDispose]() {
      closed = true;
      if (clock !== undefined) timers.stop(clock);
      await Promise.all([events[Symbol.asyncDispose](), recheck.close()]);
    },
  };
}
