/** A file of answers for a graded session: by the number of a question, or by its name. */

import type { Question } from "../../content/schema/question.ts";
import { both, type Lang, type Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { answerStep, type ExamItem } from "../../exam/attempt/exam_items.ts";
import type { Step } from "../../exam/attempt/journal.ts";
import { readAnswers } from "../../quiz/answers_file.ts";
import { inlineCode } from "../../quiz/inline_code.ts";
import { kindOf } from "../../quiz/kinds.ts";
import { rightsOf } from "../../quiz/kinds/match.ts";
import { mappingIn, readSource } from "../source_mapping.ts";

/** Question → answer, all problems of the file at once: 4. A number is a place on the student's paper. */
export async function answersIn(paper: readonly ExamItem[], source: string): Promise<readonly Step[]> {
  const written = await readSource(source);
  const value = await mappingIn(written);
  const questions = paper.map(({ question }) => question);
  const read = readAnswers(questions, byName(value, paper));
  if (read.problems.length > 0) {
    throw new UserError(
      both((lang) => {
        const said = read.problems.map((problem) => `  - ${asWritten(problem[lang], lang, value, paper)}`);
        return `${written.name}\n${said.join("\n")}`;
      }),
      {
        es: `Las preguntas se nombran por su número, de 1 a ${paper.length}, o por su nombre en el archivo .exam`,
        en: `Questions are named by their number, 1 to ${paper.length}, or by their name in the .exam file`,
      },
      4,
    );
  }
  return paper.flatMap((item) => {
    const answer = read.answers.get(item.question.id);
    return answer ? [answerStep(item, kindOf(item.question).raw(answer))] : [];
  });
}

function byName(value: unknown, paper: readonly ExamItem[]): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, answer]) => [
      /^[1-9]\d*$/.test(name) ? paper[Number(name) - 1]?.question.id ?? name : name,
      answer,
    ]),
  );
}

/** A question that was named by its number is told by it, and its parts by their words: their names in the file say nothing. */
function asWritten(problem: string, lang: Lang, value: unknown, paper: readonly ExamItem[]): string {
  const names = Object.keys(Object(value));
  const at = paper.findIndex(({ question }) => problem.startsWith(inlineCode(question.id)));
  const item = paper[at];
  if (!item) return problem;
  const numbered = names.includes(item.question.id) ? problem : problem.replace(item.question.id, String(at + 1));
  return partsOf(item.question).reduce(
    (said, { id, text }) => text[lang] === "" ? said : said.replaceAll(inlineCode(id), () => `“${text[lang]}”`),
    numbered,
  );
}

function partsOf(question: Question): readonly { readonly id: string; readonly text: Text }[] {
  switch (question.kind) {
    case "choice":
    case "multiple":
      return question.choices;
    case "order":
      return question.items;
    case "match":
      return [...question.pairs.map(({ id, left }) => ({ id, text: left })), ...rightsOf(question)];
    case "truefalse":
    case "text":
    case "number":
    case "command":
    case "cloze":
      return [];
  }
}
