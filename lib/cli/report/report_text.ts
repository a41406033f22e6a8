/** The report of a class on a terminal: drawn where lines are looked at, in sentences where they are read out. */

import type { Lang, Text } from "../../content/text.ts";
import { brief, decimal, percent } from "../../exam/report/figures.ts";
import { flagText } from "../../exam/report/flag_text.ts";
import { type ItemColumn, itemColumns } from "../../exam/report/item_columns.ts";
import { notesOf } from "../../exam/report/notes.ts";
import { type Fact, summaryFacts } from "../../exam/report/summary_facts.ts";
import { taskCounts } from "../../exam/report/task_words.ts";
import type { ClassStatistics, ItemReport } from "../../exam/statistics/class_statistics.ts";
import type { TaskResult } from "../../exam/statistics/task_results.ts";
import { bar } from "../../screens/bar.ts";
import type { Line } from "../../screens/frame.ts";
import { cut, lineWidth, pad, span, widthOf } from "../../screens/width.ts";
import { wrap } from "../../screens/wrap.ts";

export interface TextOptions {
  readonly lang: Lang;
  /** Cells. */
  readonly width: number;
  /** Sentences instead of drawings and tables. */
  readonly plain: boolean;
  readonly conceptNames: ReadonlyMap<string, Text>;
  /** False where a table of marks did not say what items are worth. */
  readonly maxGiven: boolean;
}

/** No line is wider than `width`, 30 at least. */
export function reportText(statistics: ClassStatistics, options: TextOptions): readonly Line[] {
  const { lang, width, plain, maxGiven } = options;
  const es = lang === "es";
  const title = statistics.title?.[lang] ?? (es ? "Informe de la clase" : "Class report");
  const asked = { ...statistics, items: statistics.items.filter(({ asked }) => asked > 0) };
  const table = plain ? itemSentences(asked, lang) : itemTable(asked, lang, width);
  const parts: readonly (readonly [string, readonly Line[]])[] = [
    [brief(title, 200), [
      ...notesOf(statistics, maxGiven).flatMap((note) => [[span("! ", "warn"), span(note[lang])]]),
      ...summaryFacts(statistics, lang).flatMap((fact) => plain ? [factSentence(fact)] : factLines(fact, width)),
    ]],
    [es ? "Notas" : "Scores", histogram(statistics, options)],
    [es ? "Ítems" : "Items", table],
    [es ? "Qué mirar primero" : "What to look at first", flagged(statistics, lang)],
    [es ? "Tareas de laboratorio" : "Lab tasks", statistics.tasks.flatMap((task) => taskLines(task, statistics, lang))],
    [es ? "Conceptos, de menos a más sabido" : "Concepts, the least known first", concepts(statistics, options)],
  ];
  return parts.filter(([, lines]) => lines.length > 0).flatMap(([name, lines], index): readonly Line[] => [
    ...(index === 0 ? [] : [[]]),
    ...wrap([span(name, "title")], width),
    ...lines.flatMap((line) => indented(line, width)),
  ]);
}

function factSentence({ name, value, said }: Fact): Line {
  return [span(`${name}: `, "dim"), span(value, "strong"), span(said === "" ? "" : `, ${said}`, "dim")];
}

/** What it says goes below where it has no room beside it. */
function factLines({ name, value, said }: Fact, width: number): readonly Line[] {
  const line = [span(`${pad(name, 20)} `, "dim"), span(value, "strong")];
  if (said === "") return [line];
  return 2 + lineWidth(line) + 2 + widthOf(said) <= width
    ? [[...line, span(`  ${said}`, "dim")]]
    : [line, [span(`  ${said}`, "dim")]];
}

/** Two cells in; what is longer than a line goes on below its beginning. */
function indented(line: Line, width: number): readonly Line[] {
  if (lineWidth(line) + 2 <= width) return [[span("  "), ...line]];
  const hanging = line[0]?.text.match(/^(?:[!•] )?( *)/)?.[0].length ?? 0;
  return wrap(line, width, { first: [span("  ")], rest: [span(" ".repeat(2 + hanging))] });
}

function histogram(
  { scores: { tenths }, standings }: ClassStatistics,
  { lang, width, plain }: TextOptions,
): readonly Line[] {
  const most = Math.max(1, ...tenths);
  const room = Math.max(5, Math.min(50, width - 20));
  return tenths.flatMap((count, index): readonly Line[] => {
    const label = `${index * 10}–${index * 10 + 10}%`;
    if (!plain) {
      // Half a cell is more than nothing.
      const cells = count === 0 ? 0 : Math.max(1, Math.round(count / most * room));
      return [[span(`${label.padStart(7)} │`, "dim"), span("█".repeat(cells), "accent"), span(` ${count}`)]];
    }
    if (count === 0) return [];
    const words = lang === "es"
      ? `${label}: ${count} de ${standings.length}`
      : `${label}: ${count} of ${standings.length}`;
    return [[span(words)]];
  });
}

/** What matters most comes first; the others where there is room. */
const order = ["facility", "discrimination", "interval", "guess", "empty", "weight", "efficiency", "deviation", "time"];

function itemTable({ items, small, time }: ClassStatistics, lang: Lang, width: number): readonly Line[] {
  if (items.length === 0) return [];
  const widest = Math.min(28, Math.max(4, ...items.map(({ item }) => widthOf(item.id))));
  let left = width - 2 - 2 - Math.max(8, widest);
  const taken = new Set<ItemColumn>();
  const widths = new Map<ItemColumn, number>();
  for (const id of order) {
    const column = itemColumns.find((one) => one.id === id);
    if (!column || (id === "time" && !time) || (id === "guess" && items.every(({ item }) => !item.guess))) continue;
    const cells = Math.max(widthOf(column.short[lang]), ...items.map((item) => widthOf(column.value(item, lang))));
    if (cells + 2 > left) continue;
    left -= cells + 2;
    taken.add(column);
    widths.set(column, cells);
  }
  const columns = itemColumns.filter((column) => taken.has(column));
  const name = Math.max(
    8,
    Math.min(widest + Math.max(0, left), Math.max(...items.map(({ item }) => widthOf(item.id)))),
  );
  const cell = (column: ItemColumn, text: string) =>
    `  ${" ".repeat((widths.get(column) ?? 0) - widthOf(text))}${text}`;
  const mark = (item: ItemReport) => item.flags.length === 0 ? "  " : "⚑ ";
  return [
    [span(pad("", name + 2)), ...columns.map((column) => span(cell(column, column.short[lang]), "dim"))],
    ...items.map((item): Line => [
      span(mark(item), "warn"),
      span(pad(cut(brief(item.item.id, 200), name), name)),
      ...columns.map((column) => span(cell(column, column.value(item, lang)), styleOf(column, item, small))),
    ]),
  ];
}

/** The colour says again what the figure says. */
function styleOf({ id }: ItemColumn, { discriminationIndex }: ItemReport, small: boolean): "plain" | "bad" {
  return id === "discrimination" && !small && (discriminationIndex ?? 0) < 0 ? "bad" : "plain";
}

function itemSentences({ items, small }: ClassStatistics, lang: Lang): readonly Line[] {
  return items.map((item) => {
    const figures = itemColumns.flatMap(({ name, value, word, id }) => {
      const shown = value(item, lang);
      if (shown === "" || shown.startsWith("–") || (id === "empty" && shown === "0")) return [];
      const said = small ? undefined : word?.(item)?.[lang];
      return [
        `${name[lang].toLowerCase()} ${shown.replace(" → ", lang === "es" ? " en la nota y " : " in the mark and ")}${
          id === "weight" ? lang === "es" ? " en las diferencias" : " in the differences" : ""
        }${said === undefined ? "" : ` (${said})`}`,
      ];
    });
    return [span(`${brief(item.item.id, 200)}: `, "strong"), span(figures.join("; "))];
  });
}

function flagged({ items }: ClassStatistics, lang: Lang): readonly Line[] {
  return items.flatMap(({ item, flags }): readonly Line[] => {
    if (flags.length === 0) return [];
    const title = brief(item.title[lang]);
    return [
      [span(brief(item.id, 200), "strong"), span(title === item.id || title === "" ? "" : `  ${title}`, "dim")],
      ...flags.map((flag): Line => {
        const { what, next } = flagText(flag);
        return [span("• "), span(what[lang]), span(` ${next[lang]}`, "dim")];
      }),
    ];
  });
}

function taskLines(task: TaskResult, { items }: ClassStatistics, lang: Lang): readonly Line[] {
  const item = items[task.item]?.item;
  const counts = taskCounts(task, lang);
  const [worst] = task.failures;
  return [
    [span(brief(item?.title[lang] ?? ""), "strong"), span(`  ${counts.join(", ")}`)],
    ...(worst
      ? [[
        span(`• ${brief(worst.check)} (${worst.students})`),
        span(worst.because ? `: ${brief(worst.because[lang], 200)}` : "", "dim"),
      ]]
      : []),
  ];
}

function concepts({ concepts }: ClassStatistics, { lang, width, plain, conceptNames }: TextOptions): readonly Line[] {
  return concepts.map(({ id, facility, items, weak, students }): Line => {
    const name = brief(conceptNames.get(id)?.[lang] ?? id, Math.max(12, Math.min(44, width - 32)));
    const rest = lang === "es"
      ? `${weak} de ${students} con menos de la mitad; ${items === 1 ? "1 ítem" : `${items} ítems`}`
      : `${weak} of ${students} with less than half; ${items === 1 ? "1 item" : `${items} items`}`;
    if (plain || width < 60) return [span(`${name}: ${percent(facility)}. ${rest}`)];
    return [span(`${percent(facility).padStart(4)} `), ...bar(facility, 10), span(` ${name}  `), span(rest, "dim")];
  });
}

/** "0,62 de 1": for the line that tells a file was written. */
export function classLine({ standings, items, scores, outOf }: ClassStatistics, lang: Lang): string {
  const mean = `${decimal(scores.mean, lang)} ${lang === "es" ? "de" : "of"} ${decimal(outOf, lang)}`;
  return lang === "es"
    ? `${standings.length} estudiantes, ${items.length} ítems, media ${mean}`
    : `${standings.length} students, ${items.length} items, mean ${mean}`;
}
