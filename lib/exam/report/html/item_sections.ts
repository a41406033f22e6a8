/** The items of a report in HTML: what to look at, the table of figures, who answered what. */

import { both, type Lang, type Text } from "../../../content/text.ts";
import { flagText } from "../flag_text.ts";
import { percent } from "../figures.ts";
import { itemColumns } from "../item_columns.ts";
import type { ClassStatistics, ItemReport } from "../../statistics/class_statistics.ts";
import type { AnswerCount, DistractorTable } from "../../statistics/distractors.ts";
import { bar, whisker } from "./charts.ts";
import { type Child, element, type Html, inlineHtml } from "./element.ts";

/** Title and id; only the id where both are the same. */
export function itemName({ item }: ItemReport, lang: Lang): readonly Child[] {
  const title = item.title[lang].trim();
  if (title === "" || title === item.id) return [item.id];
  return [...inlineHtml(title), " ", element("span", { class: "soft" }, `(${item.id})`)];
}

export function lookFirst({ items, small }: ClassStatistics, lang: Lang): Html {
  const flagged = items.filter(({ flags }) => flags.length > 0);
  if (flagged.length === 0) {
    const said: Text = small
      ? { es: "Nada que señalar sin una clase mayor.", en: "Nothing to point out without a larger class." }
      : { es: "Ningún ítem da que pensar.", en: "No item gives cause for thought." };
    return element("p", {}, said[lang]);
  }
  return element(
    "ol",
    { class: "look" },
    flagged.map((report) =>
      element(
        "li",
        {},
        element("h3", {}, itemName(report, lang)),
        element(
          "ul",
          {},
          report.flags.map((flag) => {
            const { what, next } = flagText(flag);
            return element("li", {}, what[lang], " ", element("span", { class: "next" }, next[lang]));
          }),
        ),
      )
    ),
  );
}

export function itemTable({ items, small, time }: ClassStatistics, lang: Lang): Html {
  // The interval is drawn, and written, in the column of its index.
  const columns = itemColumns.filter(({ id }) => id !== "interval" && (id !== "time" || time !== undefined));
  const interval = itemColumns.find(({ id }) => id === "interval");
  const row = (report: ItemReport) =>
    element(
      "tr",
      {},
      element("th", { scope: "row", class: "name" }, itemName(report, lang)),
      columns.map(({ id, name, value, word }) => {
        const said = small ? undefined : word?.(report)?.[lang];
        return element(
          "td",
          { class: "number", "data-label": name[lang] },
          element(
            "span",
            {},
            value(report, lang),
            said === undefined ? undefined : element("span", { class: "word" }, said),
            id === "facility" && report.facility !== undefined ? bar(report.facility) : undefined,
            id === "discrimination"
              ? [
                element("span", { class: "word" }, interval?.value(report, lang) ?? ""),
                whisker(report.discriminationIndex, report.interval),
              ]
              : undefined,
          ),
        );
      }),
    );
  return element(
    "table",
    { class: "wide" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col" }, lang === "es" ? "Ítem" : "Item"),
        columns.map(({ name }) => element("th", { scope: "col", class: "number" }, name[lang])),
      ),
    ),
    element("tbody", {}, items.filter(({ asked }) => asked > 0).map(row)),
  );
}

/** Undefined where nobody knows what was answered. */
export function answerSection({ items }: ClassStatistics, lang: Lang): Html | undefined {
  const known = items.flatMap((report) => report.distractors ? [{ report, table: report.distractors }] : []);
  if (known.length === 0) return undefined;
  return element(
    "div",
    { class: "answers" },
    known.map(({ report, table }) =>
      element("section", {}, element("h3", {}, itemName(report, lang)), answerTable(table, lang))
    ),
  );
}

const heads = {
  answer: { es: "Respuesta", en: "Answer" },
  all: { es: "Todos", en: "All" },
  top: { es: "Mejor tercio", en: "Best third" },
  bottom: { es: "Peor tercio", en: "Weakest third" },
} as const;

function answerTable(table: DistractorTable, lang: Lang): readonly Child[] {
  const { answers, answered, top, bottom, others } = table;
  const parts = top === undefined ? [] : [heads.top, heads.bottom];
  return [
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, heads.answer[lang]),
          [heads.all, ...parts].map((head) => element("th", { scope: "col", class: "number" }, head[lang])),
        ),
      ),
      element("tbody", {}, answers.map((answer) => answerRow(answer, table, lang))),
    ),
    element(
      "p",
      { class: "soft" },
      answeredBy(answered, top, bottom)[lang],
      others.different > 0 ? otherAnswers(others)[lang] : undefined,
    ),
  ];
}

function answerRow(answer: AnswerCount, { answered, top, bottom }: DistractorTable, lang: Lang): Html {
  const part = (count: number | undefined, whole: number | undefined) =>
    element("td", { class: "number" }, percent(count === undefined || !whole ? undefined : count / whole));
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row", class: answer.right ? "right" : undefined },
      answer.right ? [element("span", { class: "tag" }, lang === "es" ? "✔ correcta" : "✔ right"), " "] : undefined,
      inlineHtml(answer.text[lang]),
      bar(answer.chosen / answered),
    ),
    element("td", { class: "number" }, `${answer.chosen} (${percent(answer.chosen / answered)})`),
    top === undefined ? undefined : [part(answer.top, top), part(answer.bottom, bottom)],
  );
}

function answeredBy(answered: number, top: number | undefined, bottom: number | undefined): Text {
  return both((lang) => {
    const thirds = top === undefined
      ? ""
      : lang === "es"
      ? ` (${top} del mejor tercio, ${bottom} del peor)`
      : ` (${top} of the best third, ${bottom} of the weakest)`;
    return lang === "es" ? `Contestaron ${answered}${thirds}.` : `Answered by ${answered}${thirds}.`;
  });
}

function otherAnswers({ different, times }: DistractorTable["others"]): Text {
  return {
    es: ` Otras ${different} respuestas, ${times} veces.`,
    en: ` ${different} other answers, ${times} times.`,
  };
}
