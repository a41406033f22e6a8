/** What a submission shows beyond its answers: what is altered, what does not fit, what stays unproven. */

import type { Text } from "../../content/text.ts";

export type FindingKind =
  | "damaged"
  | "not-for-this-key"
  | "unknown-pack"
  | "chain-broken"
  | "signature-wrong"
  | "ticket-missing"
  | "ticket-wrong"
  | "ticket-of-another"
  | "before-opening"
  | "after-closing"
  | "over-time"
  | "clock-went-back"
  | "gap"
  | "reopened"
  | "unfinished"
  | "ticket-used-twice"
  | "same-attempt-key"
  | "too-many-attempts"
  | "engine-lost";

/** `refused`: cannot be graded. `doubt`: graded, and the teacher should look. `note`: worth knowing. */
export interface Finding {
  readonly kind: FindingKind;
  readonly weight: "refused" | "doubt" | "note";
  /** One sentence with figures. */
  readonly text: Text;
}

export function refused(kind: FindingKind, text: Text): Finding {
  return { kind, weight: "refused", text };
}

export function doubt(kind: FindingKind, text: Text): Finding {
  return { kind, weight: "doubt", text };
}

export const unknownPack: Finding = {
  kind: "unknown-pack",
  weight: "refused",
  text: {
    es: "Es de una prueba que no se preparó con estas claves, o su registro falta en la carpeta packs.",
    en: "It is of a session that was not packed with these keys, or its record is missing in the folder packs.",
  },
};
