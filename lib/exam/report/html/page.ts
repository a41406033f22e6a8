/** The report of a class as one HTML file: no script, nothing loaded from elsewhere, for screens and paper. */

import type { Lang, Text } from "../../../content/text.ts";
import { notesOf } from "../notes.ts";
import type { ClassStatistics } from "../../statistics/class_statistics.ts";
import { histogram } from "./charts.ts";
import { conceptSection, facts, glossary, standingSection, taskSection } from "./class_sections.ts";
import { type Child, element } from "./element.ts";
import { answerSection, itemTable, lookFirst } from "./item_sections.ts";
import { style } from "./style.ts";

export interface PageOptions {
  /** What concepts are called, by their ids. */
  readonly conceptNames: ReadonlyMap<string, Text>;
  /** False where a table of marks did not say what items are worth. */
  readonly maxGiven: boolean;
}

const titles = {
  report: { es: "Informe de la clase", en: "Class report" },
  look: { es: "Qué mirar primero", en: "What to look at first" },
  scores: { es: "Cómo se reparten las notas", en: "How the scores are spread" },
  items: { es: "Ítem a ítem", en: "Item by item" },
  answers: { es: "Quién contestó qué", en: "Who answered what" },
  concepts: { es: "Conceptos, de menos a más sabido", en: "Concepts, the least known first" },
  tasks: { es: "Tareas de laboratorio", en: "Lab tasks" },
  students: { es: "Estudiantes", en: "Students" },
  glossary: { es: "Qué significa cada cifra", en: "What each figure means" },
} as const satisfies Record<string, Text>;

/** Neither scripts nor anything from a network, whatever a name or a text tries. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

export function reportPage(statistics: ClassStatistics, lang: Lang, { conceptNames, maxGiven }: PageOptions): string {
  const title = statistics.title?.[lang] ?? titles.report[lang];
  const part = (name: Text, content: Child): Child =>
    content === undefined ? undefined : element("section", {}, element("h2", {}, name[lang]), content);
  const page = element(
    "html",
    { lang },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "generator", content: "grumete" }),
      element("title", {}, title),
      { html: `<style>${style}</style>` },
    ),
    element(
      "body",
      {},
      element(
        "header",
        {},
        element("h1", {}, title),
        notesOf(statistics, maxGiven).map((note) => element("p", { class: "note", role: "note" }, note[lang])),
      ),
      element(
        "main",
        {},
        facts(statistics, lang),
        part(titles.look, lookFirst(statistics, lang)),
        part(titles.scores, histogram(statistics.scores, statistics.outOf, lang)),
        part(titles.items, itemTable(statistics, lang)),
        part(titles.answers, answerSection(statistics, lang)),
        part(titles.tasks, taskSection(statistics, lang)),
        part(titles.concepts, conceptSection(statistics, conceptNames, lang)),
        part(titles.students, standingSection(statistics, lang)),
        part(titles.glossary, glossary(statistics, lang)),
      ),
    ),
  );
  return `<!DOCTYPE html>\n${page.html}\n`;
}
