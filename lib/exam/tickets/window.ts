/** When a session may be taken and when it ends: what the teacher said, or what a ticket says for one student. */

import type { Pack } from "../pack/pack.ts";
import type { Ticket } from "./ticket.ts";

/** `opens` and `closes` are ms since 1970. */
export interface Window {
  readonly opens?: number;
  readonly closes?: number;
  readonly minutes?: number;
}

export function windowOf(
  pack: Pick<Pack, "opens" | "closes" | "minutes">,
  ticket?: Pick<Ticket, "opens" | "closes" | "minutes">,
): Window {
  const opens = ticket?.opens ?? pack.opens;
  const closes = ticket?.closes ?? pack.closes;
  const minutes = ticket?.minutes ?? pack.minutes;
  return {
    ...(opens === undefined ? {} : { opens }),
    ...(closes === undefined ? {} : { closes }),
    ...(minutes === undefined ? {} : { minutes }),
  };
}

/** ms since 1970: so many minutes after it began, and never after it closes. Undefined where nothing ends it. */
export function endOf({ closes, minutes }: Window, begunAt: number): number | undefined {
  const over = minutes === undefined ? undefined : begunAt + minutes * 60_000;
  if (over === undefined || closes === undefined) return over ?? closes;
  return Math.min(over, closes);
}
