/** What is told of the chosen line of the home screen: all of it where there is a column for it, else three lines. */

import type { Lang, Text } from "../content/text.ts";
import { bar, percent } from "./bar.ts";
import { daysAgo } from "./relative_days.ts";
import { counted } from "./counted.ts";
import type { Line } from "./frame.ts";
import type { HomeConcept, HomeData, HomeEntry } from "./home.ts";
import type { HomeStep } from "./home_path.ts";
import { type HomeRow, isWeak } from "./home_rows.ts";
import { stepAbout, stepCommandLine, stepDetails } from "./step_view.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { cut, cutLine, pad, span } from "./width.ts";
import { atMost, wrap } from "./wrap.ts";

/** Lines for a column of that width. */
export function detailsOf(row: HomeRow | undefined, data: HomeData, width: number, lang: Lang): readonly Line[] {
  if (!row) return [];
  switch (row.kind) {
    case "resume": {
      const { title, detail } = row.resume;
      const entry = entryOf(row, data);
      const line = [span(detail[lang], "accent")];
      return entry
        ? ofEntry(entry, data, width, lang, line)
        : [...wrap(inlineMarkdown(title[lang], "strong"), width), line];
    }
    case "due":
      return [
        ...markdown(aboutDue(data)[lang], width),
        [],
        [span(words.shell[lang], "dim")],
        ...wrap([span(`$ ${reviewLine(data)}`, "code")], width),
      ];
    case "next":
    case "step": {
      const step = stepOf(row, data);
      return step?.opening
        ? [...wrap([span(step.title[lang], "strong")], width), [], ...stepDetails(step.opening, width, lang)]
        : [];
    }
    case "concept":
      return ofConcept(row.concept, data, width, lang);
    case "entry":
      return ofEntry(row.entry, data, width, lang);
  }
}

/** Always as high, so that the list stands still. */
export function notesOf(row: HomeRow | undefined, data: HomeData, width: number, lang: Lang): readonly Line[] {
  if (row?.kind === "due") {
    const text = atMost(2, markdown(aboutDue(data)[lang], width, "dim"), width);
    return [[], ...text, ...(text.length < 2 ? [[]] : []), cutLine([span(reviewLine(data), "code")], width)];
  }
  const step = row && stepOf(row, data);
  if (step?.opening) {
    const text = atMost(2, markdown(stepAbout(step.opening)[lang].split("\n\n")[0] ?? "", width, "dim"), width);
    const command = stepCommandLine(step.opening);
    return [[], ...text, ...(text.length < 2 ? [[]] : []), cutLine([span(command, "code")], width)];
  }
  const entry = row && entryOf(row, data);
  const about = entry?.summary ? atMost(2, markdown(entry.summary[lang], width, "dim"), width) : [];
  const facts: Line = entry ? cutLine([...lastLine(entry, lang), span(shellLine(entry, data), "code")], width) : [];
  return [[], about[0] ?? facts, about[1] ?? (about.length > 0 ? facts : []), about.length > 1 ? facts : []];
}

/** Who has done nothing yet is told where to begin. */
function aboutDue({ entries, resume }: HomeData): Text {
  return entries.some(({ last }) => last) || resume ? words.due : words.begin;
}

function reviewLine({ flags }: HomeData): string {
  return ["grumete review", ...flags].join(" ");
}

function stepOf(row: HomeRow, { paths }: HomeData): HomeStep | undefined {
  if (row.kind === "step") return row.step;
  if (row.kind !== "next") return undefined;
  return paths.find(({ id }) => id === row.path)?.steps.find(({ place }) => place === row.next.place);
}

function entryOf(row: HomeRow, { entries }: HomeData): HomeEntry | undefined {
  if (row.kind === "entry") return row.entry;
  if (row.kind !== "resume") return undefined;
  const { kind, id } = row.resume;
  return entries.find((entry) => entry.kind === kind && entry.id === id);
}

function ofEntry(entry: HomeEntry, data: HomeData, width: number, lang: Lang, more?: Line): readonly Line[] {
  const names = new Map(data.concepts.map((concept) => [concept.id, concept]));
  const known = entry.concepts.flatMap((id) => names.get(id) ?? []);
  return [
    ...wrap(inlineMarkdown(entry.title[lang], "strong"), width),
    ...(more ? [more] : []),
    [],
    ...(entry.summary ? [...markdown(entry.summary[lang], width), []] : []),
    cutLine(lastLine(entry, lang), width),
    ...wrap([span(`$ ${shellLine(entry, data)}`, "code")], width),
    [],
    ...(known.length > 0
      ? [[span(words.concepts[lang], "strong")], ...known.map((concept) => conceptLine(concept, width, lang))]
      : []),
  ];
}

function ofConcept(
  { id, name, mastery }: HomeConcept,
  { entries, flags }: HomeData,
  width: number,
  lang: Lang,
): readonly Line[] {
  const taught = entries.filter(({ concepts }) => concepts.includes(id));
  return [
    ...wrap([span(name[lang], "strong")], width),
    [],
    ...(mastery === undefined ? [] : [conceptLine({ id, name: words.mastery, mastery }, width, lang), []]),
    [span(words.taught[lang], "strong")],
    ...taught.map(({ title }) => cutLine([span("• "), ...inlineMarkdown(title[lang])], width)),
    [],
    [span(words.shell[lang], "dim")],
    [span(`$ ${["grumete", "concept", ...flags, id].join(" ")}`, "code")],
  ];
}

function lastLine(entry: HomeEntry, lang: Lang): Line {
  const { last } = entry;
  const size = entry.half === undefined
    ? sizeOf(entry, lang)
    : `${sizeOf(entry, lang)}, ${entry.half} ${words[entry.half === 1 ? "answered" : "answeredMany"][lang]}`;
  if (!last) return [span(`${size}  `, "dim")];
  const best = last.best === undefined ? "" : ` · ${words.best[lang]}: ${percent(last.best)}`;
  return [span(`${size} · ${words.last[lang]}: ${daysAgo(last.days, lang)}${best}  `, "dim")];
}

function conceptLine({ name, mastery }: HomeConcept, width: number, lang: Lang): Line {
  const room = Math.max(6, width - 15);
  return [
    span(pad(cut(name[lang], room), room)),
    span(" "),
    ...(mastery === undefined
      ? [span(words.unknown[lang].padStart(13), "dim")]
      : [...bar(mastery, 8, isWeak(mastery) ? "warn" : "good"), span(percent(mastery).padStart(5), "dim")]),
  ];
}

function shellLine({ kind, id }: HomeEntry, { flags }: HomeData): string {
  return ["grumete", kind, ...flags, id].join(" ");
}

export function sizeOf({ kind, size }: HomeEntry, lang: Lang): string {
  const word = kind === "quiz" ? { es: "pregunta", en: "question" } : { es: "tarea", en: "task" };
  return counted(size, word[lang]);
}

const words = {
  due: {
    es: "Lo aprendido vuelve justo antes de que se olvide, y con ello algunas preguntas nuevas.",
    en: "What was learned comes back just before it is forgotten, and some new questions with it.",
  },
  begin: {
    es: "¿Por dónde empezar? Baja y elige: los cuestionarios explican cada respuesta, los laboratorios se hacen con " +
      "docker. O pulsa intro y prueba con unas preguntas.",
    en: "Where to begin? Go down and choose: quizzes explain every answer, labs are done with docker. Or press enter " +
      "and try some questions.",
  },
  concepts: { es: "Conceptos y dominio", en: "Concepts and mastery" },
  mastery: { es: "Dominio", en: "Mastery" },
  answered: { es: "respondida", en: "answered" },
  answeredMany: { es: "respondidas", en: "answered" },
  unknown: { es: "sin preguntar", en: "never asked" },
  taught: { es: "Dónde se enseña", en: "Where it is taught" },
  shell: { es: "Desde la shell", en: "From the shell" },
  last: { es: "última vez", en: "last time" },
  best: { es: "mejor resultado", en: "best result" },
} satisfies Readonly<Record<string, Text>>;
