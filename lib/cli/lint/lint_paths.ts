/** All that is wrong with the courses: the only content that speaks of other content by its id. */

import { decodePaths } from "../../content/decode.ts";
import type { Problem } from "../../content/problem.ts";
import { contentFiles, isFile, pathsPath } from "../../store/library.ts";
import { readText } from "../../store/read_text.ts";
import { absolute } from "../../store/state_folder.ts";
import { relative } from "../output/paths.ts";

/** The files of courses in what `lint` was given: such a file itself, or a folder that has one. Without references those of all folders. */
export function pathFilesAt(references: readonly string[], folders: readonly string[]): readonly string[] {
  if (references.length === 0) return folders.map(pathsPath).filter(isFile);
  return references.flatMap((reference) => {
    const path = absolute(reference);
    if (/\/paths\.ya?ml$/.test(path)) return [path];
    return [pathsPath(path), ...(path.endsWith("/quizzes") ? [`${path}/paths.yaml`] : [])].filter(isFile);
  });
}

/** What a course names may stand in any of the content folders, or in the folder of the course. */
export function lintPaths(path: string, folders: readonly string[]): readonly Problem[] {
  const own = path.replace(/\/(?:quizzes\/)?[^/]*$/, "");
  const files = contentFiles([...new Set([...folders, own])]);
  const ids = (kind: "quiz" | "lab") => new Set(files.filter((file) => file.kind === kind).map(({ id }) => id));
  return decodePaths(readText(path), relative(path), {
    lint: true,
    known: { quizzes: ids("quiz"), labs: ids("lab") },
  }).problems;
}
