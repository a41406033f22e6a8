/** What lies over a screen for a moment: all its keys, or a message with what to try next. */

import { join, type Text } from "../content/text.ts";
import { keyLabel } from "./footer.ts";
import type { Frame, Line } from "./frame.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import { markdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { clamped, pageStep } from "./scroll.ts";
import { pad, span, widthOf } from "./width.ts";
import { wrap } from "./wrap.ts";

/** `offset` is the first line in sight. */
export type Overlay =
  | { readonly kind: "help"; readonly offset: number }
  | { readonly kind: "notice"; readonly what: Text; readonly next?: Text; readonly offset: number };

type OverlayAction = "close" | "up" | "down" | "page-up" | "page-down";

const overlayBindings: readonly Binding<OverlayAction>[] = [
  { keys: ["enter", "escape", "q", "?", "f1", "space"], help: { es: "volver", en: "back" }, action: "close" },
  { keys: ["up", "k"], label: "↑↓", help: { es: "moverse", en: "move" }, action: "up" },
  { keys: ["down", "j"], help: { es: "bajar", en: "down" }, action: "down", quiet: true },
  { keys: ["pageup"], help: { es: "página arriba", en: "page up" }, action: "page-up", quiet: true },
  { keys: ["pagedown"], help: { es: "página abajo", en: "page down" }, action: "page-down", quiet: true },
];

const words = {
  keys: { es: "Teclas", en: "Keys" },
  notice: { es: "Aviso", en: "Notice" },
  try: { es: "Qué probar", en: "What to try" },
  kept: { es: "Nada se ha perdido: puedes intentarlo otra vez.", en: "Nothing is lost: you can try again." },
} satisfies Readonly<Record<string, Text>>;

/** A record that failed: what was written is still there. */
export function keptNotice(what: Text, next: Text | undefined): Overlay {
  return { kind: "notice", what, next: next ? join([next, words.kept], "\n\n") : words.kept, offset: 0 };
}

/** Nothing when the overlay is closed. */
export function updateOverlay(
  overlay: Overlay,
  key: Key,
  view: View,
  keys: readonly Binding<unknown>[],
): Overlay | undefined {
  const rows = bodyRows(view.size, 1);
  const total = bodyOf(overlay, view, keys).length;
  const by = (lines: number): Overlay => ({ ...overlay, offset: clamped(overlay.offset + lines, rows, total) });
  switch (actionOf(overlayBindings, key)) {
    case undefined:
      return overlay;
    case "close":
      return undefined;
    case "up":
      return by(-1);
    case "down":
      return by(1);
    case "page-up":
      return by(-pageStep(rows));
    case "page-down":
      return by(pageStep(rows));
  }
}

export function viewOverlay(overlay: Overlay, view: View, keys: readonly Binding<unknown>[]): Frame {
  const help = overlay.kind === "help";
  const header: readonly Line[] = [[
    span(help ? words.keys[view.lang] : `⚠ ${words.notice[view.lang]}`, help ? "title" : "warn"),
  ]];
  return page({ header, body: bodyOf(overlay, view, keys), offset: overlay.offset, bindings: overlayBindings }, view);
}

function bodyOf(overlay: Overlay, { lang, size }: View, keys: readonly Binding<unknown>[]): readonly Line[] {
  const width = Math.min(size.columns, 80);
  if (overlay.kind === "help") {
    const named = keys.map(({ keys, help, alone = help }) => ({
      label: keys.map((key) => keyLabel(key, lang)).join("  "),
      help: alone[lang],
    }));
    const column = Math.min(Math.max(0, ...named.map(({ label }) => widthOf(label))), Math.floor(width / 2));
    return named.flatMap(({ label, help }) =>
      wrap([span(help)], width, {
        first: [span(pad(label, column), "key"), span("  ")],
        rest: [span(" ".repeat(column + 2))],
      })
    );
  }
  const what = markdown(overlay.what[lang], width);
  if (!overlay.next) return what;
  return [...what, [], [span(`${words.try[lang]}:`, "strong")], ...markdown(overlay.next[lang], width)];
}
