/** The code of the screens, each loaded before the first of its kind opens: the first picture needs only its own. */

import { later } from "../content/later.ts";
import type { Screen } from "./app_state.ts";
import type { Kind, ScreenCode } from "./screen_code.ts";

export type Codes = { readonly [K in Kind]: ScreenCode<K> };

/** Like the modules themselves it only ever grows, and belongs to no state. */
const loaded = new Map<Kind, unknown>();

/** What a screen opens by itself, with nobody asked for it: the summary of a quiz, the questions of a task. */
const opens: Readonly<Partial<Record<Kind, readonly Kind[]>>> = { quiz: ["summary"], lab: ["quiz"] };

/** To be waited for before a program begins with such a screen, or hears that one is opened. */
export async function load(kind: Kind): Promise<void> {
  const missing = [kind, ...opens[kind] ?? []].filter((one) => !loaded.has(one));
  await Promise.all(missing.map(async (one) => {
    const { code } = await later<{ readonly code: unknown }>(import.meta.url, `./codes/${one}.ts`);
    loaded.set(one, code);
  }));
}

/** Instead of `load`, for whoever has the code already. */
export function know(codes: Codes): void {
  for (const [kind, code] of Object.entries(codes)) loaded.set(kind as Kind, code);
}

export function codeOf<K extends Kind>(kind: K): ScreenCode<K> {
  const code = loaded.get(kind);
  if (code === undefined) throw new Error(`the code of the screen "${kind}" is not loaded`);
  return code as ScreenCode<K>;
}

/** As `codeOf`, for a screen of whichever kind: its code takes it. */
export function codeFor(screen: Screen): ScreenCode<Kind> {
  return codeOf<Kind>(screen.kind);
}
