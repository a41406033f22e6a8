/** What a teacher signs for one student: which session, which variant, how often, and how much time. */

/** The body of a signed document of kind `ticket`, as JSON. Signed with the key that signed the pack. */
export interface Ticket {
  readonly format: 1;
  /** SHA-256 of the `.exam` file, hex. */
  readonly pack: string;
  readonly student: { readonly id: string; readonly name?: string };
  /** Hex, 32 bytes: decides the variant. */
  readonly seed: string;
  /** Random, hex: one ticket, one submission for each attempt. */
  readonly nonce: string;
  /** Instead of what the session says: more time, another window. */
  readonly minutes?: number;
  readonly opens?: number;
  readonly closes?: number;
}
