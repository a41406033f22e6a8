/** One line of keys made from the bindings themselves: the most important stay when there is little room. */

import type { Lang, Text } from "../content/text.ts";
import { same } from "../content/text.ts";
import type { Line } from "./frame.ts";
import type { Binding, KeyName } from "./key.ts";
import { cutLine, lineWidth, span } from "./width.ts";

const named: Readonly<Record<string, Text>> = {
  enter: { es: "intro", en: "enter" },
  space: { es: "espacio", en: "space" },
  escape: same("esc"),
  tab: same("tab"),
  up: same("↑"),
  down: same("↓"),
  left: same("←"),
  right: same("→"),
  pageup: { es: "RePág", en: "PgUp" },
  pagedown: { es: "AvPág", en: "PgDn" },
  home: { es: "inicio", en: "home" },
  end: { es: "fin", en: "end" },
  backspace: { es: "retroceso", en: "backspace" },
  delete: { es: "supr", en: "delete" },
};

const modifiers: Readonly<Record<string, Text>> = {
  ctrl: same("ctrl"),
  alt: same("alt"),
  shift: { es: "mayús", en: "shift" },
};

/** "shift-up" → "mayús-↑": as the keyboard calls it. */
export function keyLabel(key: KeyName, lang: Lang): string {
  const parts = key.split(/-(?=.)/);
  const name = parts.pop() ?? key;
  const label = named[name]?.[lang] ?? (/^f\d+$/.test(name) ? name.toUpperCase() : name);
  return [...parts.map((part) => modifiers[part]?.[lang] ?? part), label].join("-");
}

function labelOf<Action>({ label, keys }: Binding<Action>, lang: Lang): string {
  if (label === undefined) return keyLabel(keys[0] ?? "", lang);
  return typeof label === "string" ? label : label[lang];
}

/** The first binding that fits, the next…; the last one (help) always has its place. */
export function footer<Action>(bindings: readonly Binding<Action>[], lang: Lang, width: number): Line {
  const items = bindings.filter(({ quiet }) => !quiet).map((binding): Line => [
    span(labelOf(binding, lang), "key"),
    span(` ${binding.help[lang]}`, "dim"),
  ]);
  const last = items.pop();
  if (!last) return [];
  const shown: Line[] = [];
  let room = width - lineWidth(last);
  for (const item of items) {
    const needed = lineWidth(item) + 2;
    if (needed > room) continue;
    room -= needed;
    shown.push(item);
  }
  return cutLine([...shown, last].flatMap((item, index) => index === 0 ? item : [span("  "), ...item]), width);
}
