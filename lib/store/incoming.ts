/** Events of another store, gathered in a table of their own until all of them are known to be sound; then kept at once, or not at all. */

import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Exported } from "../study/exported.ts";
import { prepareTables, subjectOf } from "./event_tables.ts";
import { safely, storeFault } from "./store_faults.ts";

const table = `
  CREATE TEMP TABLE incoming (
    uid TEXT NOT NULL PRIMARY KEY, turn INTEGER NOT NULL, at INTEGER NOT NULL, zone INTEGER NOT NULL,
    kind TEXT NOT NULL, subject TEXT NOT NULL, attempt TEXT NOT NULL, data TEXT NOT NULL
  ) STRICT;
`;

const columns = "uid, turn, at, zone, kind, subject, attempt, data";

/** Other programs go on meanwhile: the table is in a temporary file. */
export class Incoming implements Disposable {
  readonly #path: string;
  readonly #database: DatabaseSync;
  /** One for all: a new one for each event is kept by the collector far too long. */
  readonly #adding: StatementSync;

  /** `path` is that of an open event store; without one nothing is known, and nothing kept. Throws a `UserError`. */
  constructor(path = "") {
    this.#path = path;
    try {
      this.#database = new DatabaseSync(path, { timeout: 5000 });
    } catch (error) {
      throw storeFault(error, path);
    }
    try {
      if (path === "") prepareTables(this.#database, path);
      this.#database.exec(`PRAGMA synchronous = FULL; ${table} BEGIN;`);
      this.#adding = this.#database.prepare(
        `INSERT INTO temp.incoming (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING`,
      );
    } catch (error) {
      this.#database.close();
      throw storeFault(error, path);
    }
  }

  /** One that came twice counts once. Throws a `UserError` when there is no room for it. */
  add({ uid, turn, at, zone, event }: Exported): void {
    const attempt = "attempt" in event && typeof event.attempt === "string" ? event.attempt : "";
    safely(
      this.#path,
      () => this.#adding.run(uid, turn, at, zone, event.kind, subjectOf(event), attempt, JSON.stringify(event)),
    );
  }

  /** How many of them the store does not have. */
  fresh(): number {
    const row = safely(
      this.#path,
      () =>
        this.#database.prepare("SELECT count(*) AS count FROM temp.incoming WHERE uid NOT IN (SELECT uid FROM events)")
          .get(),
    );
    return Number(row?.["count"] ?? 0);
  }

  /** Stores those that the store does not have, on disk when it returns, and gives their number. */
  keep(): number {
    return safely(this.#path, () => {
      this.#database.exec("COMMIT; BEGIN IMMEDIATE;");
      const { changes } = this.#database.prepare(
        `INSERT INTO events (${columns}, imported) SELECT ${columns}, 1 FROM temp.incoming WHERE true ORDER BY turn, uid
          ON CONFLICT (uid) DO NOTHING`,
      ).run();
      this.#database.exec("COMMIT");
      return Number(changes);
    });
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}
