/** The tables of the event store, and how a store of an earlier format becomes one of this format. */

import type { DatabaseSync } from "node:sqlite";
import { UserError } from "../content/user_error.ts";

/** `PRAGMA user_version`; the formats are described in `event_store.ts`. */
export const storeFormat = 2;

const tables = `
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    turn INTEGER NOT NULL,
    at INTEGER NOT NULL,
    zone INTEGER NOT NULL,
    imported INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    attempt TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_in_order ON events (turn, uid);
  CREATE INDEX events_by_subject ON events (subject, sequence);
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

/**
 * Two copies of one old store give the same event the same uid, so that merging them doubles nothing; and the same turn, for
 * `max(at - sequence) + sequence` over all events up to it is what `append` would have given: later than the one before.
 */
const fromFormat1 = `
  DROP INDEX events_by_subject;
  ALTER TABLE events RENAME TO events_1;
  ${tables}
  INSERT INTO events (sequence, uid, turn, at, zone, imported, kind, subject, attempt, data)
    SELECT sequence,
      '1-' || sequence || '-' || at || '-' || kind || '-' || subject || '-' || attempt,
      max(at - sequence) OVER (ORDER BY sequence) + sequence,
      at, 0, 0, kind, subject, attempt, data
    FROM events_1 ORDER BY sequence;
  DROP TABLE events_1;
`;

/** The format that the file says it has; 0 when it is new. */
export function formatOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
}

/** In one transaction, by whoever comes first; the store is as it was when anything fails. Throws a `UserError` for a newer format. */
export function prepareTables(database: DatabaseSync, path: string): void {
  if (formatOf(database) === storeFormat) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    // Another grumete may have been quicker while this one waited.
    const found = formatOf(database);
    if (found > storeFormat) throw newer(path, found);
    if (found < storeFormat) {
      database.exec(found === 0 ? tables : fromFormat1);
      database.prepare("INSERT INTO meta (name, value) VALUES ('identity', ?)").run(crypto.randomUUID());
      database.exec(`PRAGMA user_version = ${storeFormat}`);
    }
    database.exec("COMMIT");
  } catch (error) {
    // On a full disk SQLite has rolled back by itself.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

export function newer(path: string, format: number): UserError {
  return new UserError(
    {
      es: `No se puede abrir "${path}": lo escribió una versión más nueva de grumete (formato ${format})`,
      en: `Cannot open "${path}": a newer grumete wrote it (format ${format})`,
    },
    {
      es: "Actualiza grumete, o usa otra carpeta con --state CARPETA; no se ha tocado nada",
      en: "Update grumete, or use another folder with --state FOLDER; nothing was touched",
    },
    3,
  );
}

/** The column `subject`: nothing for what is about neither a quiz nor a lab. */
export function subjectOf(event: object): string {
  const subject = "quiz" in event ? event.quiz : "lab" in event ? event.lab : "";
  return typeof subject === "string" ? subject : "";
}
