/** A task of a lab as a card: what is to be done, what is remembered of it, and then how it is done. */

import type { Lang, Text } from "../content/text.ts";
import { drawField } from "./answering/field.ts";
import type { Line } from "./frame.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import type { Asked } from "./review.ts";
import type { Range } from "./scroll.ts";
import { span } from "./width.ts";
import { wrap } from "./wrap.ts";

const words = {
  recall: {
    es: "¿Cómo lo harías? Recuérdalo; si quieres, escribe la orden. Nadie la ejecuta.",
    en: "How would you do it? Recall it; type the command if you like. Nobody runs it.",
  },
  yours: { es: "Lo que recordabas:", en: "What you remembered:" },
  solution: { es: "Solución", en: "Solution" },
} satisfies Readonly<Record<string, Text>>;

export interface TaskBody {
  readonly lines: readonly Line[];
  readonly field: Range;
  readonly solution: Range;
  readonly cursor?: { readonly row: number; readonly column: number };
}

export function taskBody(
  { card, field, revealed }: Extract<Asked, { kind: "task" }>,
  lang: Lang,
  width: number,
): TaskBody {
  const top: Range = { from: 0, to: 0 };
  if (card.kind !== "task") return { lines: [], field: top, solution: top };
  const asked = [inlineMarkdown(card.title[lang], "strong"), [], ...markdown(card.text[lang], width), []];
  const drawn = drawField(field, { lang, width, answered: revealed }, { before: [span("$ ", "accent")] });
  if (!revealed) {
    const lines = [...asked, ...wrap([span(words.recall[lang], "dim")], width), ...drawn.lines];
    const row = lines.length - 1;
    return {
      lines,
      field: { from: row, to: row },
      solution: top,
      ...(drawn.cursor ? { cursor: { row, column: drawn.cursor.column } } : {}),
    };
  }
  const yours = field.text.trim() === "" ? [] : [[span(words.yours[lang], "strong")], ...drawn.lines, []];
  const from = asked.length + yours.length;
  const lines = [
    ...asked,
    ...yours,
    [span(words.solution[lang], "strong")],
    ...markdown(card.solution[lang], width),
    [],
    ...markdown(card.explanation[lang], width),
  ];
  return { lines, field: top, solution: { from, to: lines.length - 1 } };
}
