/** A lab on screen: begins it, looks at every event, stores each pass before it is shown. */

import { same } from "../../content/text.ts";
import type { Lab } from "../../content/schema/lab.ts";
import { UserError } from "../../content/user_error.ts";
import type { Docker } from "../../docker/binary.ts";
import { createEngine, type DockerEngine } from "../../docker/engine.ts";
import { usualPoll, type Watch, watch } from "../../docker/watch.ts";
import { openChecks } from "../../lab/graph.ts";
import { nextLook, withoutPasses } from "../../lab/judge.ts";
import { halfDone } from "../../lab/other_labs.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import type { Message } from "../../screens/message.ts";
import type { EventStore } from "../../store/event_store.ts";
import { workspaceFolder } from "../../store/state_folder.ts";
import type { LabProgress } from "../../study/progress.ts";
import { elsewhere, otherEngine } from "./bound_engine.ts";
import { cleanedElsewhere } from "./lab_attempt.ts";
import { LabChanges } from "./lab_changes.ts";
import type { Opened } from "../load.ts";
import type { LabHistory } from "./lab_history.ts";
import { historyOf, lookAt } from "./lab_look.ts";
import { mistakesOf } from "./lab_mistakes.ts";
import { isReady, openAttempt, rememberPasses } from "./lab_passes.ts";
import { prepared } from "./preparing.ts";
import { changesSilently } from "./silent_checks.ts";
import { Working } from "./working.ts";

export interface LabWorld {
  readonly store: EventStore;
  readonly stateFolder: string;
  /** Nothing comes any more once the watch is being disposed of. */
  readonly dispatch: (message: Message) => void;
  /** The docker context asked for. */
  readonly context?: string | undefined;
  /** Opens another lab, which is in the way of this one. */
  readonly open?: ((reference: string) => Promise<Opened<Lab>>) | undefined;
  /** For tests: another engine than that of the docker on PATH. The watch disposes of it. */
  readonly engine?: DockerEngine;
}

/** ms between questions whether docker still answers: one that froze cuts no stream and makes no event. */
const pulse = 3000;

export class LabWatch implements AsyncDisposable {
  readonly #engine: DockerEngine;
  readonly #watch: Watch;
  #progress: LabProgress | undefined;
  /** Of which attempt the record is kept. */
  #recorded: string | undefined;
  #history: LabHistory | undefined;
  /** The last event that `#progress` knows of. */
  #read = 0;
  /** The lab was going on here, and another grumete has cleaned it up. */
  #over = false;
  /** Whether the lab could not begin because docker could not be asked. */
  #outOfReach = false;
  readonly changes: LabChanges;
  readonly #mistakes = mistakesOf((error) => this.#complain(error));
  readonly #working: Working;
  /** What was last said to be wrong, so that it is said once. */
  #said = "";
  #again: ReturnType<typeof setTimeout> | undefined;
  #pulse: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  #answers: boolean | undefined;
  readonly #closing = new AbortController();

  constructor(readonly lab: Lab, readonly labFolder: string, readonly world: LabWorld) {
    this.#engine = world.engine ?? createEngine({ context: world.context });
    this.#working = new Working(lab.id, (message) => this.#tell(message));
    this.changes = new LabChanges(lab, labFolder, {
      store: world.store,
      stateFolder: world.stateFolder,
      engine: this.#engine,
      now: Date.now,
      open: world.open,
      tell: (message) => this.#tell(message),
      complain: (error) => {
        this.#said = "";
        this.#complain(error);
      },
      touch: () => this.touch(),
    });
    this.#watch = watch({
      events: this.#engine.events,
      look: () => this.#look(),
      pollMs: () => this.#needsPolling() ? usualPoll : undefined,
      heard: (event) => this.#history?.hear(event),
      standing: () => this.#history?.standing(),
      connection: (fault) => {
        if (fault) this.#tell({ kind: "lab-engine", lab: lab.id, engine: { kind: "fault", fault } });
        else void this.#identify();
      },
      failed: (error) => this.#complain(error),
    });
    void this.#identify();
    // Seconds are counted down on the screen.
    const waits = lab.tasks.some(({ hints }) => hints.some(({ wait = 0 }) => wait > 0));
    if (waits) this.#clock = setInterval(() => this.#tellTime(), 1000);
  }

  #tellTime(): void {
    const begun = this.#progress?.begunAt;
    this.#tell({ kind: "lab-clock", lab: this.lab.id, now: Date.now(), ...(begun === undefined ? {} : { begun }) });
  }

  get docker(): Docker {
    return this.#engine.docker;
  }

  get attempt(): string | undefined {
    return this.#progress?.attempt;
  }

  /** Asks for a look now. */
  touch(): void {
    this.#watch.touch();
  }

  /** Whoever left the lab hears no more of it: not of the look that was under way either. */
  #tell(message: Message): void {
    if (!this.#closing.signal.aborted) this.world.dispatch(message);
  }

  /** Asks now and from then on; where docker stopped to answer, or answers again, everything is looked at. */
  async #identify(): Promise<void> {
    clearTimeout(this.#pulse);
    const identity = await this.#engine.identify();
    if (this.#closing.signal.aborted) return;
    clearTimeout(this.#pulse);
    this.#pulse = setTimeout(() => void this.#identify(), pulse);
    const answers = identity.kind === "ok";
    if (this.#answers !== undefined && answers !== this.#answers) this.touch();
    this.#answers = answers;
    const engine = identity.kind === "ok"
      ? { kind: "reached", engine: identity.value } as const
      : { kind: "fault", fault: identity.fault } as const;
    this.#tell({ kind: "lab-engine", lab: this.lab.id, engine });
  }

  async #look(): Promise<void> {
    // Said only of a look that lasts: a word that comes and goes at every event is noise.
    const slow = setTimeout(() => this.#tell({ kind: "lab-looking", lab: this.lab.id }), 500);
    try {
      await this.#lookNow();
    } finally {
      clearTimeout(slow);
    }
  }

  async #lookNow(retry = true): Promise<void> {
    const { lab, world } = this;
    if (this.changes.busy) return;
    const before = this.changes.count;
    const remembered = this.#remembered();
    // Another grumete has begun it: what was in the way then is in the way no more.
    if (remembered) this.changes.found([]);
    const progress = remembered ?? (this.#over ? undefined : await this.#begun());
    // Whatever bears the lab's names is not the lab's yet: nothing is run in it.
    if (this.changes.obstacles.length > 0) return;
    const history = await this.#historyOf(progress);
    if (this.#closing.signal.aborted) return;
    const looking = lookAt(lab, this.#engine, {
      passed: progress?.passed ?? new Map(),
      hints: progress?.hints,
      givenUp: progress?.givenUp,
      resets: progress?.resets,
      conditions: true,
      before: progress?.before,
      history,
      workspace: workspaceFolder(world.stateFolder, lab.id),
    });
    const other = progress && await elsewhere(this.#engine, progress);
    const verdict = await looking;
    // Cancelled by the end of the watch, or overtaken: it knows nothing of what it looked for last.
    if (this.#closing.signal.aborted || before !== this.changes.count) return;
    // The engine came back between the two: what the learner does on seeing ticks must find the lab begun.
    const reached = verdict.tasks.every(({ status }) => status !== "unchecked");
    if (!progress && this.#outOfReach && reached && retry) return await this.#lookNow(false);
    if (other) {
      this.#complain(otherEngine(lab, other));
    } else if (progress) {
      // Another grumete has begun a task anew meanwhile: that look knows nothing of it.
      if (!rememberPasses(world.store, progress, verdict)) return this.touch();
      this.#said = "";
    }
    this.#tellTime();
    this.#tell({ kind: "lab-verdict", lab: lab.id, verdict: progress && !other ? verdict : withoutPasses(verdict) });
    this.#lookAgain(verdict, other ? undefined : progress);
  }

  /** One record per attempt. */
  async #historyOf(progress: LabProgress | undefined): Promise<LabHistory | undefined> {
    if (progress?.attempt !== this.#recorded && !this.#closing.signal.aborted) {
      const before = this.#history;
      this.#history = undefined;
      await before?.[Symbol.asyncDispose]();
      this.#history = await historyOf(this.lab, progress, this.world.store.path, this.#engine);
      this.#recorded = progress?.attempt;
    }
    return this.#history;
  }

  /** Another grumete may have gone on with the lab, or cleaned it up. */
  #remembered(): LabProgress | undefined {
    const { lab, world } = this;
    const latest = world.store.latest(lab.id);
    if (latest !== this.#read) {
      const open = openAttempt(world.store, lab.id);
      // Who has cleaned up wants nothing to come back by itself.
      this.#over = open === undefined && (this.#over || this.#progress !== undefined);
      if (this.#over) this.#complain(cleanedElsewhere(lab));
      this.#progress = open && isReady(lab, open) ? open : undefined;
    }
    this.#read = latest;
    return this.#progress;
  }

  /** Nothing while something is in the way or the engine is out of reach: the next look tries again. */
  async #begun(): Promise<LabProgress | undefined> {
    const begun = await prepared(this.lab, this.labFolder, this.#working, {
      ...this.world,
      engine: this.#engine,
      now: Date.now,
      accepted: this.changes.accepted,
      signal: this.#closing.signal,
    });
    this.#outOfReach = begun.kind === "unreachable";
    this.changes.found(
      begun.kind === "in-the-way" ? begun.obstacles : begun.kind === "half-prepared" ? [halfDone(this.lab)] : [],
    );
    switch (begun.kind) {
      case "given-up":
        // It does not begin by itself again.
        this.#over = true;
        // That it is cleaned up is no news.
        this.#read = this.world.store.latest(this.lab.id);
        this.#complain(begun.error);
        return undefined;
      case "begun":
      case "resumed":
        return this.#remembered();
      case "elsewhere":
        this.#complain(otherEngine(this.lab, begun.elsewhere));
        return undefined;
      case "in-the-way":
      case "half-prepared":
        return undefined;
      case "unreachable":
        // It stands in the banner already.
        return undefined;
    }
  }

  /** Gives up what is being done to the engine, where that can be given up. */
  cancel(): void {
    this.#working.cancel();
    this.changes.cancel();
  }

  #complain(error: unknown): void {
    const { what, next } = error instanceof UserError ? error : { what: same(String(error)), next: undefined };
    if (this.#said === what.en) return;
    this.#said = what.en;
    this.#tell({ kind: "failed", what, ...(next ? { next } : {}) });
  }

  /** `steady` makes no event when its time is over. */
  #lookAgain(verdict: LabVerdict, progress: LabProgress | undefined): void {
    clearTimeout(this.#again);
    // What could not be looked at makes no event either when it can be looked at again.
    const unseen = verdict.tasks.some(({ status }) => status === "unchecked");
    const lasting = progress && this.#mistakes(this.world.store, progress, verdict, Date.now());
    const wait = Math.min(nextLook(verdict) ?? (unseen ? pulse : Infinity), lasting ?? Infinity);
    if (wait < Infinity) this.#again = setTimeout(() => this.touch(), wait);
  }

  #needsPolling(): boolean {
    if (!this.#progress) return true;
    return openChecks(this.lab, this.#progress.passed).some(({ kind }) => changesSilently(kind));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#again);
    clearTimeout(this.#pulse);
    clearInterval(this.#clock);
    const history = this.#history;
    // Together: a look at an engine that does not answer ends only because it is cancelled.
    await Promise.all([
      this.changes[Symbol.asyncDispose](),
      this.#watch[Symbol.asyncDispose](),
      this.#engine[Symbol.asyncDispose](),
      history?.[Symbol.asyncDispose](),
    ]);
    // One that the last look has opened.
    if (this.#history !== history) await this.#history?.[Symbol.asyncDispose]();
  }
}
