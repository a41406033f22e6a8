/** The class of a report in HTML: figures, concepts, tasks of labs, students. */

import type { Lang, Text } from "../../../content/text.ts";
import { decimal, percent } from "../figures.ts";
import { itemColumns } from "../item_columns.ts";
import { taskCounts } from "../task_words.ts";
import { summaryFacts } from "../summary_facts.ts";
import type { MarkedStudent } from "../../marks/marks.ts";
import type { ClassStatistics, ItemReport } from "../../statistics/class_statistics.ts";
import type { TaskResult } from "../../statistics/task_results.ts";
import { bar } from "./charts.ts";
import { bdi, type Child, element, type Html, inlineHtml } from "./element.ts";
import { itemName } from "./item_sections.ts";

export function facts(statistics: ClassStatistics, lang: Lang): Html {
  return element(
    "dl",
    { class: "facts" },
    summaryFacts(statistics, lang).map(({ name, value, said }) =>
      element(
        "div",
        {},
        element("dt", {}, name),
        element("dd", { class: "value" }, value),
        said === "" ? undefined : element("dd", {}, said),
      )
    ),
  );
}

function head(names: readonly Text[], lang: Lang): Html {
  const cells = names.map((name, index) =>
    element("th", { scope: "col", class: index === 0 ? undefined : "number" }, name[lang])
  );
  return element("thead", {}, element("tr", {}, cells));
}

const cell = (label: Text, lang: Lang, ...children: readonly Child[]): Html =>
  element("td", { class: "number", "data-label": label[lang] }, element("span", {}, ...children));

const conceptHeads: readonly [Text, Text, Text, Text] = [
  { es: "Concepto", en: "Concept" },
  { es: "Puntos conseguidos", en: "Points achieved" },
  { es: "Ítems", en: "Items" },
  { es: "Con menos de la mitad", en: "With less than half" },
];

/** `names`: what concepts are called. Undefined where no item has any. */
export function conceptSection(
  { concepts }: ClassStatistics,
  names: ReadonlyMap<string, Text>,
  lang: Lang,
): Html | undefined {
  if (concepts.length === 0) return undefined;
  const [, points, items, weakHead] = conceptHeads;
  return element(
    "table",
    { class: "wide" },
    head(conceptHeads, lang),
    element(
      "tbody",
      {},
      concepts.map(({ id, items: count, facility, students, weak }) =>
        element(
          "tr",
          {},
          element("th", { scope: "row", class: "name" }, inlineHtml(names.get(id)?.[lang] ?? id)),
          cell(points, lang, percent(facility), bar(facility)),
          cell(items, lang, count),
          cell(weakHead, lang, `${weak} ${lang === "es" ? "de" : "of"} ${students}`),
        )
      ),
    ),
  );
}

/** Undefined where there were no labs. */
export function taskSection({ tasks, items }: ClassStatistics, lang: Lang): Html | undefined {
  if (tasks.length === 0) return undefined;
  return element("div", { class: "answers" }, tasks.map((task) => taskBox(task, items[task.item], lang)));
}

function taskBox(task: TaskResult, item: ItemReport | undefined, lang: Lang): Html {
  const counts = taskCounts(task, lang).join(" · ");
  return element(
    "section",
    {},
    element("h3", {}, item ? itemName(item, lang) : undefined),
    element("p", {}, counts),
    task.failures.length === 0 ? undefined : [
      element("p", { class: "soft" }, lang === "es" ? "Lo que más falló:" : "What failed most:"),
      element(
        "ol",
        {},
        task.failures.slice(0, 3).map(({ check, students, because }) =>
          element(
            "li",
            {},
            element("code", {}, check),
            ` (${students}) `,
            because ? inlineHtml(because[lang]) : undefined,
          )
        ),
      ),
    ],
  );
}

const standingHeads: readonly [Text, Text, Text] = [
  { es: "Estudiante", en: "Student" },
  { es: "Nota", en: "Score" },
  { es: "Del máximo", en: "Of the maximum" },
];

export function standingSection({ standings, leftOut, pending }: ClassStatistics, lang: Lang): readonly Child[] {
  const rows = standings.map(({ student, score, share }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, nameOf(student)),
      element("td", { class: "number" }, decimal(score, lang)),
      element("td", { class: "number" }, percent(share)),
    )
  );
  return [
    element("table", { class: "standings" }, head(standingHeads, lang), element("tbody", {}, rows)),
    named({ es: "Con algo sin corregir", en: "With something to be judged" }, pending, lang),
    named({ es: "No contestaron nada", en: "Answered nothing" }, leftOut, lang),
  ];
}

function named(what: Text, students: readonly MarkedStudent[], lang: Lang): Html | undefined {
  if (students.length === 0) return undefined;
  const names = students.map((student, index): Child => [index > 0 ? ", " : "", nameOf(student)]);
  return element("p", {}, `${what[lang]}: `, names, ".");
}

function nameOf({ id, name }: MarkedStudent): readonly Child[] {
  return name === undefined || name === id
    ? [bdi(id)]
    : [bdi(name), " ", element("span", { class: "soft" }, "(", bdi(id), ")")];
}

/** What the words of the table mean, and whose formulas they are. */
export function glossary({ resamples }: ClassStatistics, lang: Lang): readonly Child[] {
  return [
    element(
      "dl",
      { class: "glossary" },
      itemColumns.map(({ name, meaning }) => [element("dt", {}, name[lang]), element("dd", {}, meaning[lang])]),
      element("dt", {}, lang === "es" ? "Alfa de Cronbach y error típico" : "Cronbach's alpha and standard error"),
      element(
        "dd",
        {},
        lang === "es"
          ? "Cuánto coincidiría la nota con la de otra prueba igual (1: del todo), y cuántos puntos puede desviarse de lo que se sabe."
          : "How far the score would agree with that of another test like this (1: fully), and by how many points it may miss what somebody knows.",
      ),
    ),
    element(
      "p",
      { class: "soft" },
      lang === "es"
        ? "Fórmulas: las del informe de estadísticas de Moodle (docs.moodle.org/dev, «Quiz statistics calculations»). Lo no contestado vale 0."
        : "Formulas: those of Moodle's statistics report (docs.moodle.org/dev, “Quiz statistics calculations”). What is not answered is worth 0.",
      resamples === 0
        ? undefined
        : lang === "es"
        ? ` Intervalos del 95%, con ${resamples} remuestreos; los mismos datos dan los mismos.`
        : ` Intervals of 95%, from ${resamples} resamples; the same data give the same.`,
    ),
  ];
}
