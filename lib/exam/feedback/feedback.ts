/** What a student gets to read after a session: the score, and where the teacher allows it each answer with what was right. */

import type { Task } from "../../content/schema/lab.ts";
import type { Question } from "../../content/schema/question.ts";
import type { Lang, Text } from "../../content/text.ts";
import { grade } from "../../quiz/grade.ts";
import { codeText } from "../../quiz/inline_code.ts";
import { kindOf } from "../../quiz/kinds.ts";
import { isRefused } from "../../quiz/raw.ts";
import { decimal } from "../report/figures.ts";
import type { GradedAnswer, GradedItem, GradedStudent, Grades } from "../grading/grades.ts";

/** What stands behind an item: a question or a task. */
export interface Behind {
  readonly questions: ReadonlyMap<string, Question>;
  readonly tasks: ReadonlyMap<string, Task>;
}

/** Markdown. `full`: with answers and what was right; otherwise the score alone. */
export function feedbackOf(grades: Grades, student: GradedStudent, behind: Behind, full: boolean, lang: Lang): string {
  const { score, max, owed, passed, name } = student;
  const whole = max + owed;
  const state = owed > 0 ? words.open : passed ? words.passed : words.failed;
  const head = [
    `# ${grades.title[lang]}`,
    `**${escaped(name ?? student.student)}** · ${escaped(student.student)}`,
    `${words.score[lang]}: **${decimal(score, lang)} / ${decimal(whole, lang)}** · ${state[lang]}`,
    ...(owed > 0 ? [`${words.owed[lang]}: ${decimal(owed, lang)}.`] : []),
  ];
  if (!full) return `${head.join("\n\n")}\n`;
  const items = new Map(grades.items.map((item) => [item.id, item]));
  const parts = student.answers.flatMap((answer, index) => {
    const item = items.get(answer.item);
    return item ? [`## ${index + 1}. ${heading(answer, lang)}`, ...part(item, answer, behind, lang)] : [];
  });
  return `${[...head, ...parts].join("\n\n")}\n`;
}

const words = {
  score: { es: "Puntos", en: "Score" },
  passed: { es: "aprobado", en: "passed" },
  failed: { es: "no aprobado", en: "not passed" },
  open: { es: "nota pendiente", en: "grade pending" },
  owed: { es: "Puntos que quedan por corregir", en: "Points still to be graded" },
  answered: { es: "Tu respuesta", en: "Your answer" },
  right: { es: "Lo correcto", en: "What is right" },
  none: { es: "sin respuesta", en: "not answered" },
  later: { es: "por corregir", en: "to be graded" },
  expected: { es: "Se esperaba", en: "Expected" },
  seen: { es: "Se vio", en: "Seen" },
} satisfies Readonly<Record<string, Text>>;

const states: Readonly<Record<GradedAnswer["status"], Text>> = {
  correct: { es: "bien", en: "right" },
  partial: { es: "en parte", en: "partly right" },
  incorrect: { es: "mal", en: "wrong" },
  skipped: words.none,
  owed: words.later,
};

function heading({ status, score, max }: GradedAnswer, lang: Lang): string {
  const earned = score === undefined ? "?" : decimal(score, lang);
  return `${states[status][lang]} · ${earned} / ${decimal(max, lang)}`;
}

function part(item: GradedItem, answer: GradedAnswer, behind: Behind, lang: Lang): readonly string[] {
  const question = behind.questions.get(item.id);
  if (question) return questionPart(question, answer, lang);
  const task = behind.tasks.get(item.id);
  return task ? taskPart(task, answer, lang) : [item.title[lang]];
}

function questionPart(question: Question, { answer: raw }: GradedAnswer, lang: Lang): readonly string[] {
  const { prompt: asked, explanation } = question;
  const answer = raw === undefined ? undefined : kindOf(question).parse(question, raw);
  const given = answer && !isRefused(answer) ? answer : undefined;
  const mark = given && grade(question, given);
  const said = given ? describedSafely(question, given, lang) : words.none[lang];
  const right = kindOf(question).solution(question)[lang];
  return [
    asked[lang],
    `**${words.answered[lang]}:** ${said}`,
    ...(mark?.remarks ?? []).map((remark) => remark[lang]),
    ...(mark?.status === "correct"
      ? []
      : [`**${words.right[lang]}:** ${right.includes("\n") ? `\n\n${right}` : right}`]),
    explanation[lang],
  ];
}

/** What was typed is shown as code: nothing in it is markup. */
function describedSafely(question: Question, answer: Parameters<typeof grade>[1], lang: Lang): string {
  const text = kindOf(question).describe(question, answer)[lang];
  const isTyped = answer.kind === "text" || answer.kind === "number" || answer.kind === "command" ||
    answer.kind === "cloze";
  return isTyped ? codeText(text)[lang] : text;
}

function taskPart(task: Task, { status, check }: GradedAnswer, lang: Lang): readonly string[] {
  const reason = check
    ? [
      `\`${check.kind} ${check.subject}\` — ${words.expected[lang]}: ${check.expected[lang]}. ${words.seen[lang]}: ${
        check.actual[lang]
      }.`,
      ...[check.because, check.next].flatMap((text) => text ? [text[lang]] : []),
    ]
    : [];
  return [`**${task.title[lang]}**`, ...(status === "correct" ? [] : reason), task.explanation[lang]];
}

/** A name in a roster is not Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replaceAll("\n", " ");
}
