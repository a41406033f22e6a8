/** How far a step of a path is, as a sign; colour only repeats it. */

import type { Style } from "./frame.ts";
import type { HomeStep } from "./home_path.ts";

export const stepLook: Readonly<Record<HomeStep["state"], { readonly symbol: string; readonly style: Style }>> = {
  done: { symbol: "✔", style: "good" },
  known: { symbol: "»", style: "dim" },
  begun: { symbol: "◐", style: "warn" },
  open: { symbol: "·", style: "dim" },
};
