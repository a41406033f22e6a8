/** What the file of a student's ticket is called: harmless on every disk, and never that of another. */

import { hashOf } from "../hash.ts";

/** Names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The id; where it had to be changed, some digits of its SHA-256 keep it apart. */
export function fileStemOf(id: string): string {
  const plain = id.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^A-Za-z0-9._@+-]+/g, "_").replace(/^[.-]+/, "_")
    .slice(0, 60);
  return plain === id && !devices.test(id) ? id : `${plain}-${hashOf(id).slice(0, 8)}`;
}

export function ticketFileName(id: string): string {
  return `${fileStemOf(id)}.ticket`;
}
