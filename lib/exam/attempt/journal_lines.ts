/** The lines of a journal, written one after another and read again: each names the one before, and is signed. */

import { fromBase64Url, toBase64Url } from "../base64url.ts";
import { readEntry } from "./entry_schema.ts";
import { hashOf } from "../hash.ts";
import type { Entry, JournalLine, Step } from "./journal.ts";
import type { Sign, Verify } from "../signed.ts";

/** Where the next line goes: its number, and the digest of the line before it. */
export interface ChainEnd {
  readonly n: number;
  readonly before: string;
}

/** Of a journal that has no lines yet. */
export const emptyChain: ChainEnd = { n: 0, before: hashOf("") };

/** ms: `at` since 1970, `up` since the program began. */
export interface Clock {
  readonly at: number;
  readonly up: number;
}

/** The line with its line feed, and where the one after it goes. */
export function journalLine(
  step: Step,
  { at, up }: Clock,
  end: ChainEnd,
  sign: Sign,
): { readonly line: string; readonly entry: Entry; readonly end: ChainEnd } {
  const entry: Entry = { ...step, n: end.n, at, up, before: end.before };
  const json = JSON.stringify(entry);
  const line = `${json}\t${toBase64Url(sign(encoder.encode(json)))}`;
  return { line: `${line}\n`, entry, end: { n: end.n + 1, before: hashOf(line) } };
}

/**
 * `line` counts from 1. `unreadable`: it is no line of a journal, or stands where none may; `chain-broken`: a line is missing,
 * too much or in another place; `signature-wrong`: it is not what was signed.
 */
export interface JournalFault {
  readonly kind: "unreadable" | "chain-broken" | "signature-wrong";
  readonly line: number;
}

export interface ReadJournal {
  /** Up to the first line that is not as it was written. */
  readonly lines: readonly JournalLine[];
  readonly end: ChainEnd;
  readonly fault?: JournalFault;
}

/** Every byte counts. A last line without its line feed is a fault too: who cuts it off does so before. */
export function readJournal(text: string, verify: Verify): ReadJournal {
  const lines: JournalLine[] = [];
  let end = emptyChain;
  let key: Uint8Array | undefined;
  const stopped = (kind: JournalFault["kind"]): ReadJournal => ({
    lines,
    end,
    fault: { kind, line: lines.length + 1 },
  });
  let from = 0;
  // Not split at once: thirty million empty lines are as many texts.
  for (let to; (to = text.indexOf("\n", from)) >= 0; from = to + 1) {
    const line = text.slice(from, to);
    const read = lineOf(line);
    if (!read) return stopped("unreadable");
    const { entry, json, signature } = read;
    if (entry.n !== end.n || entry.before !== end.before) return stopped("chain-broken");
    if ((entry.kind === "begun") !== (end.n === 0)) return stopped("unreadable");
    if (lines.at(-1)?.entry.kind === "finished") return stopped("unreadable");
    if (entry.kind === "begun") key = fromBase64Url(entry.key, 32);
    if (!key || !verify(key, encoder.encode(json), signature)) return stopped("signature-wrong");
    lines.push(read);
    end = { n: end.n + 1, before: hashOf(line) };
  }
  return from === text.length ? { lines, end } : stopped("unreadable");
}

function lineOf(line: string): JournalLine | undefined {
  const tab = line.indexOf("\t");
  const json = line.slice(0, Math.max(0, tab));
  const signature = fromBase64Url(line.slice(tab + 1), 64);
  const entry = signature && readEntry(json);
  return entry && { entry, json, signature };
}

const encoder = new TextEncoder();
