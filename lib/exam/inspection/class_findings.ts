/** What only shows when the submissions of a class lie side by side: copies, tickets and keys used twice, too many attempts. */

import type { Finding } from "./finding.ts";

/** What two submissions are told apart by, or not. */
export interface Comparable {
  readonly file: string;
  /** Absent where nothing can be graded. */
  readonly taken?: {
    readonly attempt: { readonly begun: { readonly key: string; readonly student: string } };
    readonly ticket?: { readonly nonce: string };
    /** Digest of the last line of the journal. */
    readonly end: string;
  };
}

/** File → what is to be added. `attempts`: how many the session allows. */
export function classFindings(
  submissions: readonly Comparable[],
  attempts: number,
): ReadonlyMap<string, readonly Finding[]> {
  const taken = submissions.flatMap(({ file, taken }) => taken ? [{ file, ...taken }] : []);
  const found = new Map<string, Finding[]>();
  const tell = (file: string, finding: Finding) => found.set(file, [...found.get(file) ?? [], finding]);
  for (const group of Map.groupBy(taken, ({ attempt }) => attempt.begun.key).values()) {
    for (const { file } of group.length > 1 ? group : []) tell(file, sameKey(others(group, file)));
  }
  // The same journal in two files is one submission.
  const real = [...Map.groupBy(taken, ({ end }) => end).values()].flatMap(([first]) => first ? [first] : []);
  for (const group of Map.groupBy(real, ({ ticket }) => ticket?.nonce).values()) {
    if (group[0]?.ticket === undefined || group.length <= attempts) continue;
    for (const { file } of group) tell(file, ticketTwice(others(group, file), attempts));
  }
  for (const group of Map.groupBy(real, ({ attempt }) => attempt.begun.student).values()) {
    if (group.length <= attempts || group.every(({ ticket }) => ticket)) continue;
    for (const { file } of group) tell(file, tooMany(group.length, attempts));
  }
  return found;
}

type Taken = NonNullable<Comparable["taken"]> & { readonly file: string };

/** A few are enough to find the rest, and a thousand copies would each name a thousand. */
function others(group: readonly Taken[], file: string): string {
  const names = group.map((one) => one.file).filter((name) => name !== file);
  return names.length <= 4 ? names.join(", ") : `${names.slice(0, 3).join(", ")} (+${names.length - 3})`;
}

function sameKey(files: string): Finding {
  return {
    kind: "same-attempt-key",
    weight: "doubt",
    text: {
      es:
        `Viene del mismo intento que ${files}: o es la misma entrega dos veces, o alguien copió la carpeta del intento y siguió en dos sitios.`,
      en:
        `It comes from the same attempt as ${files}: either one submission twice, or somebody copied the attempt's folder and went on in two places.`,
    },
  };
}

function ticketTwice(files: string, attempts: number): Finding {
  return {
    kind: "ticket-used-twice",
    weight: "doubt",
    text: {
      es: `El mismo ticket está también en ${files}, y solo vale para ${
        attempts === 1 ? "un intento" : `${attempts} intentos`
      }.`,
      en: `The same ticket is in ${files} too, and it is good for ${
        attempts === 1 ? "one attempt" : `${attempts} attempts`
      } only.`,
    },
  };
}

function tooMany(count: number, attempts: number): Finding {
  return {
    kind: "too-many-attempts",
    weight: "doubt",
    text: {
      es: `Hay ${count} entregas con este nombre y se permiten ${attempts}.`,
      en: `There are ${count} submissions with this name, and ${attempts} allowed.`,
    },
  };
}
