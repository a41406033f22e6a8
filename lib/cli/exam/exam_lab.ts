/** A lab of a graded session while it goes on: begun once, looked at whenever something changes, and what is seen recorded. */

import { later } from "../../content/later.ts";
import type { Lab } from "../../content/schema/lab.ts";
import { same } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import manifest from "../../../deno.json" with { type: "json" };
import { createEngine, type DockerEngine } from "../../docker/engine.ts";
import { type Watch, watch } from "../../docker/watch.ts";
import { hashOf } from "../../exam/hash.ts";
import type { Step } from "../../exam/attempt/journal.ts";
import type { AskedLab } from "../../exam/pack/pack.ts";
import { faultSentence, faultText } from "../../lab/fault_text.ts";
import type { Fault } from "../../lab/fault.ts";
import { checksOf } from "../../lab/graph.ts";
import { encodeRecording } from "../../lab/recording.ts";
import type { ExamLabOpening, ExamLabSight } from "../../screens/exam_lab.ts";
import { type EventStore, openStore } from "../../store/event_store.ts";
import { workspaceFolder } from "../../store/state_folder.ts";
import { storeFault } from "../../store/store_faults.ts";
import type { LabProgress } from "../../study/progress.ts";
import { otherEngine } from "../lab/bound_engine.ts";
import { begin } from "../lab/lab_attempt.ts";
import type { LabHistory } from "../lab/lab_history.ts";
import { historyOf, lookAndKeep, type Looked } from "../lab/lab_look.ts";
import type { Opened } from "../load.ts";
import { openAttempt } from "../lab/lab_passes.ts";
import { homely } from "../output/paths.ts";
import { changesSilently } from "../lab/silent_checks.ts";

/** ms between looks at what makes no event. */
const poll = 5000;
/** ms between two recordings: what a server answers may differ each time, and says the same. */
const recordEvery = 5000;

export interface ExamLabWorld {
  /** Of the attempt: what the lab stores is apart from what the learner practises. */
  readonly folder: string;
  readonly context?: string | undefined;
  /** Whether the student sees verdicts. */
  readonly live: boolean;
  /** Throws a `UserError` when it cannot be kept. */
  readonly record: (step: Step) => void;
  readonly tell: (sight: ExamLabSight) => void;
  /** For tests: another engine than that of the docker on PATH. It is disposed of here. */
  readonly engine?: DockerEngine;
}

/** Lays its files out. Throws a `UserError` (3) where that cannot be done. */
export function openExamLab(lab: Lab, asked: AskedLab, folder: string): Opened<Lab> {
  const home = `${labsFolder(folder)}/starter/${lab.id}`;
  try {
    for (const [path, content] of Object.entries(asked.workspace)) {
      const target = `${home}/workspace/${path}`;
      Deno.mkdirSync(target.replace(/\/[^/]*$/, ""), { recursive: true });
      Deno.writeFileSync(target, Uint8Array.fromBase64(content));
    }
    Deno.mkdirSync(home, { recursive: true });
    Deno.writeTextFileSync(`${home}/lab.yaml`, JSON.stringify(asked.document));
  } catch (error) {
    throw storeFault(error, home);
  }
  return { content: lab, file: { kind: "lab", id: lab.id, path: `${home}/lab.yaml`, folder: home } };
}

/** The state folder of the labs of an attempt. */
export function labsFolder(folder: string): string {
  return `${folder}/labs`;
}

export function examLabOpening({ content: lab }: Opened<Lab>, folder: string): ExamLabOpening {
  const workspace = homely(workspaceFolder(labsFolder(folder), lab.id));
  return lab.workspace.length === 0 ? { lab } : { lab, workspace };
}

export class ExamLab implements AsyncDisposable {
  readonly #lab: Lab;
  readonly #engine: DockerEngine;
  readonly #store: EventStore;
  readonly #watch: Watch;
  #progress: LabProgress | undefined;
  #history: LabHistory | undefined;
  /** What was recorded last, without its time, and when (ms of a clock that only runs forward). */
  #recorded: { readonly seen: string; readonly at: number } | undefined;
  #lost = false;
  #later: ReturnType<typeof setTimeout> | undefined;
  #looks: Promise<unknown> = Promise.resolve();

  readonly #content: string;

  /** Begins at once; the student has agreed to what it runs. */
  constructor(readonly opened: Opened<Lab>, asked: AskedLab, readonly world: ExamLabWorld) {
    this.#lab = opened.content;
    this.#content = hashOf(JSON.stringify(asked.document));
    this.#engine = world.engine ?? createEngine({ context: world.context });
    this.#store = openStore(labsFolder(world.folder));
    const polled = checksOf(this.#lab).some(({ kind }) => changesSilently(kind));
    this.#watch = watch({
      events: this.#engine.events,
      look: () => this.#look(),
      pollMs: () => polled || !this.#progress ? poll : undefined,
      heard: (event) => this.#history?.hear(event),
      standing: () => this.#history?.standing(),
      connection: (fault) => this.#connection(fault),
      failed: (error) => this.#failed(error),
    });
  }

  /** Looks, and records what is there now, however soon after another look. Never rejects. */
  async lookNow(): Promise<void> {
    clearTimeout(this.#later);
    await this.#look(true).catch((error) => this.#failed(error));
  }

  /** One after another. */
  #look(last = false): Promise<void> {
    const next = this.#looks.then(() => this.#lookNow(last));
    this.#looks = next.catch(() => {});
    return next;
  }

  async #lookNow(last: boolean): Promise<void> {
    const progress = this.#progress ?? await this.#begun();
    if (!progress) return;
    const began = performance.now();
    const looked = await lookAndKeep(this.#lab, this.#engine, {
      // Everything, each time: the facts decide, here and at the teacher's.
      passed: new Map(),
      hints: undefined,
      before: progress.before,
      history: this.#history,
      workspace: workspaceFolder(labsFolder(this.world.folder), this.#lab.id),
    });
    await this.#keep(looked, (performance.now() - began) / 1000, last);
    if (this.#lost) return;
    this.world.tell({ kind: "looked", at: timeOfDay(), ...(this.world.live ? { verdict: looked.verdict } : {}) });
  }

  async #keep({ snapshot, options }: Looked, seconds: number, last: boolean): Promise<void> {
    const { takenAt: _, ...facts } = snapshot;
    const seen = JSON.stringify(facts, (_, value) => value instanceof Map ? [...value] : value);
    if (seen === this.#recorded?.seen) return;
    const since = performance.now() - (this.#recorded?.at ?? -Infinity);
    clearTimeout(this.#later);
    if (since < recordEvery && !last) {
      this.#later = setTimeout(() => this.#watch.touch(), recordEvery - since);
      return;
    }
    const identity = await this.#engine.identify();
    const recording = encodeRecording({
      grumete: manifest.version,
      lab: this.#lab.id,
      content: this.#content,
      seconds,
      options,
      snapshot,
      ...(identity.kind === "ok" ? { engine: identity.value } : {}),
    });
    this.world.record({ kind: "lab-looked", lab: this.#lab.id, recording });
    this.#recorded = { seen, at: performance.now() };
  }

  async #begun(): Promise<LabProgress | undefined> {
    const { world: { folder, record, tell } } = this;
    const begun = await begin(this.#lab, this.opened.file.folder, {
      store: this.#store,
      engine: this.#engine,
      stateFolder: labsFolder(folder),
      now: Date.now,
    });
    switch (begun.kind) {
      case "begun":
      case "resumed":
        this.#history = await historyOf(this.#lab, begun.progress, this.#store.path, this.#engine);
        if (begun.kind === "begun") record({ kind: "lab-begun", lab: this.#lab.id });
        return this.#progress = begun.progress;
      case "in-the-way":
        tell({ kind: "stopped", reasons: begun.obstacles });
        return undefined;
      case "unreachable":
        this.#connection(begun.fault);
        return undefined;
      case "half-prepared":
        // Nobody else is at it: the attempt is open in one program at a time.
        await this.cleanUp();
        return await this.#begun();
      case "elsewhere":
        throw otherEngine(this.#lab, begun.elsewhere);
    }
  }

  /** Takes away what was made for the lab, and says what is left. Throws a `UserError`: docker cannot be asked (3). */
  async cleanUp(): Promise<readonly string[]> {
    // What bears the lab's names, and is of no attempt here, is somebody else's.
    if (!openAttempt(this.#store, this.#lab.id)) return [];
    const { cleanUp, planCleaning } = await later<typeof import("../lab/clean_lab.ts")>(
      import.meta.url,
      "../lab/clean_lab.ts",
    );
    const world = {
      store: this.#store,
      engine: this.#engine,
      stateFolder: labsFolder(this.world.folder),
      now: Date.now,
    };
    const { left } = await cleanUp(this.#lab, this.opened.file.folder, await planCleaning(this.#lab, world), world);
    return left.map(({ name }) => name);
  }

  /** Told and recorded once; it costs nothing but the clock. */
  #connection(fault: Fault | undefined): void {
    if (fault) {
      this.world.tell({ kind: "stopped", reasons: [{ what: faultSentence(fault), next: faultText(fault.kind).next }] });
    }
    if (this.#lost === (fault !== undefined)) return;
    this.#lost = fault !== undefined;
    try {
      this.world.record(fault ? { kind: "engine-lost", fault: fault.kind } : { kind: "engine-back" });
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    const { what, next } = error instanceof UserError ? error : { what: same(String(error)), next: undefined };
    this.world.tell({ kind: "stopped", reasons: [{ what, ...(next ? { next } : {}) }] });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#later);
    await Promise.all([this.#watch[Symbol.asyncDispose](), this.#engine[Symbol.asyncDispose]()]);
    await this.#history?.[Symbol.asyncDispose]();
    this.#store[Symbol.dispose]();
  }
}

function timeOfDay(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}
