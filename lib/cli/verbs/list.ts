/** `grumete list`: which quizzes and labs there are. */

import type { ExitCode } from "../../content/user_error.ts";
import type { Problem } from "../../content/problem.ts";
import type { Lab } from "../../content/schema/lab.ts";
import type { Quiz } from "../../content/schema/quiz.ts";
import { contentFiles } from "../../store/library.ts";
import { decodedLab, decodedQuiz } from "../load.ts";
import { relative, shellWord } from "../paths.ts";
import { print, printError, printJson } from "../print.ts";
import type { JsonFlags } from "../flags.ts";
import type { World } from "../world.ts";

/** Content with errors is named on standard error and left out; then the exit code is 4. */
export async function run(world: World, flags: JsonFlags): Promise<ExitCode> {
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
    });
  } else {
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

function good<Content>(value: Content | undefined, problems: readonly Problem[]): value is Content {
  return value !== undefined && problems.every(({ severity }) => severity !== "error");
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    print(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
  }
}
