/** Keys that mean something to JavaScript itself: the schema library passes over them in silence where any key may stand. */

import type { DataPath } from "./data_path.ts";
import type { Finding } from "./problem.ts";
import { quoted } from "./shown.ts";

const reserved = ["__proto__", "constructor", "prototype"];

export function reservedKeys(source: string, value: unknown): readonly Finding[] {
  // An escape inside double quotes can spell one without its letters; `\\x` and `\\u` are rare enough to walk for.
  if (!/__proto__|constructor|prototype|\\[xuU]/.test(source)) return [];
  const findings: Finding[] = [];
  search(value, [], findings);
  return findings;
}

function search(value: unknown, at: DataPath, findings: Finding[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (reserved.includes(key)) {
      findings.push({
        at: [...at, step],
        on: "key",
        code: "unknown-key",
        what: {
          es: `No se puede usar la clave ${quoted(key)}: aquí no se conoce`,
          en: `Cannot use key ${quoted(key)}: it is not known here`,
        },
        next: { es: "Usa otro nombre.", en: "Use another name." },
      });
    }
    search(item, [...at, step], findings);
  }
}
