/** Every key that is written a second time in the same mapping, with the line of the first. */

import type { DataPath } from "./data_path.ts";
import { placesOf } from "./places.ts";
import type { Finding } from "./problem.ts";
import { quoted } from "./shown.ts";
import { both } from "./text.ts";
import { type Layout, walkLayout } from "./yaml.ts";

interface Seen {
  readonly at: DataPath;
  readonly keys: Map<string | number, number>;
}

export function duplicateKeys(layout: Layout): readonly Finding[] {
  const repeated: { at: DataPath; key: string; first: number; offset: number }[] = [];
  walkLayout<Seen>(layout, (parent, { step, keyOffset }) => {
    const at = parent ? [...parent.at, step] : [];
    if (parent && keyOffset >= 0) {
      const first = parent.keys.get(step);
      if (first === undefined) parent.keys.set(step, keyOffset);
      else repeated.push({ at, key: String(step), first, offset: keyOffset });
    }
    return { at, keys: new Map() };
  });
  const places = placesOf(layout.source, repeated.map(({ first }) => first));
  return repeated.map(({ at, key, offset }, index): Finding => ({
    at,
    offset,
    code: "duplicate-key",
    what: both((lang) =>
      lang === "es"
        ? `No se puede usar la clave ${quoted(key)} dos veces: ya está en la línea ${places[index]?.line}`
        : `Cannot use key ${quoted(key)} twice: it is already in line ${places[index]?.line}`
    ),
    next: { es: "Quita una de las dos, o cámbiale el nombre.", en: "Remove one of the two, or rename it." },
  }));
}
