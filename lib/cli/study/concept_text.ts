/** A concept as lines of text, for who has no screen. */

import type { Lang } from "../../content/text.ts";
import { percent } from "../../screens/bar.ts";
import type { ConceptOpening } from "../../screens/concept.ts";
import { contents, whenText } from "../../screens/concept_view.ts";
import { textOf, unmarked } from "../../screens/bare_text.ts";
import { gist } from "../../screens/gist.ts";
import { markdown } from "../../screens/markdown.ts";

const width = 78;

/** `flags`: as they are typed behind a verb, to see the same content again. */
export function conceptText(opening: ConceptOpening, lang: Lang, flags: readonly string[] = []): string {
  const command = (...words: readonly string[]) =>
    ["grumete", ...words.slice(0, 1), ...flags, ...words.slice(1)].join(" ");
  const { id, name, area, fact, sources, items, asked, right, mastery, previous, next } = opening;
  const es = lang === "es";
  const neighbours = [...new Set([previous, next].flatMap((one) => one?.id ?? []))];
  const lines = [
    `${name[lang]} (${id})`,
    `${area[lang]}, ${opening.place} ${es ? "de" : "of"} ${opening.of}`,
    "",
    ...markdown(fact[lang], width).map(textOf),
    "",
    sources.length === 0
      ? es ? "Ningún cuestionario ni laboratorio lo pregunta todavía" : "No quiz and no lab asks for it yet"
      : es
      ? "Dónde se enseña:"
      : "Where it is taught:",
    ...sources.flatMap((source) => [
      `  ${unmarked(source.title[lang])}: ${contents(source, lang)}`,
      source.kind === "quiz"
        ? `    ${command("quiz", source.id, "--concept", id)}`
        : `    ${command("lab", source.id)}`,
    ]),
    "",
    asked === 0
      ? es ? "Aún no se te ha preguntado" : "You have not been asked yet"
      : es
      ? `Tu historia: preguntado ${asked} ${asked === 1 ? "vez" : "veces"}, ${percent(right / asked)} bien`
      : `Your history: asked ${asked} ${asked === 1 ? "time" : "times"}, ${percent(right / asked)} right`,
    ...(mastery === undefined ? [] : [`${es ? "Dominio" : "Mastery"}: ${percent(mastery)}`]),
    ...items.flatMap((item) => [
      `  ${unmarked(gist(item.text[lang]))}`,
      `    ${whenText(item, lang)}${resultsOf(item.recent, lang)}`,
    ]),
    ...(items.length > 0
      ? ["", `${es ? "Practícalo" : "Practise it"}: ${command("review", "--cram", "--concept", id)}`]
      : []),
    ...(neighbours.length > 0 ? ["", `${es ? "Vecinos" : "Neighbours"}: ${neighbours.join(", ")}`] : []),
  ];
  return lines.join("\n");
}

/** In words, for ears as well. */
function resultsOf(recent: readonly number[], lang: Lang): string {
  if (recent.length === 0) return "";
  const es = lang === "es";
  const words = recent.slice(-4).map((fraction) =>
    fraction >= 1 ? (es ? "bien" : "right") : fraction > 0 ? (es ? "en parte" : "partly") : es ? "mal" : "wrong"
  );
  return `; ${es ? "últimas respuestas" : "last answers"}: ${words.join(", ")}`;
}
