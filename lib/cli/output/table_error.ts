/** What is wrong with a table that a person wrote, place by place. */

import { both, type Lang } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import type { TableProblem } from "../../exam/csv.ts";
import { relative } from "./paths.ts";

/** `file:line:column`, then what and what next, for each of them. */
export function problemLines(path: string, problems: readonly TableProblem[], lang: Lang): readonly string[] {
  return problems.map(({ line, column, what, next }) =>
    [`${relative(path)}:${line}:${column}`, `  ${what[lang]}`, ...(next ? [`  ${next[lang]}`] : [])].join("\n")
  );
}

/** Exit code 4. */
export function tableError(path: string, problems: readonly TableProblem[]): UserError {
  return new UserError(both((lang) => problemLines(path, problems, lang).join("\n\n")), undefined, 4);
}
