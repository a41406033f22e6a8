/**
 * `grumete list`: which quizzes and labs there are; `--concepts`: what is taught, `--flagged`: what learners found unclear.
 *
 * `--concepts --json` is `{"areas": [{id, name, concepts: [{id, name, questions, labs}]}]}`, `--flagged --json` is
 * `{"flagged": [{item, quiz or lab, prompt, note, at}]}`: see `../study/concept_list.ts` and `../study/flagged_list.ts`.
 */

import { later } from "../../content/later.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import type { Problem } from "../../content/problem.ts";
import type { Lab } from "../../content/schema/lab.ts";
import type { Quiz } from "../../content/schema/quiz.ts";
import { contentFiles } from "../../store/library.ts";
import { listedPaths, pathJson, pathText } from "../study/path_list.ts";
import { decodedLab, decodedQuiz } from "../load.ts";
import { relative, shellWord } from "../output/paths.ts";
import { print, printError, printJson } from "../output/print.ts";
import { tableLines } from "../output/table_lines.ts";
import type { ListFlags } from "../table/flags.ts";
import type { World } from "../world.ts";

/** Content with errors is named on standard error and left out; then the exit code is 4. */
export async function run(world: World, flags: ListFlags): Promise<ExitCode> {
  if (flags.concepts && flags.flagged) throw oneOfThem;
  if (flags.concepts) return await listConcepts(world, flags);
  if (flags.flagged) return await listFlagged(world, flags);
  const { lang } = world;
  const quizzes: { readonly quiz: Quiz; readonly path: string }[] = [];
  const labs: { readonly lab: Lab; readonly path: string }[] = [];
  let broken = 0;
  for (const file of contentFiles(world.contentFolders)) {
    const path = relative(file.path);
    if (file.kind === "quiz") {
      const { value, problems } = await decodedQuiz(world, file);
      if (good(value, problems)) quizzes.push({ quiz: value, path });
      else report(path, problems);
    } else {
      const { value, problems } = await decodedLab(world, file);
      if (good(value, problems)) labs.push({ lab: value, path });
      else report(path, problems);
    }
  }
  const paths = await listedPaths(world);
  if (flags.json) {
    printJson({
      quizzes: quizzes.map(({ quiz, path }) => ({
        id: quiz.id,
        title: quiz.title[lang],
        questions: quiz.questions.length,
        concepts: unique(quiz.questions.flatMap(({ concepts }) => concepts)),
        path,
      })),
      labs: labs.map(({ lab, path }) => ({
        id: lab.id,
        title: lab.title[lang],
        tasks: lab.tasks.length,
        points: lab.tasks.reduce((sum, { points }) => sum + points, 0),
        concepts: unique(lab.concepts),
        path,
      })),
      paths: paths.map((path) => pathJson(path, lang)),
    });
  } else {
    for (const path of paths) print(pathText(path, world));
    print(world.lang === "es" ? "Cuestionarios" : "Quizzes");
    table(quizzes.map(({ quiz }) => [
      quiz.id,
      quiz.title[lang],
      lang === "es" ? `${quiz.questions.length} preguntas` : `${quiz.questions.length} questions`,
    ]));
    print(world.lang === "es" ? "\nLaboratorios" : "\nLabs");
    table(labs.map(({ lab }) => [
      lab.id,
      lab.title[lang],
      lang === "es"
        ? `${lab.tasks.length} tareas, ${lab.minutes} min`
        : `${lab.tasks.length} tasks, ${lab.minutes} min`,
    ]));
    print(
      lang === "es"
        ? "\nEmpieza con: grumete quiz ID o grumete lab ID"
        : "\nBegin with: grumete quiz ID or grumete lab ID",
    );
  }
  return broken > 0 ? 4 : 0;

  function report(path: string, problems: readonly Problem[]): void {
    broken++;
    printError(
      lang === "es"
        ? `Tiene errores (${problems.length}) y se deja fuera: ${path}\n  Míralos con: grumete lint ${shellWord(path)}`
        : `It has errors (${problems.length}) and is left out: ${path}\n  See them with: grumete lint ${
          shellWord(path)
        }`,
    );
  }
}

async function listConcepts(world: World, { json }: ListFlags): Promise<ExitCode> {
  const { conceptsText, listedAreas } = await later<typeof import("../study/concept_list.ts")>(
    import.meta.url,
    "../study/concept_list.ts",
  );
  const areas = await listedAreas(world);
  if (json) printJson({ areas });
  else print(conceptsText(areas, world.lang));
  return 0;
}

async function listFlagged(world: World, { json }: ListFlags): Promise<ExitCode> {
  const { Performer } = await later<typeof import("../screen/performer.ts")>(import.meta.url, "../screen/performer.ts");
  const { flaggedItems, flaggedText } = await later<typeof import("../study/flagged_list.ts")>(
    import.meta.url,
    "../study/flagged_list.ts",
  );
  await using performer = new Performer(world);
  const flagged = await flaggedItems(world, performer.studied());
  if (json) printJson({ flagged });
  else print(flaggedText(flagged, world.lang));
  return 0;
}

const oneOfThem = new UserError(
  { es: "No se pueden listar dos cosas a la vez", en: "Cannot list two things at once" },
  { es: "Da --concepts o --flagged", en: "Give --concepts or --flagged" },
);

function good<Content>(value: Content | undefined, problems: readonly Problem[]): value is Content {
  return value !== undefined && problems.every(({ severity }) => severity !== "error");
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}

function table(rows: readonly (readonly string[])[]): void {
  for (const line of tableLines(rows)) print(line);
}
