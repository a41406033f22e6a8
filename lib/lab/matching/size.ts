/** Sizes in the units of docker: 1 KiB is 1024 bytes. */

import { both, type Text } from "../../content/text.ts";

const units = ["B", "KiB", "MiB", "GiB"] as const;

/** `128 MiB`; a size that is not round also tells its bytes, so that two different sizes never read the same. */
export function sizeText(bytes: number): Text {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const count = bytes / 1024 ** power;
  const rounded = Math.round(count * 10) / 10;
  const exact = rounded === count;
  return both((lang) => {
    const number = lang === "es" ? String(rounded).replace(".", ",") : String(rounded);
    return `${number} ${units[power] ?? "B"}${exact ? "" : ` (${bytes} bytes)`}`;
  });
}

/** As `--memory` takes it: `128m`. */
export function sizeFlag(bytes: number): string {
  if (bytes > 0 && bytes % 1024 ** 3 === 0) return `${bytes / 1024 ** 3}g`;
  if (bytes > 0 && bytes % 1024 ** 2 === 0) return `${bytes / 1024 ** 2}m`;
  return bytes > 0 && bytes % 1024 === 0 ? `${bytes / 1024}k` : `${bytes}b`;
}
