/** What the search for given-away answers found, with the places in the files of the content. */

import { locate } from "../../content/locate.ts";
import type { Problem } from "../../content/problem.ts";
import { parseYaml } from "../../content/yaml.ts";
import type { DrawnPool } from "../../exam/session/draws.ts";
import { leaksIn } from "../../exam/leaks/leaks.ts";
import type { ExamSpec } from "../../exam/session/spec.ts";
import { readText } from "../../store/read_text.ts";
import type { OpenBank } from "./exam_bank.ts";
import { relative } from "../output/paths.ts";

/** In the order of the files and their lines. */
export function leakProblems(spec: ExamSpec, bank: OpenBank, pools: readonly DrawnPool[]): readonly Problem[] {
  const { quizzes, labs } = bank.opened;
  const opened = new Map([...quizzes.values()].map((quiz) => [quiz.content.id, quiz]));
  const leaks = leaksIn({
    spec,
    pools,
    fileOf: (quiz) => opened.get(quiz)?.file.path ?? quiz,
    indexOf: (quiz, question) => opened.get(quiz)?.content.questions.findIndex(({ id }) => id === question) ?? 0,
    labs: spec.labs.flatMap(({ lab, tasks }) => {
      const found = labs.get(lab);
      return found ? [{ lab: found.content, file: found.file.path, ...(tasks ? { tasks } : {}) }] : [];
    }),
  });
  return [...Map.groupBy(leaks, ({ file }) => file)].flatMap(([file, found]) => {
    const text = readText(file);
    const parsed = parseYaml(text);
    return locate(found, text, relative(file), parsed.kind === "document" ? parsed.document.layout : undefined);
  });
}
