/** All questions of a graded session, a line each: answered, empty, flagged; and what handing in would leave out. */

import type { Lang } from "../content/text.ts";
import type { ExamState } from "./exam_state.ts";
import type { Line } from "./frame.ts";
import { gist } from "./gist.ts";
import { inlineMarkdown } from "./markdown.ts";
import { bodyRows, type View } from "./page.ts";
import { pageStep, showing } from "./scroll.ts";
import { cutLine, span } from "./width.ts";
import { wrap } from "./wrap.ts";

/** `at` is a place among the questions. */
export interface OverviewPage {
  readonly kind: "overview";
  readonly at: number;
  readonly offset: number;
}

/** Lines above the questions. */
const above = 3;

export function overviewMove(
  state: ExamState,
  page: OverviewPage,
  move: "up" | "down" | "page-up" | "page-down" | "first" | "last",
  view: View,
): OverviewPage {
  const count = state.opening.items.length;
  const rows = bodyRows(view.size, 1);
  const to = {
    up: (page.at + count - 1) % count,
    down: (page.at + 1) % count,
    "page-up": Math.max(0, page.at - pageStep(rows)),
    "page-down": Math.min(count - 1, page.at + pageStep(rows)),
    first: 0,
    last: count - 1,
  }[move];
  return { ...page, at: to, offset: overviewOffset({ ...page, at: to }, count, rows) };
}

/** The first question stands under what is said of all. */
export function overviewOffset({ at, offset }: OverviewPage, count: number, rows: number): number {
  return showing({ from: at === 0 ? 0 : at + above, to: at + above }, offset, rows, count + above);
}

export function overviewLines(
  { opening: { items }, progress }: ExamState,
  page: OverviewPage,
  { lang, size }: View,
): readonly Line[] {
  const answered = items.filter(({ question }) => progress.answers.has(question.id)).length;
  const said = lang === "es" ? `${answered} de ${items.length} contestadas` : `${answered} of ${items.length} answered`;
  const legend = lang === "es" ? "● contestada  ○ sin contestar  ⚑ marcada" : "● answered  ○ not answered  ⚑ flagged";
  const wide = String(items.length).length;
  return [
    [span(said, "strong")],
    cutLine([span(legend, "dim")], size.columns),
    [],
    ...items.map(({ question }, index): Line => {
      const here = index === page.at;
      return cutLine([
        here ? span("❯ ", "selected") : span("  "),
        span(`${String(index + 1).padStart(wide)} `, here ? "strong" : "plain"),
        progress.answers.has(question.id) ? span("● ", "accent") : span("○ ", "warn"),
        progress.flags.has(question.id) ? span("⚑ ", "warn") : span("  "),
        ...inlineMarkdown(gist(question.prompt[lang]), here ? "strong" : "plain"),
      ], size.columns);
    }),
  ];
}

/** What is lacking, by number, before somebody hands in; also said line by line. */
export function lackingLines(
  items: ExamState["opening"]["items"],
  { answers, flags }: Pick<ExamState["progress"], "answers" | "flags">,
  lang: Lang,
  width: number,
): readonly Line[] {
  const numbers = (holds: (question: string) => boolean) =>
    items.flatMap(({ question }, index) => holds(question.id) ? [index + 1] : []).join(", ");
  const empty = numbers((id) => !answers.has(id));
  const flagged = numbers((id) => flags.has(id));
  const lines = [
    empty === ""
      ? [span(lang === "es" ? "Has contestado todas." : "You have answered all of them.", "good")]
      : [span(lang === "es" ? "Sin contestar: " : "Not answered: ", "warn"), span(empty, "strong")],
    ...(flagged === "" ? [] : [[
      span(lang === "es" ? "Marcadas: " : "Flagged: ", "warn"),
      span(flagged, "strong"),
    ]]),
  ];
  return lines.flatMap((line) => wrap(line, width));
}
