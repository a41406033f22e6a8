/** What the home screen offers, in the order shown: filtered, searched, and under its area. */

import { join, same, type Text } from "../content/text.ts";
import { passMark } from "../quiz/pass_mark.ts";
import { foldForSearch } from "./fold.ts";
import type { HomeArea, HomeConcept, HomeData, HomeEntry, HomeResume, HomeState } from "./home.ts";
import type { HomePath, HomeStep } from "./home_path.ts";

/** `pending`: not all of it was done. `weak`: less of what was asked is known than would pass. */
export type HomeFilter = "all" | "pending" | "weak" | "done";

export const homeFilters: readonly HomeFilter[] = ["all", "pending", "weak", "done"];

export type HomeRow =
  | { readonly kind: "resume"; readonly resume: HomeResume }
  | { readonly kind: "due" }
  /** What the path comes to next; `path` is an id. */
  | { readonly kind: "next"; readonly path: string; readonly next: HomePath["next"] & object }
  | { readonly kind: "step"; readonly path: string; readonly step: HomeStep }
  | { readonly kind: "entry"; readonly entry: HomeEntry }
  | { readonly kind: "concept"; readonly concept: HomeConcept };

/** Rows under one heading; without a name they need none. */
export interface HomeSection {
  readonly name?: Text;
  readonly mastery?: number;
  /** How many of its sessions are done or known; stands behind the name. */
  readonly settled?: { readonly count: number; readonly of: number };
  readonly rows: readonly HomeRow[];
}

/** A search looks in ids, titles and summaries of both languages and in the names of concepts; accents do not matter. */
export function homeSections({ data, query, filter, by }: HomeState): readonly HomeSection[] {
  const words = foldForSearch(query?.text ?? "").split(/\s+/).filter((word) => word !== "");
  const found = (what: HomeEntry | HomeConcept) => words.every((word) => searchable(what).includes(word));
  const entries = data.entries.filter((entry) => passes(entry, filter) && (words.length === 0 || found(entry)));
  const concepts = words.length === 0
    ? []
    : data.concepts.filter((concept) => passes(concept, filter) && found(concept));
  const known = new Set(data.areas.map(({ id }) => id));
  const areas: readonly HomeArea[] = [...data.areas, { id: "", name: others }];
  const sections = areas.map(({ id, name, mastery }): HomeSection => ({
    name,
    ...(mastery === undefined ? {} : { mastery }),
    rows: [
      ...entries.filter(({ area }) => known.has(area) ? area === id : id === "").map(entryRow),
    ],
  }));
  const begin: readonly HomeSection[] = words.length > 0 || filter !== "all" || data.entries.length === 0
    ? []
    : [{ rows: [...resumeRows(data), ...nextRows(data), { kind: "due" }] }];
  if (by === "path" && data.paths.length > 0 && words.length === 0) {
    const paths = data.paths.map((path) => pathSection(path, data, filter));
    return [...begin, ...paths].filter(({ rows }) => rows.length > 0);
  }
  const named: HomeSection = { name: conceptsName, rows: concepts.map((concept) => ({ kind: "concept", concept })) };
  return [...begin, ...sections, named].filter(({ rows }) => rows.length > 0);
}

function resumeRows({ resume }: HomeData): readonly HomeRow[] {
  return resume ? [{ kind: "resume", resume }] : [];
}

/** Of the first path; not where it was begun already and stands above. */
function nextRows({ paths: [path], resume }: HomeData): readonly HomeRow[] {
  const next = path?.next;
  if (!path || !next) return [];
  const opening = path.steps.find(({ place }) => place === next.place)?.opening;
  const own = opening?.kind === "session" ? opening.parts.map(({ id }) => id) : [`${path.id}/${next.place}`];
  return resume && own.includes(resume.id) ? [] : [{ kind: "next", path: path.id, next }];
}

function pathSection({ id, title, steps, settled, of }: HomePath, data: HomeData, filter: HomeFilter): HomeSection {
  const rows = steps.filter((step) => passesStep(step, data, filter));
  return { name: title, settled: { count: settled, of }, rows: rows.map((step) => ({ kind: "step", path: id, step })) };
}

/** Of its quiz and its lab: what of it was done, and the mean of what is known. */
export function stepMeasures(
  { opening }: HomeStep,
  { entries }: HomeData,
): { readonly done?: number; readonly mastery?: number } {
  if (opening?.kind !== "session") return {};
  const own = opening.parts.map((part) => {
    const entry = entries.find(({ kind, id }) => kind === part.kind && id === part.id);
    return { done: part.passed ? 1 : Math.min(entry?.done ?? 0, 0.99), mastery: entry?.mastery };
  });
  const done = own.reduce((sum, { done }) => sum + done, 0) / own.length;
  const known = own.flatMap(({ mastery }) => mastery ?? []);
  return {
    ...(done > 0 ? { done } : {}),
    ...(known.length > 0 ? { mastery: known.reduce((sum, one) => sum + one, 0) / known.length } : {}),
  };
}

function passesStep(step: HomeStep, data: HomeData, filter: HomeFilter): boolean {
  const settled = step.state === "done" || step.state === "known";
  switch (filter) {
    case "all":
      return true;
    case "pending":
      return !settled;
    case "weak":
      return isWeak(stepMeasures(step, data).mastery);
    case "done":
      return settled;
  }
}

/** To fold a few hundred texts takes longer than to draw a screen, and every key of a search asks for all of them. */
const folded = new WeakMap<object, string>();

function searchable(what: HomeEntry | HomeConcept): string {
  const known = folded.get(what);
  if (known !== undefined) return known;
  const { es, en } = "title" in what ? join([what.title, what.summary ?? same("")], " ") : what.name;
  const text = foldForSearch(`${what.id} ${es} ${en}`);
  folded.set(what, text);
  return text;
}

/** What can be chosen. */
export function homeRows(state: HomeState): readonly HomeRow[] {
  return homeSections(state).flatMap(({ rows }) => rows);
}

export function rowId(row: HomeRow): string {
  switch (row.kind) {
    case "resume":
    case "due":
    case "next":
      return row.kind;
    case "step":
      return `step ${row.path}/${row.step.place}`;
    case "entry":
      return `${row.entry.kind} ${row.entry.id}`;
    case "concept":
      return `concept ${row.concept.id}`;
  }
}

/** Place of the first row that is called like the search, else of one whose name or id holds it, else of the first one. */
export function bestRow(state: HomeState): number {
  const query = foldForSearch(state.query?.text ?? "").trim();
  const names = homeRows(state).map((row) => namesOf(row).map(foldForSearch));
  const [same, holding] = [
    names.findIndex((names) => names.includes(query)),
    names.findIndex((names) => names.some((name) => name.includes(query))),
  ];
  return same >= 0 ? same : Math.max(0, holding);
}

function namesOf(row: HomeRow): readonly string[] {
  switch (row.kind) {
    case "resume":
    case "due":
    case "next":
    case "step":
      return [];
    case "entry":
      return [row.entry.id, row.entry.title.es, row.entry.title.en];
    case "concept":
      return [row.concept.id, row.concept.name.es, row.concept.name.en];
  }
}

function entryRow(entry: HomeEntry): HomeRow {
  return { kind: "entry", entry };
}

function passes(
  { done, mastery }: { readonly done?: number | undefined; readonly mastery?: number | undefined },
  filter: HomeFilter,
): boolean {
  switch (filter) {
    case "all":
      return true;
    case "pending":
      return (done ?? 0) < 1;
    case "weak":
      return isWeak(mastery);
    case "done":
      return done === 1;
  }
}

/** Less is known than would pass a quiz. What was never asked is not weak, but new. */
export function isWeak(mastery: number | undefined): boolean {
  return mastery !== undefined && mastery < passMark;
}

const others: Text = { es: "Otros", en: "Other" };
const conceptsName: Text = { es: "Conceptos", en: "Concepts" };
