/** The picture of a lab: tasks and the chosen task side by side where there is room, one above the other where not. */

import type { Lang, Text } from "../content/text.ts";
import { faultText } from "../lab/fault_text.ts";
import type { HintOffer } from "../lab/hints.ts";
import { activityLine } from "./activity.ts";
import { appBindings } from "./app_keys.ts";
import { beside, gap } from "./columns.ts";
import type { Frame, Line } from "./frame.ts";
import { chosenTask, endingOf, type LabState } from "./lab.ts";
import { hintOffer, seenHints } from "./lab_hints.ts";
import { type Detail, labDetail } from "./lab_detail.ts";
import { labHelp } from "./lab_keys.ts";
import { taskLines } from "./lab_tasks.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { figure, pointsOf } from "./points.ts";
import { clamped, position, showing } from "./scroll.ts";
import { cutLine, ends, span } from "./width.ts";
import { atMost, wrap } from "./wrap.ts";

/** From this many columns on, side by side. */
export const wide = 90;
/** From this many rows on there is room for what is only nice to know. */
export const tall = 20;

const words = {
  looking: { es: "mirando el motor de Docker…", en: "looking at the Docker engine…" },
  below: { es: "⚠ Docker no responde: lee abajo", en: "⚠ Docker does not answer: see below" },
  elsewhere: {
    es: "Usa docker con : o en otra terminal",
    en: "Use docker with : or another terminal",
  },
  workspace: { es: "Carpeta de trabajo: ", en: "Workspace: " },
  reset: {
    es: "¿Empezar esta tarea de nuevo? Se quita lo que ha creado, y lo que depende de ella se rehace también",
    en: "Begin this task anew? What it made is removed, and what depends on it is done again too",
  },
  solution: {
    es: "¿Ver la solución? Esta tarea ya no dará puntos, y quedará anotado que la has pedido",
    en: "See the solution? This task will give no points, and it will be noted that you asked for it",
  },
  fits: {
    es: "Hay una pista para lo que se ve ahora: pulsa h",
    en: "There is a hint for what is seen now: press h",
  },
  ready: { es: "Ya puedes ver la pista: pulsa h", en: "You can see the hint now: press h" },
} satisfies Readonly<Record<string, Text>>;

export interface LabLayout {
  readonly header: readonly Line[];
  readonly notes: readonly Line[];
  readonly rows: number;
  readonly detail: readonly Line[];
  readonly detailRows: number;
  readonly offset: number;
  /** Width of the column of tasks, 0 when they stand above. */
  readonly left: number;
  readonly listRows: number;
}

export function viewLab(state: LabState, view: View): Frame {
  const { columns } = view.size;
  const { header, notes, rows, detail, detailRows, offset, left, listRows } = labLayout(state, view);
  const tasks = taskLines(state, view.lang, left === 0 ? columns : left);
  const from = showing({ from: state.at, to: state.at }, 0, listRows, tasks.length);
  const list = tasks.slice(from, from + listRows);
  const sight = detail.slice(offset, offset + detailRows);
  const body = left > 0
    ? beside(list, sight, { leftWidth: left, width: columns, rows })
    : [...list, divider(from, tasks.length - from - list.length, columns), ...sight];
  const bindings = [...labHelp(state), ...appBindings(false)];
  return page({ header, body, offset: 0, notes, bindings, place: position(offset, detailRows, detail.length) }, view);
}

/** Where everything stands; paging asks for it too. */
export function labLayout(state: LabState, view: View): LabLayout {
  const { lang, size } = view;
  const { header, told } = headerOf(state, view);
  const notes = atMost(Math.max(1, Math.floor(size.rows / 5)), notesOf(state, lang, size.columns), size.columns);
  const rows = bodyRows(size, header.length, notes.length);
  const count = state.opening.lab.tasks.length;
  const left = size.columns >= wide ? Math.min(44, Math.floor(size.columns * 0.36)) : 0;
  const third = Math.max(2, Math.floor((rows - 1) / 3));
  const listRows = left > 0 ? rows : count <= third + 1 ? count : third;
  const width = Math.min(100, left > 0 ? size.columns - left - gap : size.columns);
  const detailRows = Math.max(1, left > 0 ? rows : rows - listRows - 1);
  const { lines, check, hint, solution } = labDetail(state, lang, width);
  const before = told ? [] : [...faultLines(state, lang, width), []];
  const after = !state.opening.workspace || size.rows >= tall
    ? []
    : [[], workspaceLine(state.opening.workspace, lang, width)];
  const detail = [...before, ...lines, ...after];
  const offset = offsetOf(state, { lines: detail, check, hint, solution }, before.length, detailRows);
  return { header, notes, rows, detail, detailRows, offset, left, listRows };
}

/** Between tasks and task; says how many tasks are out of sight. */
export function divider(above: number, below: number, columns: number): Line {
  const hidden = [...(above > 0 ? [`↑ ${above}`] : []), ...(below > 0 ? [`↓ ${below}`] : [])].join("  ");
  const end = hidden === "" ? "" : ` ${hidden} ─`;
  return [span("─".repeat(Math.max(0, columns - end.length)) + end, "dim")];
}

export function offsetOf({ sight }: LabState, { lines, ...places }: Detail, shift: number, rows: number): number {
  if (typeof sight === "number") return clamped(sight, rows, lines.length);
  if (sight === "top") return 0;
  const { from, to } = places[sight];
  return showing({ from: from + shift, to: to + shift }, 0, rows, lines.length);
}

/** `told`: everything that is to be said of the engine fits in the header. */
export function headerOf(
  state: LabState,
  { lang, size }: View,
): { readonly header: readonly Line[]; readonly told: boolean } {
  const { lab, workspace } = state.opening;
  const score = state.verdict ? `${figure(state.verdict.score, lang)}/${figure(state.verdict.max, lang)} ` : "";
  const points = score === "" ? [] : [span(score + (lang === "es" ? "puntos" : "points"), "accent")];
  const title = ends([span(lab.title[lang], "title")], points, size.columns);
  const folder = workspace && size.rows >= tall ? [workspaceLine(workspace, lang, size.columns)] : [];
  if (state.engine.kind !== "fault") {
    return { header: [title, engineLine(state, lang, size.columns), ...folder], told: true };
  }
  const banner = faultLines(state, lang, size.columns);
  if (banner.length <= Math.max(2, Math.floor(size.rows / 4))) {
    return { header: [title, ...banner, ...folder], told: true };
  }
  return { header: [title, cutLine([span(words.below[lang], "bad")], size.columns), ...folder], told: false };
}

function engineLine({ engine, looking }: LabState, lang: Lang, width: number): Line {
  if (engine.kind !== "reached") return cutLine([span(words.looking[lang], "dim")], width);
  const { version, context, host } = engine.engine;
  const facts = `Docker ${version} · ${context} · ${host}`;
  return ends([span(facts, "dim")], looking ? [span(lang === "es" ? "mirando…" : "looking…", "accent")] : [], width);
}

/** The fault of the engine and its repair, wrapped. */
export function faultLines({ engine }: LabState, lang: Lang, width: number): readonly Line[] {
  if (engine.kind !== "fault") return [];
  const { what, next } = faultText(engine.fault.kind);
  return [...wrap([span("⚠ ", "bad"), ...inlineMarkdown(what[lang], "bad")], width), ...markdown(next[lang], width)];
}

function workspaceLine(workspace: string, lang: Lang, width: number): Line {
  return cutLine([span(words.workspace[lang], "dim"), span(workspace, "code")], width);
}

function notesOf(state: LabState, lang: Lang, width: number): readonly Line[] {
  if (state.confirm?.kind === "reset") return wrap([span(words.reset[lang], "warn")], width);
  if (state.confirm?.kind === "solution") return wrap([span(words.solution[lang], "warn")], width);
  if (state.confirm?.kind === "hint") return wrap([span(hintQuestion(state, state.confirm.tier, lang), "warn")], width);
  if (state.activity) return [activityLine(state.activity, lang, width)];
  const offer = hintOffer(state);
  if (state.tooSoon) return wrap([span(tooSoonText(offer, lang), "warn")], width);
  const good = endingOf(state) ?? state.highlight;
  if (good) return wrap([span("✔ ", "good"), ...inlineMarkdown(good[lang], "good")], width);
  if (offer.kind === "ready" && offer.fits) return wrap([span(words.fits[lang], "accent")], width);
  const fresh = state.verdict?.tasks.every(({ status }) => status !== "passed") === true;
  return fresh && state.engine.kind !== "fault" ? [cutLine([span(words.elsewhere[lang], "accent")], width)] : [];
}

function hintQuestion(state: LabState, tier: number, lang: Lang): string {
  const number = seenHints(state).length + 1;
  const cost = pointsOf(chosenTask(state)?.hints[tier - 1]?.cost ?? 0, lang);
  return lang === "es" ? `¿Ver la pista ${number}? Resta ${cost}` : `See hint ${number}? It takes ${cost} away`;
}

function tooSoonText(offer: HintOffer, lang: Lang): string {
  if (offer.kind !== "waiting") return words.ready[lang];
  const { seconds } = offer;
  return lang === "es"
    ? `La pista podrá verse en ${seconds} s: mientras, prueba tú`
    : `The hint can be seen in ${seconds} s: try by yourself until then`;
}
