/** Why a check is not passed: its fields one by one, then expected, seen, because, next, each on lines of its own. */

import type { Lang, Text } from "../content/text.ts";
import type { CheckVerdict } from "../lab/verdict.ts";
import { cleanLine } from "./clean.ts";
import type { Line } from "./frame.ts";
import { tickLook } from "./tick.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { figure } from "./points.ts";
import { pad, span } from "./width.ts";
import { wrap } from "./wrap.ts";

const words = {
  expected: { es: "Se espera", en: "Expected" },
  actual: { es: "Se ve", en: "Seen" },
  because: { es: "Porque", en: "Because" },
  next: { es: "Prueba", en: "Try" },
} satisfies Readonly<Record<string, Text>>;

/** Indented by four; only the fields for one that is passed. `spoken`: for ears, how each field ended is a word and no tick, where one ended. */
export function diagnosis(
  verdict: CheckVerdict,
  lang: Lang,
  width: number,
  { spoken = false }: { readonly spoken?: boolean } = {},
): readonly Line[] {
  const ended = verdict.fields.some(({ status }) => status === "passed" || status === "failed");
  const fields = verdict.fields.length < 2 || (spoken && !ended) ? [] : wrap(
    verdict.fields.flatMap(({ field, status }, index): Line => {
      const { symbol, word, style } = tickLook[status];
      return spoken
        ? [span(`${index === 0 ? "" : ", "}${field}: `, "dim"), span(word[lang], style)]
        : [span(`${symbol}\u00a0`, style), span(`${field}  `, "dim")];
    }),
    width,
    { first: [span("    ")] },
  );
  if (verdict.status === "passed") return fields;
  const rows = (["expected", "actual", "because", "next"] as const).flatMap((part) => {
    const text = verdict[part]?.[lang] ?? "";
    // What is compared is shown to the letter: the `*` of a command is no emphasis.
    const isMarkdown = part === "because" || part === "next";
    return text === "" ? [] : [{ name: words[part][lang], text, isMarkdown }];
  });
  const indent = Math.max(0, ...rows.map(({ name }) => name.length)) + 6;
  const narrow = width < 50;
  return [
    ...fields,
    ...patience(verdict, lang, width),
    ...rows.flatMap(({ name, text, isMarkdown }) => {
      if (narrow && !text.includes("\n")) {
        return wrap([span(`${name}: `, "accent"), ...(isMarkdown ? inlineMarkdown(text) : plain(text))], width, {
          first: [span("    ")],
          rest: [span("      ")],
        });
      }
      const room = width - (narrow ? 6 : indent);
      const lines = isMarkdown ? markdown(text, room) : wrap(plain(text), room);
      const label = span(`    ${pad(`${name}:`, indent - 5)} `, "accent");
      if (narrow) return [[span(`    ${name}:`, "accent")], ...lines.map((line) => [span("      "), ...line])];
      return lines.map((line, row) => [row === 0 ? label : span(" ".repeat(indent)), ...line]);
    }),
  ];
}

function plain(text: string): Line {
  return [span(cleanLine(text))];
}

/** What is not there yet may be on its way. */
function patience({ patience }: CheckVerdict, lang: Lang, width: number): readonly Line[] {
  if (patience === undefined) return [];
  const seconds = figure(patience / 1000, lang);
  const text = lang === "es" ? `Puede tardar hasta ${seconds} s` : `It may take up to ${seconds} s`;
  return wrap([span(text, "dim")], width, { first: [span("    ")], rest: [span("    ")] });
}
