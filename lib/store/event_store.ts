/**
 * The events on disk: SQLite, append only, each append on disk before it is acknowledged.
 *
 * Stored format 2 (`PRAGMA user_version`), table `events`: `sequence` (grows by one with every event that is stored here),
 * `uid` (the event's own, the same in every store that has it), `turn` (its place in the order, see below), `at` (ms since
 * 1970), `zone` (minutes ahead of UTC), `imported` (1: it came from another store), `kind`, `subject` (id of the quiz or lab),
 * `attempt`, `data` (the whole event as JSON, see lib/study/events.ts). Table `meta`: `identity`, chosen when the store is made.
 * Format 1 had `sequence`, `at`, `kind`, `subject`, `attempt` and `data`.
 *
 * Events are read by `turn`, then `uid`: the same order in every store that has the same events. An event's turn is its time,
 * or one more than the highest turn in the store where that is later (a hybrid logical clock, Kulkarni et al. 2014). So
 * whatever a store knew before comes before, also when a clock is set back, and an event that is appended always comes last.
 */

import { DatabaseSync, type StatementSync } from "node:sqlite";
import { UserError } from "../content/user_error.ts";
import type { Exported } from "../study/exported.ts";
import type { Stored, StudyEvent } from "../study/events.ts";
import { formatOf, newer, prepareTables, storeFormat, subjectOf } from "./event_tables.ts";
import { damaged, isBusy, safely, storeFault } from "./store_faults.ts";
import { createPrivately, obstacleIn, refuseLeftOver } from "./store_file.ts";

export interface EventStore extends Disposable {
  readonly path: string;
  /** This file's own name: another one may hold the same events, but not under the same sequences. */
  readonly identity: string;
  /** On disk when it returns. `zone` is that of this machine unless told. Throws a `UserError` when it cannot be kept. */
  append(event: StudyEvent, at: number, zone?: number): Stored;
  /** As `append`: all of them or none, one after the other. */
  appendAll(events: readonly StudyEvent[], at: number, zone?: number): readonly Stored[];
  /** Sequence of the last event, of all or of a quiz or lab; 0 when there is none: tells cheaply whether to read again. */
  latest(subject?: string): number;
  /** The quizzes or labs of which an event of that kind is stored, without reading any. */
  subjects(kind: StudyEvent["kind"]): readonly string[];
  /** All events, or those of one quiz or lab, in their order. */
  read(subject?: string): readonly Stored[];
  /** All events that are there now, in their order, a few at a time. */
  events(): Iterable<Stored>;
  /** What is stored after that sequence, in order; undefined when a part of it comes before something that was there already. */
  since(sequence: number): Iterable<Stored> | undefined;
  /** Undefined when there is no such event. */
  uidAt(sequence: number): string | undefined;
  /** All events that are there now, as another store takes them, in their order, a few at a time; and their number. */
  exported(): { readonly count: number; readonly events: Iterable<Exported> };
  /** What SQLite finds wrong with the file; empty when it is sound. Reads all of it. */
  flaws(): readonly string[];
}

/** Opens or creates the store in the folder. Throws a `UserError` that says what is wrong with it. */
export function openStore(folder: string): EventStore {
  const path = `${folder}/grumete.db`;
  try {
    Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
    refuseLeftOver(path);
    createPrivately(path);
    return new SqliteStore(path);
  } catch (error) {
    throw storeFault(error instanceof UserError ? error : obstacleIn(folder) ?? error, path);
  }
}

type Row = Readonly<Record<string, unknown>>;

/** So many rows are read at once: no statement stays open meanwhile, which would keep others from writing. */
const pageSize = 250;

/** ms that a program waits for another one. */
const patience = 5000;

const columns = "sequence, uid, turn, at, zone, imported, data";

/** Of two that open a new store at once, SQLite refuses one of them this change without waiting. */
function useLog(database: DatabaseSync): void {
  for (const until = performance.now() + patience;;) {
    try {
      return database.exec("PRAGMA journal_mode = WAL");
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

class SqliteStore implements EventStore {
  readonly path: string;
  readonly identity: string;
  readonly #database: DatabaseSync;
  #inserting: StatementSync | undefined;

  constructor(path: string) {
    this.path = path;
    this.#database = new DatabaseSync(path, { timeout: patience });
    try {
      const format = formatOf(this.#database);
      if (format > storeFormat) throw newer(path, format);
      this.#database.exec("PRAGMA synchronous = FULL");
      useLog(this.#database);
      prepareTables(this.#database, path);
      const row = this.#database.prepare("SELECT value FROM meta WHERE name = 'identity'").get();
      this.identity = String(row?.["value"] ?? "");
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  append(event: StudyEvent, at: number, zone = zoneAt(at)): Stored {
    return safely(this.path, () => this.#insert(event, at, zone));
  }

  appendAll(events: readonly StudyEvent[], at: number, zone = zoneAt(at)): readonly Stored[] {
    return safely(this.path, () => {
      this.#database.exec("BEGIN IMMEDIATE");
      try {
        const stored = events.map((event) => this.#insert(event, at, zone));
        this.#database.exec("COMMIT");
        return stored;
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  #insert(event: StudyEvent, at: number, zone: number): Stored {
    const uid = crypto.randomUUID();
    this.#inserting ??= this.#database.prepare(
      `INSERT INTO events (uid, turn, at, zone, imported, kind, subject, attempt, data)
        VALUES (?, max(?, coalesce((SELECT max(turn) FROM events), 0) + 1), ?, ?, 0, ?, ?, ?, ?)`,
    );
    const data = JSON.stringify(event);
    const { lastInsertRowid } = this.#inserting.run(
      ...[uid, at, at, zone, event.kind, subjectOf(event), event.attempt, data],
    );
    return { ...event, at, sequence: Number(lastInsertRowid), zone, uid, imported: false };
  }

  latest(subject?: string): number {
    const [where, values] = subject === undefined ? ["", []] : ["WHERE subject = ?", [subject]];
    return Number(this.#row(`SELECT max(sequence) AS latest FROM events ${where}`, ...values)?.["latest"] ?? 0);
  }

  subjects(kind: StudyEvent["kind"]): readonly string[] {
    return safely(
      this.path,
      () =>
        this.#database.prepare("SELECT DISTINCT subject FROM events WHERE kind = ? ORDER BY subject").all(kind)
          .map(({ subject }) => String(subject)),
    );
  }

  read(subject?: string): readonly Stored[] {
    if (subject === undefined) return [...this.events()];
    return safely(
      this.path,
      () =>
        this.#database.prepare(`SELECT ${columns} FROM events WHERE subject = ? ORDER BY turn, uid`).all(subject)
          .map((row) => this.#stored(row)),
    );
  }

  *events(): Iterable<Stored> {
    for (const row of this.#rows(0, this.latest())) yield this.#stored(row);
  }

  since(sequence: number): Iterable<Stored> | undefined {
    // First of all: what another program stores from now on is left for the next time.
    const latest = this.latest();
    const known = this.#row(
      "SELECT turn, uid FROM events WHERE sequence <= ? ORDER BY turn DESC, uid DESC LIMIT 1",
      sequence,
    );
    const first = this.#row(
      "SELECT turn, uid FROM events WHERE sequence > ? AND sequence <= ? ORDER BY +turn, uid LIMIT 1",
      ...[sequence, latest],
    );
    if (!first) return [];
    return known && comesBefore(first, known) ? undefined : this.#after(sequence, latest);
  }

  *#after(sequence: number, latest: number): Iterable<Stored> {
    for (const row of this.#rows(sequence, latest)) yield this.#stored(row);
  }

  uidAt(sequence: number): string | undefined {
    const row = this.#row("SELECT uid FROM events WHERE sequence = ?", sequence);
    return row && String(row["uid"]);
  }

  exported(): { readonly count: number; readonly events: Iterable<Exported> } {
    const latest = this.latest();
    const row = this.#row("SELECT count(*) AS count FROM events WHERE sequence <= ?", latest);
    return { count: Number(row?.["count"] ?? 0), events: this.#exported(latest) };
  }

  *#exported(latest: number): Iterable<Exported> {
    for (const row of this.#rows(0, latest)) {
      const [uid, turn, at, zone] = [String(row["uid"]), Number(row["turn"]), Number(row["at"]), Number(row["zone"])];
      yield { uid, turn, at, zone, event: this.#parsed(row) };
    }
  }

  flaws(): readonly string[] {
    return safely(
      this.path,
      () =>
        this.#database.prepare("PRAGMA integrity_check(5)").all().map((row) => String(row["integrity_check"]))
          .filter((line) => line !== "ok"),
    );
  }

  /** Those that were stored after the one and up to the other, in order; what is stored meanwhile is left for the next time. */
  *#rows(after: number, latest: number): Iterable<Row> {
    // A few are found by their sequences, all by the index on their order; the plus keeps SQLite from sorting all for each page.
    const [byOrder, bySequence] = latest - after <= pageSize ? ["+", ""] : ["", "+"];
    const statement = safely(this.path, () =>
      this.#database.prepare(
        `SELECT ${columns} FROM events WHERE (${byOrder}turn, uid) > (?, ?)
          AND ${bySequence}sequence > ? AND ${bySequence}sequence <= ? ORDER BY turn, uid LIMIT ${pageSize}`,
      ));
    let [turn, uid] = [-1, ""];
    while (true) {
      const page = safely(this.path, () => statement.all(turn, uid, after, latest));
      yield* page;
      const last = page.at(-1);
      if (page.length < pageSize || !last) return;
      [turn, uid] = [Number(last["turn"]), String(last["uid"])];
    }
  }

  #row(sql: string, ...values: readonly (string | number)[]): Row | undefined {
    return safely(this.path, () => this.#database.prepare(sql).get(...values));
  }

  #stored(row: Row): Stored {
    return {
      ...this.#parsed(row),
      at: Number(row["at"]),
      sequence: Number(row["sequence"]),
      zone: Number(row["zone"]),
      uid: String(row["uid"]),
      imported: row["imported"] === 1,
    };
  }

  #parsed(row: Row): StudyEvent {
    const event = parsed(String(row["data"]));
    if (typeof event?.attempt !== "string") throw damaged(this.path);
    return event;
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}

/** Nothing for what cannot be an event: the disk has changed it. */
function parsed(data: string): StudyEvent | undefined {
  try {
    return JSON.parse(data) as StudyEvent;
  } catch {
    return undefined;
  }
}

function comesBefore(one: Row, other: Row): boolean {
  const [turn, than] = [Number(one["turn"]), Number(other["turn"])];
  return turn < than || turn === than && String(one["uid"]) < String(other["uid"]);
}

/** Minutes that this machine's clock is ahead of UTC. */
function zoneAt(at: number): number {
  return 0 - new Date(at).getTimezoneOffset();
}
