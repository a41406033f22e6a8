/** `grumete coverage`: each concept of the course, how often it is asked and in which labs it is done. */

import { areaNames } from "../../content/area_names.ts";
import { type ConceptCoverage, coverage, type Gap, isCovered, type Levels, levelsOf } from "../../content/coverage.ts";
import type { Decoded } from "../../content/decode.ts";
import type { Lang, Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { contentFiles } from "../../store/library.ts";
import type { JsonFlags } from "../table/flags.ts";
import { decodedLab, decodedQuiz, openConcepts } from "../load.ts";
import { relative } from "../output/paths.ts";
import { print, printJson } from "../output/print.ts";
import type { World } from "../world.ts";

const gapWords: Readonly<Record<Gap, Text>> = {
  "never-asked": { es: "no se pregunta", en: "never asked" },
  "not-exercised": { es: "se puede practicar y no se practica", en: "could be exercised and is not" },
  "asked-once": { es: "se pregunta una sola vez", en: "asked only once" },
  "one-kind": { es: "se pregunta de una sola forma", en: "asked in one kind only" },
};

/**
 * 0 when every concept is covered, 1 when one is not, 4 when content cannot be read. As JSON:
 * `{covered, total, levels:{recall,understand,apply,analyse,unsaid}, concepts:[{id,area,practical,questions:[…],kinds:[…],tasks:[…],unexercised?,gaps:[…]}]}`.
 */
export async function run(world: World, flags: JsonFlags): Promise<ExitCode> {
  const { lang } = world;
  const { concepts } = await openConcepts(world);
  if (concepts.size === 0) {
    throw new UserError(
      { es: "No hay lista de conceptos que cubrir", en: "There is no list of concepts to cover" },
      { es: "Se espera en quizzes/concepts.yaml", en: "It is expected in quizzes/concepts.yaml" },
    );
  }
  const files = contentFiles(world.contentFolders);
  const quizzes = await Promise.all(
    files.filter(({ kind }) => kind === "quiz").map(async (file) => sound(await decodedQuiz(world, file), file.path)),
  );
  const labs = await Promise.all(
    files.filter(({ kind }) => kind === "lab").map(async (file) => sound(await decodedLab(world, file), file.path)),
  );
  const rows = coverage([...concepts.values()], quizzes, labs);
  const covered = rows.filter(isCovered).length;
  const levels = levelsOf(quizzes);
  if (flags.json) {
    printJson({
      covered,
      total: rows.length,
      levels,
      concepts: rows.map(({ concept: { id, area, practical, unexercised }, questions, kinds, tasks, gaps }) => ({
        id,
        area,
        practical,
        questions,
        kinds,
        tasks,
        ...(unexercised ? { unexercised: unexercised[lang] } : {}),
        gaps,
      })),
    });
  } else {
    let area = "";
    for (const row of rows) {
      if (row.concept.area !== area) print(`${area === "" ? "" : "\n"}${areaNames[row.concept.area][lang]}`);
      area = row.concept.area;
      print(lineOf(row));
    }
    print(summary(rows, covered));
  }
  return covered === rows.length ? 0 : 1;

  function lineOf({ concept, questions, kinds, tasks, gaps }: ConceptCoverage): string {
    const asked = lang === "es"
      ? `${questions.length} preg. de ${kinds.length} tipos`
      : `${questions.length} asked in ${kinds.length} kinds`;
    const done = lang === "es"
      ? `${tasks.length} ${tasks.length === 1 ? "tarea" : "tareas"}`
      : `${tasks.length} ${tasks.length === 1 ? "task" : "tasks"}`;
    const mark = gaps.length === 0 ? " " : "!";
    const said = gaps.map((gap) => gapWords[gap][lang]).join(", ");
    return `${mark} ${concept.id.padEnd(44)} ${asked.padEnd(20)} ${done.padEnd(9)} ${said}`.trimEnd();
  }

  function summary(rows: readonly ConceptCoverage[], covered: number): string {
    const counts = (Object.keys(gapWords) as Gap[]).flatMap((gap) => {
      const count = rows.filter(({ gaps }) => gaps.includes(gap)).length;
      return count === 0 ? [] : [`  ${String(count).padStart(4)}  ${gapWords[gap][lang]}`];
    });
    const first = lang === "es"
      ? `\n${covered} de ${rows.length} conceptos cubiertos`
      : `\n${covered} of ${rows.length} concepts covered`;
    return [first, ...counts, ...levelLines(lang, levels)].join("\n");
  }
}

const levelWords: Readonly<Record<keyof Levels, Text>> = {
  recall: { es: "recordar", en: "recall" },
  understand: { es: "entender", en: "understand" },
  apply: {
    es: "aplicar: predecir, calcular, ordenar, escribir la orden",
    en: "apply: predict, compute, order, write the command",
  },
  analyse: { es: "analizar: hallar la causa, elegir y justificar", en: "analyse: find the cause, choose and justify" },
  unsaid: { es: "sin decir", en: "not said" },
};

function levelLines(lang: Lang, levels: Levels): readonly string[] {
  const total = Object.values(levels).reduce((sum, count) => sum + count, 0);
  const lines = (Object.keys(levelWords) as (keyof Levels)[]).flatMap((level) =>
    levels[level] === 0 ? [] : [`  ${String(levels[level]).padStart(4)}  ${levelWords[level][lang]}`]
  );
  return [lang === "es" ? `${total} preguntas en cuestionarios` : `${total} questions in quizzes`, ...lines];
}

function sound<Content>({ value }: Decoded<Content>, path: string): Content {
  if (value !== undefined) return value;
  throw new UserError(
    { es: `No se puede leer "${relative(path)}": tiene errores`, en: `Cannot read "${relative(path)}": it has errors` },
    { es: "grumete lint los muestra", en: "grumete lint shows them" },
    4,
  );
}
