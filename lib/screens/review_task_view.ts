/** A task of a lab as a card: what is to be done, what is remembered of it, and then how it is done. */

import type { Lang, Text } from "../content/text.ts";
import { drawField } from "./answering/field.ts";
import { beside, gap } from "./columns.ts";
import type { Line } from "./frame.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import type { Asked } from "./review.ts";
import type { Range } from "./scroll.ts";
import { span } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Lines longer than this are hard to read, however wide the window is. */
const widest = 100;
/** From so many columns on the solution stands beside the task. */
const wide = 110;

const words = {
  recall: {
    es: "¿Cómo lo harías? Recuérdalo; si quieres, escribe la orden. Nadie la ejecuta.",
    en: "How would you do it? Recall it; type the command if you like. Nobody runs it.",
  },
  yours: { es: "Lo que recordabas:", en: "What you remembered:" },
  solution: { es: "Solución", en: "Solution" },
} satisfies Readonly<Record<string, Text>>;

/** `focus` is what must be in sight: the field, or the solution. */
export interface TaskBody {
  readonly lines: readonly Line[];
  readonly focus: Range;
  readonly cursor?: { readonly row: number; readonly column: number };
}

export function taskBody(asked: Extract<Asked, { kind: "task" }>, lang: Lang, columns: number): TaskBody {
  const { card, field, revealed } = asked;
  if (card.kind !== "task") return { lines: [], focus: { from: 0, to: 0 } };
  const split = revealed && columns >= wide;
  const left = split ? Math.floor((columns - gap) * 0.44) : Math.min(columns, widest);
  const right = split ? Math.min(widest, columns - left - gap) : left;
  const task = [inlineMarkdown(card.title[lang], "strong"), [], ...markdown(card.text[lang], left)];
  const { lines: drawn, cursor } = drawField(field, { lang, width: left, answered: revealed }, {
    before: [span("$ ", "accent")],
  });
  if (!revealed) {
    const lines = [...task, [], ...wrap([span(words.recall[lang], "dim")], left), ...drawn];
    const row = lines.length - 1;
    return { lines, focus: { from: row, to: row }, ...(cursor ? { cursor: { row, column: cursor.column } } : {}) };
  }
  const yours = field.text.trim() === "" ? [] : [[], [span(words.yours[lang], "strong")], ...drawn];
  const known = [...task, ...yours];
  const solution = [
    [span(words.solution[lang], "strong")],
    ...markdown(card.solution[lang], right),
    [],
    ...markdown(card.explanation[lang], right),
  ];
  if (!split) {
    const lines = [...known, [], ...solution];
    return { lines, focus: { from: known.length + 1, to: lines.length - 1 } };
  }
  const rows = Math.max(known.length, solution.length);
  return { lines: beside(known, solution, { leftWidth: left, width: columns, rows }), focus: { from: 0, to: 0 } };
}
