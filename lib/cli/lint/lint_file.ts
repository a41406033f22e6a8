/** All that is wrong with one content file, or unclear in it: what `lint` tells, and `prove` looks at first. */

import { decodeQuiz, type Rule } from "../../content/decode.ts";
import { decodeLab } from "../../content/decode_lab.ts";
import type { Finding, Problem } from "../../content/problem.ts";
import type { Lab } from "../../content/schema/lab.ts";
import { UserError } from "../../content/user_error.ts";
import type { ContentFile } from "../../store/library.ts";
import { readText } from "../../store/read_text.ts";
import { hasStarter } from "../../store/workspace.ts";
import { labRules, questionRules } from "./content_rules.ts";
import { relative } from "../output/paths.ts";

/** A file that cannot be read is a problem of that file, and does not hide those of the others. */
export function lintFile(file: ContentFile, concepts: ReadonlySet<string>): readonly Problem[] {
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
        es: `No está el archivo "workspace/${name}" en la carpeta del laboratorio`,
        en: `The file "workspace/${name}" is not in the lab's folder`,
      };
      return [{ at: ["workspace", index], code: "other", what }];
    });
}
