/** `grumete lint`: all problems of all files at once. */

import { formatProblem } from "../../content/problem.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { contentAt, contentFiles } from "../../store/library.ts";
import { absolute } from "../../store/state_folder.ts";
import { lintFile } from "../lint/lint_file.ts";
import { lintPaths, pathFilesAt } from "../lint/lint_paths.ts";
import { openConcepts } from "../load.ts";
import { print, printJson } from "../output/print.ts";
import type { LintFlags } from "../table/flags.ts";
import type { World } from "../world.ts";

/** 4 when there is an error, 0 when there are warnings at most. */
export async function run(world: World, flags: LintFlags, ...paths: readonly string[]): Promise<ExitCode> {
  const { lang } = world;
  const courses = pathFilesAt(paths, world.contentFolders);
  const named = paths.filter((path) => !courses.includes(absolute(path)));
  const files = paths.length === 0 ? contentFiles(world.contentFolders) : named.flatMap(contentAt);
  if (files.length + courses.length === 0) {
    throw new UserError(
      { es: "No hay nada que revisar ahí", en: "There is nothing to check there" },
      {
        es: "Da un archivo YAML, o una carpeta con quizzes/ o labs/",
        en: "Name a YAML file, or a folder with quizzes/ or labs/",
      },
    );
  }
  const { concepts, problems: conceptProblems } = await openConcepts(world);
  const known = new Set(concepts.keys());
  const problems = [
    ...(paths.length === 0 ? conceptProblems : []),
    ...files.flatMap((file) => lintFile(file, known)),
    ...courses.flatMap((course) => lintPaths(course, world.contentFolders)),
  ];
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (flags.format === "json") {
    printJson({
      files: files.length + courses.length,
      errors,
      warnings: problems.length - errors,
      problems: problems.map(({ path, line, column, at, severity, code, what, next }) => ({
        path,
        line,
        column,
        at,
        severity,
        code,
        what: what[lang],
        ...(next ? { next: next[lang] } : {}),
      })),
    });
  } else {
    for (const problem of problems) print(`${formatProblem(problem, lang)}\n`);
    print(summary(files.length + courses.length, errors, problems.length - errors)[lang]);
  }
  return errors > 0 ? 4 : 0;
}

function summary(files: number, errors: number, warnings: number) {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  return {
    es: `${count(files, "archivo", "archivos")}: ${count(errors, "error", "errores")}, ${
      count(warnings, "aviso", "avisos")
    }`,
    en: `${count(files, "file", "files")}: ${count(errors, "error", "errors")}, ${
      count(warnings, "warning", "warnings")
    }`,
  };
}
