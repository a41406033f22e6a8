/** The record of a store, folded once: later only what is newer is read. A cache; the events are the truth. */

import type { Stored } from "../study/events.ts";
import { algorithm } from "../study/memory.ts";
import { recordOf, type StudyRecord } from "../study/record.ts";
import type { EventStore } from "./event_store.ts";
import { programStamp } from "./program_stamp.ts";
import { recordFromJson, recordToJson, type StoredRecord } from "./record_json.ts";
import { writeWhole } from "./write_whole.ts";

/**
 * Stored in `cache/record.json`: `key` is all that the record depends on besides the events (the program, the store, and the uid
 * of the last event folded in, which another store or an older copy of this one does not have at that sequence).
 */
interface Checkpoint {
  readonly key: string;
  readonly sequence: number;
  readonly record: StoredRecord;
}

/** The record of the events up to a sequence. */
interface Folded {
  readonly record: StudyRecord;
  readonly sequence: number;
}

/** What is written once more costs about as much as so many events folded. */
const worthWriting = 200;

type Source = Pick<EventStore, "identity" | "latest" | "events" | "since" | "uidAt">;

export interface Studied extends Disposable {
  /**
   * The record of all events that are stored now, by whomever; the same object each time, brought up to date. Throws a `UserError`
   * when they cannot be read.
   */
  readonly record: () => StudyRecord;
}

/** `folder` is the state folder. The checkpoint is written, where that is worth it, when this is disposed of; the store stays open. */
export function openStudied(store: Source, folder: string): Studied {
  const path = `${folder}/cache/record.json`;
  let known: Folded | undefined;
  let written = 0;
  const fold = () => {
    // Before anything is read: what is stored meanwhile is read now or next time, and never twice.
    const sequence = store.latest();
    const before = known ?? read(path, store);
    if (!known) written = before?.sequence ?? 0;
    if (before && sequence === before.sequence) return before;
    // A fold that ends half way leaves a record of nothing.
    known = undefined;
    const newer = before && store.since(before.sequence);
    if (!newer) written = 0;
    return newer ? foldedUpTo(newer, before) : foldedUpTo(store.events());
  };
  return {
    record: () => (known = fold()).record,
    [Symbol.dispose]: () => {
      if (known && known.sequence - written >= worthWriting) write(path, store, known);
    },
  };
}

function foldedUpTo(events: Iterable<Stored>, before?: Folded): Folded {
  let sequence = before?.sequence ?? 0;
  const counted = function* () {
    for (const event of events) {
      sequence = Math.max(sequence, event.sequence);
      yield event;
    }
  };
  const record = recordOf(counted(), before?.record);
  return { record, sequence };
}

function keyOf(store: Source, sequence: number): string | undefined {
  // The one folds, the other writes the record down and reads it back.
  const [fold, form] = [programStamp("study"), programStamp("store")];
  const uid = store.uidAt(sequence);
  if (fold === undefined || form === undefined || uid === undefined) return undefined;
  return JSON.stringify([fold, form, algorithm, store.identity, uid]);
}

/** Nothing where there is none, or one of another program or store. */
function read(path: string, store: Source): Folded | undefined {
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch {
    return undefined;
  }
  try {
    const { key, sequence, record } = JSON.parse(text) as Checkpoint;
    if (typeof sequence !== "number") return undefined;
    return key === keyOf(store, sequence) ? { record: recordFromJson(record), sequence } : undefined;
  } catch (error) {
    // Not what was written: as good as none. What the store itself complains of is not for here to hide.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function write(path: string, store: Source, { record, sequence }: Folded): void {
  try {
    const key = keyOf(store, sequence);
    if (key === undefined) return;
    Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true, mode: 0o700 });
    writeWhole(path, JSON.stringify({ key, sequence, record: recordToJson(record) } satisfies Checkpoint));
  } catch {
    // A full disk or a folder that is read only: next time the events are folded again.
  }
}
