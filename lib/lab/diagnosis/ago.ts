/** How long ago something was, roughly, as docker says it: "20 seconds ago". */

import type { Text } from "../../content/text.ts";

const steps = [[60 * 60 * 24, "d"], [60 * 60, "h"], [60, "min"], [1, "s"]] as const;

/** `ms` between then and now; the largest unit of which there are two or more. */
export function ago(ms: number): Text {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [size, unit] = steps.find(([size]) => seconds >= 2 * size) ?? [1, "s"];
  const count = `${Math.floor(seconds / size)} ${unit}`;
  return { es: `hace ${count}`, en: `${count} ago` };
}
