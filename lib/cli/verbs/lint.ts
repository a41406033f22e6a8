/** `grumete lint`: all problems of all files at once. */

import { decodeLab, decodeQuiz, type Rule } from "../../content/decode.ts";
import { type Finding, formatProblem, type Problem } from "../../content/problem.ts";
import type { Lab } from "../../content/schema/lab.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { contentAt, type ContentFile, contentFiles } from "../../store/library.ts";
import { readText } from "../../store/read_text.ts";
import { hasStarter } from "../../store/workspace.ts";
import { labRules, questionRules } from "../content_rules.ts";
import { openConcepts } from "../load.ts";
import { relative } from "../paths.ts";
import { print, printJson } from "../print.ts";
import type { LintFlags } from "../flags.ts";
import type { World } from "../world.ts";

/** 4 when there is an error, 0 when there are warnings at most. */
export function run(world: World, flags: LintFlags, ...paths: readonly string[]): Promise<ExitCode> {
  const { lang } = world;
  const files = paths.length === 0 ? contentFiles(world.contentFolders) : paths.flatMap(contentAt);
  if (files.length === 0) {
    throw new UserError(
      { es: "No hay nada que revisar ahí", en: "There is nothing to check there" },
      {
        es: "Da un fichero YAML, o una carpeta con quizzes/ o labs/",
        en: "Name a YAML file, or a folder with quizzes/ or labs/",
      },
    );
  }
  const { concepts, problems: conceptProblems } = openConcepts(world);
  const known = new Set(concepts.keys());
  const problems = [
    ...(paths.length === 0 ? conceptProblems : []),
    ...files.flatMap((file) => problemsOf(file, known)),
  ];
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (flags.format === "json") {
    printJson({
      files: files.length,
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
    print(summary(files.length, errors, problems.length - errors)[lang]);
  }
  return Promise.resolve(errors > 0 ? 4 : 0);
}

/** A file that cannot be read is a problem of that file, and does not hide those of the others. */
function problemsOf(file: ContentFile, concepts: ReadonlySet<string>): readonly Problem[] {
  const path = relative(file.path);
  const options = { lint: true, concepts, questionRules };
  try {
    const text = readText(file.path);
    return file.kind === "quiz"
      ? decodeQuiz(text, path, options).problems
      : decodeLab(text, path, { ...options, rules: [...labRules, startersThere(file.folder)] }).problems;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { what, next } = error;
    return [{ path, line: 1, column: 1, at: "", severity: "error", code: "other", what, ...(next ? { next } : {}) }];
  }
}

/** What a lab lays out for the learner is in its folder. */
function startersThere(folder: string): Rule<Lab> {
  return (lab) =>
    lab.workspace.flatMap((name, index): readonly Finding[] => {
      if (hasStarter(folder, name)) return [];
      const what = {
        es: `No está el fichero "workspace/${name}" en la carpeta del laboratorio`,
        en: `The file "workspace/${name}" is not in the lab's folder`,
      };
      return [{ at: ["workspace", index], code: "other", what }];
    });
}

function summary(files: number, errors: number, warnings: number) {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  return {
    es: `${count(files, "fichero", "ficheros")}: ${count(errors, "error", "errores")}, ${
      count(warnings, "aviso", "avisos")
    }`,
    en: `${count(files, "file", "files")}: ${count(errors, "error", "errors")}, ${
      count(warnings, "warning", "warnings")
    }`,
  };
}
