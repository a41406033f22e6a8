/** A ticket as bytes, and back: what cannot be read is a value, never a crash. */

import * as v from "valibot";
import { digest, readBody } from "../json_body.ts";
import type { Ticket } from "./ticket.ts";

/** ms since 1970, up to the year 9999. */
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_799_999));

const ticketSchema: v.GenericSchema<unknown, Ticket> = v.strictObject({
  format: v.literal(1),
  pack: digest,
  student: v.strictObject({
    id: v.pipe(v.string(), v.check(isStudentId)),
    name: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  }),
  seed: digest,
  nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  minutes: v.exactOptional(v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(24 * 60))),
  opens: v.exactOptional(instant),
  closes: v.exactOptional(instant),
});

/** Bytes; a ticket is well under a kilobyte. */
export const maxTicketBytes = 16 * 1024;

export type DecodedTicket =
  | { readonly kind: "ticket"; readonly ticket: Ticket }
  | { readonly kind: "newer"; readonly format: number }
  | { readonly kind: "broken"; readonly at: string };

/** What a school calls a student: a number, a login, an address; no blanks around it, nothing invisible in it. */
export function isStudentId(id: string): boolean {
  return id.length > 0 && id.length <= 100 && id === id.trim() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(id);
}

/** JSON, UTF-8. */
export function encodeTicket(ticket: Ticket): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(ticket));
}

/** Never throws. */
export function decodeTicket(body: Uint8Array): DecodedTicket {
  const read = readBody(body, maxTicketBytes, ticketSchema);
  return read.kind === "read" ? { kind: "ticket", ticket: read.value } : read;
}
