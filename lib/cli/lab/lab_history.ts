/** The record of what happens while a lab goes on: fed by the live stream and by what the engine remembers. */

import type { Lab } from "../../content/schema/lab.ts";
import type { Docker } from "../../docker/binary.ts";
import type { DockerEngine } from "../../docker/engine.ts";
import { pastOf } from "../../docker/past.ts";
import { type Continuation, historyOf, keeperOf, keyOf, type Mark, markAt, merged, timeOf } from "../../lab/history.ts";
import type { Inventory } from "../../lab/inventory.ts";
import type { History, PastEvent, Sighting } from "../../lab/snapshot.ts";
import { type Addition, Journal, type Record } from "../../store/journal.ts";
import type { LabProgress } from "../../study/progress.ts";
import { elsewhere } from "./bound_engine.ts";

export interface LabHistory extends AsyncDisposable {
  /** All that happened up to now. Never rejects for what docker does; with a `UserError` when it cannot be kept. */
  readonly known: () => Promise<Sighting<History>>;
  /** An event of the live stream, in its order. */
  readonly hear: (event: PastEvent) => void;
  /** A live stream stands; what came before it may have been missed. */
  readonly standing: () => void;
}

type Attempt = Pick<LabProgress, "attempt" | "before" | "begunAt" | "engine">;

/** The record of an attempt, kept in the file of the event store at `path`. */
export function attemptHistory(lab: Lab, attempt: Attempt, path: string, engine: DockerEngine): LabHistory {
  return new Recorder(lab, {
    docker: engine.docker,
    before: attempt.before,
    began: attempt.begunAt,
    journal: new Journal(path, attempt.attempt),
    // On another engine other things happen.
    isHere: async () => await elsewhere(engine, attempt) === undefined,
  });
}

/** To be told when the lab is ready for the learner: what the engine remembers now happened before. */
export async function beginAttemptHistory(attempt: string, path: string, docker: Docker): Promise<void> {
  using journal = new Journal(path, attempt);
  await beginHistory(journal, docker);
}

/** A record that begins now and is kept nowhere. */
export async function passingHistory(lab: Lab, before: Inventory, docker: Docker): Promise<LabHistory> {
  const began = Date.now();
  const journal = new Journal(":memory:", "");
  await beginHistory(journal, docker);
  return new Recorder(lab, { docker, before, began, journal, isHere: () => Promise.resolve(true) });
}

async function beginHistory(journal: Journal, docker: Docker): Promise<void> {
  const past = await pastOf(docker, undefined);
  // Without a mark the first look finds out by the clock what was before.
  if (past.kind === "fault") return;
  const { mark } = merged(undefined, undefined, past.value, past.value.takenAt);
  journal.update((record) => record.mark ? undefined : { events: new Map(), mark });
}

interface Recording {
  readonly docker: Docker;
  readonly before: Inventory;
  /** ms since 1970. */
  readonly began: number;
  /** Closed with the recorder. */
  readonly journal: Journal;
  readonly isHere: () => Promise<boolean>;
}

/** What the stream that stands now has told and nobody has stored; `joined` once nothing is missing before it. */
interface Live {
  joined: boolean;
  readonly events: PastEvent[];
}

/** Events in memory: they are stored at every look, but nobody may be looking for what happened. */
const mostInMemory = 200;

class Recorder implements LabHistory {
  readonly #recording: Recording;
  readonly #keep: ReturnType<typeof keeperOf>;
  /** Where the record stood at first: what a stream tells of the time before is none of its business. */
  readonly #floor: Mark | undefined;
  readonly #closing = new AbortController();
  #last: Promise<unknown> = Promise.resolve();
  #live: Live = { joined: false, events: [] };

  constructor(lab: Lab, recording: Recording) {
    this.#recording = recording;
    this.#keep = keeperOf(lab);
    this.#floor = recording.journal.mark();
  }

  hear = (event: PastEvent): void => {
    const live = this.#live;
    if (this.#isBefore(event)) return;
    live.events.push(event);
    if (live.events.length < mostInMemory) return;
    // A store that fails is told by the look that needs it.
    if (live.joined) attempted(() => this.#storeLive());
    else if (live.events.length === mostInMemory) this.known().catch(() => {});
  };

  standing = (): void => {
    attempted(() => this.#storeLive());
    this.#live = { joined: false, events: [] };
    this.known().catch(() => {});
  };

  known = (): Promise<Sighting<History>> => {
    const next = this.#last.then(() => this.#catchUp());
    this.#last = next.catch(() => {});
    return next;
  };

  async #catchUp(): Promise<Sighting<History>> {
    const { docker, before, began, journal, isHere } = this.#recording;
    if (this.#closing.signal.aborted || !await isHere()) return { kind: "missing" };
    const live = this.#live;
    this.#storeLive();
    const asked = journal.mark();
    const past = await pastOf(docker, asked, this.#closing.signal);
    if (past.kind === "fault") return { kind: "unknown", fault: past.fault };
    const { events, gaps } = journal.update((record) =>
      this.#addition(record, merged(record.mark, asked, past.value, began))
    );
    // The stream stood before the question was asked: nothing is missing between the two.
    if (live === this.#live) live.joined = true;
    return { kind: "found", facts: historyOf(events, gaps, before) };
  }

  #storeLive(): void {
    const { joined, events } = this.#live;
    const last = events.at(-1);
    if (!joined || !last) return;
    this.#recording.journal.update((record) => {
      const ahead = record.mark?.kind === "event" && BigInt(record.mark.timeNano) >= BigInt(last.timeNano);
      return this.#addition(record, { events, mark: ahead ? record.mark : markAt(last) });
    });
    events.length = 0;
  }

  #addition(record: Record, { events, ...rest }: Continuation): Addition {
    const known = new Set(record.events.flatMap(({ exec }) => exec ?? []));
    return { ...rest, events: new Map(this.#keep(events, known).map((event) => [keyOf(event), event])) };
  }

  #isBefore(event: PastEvent): boolean {
    if (this.#floor?.kind === "event") return BigInt(event.timeNano) <= BigInt(this.#floor.timeNano);
    return this.#floor === undefined && timeOf(event) < this.#recording.began;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#last;
    attempted(() => this.#storeLive());
    this.#recording.journal[Symbol.dispose]();
  }
}

function attempted(work: () => void): void {
  try {
    work();
  } catch {
    // The next look tries again, and says so.
  }
}
