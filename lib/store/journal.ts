/**
 * What happened on the engine since labs began, on disk: in the file of the event store, beside its table.
 *
 * Stored format 1, three tables that are made when the first lab asks for them, so that `user_version` stays what it is and a
 * grumete that does not know them still opens the file. `journal`: one row per event of an attempt, `key` tells events apart
 * (lib/lab/history.ts), `data` is the event as JSON (`PastEvent`). `journal_gaps`: spans without a record, ms since 1970.
 * `journal_marks`: how far the record of an attempt reaches, the only rows that are written again.
 */

import { DatabaseSync } from "node:sqlite";
import { byTime, type Mark, timeOf } from "../lab/history.ts";
import type { Gap, PastEvent } from "../lab/snapshot.ts";
import { safely, storeFault } from "./store_faults.ts";

/** The record of one attempt as it is stored. */
export interface Record {
  readonly events: readonly PastEvent[];
  readonly gaps: readonly Gap[];
  readonly mark: Mark | undefined;
}

/** What is added to a record: events by their keys. */
export interface Addition {
  readonly events: ReadonlyMap<string, PastEvent>;
  readonly gap?: Gap;
  readonly mark: Mark;
}

/** Events kept per attempt; older ones make room, and that is a gap. */
export const longestRecord = 5000;

const tables = `
  CREATE TABLE IF NOT EXISTS journal (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    attempt TEXT NOT NULL,
    key TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (attempt, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS journal_gaps (
    attempt TEXT NOT NULL,
    start INTEGER NOT NULL,
    finish INTEGER NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (attempt, why, start)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS journal_marks (
    attempt TEXT PRIMARY KEY,
    data TEXT NOT NULL
  ) STRICT;
`;

export class Journal implements Disposable {
  readonly #path: string;
  readonly #attempt: string;
  readonly #database: DatabaseSync;

  /** `path` is that of an open event store, or `:memory:`. Throws a `UserError` that says what is wrong with it. */
  constructor(path: string, attempt: string) {
    this.#path = path;
    this.#attempt = attempt;
    try {
      this.#database = new DatabaseSync(path, { timeout: 3000 });
    } catch (error) {
      throw storeFault(error, path);
    }
    try {
      // What a power cut takes away is fetched again, or noticed: the mark goes with it.
      this.#database.exec(`PRAGMA synchronous = NORMAL; ${tables}`);
    } catch (error) {
      this.#database.close();
      throw storeFault(error, path);
    }
  }

  mark(): Mark | undefined {
    return safely(this.#path, () => this.#mark());
  }

  /** What `add` makes of the record as it is now is stored as a whole: two grumetes at once take turns. */
  update(add: (record: Record) => Addition | undefined): Record {
    return safely(this.#path, () => {
      this.#database.exec("BEGIN IMMEDIATE");
      try {
        const before = this.#record();
        const addition = add(before);
        if (addition) this.#store(addition);
        this.#database.exec("COMMIT");
        return addition && (addition.events.size > 0 || addition.gap) ? this.#record() : before;
      } catch (error) {
        // On a full disk SQLite has rolled back by itself.
        if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  #record(): Record {
    const events = this.#rows().map(({ event }) => event);
    const gaps = this.#database.prepare("SELECT start, finish, why FROM journal_gaps WHERE attempt = ?")
      .all(this.#attempt)
      .map(({ start, finish, why }): Gap => ({ from: Number(start), to: Number(finish), why: why as Gap["why"] }));
    return { events, gaps, mark: this.#mark() };
  }

  #rows(): readonly { readonly sequence: number; readonly event: PastEvent }[] {
    return this.#database.prepare("SELECT sequence, data FROM journal WHERE attempt = ? ORDER BY sequence")
      .all(this.#attempt)
      .map(({ sequence, data }) => ({ sequence: Number(sequence), event: JSON.parse(String(data)) as PastEvent }));
  }

  #mark(): Mark | undefined {
    const row = this.#database.prepare("SELECT data FROM journal_marks WHERE attempt = ?").get(this.#attempt);
    return row && JSON.parse(String(row["data"])) as Mark;
  }

  #store({ events, gap, mark }: Addition): void {
    const insert = this.#database.prepare("INSERT OR IGNORE INTO journal (attempt, key, data) VALUES (?, ?, ?)");
    for (const [key, event] of events) insert.run(this.#attempt, key, JSON.stringify(event));
    if (gap) this.#addGap(gap);
    this.#database.prepare("INSERT OR REPLACE INTO journal_marks (attempt, data) VALUES (?, ?)")
      .run(this.#attempt, JSON.stringify(mark));
    if (events.size > 0) this.#makeRoom();
  }

  #addGap({ from, to, why }: Gap): void {
    this.#database.prepare("INSERT OR REPLACE INTO journal_gaps (attempt, start, finish, why) VALUES (?, ?, ?, ?)")
      .run(this.#attempt, from, to, why);
  }

  /** The oldest go, which need not be those that were stored first. */
  #makeRoom(): void {
    const count = this.#database.prepare("SELECT count(*) AS count FROM journal WHERE attempt = ?").get(this.#attempt);
    const tooMany = Number(count?.["count"]) - longestRecord;
    if (tooMany <= 0) return;
    const gone = this.#rows().toSorted((a, b) => byTime(a.event, b.event)).slice(0, tooMany);
    const [first, last] = [gone[0], gone.at(-1)];
    if (!first || !last) return;
    const remove = this.#database.prepare("DELETE FROM journal WHERE sequence = ?");
    for (const { sequence } of gone) remove.run(sequence);
    this.#addGap({ from: timeOf(first.event), to: timeOf(last.event), why: "overflow" });
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}
