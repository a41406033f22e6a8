/** The picture of what stands between the learner and a lab. */

import type { Lang, Text } from "../content/text.ts";
import { type Choice, choiceText, type Obstacle } from "../lab/obstacle.ts";
import { activityLine } from "./activity.ts";
import { appBindings } from "./app_keys.ts";
import type { Frame, Line } from "./frame.ts";
import type { GateState } from "./gate.ts";
import { choiceKeys, gateBindings } from "./gate_keys.ts";
import { inlineMarkdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { runsLines } from "./runs_lines.ts";
import { clamped, showing } from "./scroll.ts";
import { pointer } from "./pointer.ts";
import { cutLine, span } from "./width.ts";
import { wrap } from "./wrap.ts";

const words = {
  before: { es: "Antes de empezar: ", en: "Before you begin: " },
  strange: { es: "Este laboratorio no viene con grumete. ", en: "This lab does not come with grumete. " },
  looking: {
    es: "El laboratorio empieza solo en cuanto no quede nada en medio",
    en: "The lab begins by itself once nothing is in the way",
  },
  remove: {
    es: "Se perderá lo que contiene. ¿Seguir?",
    en: "What is in it will be lost. Go on?",
  },
  clean: {
    es: "Se quitará lo que ese laboratorio ha creado. ¿Seguir?",
    en: "What that lab has made will be removed. Go on?",
  },
} satisfies Readonly<Record<string, Text>>;

export interface GateLayout {
  readonly rows: number;
  readonly total: number;
}

/** Where paging needs to know the size of what is shown. */
export function gateLayout(state: GateState, view: View): GateLayout {
  const { rows, body } = laidOut(state, view);
  return { rows, total: body.length };
}

export function viewGate(state: GateState, view: View): Frame {
  const { header, notes, rows, body, from, to } = laidOut(state, view);
  const offset = state.gate.kind === "trust"
    ? clamped(state.offset, rows, body.length)
    : showing({ from, to }, 0, rows, body.length);
  return page({ header, body, offset, notes, bindings: [...gateBindings(state), ...appBindings(false)] }, view);
}

function laidOut(state: GateState, view: View) {
  const { lang, size } = view;
  const width = size.columns;
  const header = [cutLine([span(words.before[lang], "title"), ...inlineMarkdown(state.title[lang], "title")], width)];
  const notes = notesOf(state, lang, width).slice(0, 3);
  const rows = bodyRows(size, header.length, notes.length);
  if (state.gate.kind === "trust") {
    const body = [...wrap([span(words.strange[lang], "warn")], width), [], ...runsLines(state.gate.runs, lang, width)];
    return { header, notes, rows, body, from: 0, to: 0 };
  }
  const parts = state.gate.obstacles.map((it, index) => obstacleLines(it, index === state.at, lang, width));
  const from = parts.slice(0, state.at).reduce((sum, part) => sum + part.length, 0);
  return { header, notes, rows, body: parts.flat(), from, to: from + (parts[state.at]?.length ?? 1) - 1 };
}

function notesOf({ gate, confirm: asked, busy, activity }: GateState, lang: Lang, width: number): readonly Line[] {
  if (asked) return wrap([span(words[asked === "clean" ? "clean" : "remove"][lang], "warn")], width);
  if (activity) return [activityLine(activity, lang, width)];
  if (busy) return [cutLine([span(busy[lang], "accent")], width)];
  return gate.kind === "obstacles" ? wrap([span(words.looking[lang], "dim")], width) : [];
}

/** What is in the way, and what each key does about it; by hand where no key does. */
export function obstacleLines(
  { what, next, choices }: Obstacle,
  chosen: boolean,
  lang: Lang,
  width: number,
): readonly Line[] {
  const rest = [span("  ")];
  const first = [pointer(chosen), span("✘ ", "bad")];
  return [
    ...wrap(inlineMarkdown(what[lang], chosen ? "strong" : "plain"), width, { first, rest: [span("    ")] }),
    ...(choices.length === 0
      ? wrap(inlineMarkdown(next[lang], "plain"), width, { first: [span("    ")], rest: [span("    ")] })
      : choices.flatMap((choice) => choiceLines(choice, chosen, lang, width, rest))),
    ...(choices.length === 1 && choices[0]?.kind === "use"
      ? wrap(inlineMarkdown(next[lang], "dim"), width, { first: [span("    ")], rest: [span("    ")] })
      : []),
  ];
}

/** The letters of what is not chosen do nothing, and look so. */
function choiceLines(
  { kind, commands }: Choice,
  chosen: boolean,
  lang: Lang,
  width: number,
  indent: Line,
): readonly Line[] {
  const line = commands.map((command) => `docker ${command.join(" ")}`).join(" && ");
  return wrap(
    [span(choiceText[kind][lang]), ...(line === "" ? [] : [span(": "), span(line, "code")])],
    width,
    {
      first: [...indent, span("  "), span(choiceKeys[kind], chosen ? "key" : "dim"), span("  ")],
      rest: [span("       ")],
    },
  );
}
