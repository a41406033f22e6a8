/** Journals that are written as the program writes them. */

import assert from "node:assert/strict";
import type { Entry, Step } from "../../lib/exam/attempt/journal.ts";
import { type ChainEnd, emptyChain, journalLine } from "../../lib/exam/attempt/journal_lines.ts";
import type { Signer } from "../../lib/exam/signed.ts";
import { newSigningKey, signerOf } from "../../lib/store/ed25519.ts";

export function someSigner(): Signer {
  const signer = signerOf(newSigningKey());
  assert.ok(signer);
  return signer;
}

export function begunStep({ publicKey }: Signer, student = "ana"): Step & { readonly kind: "begun" } {
  const key = publicKey.toBase64({ alphabet: "base64url", omitPadding: true });
  return { kind: "begun", pack: "ab".repeat(32), student, attempt: 1, key, grumete: "0.1.0", lang: "es" };
}

/** A step with its time: `at` ms after the beginning, `up` ms since the program began. */
export type Timed = Step & { readonly at?: number; readonly up?: number };

export const beginning = Date.UTC(2026, 10, 21, 10, 0);

/** One second apart, where nothing else is said. */
export function written(signer: Signer, steps: readonly Timed[], from: ChainEnd = emptyChain) {
  const lines: string[] = [];
  const entries: Entry[] = [];
  let end = from;
  steps.forEach(({ at, up, ...step }, index) => {
    const clock = { at: beginning + (at ?? index * 1000), up: up ?? at ?? index * 1000 };
    const made = journalLine(step as Step, clock, end, signer.sign);
    lines.push(made.line);
    entries.push(made.entry);
    end = made.end;
  });
  return { lines, entries, end, text: lines.join("") };
}
