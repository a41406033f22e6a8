/**
 * The events on disk: SQLite, append only, each append on disk before it is acknowledged.
 *
 * Stored format 1 (`PRAGMA user_version`): table `events` with `sequence` (grows by one), `at` (ms since 1970),
 * `kind`, `subject` (id of the quiz or lab), `attempt`, `data` (the whole event as JSON, see lib/study/events.ts).
 */

import { DatabaseSync } from "node:sqlite";
import { UserError } from "../content/user_error.ts";
import type { Stored, StudyEvent } from "../study/events.ts";
import { storeFault } from "./store_faults.ts";

const format = 1;

const tables = `
  CREATE TABLE IF NOT EXISTS events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    attempt TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS events_by_subject ON events (subject, sequence);
  PRAGMA user_version = ${format};
`;

export interface EventStore extends Disposable {
  readonly path: string;
  /** On disk when it returns. Throws a `UserError` when it cannot be kept: disk full, read-only, damaged. */
  append(event: StudyEvent, at: number): Stored;
  /** Sequence of the last event of a quiz or lab, 0 when there is none: tells cheaply whether to read again. */
  latest(subject: string): number;
  /** All events, or those of one quiz or lab, in order. */
  read(subject?: string): readonly Stored[];
}

/** Opens or creates the store in the folder. Throws a `UserError` that says what is wrong with it. */
export function openStore(folder: string): EventStore {
  const path = `${folder}/grumete.db`;
  try {
    Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
    createPrivately(path);
    return new SqliteStore(path);
  } catch (error) {
    throw storeFault(error, path);
  }
}

/** The folder may be one that others can read; SQLite gives its other files the mode of this one. */
function createPrivately(path: string): void {
  try {
    Deno.openSync(path, { createNew: true, write: true, mode: 0o600 }).close();
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
}

class SqliteStore implements EventStore {
  readonly path: string;
  readonly #database: DatabaseSync;

  constructor(path: string) {
    this.path = path;
    this.#database = new DatabaseSync(path, { timeout: 3000 });
    try {
      this.#prepare();
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  #prepare(): void {
    const version = Number(this.#database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
    if (version > format) {
      throw new UserError(
        {
          es: `No se puede abrir "${this.path}": lo escribió una versión más nueva de grumete (formato ${version})`,
          en: `Cannot open "${this.path}": a newer grumete wrote it (format ${version})`,
        },
        {
          es: "Actualiza grumete, o usa otra carpeta con --state CARPETA",
          en: "Update grumete, or use another folder with --state FOLDER",
        },
        3,
      );
    }
    this.#database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    if (version < format) this.#database.exec(`BEGIN IMMEDIATE; ${tables} COMMIT;`);
  }

  append(event: StudyEvent, at: number): Stored {
    try {
      const { lastInsertRowid } = this.#database
        .prepare("INSERT INTO events (at, kind, subject, attempt, data) VALUES (?, ?, ?, ?, ?)")
        .run(at, event.kind, subjectOf(event), event.attempt, JSON.stringify(event));
      return {
        ...event,
        at,
        sequence: Number(lastInsertRowid),
        zone: 0,
        uid: String(lastInsertRowid),
        imported: false,
      };
    } catch (error) {
      throw storeFault(error, this.path);
    }
  }

  latest(subject: string): number {
    try {
      const row = this.#database.prepare("SELECT max(sequence) AS latest FROM events WHERE subject = ?").get(subject);
      return Number(row?.["latest"] ?? 0);
    } catch (error) {
      throw storeFault(error, this.path);
    }
  }

  read(subject?: string): readonly Stored[] {
    try {
      const rows = subject === undefined
        ? this.#database.prepare("SELECT sequence, at, data FROM events ORDER BY sequence").all()
        : this.#database.prepare("SELECT sequence, at, data FROM events WHERE subject = ? ORDER BY sequence")
          .all(subject);
      return rows.map((row) => ({
        ...JSON.parse(String(row["data"])) as StudyEvent,
        at: Number(row["at"]),
        sequence: Number(row["sequence"]),
        zone: 0,
        uid: String(row["sequence"]),
        imported: false,
      }));
    } catch (error) {
      throw storeFault(error, this.path);
    }
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}

/** Nothing for what is about neither a quiz nor a lab. */
function subjectOf(event: StudyEvent): string {
  return "quiz" in event ? event.quiz : "lab" in event ? event.lab : "";
}
