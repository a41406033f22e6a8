/** What a student hands in: the pack it belongs to and the journal of one attempt, for the teacher's eyes only. */

/**
 * The file: `grumete submission 1`, the SHA-256 of what follows (hex), each ended by a line feed, then an age file (v1, X25519 to
 * the pack's recipient) of this as JSON. Accidental damage shows in the hash, anything else in age's own MAC and in the journal.
 */
export interface Submission {
  readonly format: 1;
  /** SHA-256 of the `.exam` file, hex. */
  readonly pack: string;
  /** The lines as they were stored: see `journal.ts`. */
  readonly journal: string;
}
