/** The picture of the whole program: the top screen or what lies over it, made to fit. */

import type { Text } from "../content/text.ts";
import { type AppState, keysOn, viewOf } from "./app_state.ts";
import { inAscii } from "./ascii.ts";
import type { Frame, Size } from "./frame.ts";
import { footer } from "./footer.ts";
import type { Binding } from "./key.ts";
import { codeFor } from "./loaded.ts";
import { viewOverlay } from "./overlay.ts";
import { fitted, type View } from "./page.ts";
import { isTooSmall, viewSmall } from "./small.ts";
import { span } from "./width.ts";

const openingText: Text = { es: "Abriendo…", en: "Opening…" };

const giveUp: readonly Binding<"cancel">[] = [
  { keys: ["escape"], help: { es: "cancelar", en: "cancel" }, action: "cancel" },
];

/** Never throws and always fits, whatever the size. */
export function viewApp(state: AppState, size: Size): Frame {
  const frame = fitted(isTooSmall(size) ? viewSmall(state.lang, size) : drawn(state, viewOf(state, size)), size);
  return state.theme.ascii ? inAscii(frame) : frame;
}

function drawn(state: AppState, view: View): Frame {
  const screen = state.screens.at(-1);
  if (state.overlay) return viewOverlay(state.overlay, view, keysOn(screen));
  if (!screen) return { lines: [] };
  const frame = codeFor(screen).view(screen, view);
  if (!state.opening) return frame;
  const line = [span(openingText[view.lang], "accent"), span("  "), ...footer(giveUp, view.lang, 20)];
  return { lines: [...frame.lines.slice(0, -1), line] };
}
