/** A ticket for each student of the class. */

import type { RosterStudent } from "./roster.ts";
import type { Ticket } from "./ticket.ts";

export interface Issuing {
  /** SHA-256 of the `.exam` file, hex. */
  readonly pack: string;
  /** Hex: the variant of a student. */
  readonly seedFor: (student: string) => string;
  /** Nonces of tickets given out before for this pack, with whom they were given to: they stay. */
  readonly given: Readonly<Record<string, string>>;
  /** Random, 32 hex digits. */
  readonly newNonce: () => string;
}

/** In the order of the class. Who has a ticket already gets the same one, unless the class says something else of them now. */
export function ticketsFor(students: readonly RosterStudent[], issuing: Issuing): readonly Ticket[] {
  const { pack, seedFor, given, newNonce } = issuing;
  const nonces = new Map(Object.entries(given).map(([nonce, student]) => [student, nonce]));
  return students.map(({ id, name, ...more }): Ticket => ({
    format: 1,
    pack,
    student: { id, ...(name === undefined ? {} : { name }) },
    seed: seedFor(id),
    nonce: nonces.get(id) ?? newNonce(),
    ...more,
  }));
}

/** When nobody may go on any more, ms since 1970; `before`: of tickets that were given out earlier. Undefined where nothing closes it. */
export function lastClosing(
  session: number | undefined,
  tickets: readonly Pick<Ticket, "closes">[],
  before: number | undefined,
): number | undefined {
  const all = [session, before, ...tickets.map(({ closes }) => closes)].flatMap((closes) => closes ?? []);
  return all.length === 0 ? undefined : all.reduce((last, closes) => Math.max(last, closes));
}
