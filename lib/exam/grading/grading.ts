/** The grades of one attempt: answers and recorded looks against the content as it is now. */

import type { Lab, Task } from "../../content/schema/lab.ts";
import type { Question } from "../../content/schema/question.ts";
import { grade } from "../../quiz/grade.ts";
import type { RawAnswer } from "../../quiz/kind.ts";
import { kindOf } from "../../quiz/kinds.ts";
import { isOwed, speaker } from "../../lab/formats/report.ts";
import { itemId } from "../../study/item.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import type { Examined } from "../inspection/examined.ts";
import type { DecidingCheck, GradedAnswer, GradedStudent } from "./grades.ts";
import { judgeEntries } from "./lab_grading.ts";
import { type PartIds, realAnswer } from "./real_answer.ts";
import { totalsOf } from "./totals.ts";

/** A question of the content as this session asks it. */
export interface Original {
  /** As in `GradedItem`. */
  readonly item: string;
  readonly question: Question;
  /** What it is worth here. */
  readonly points: number;
  readonly ids: PartIds;
}

/** A lab of the session, with those of its tasks that count. */
export interface OriginalLab {
  readonly lab: Lab;
  readonly tasks: readonly Task[];
  /** Name → question, of the tasks. */
  readonly questions: ReadonlyMap<string, Original>;
}

export interface Key {
  /** Name in the pack → question. */
  readonly questions: ReadonlyMap<string, Original>;
  readonly labs: readonly OriginalLab[];
  /** Part of the points that passes. */
  readonly pass: number;
}

/** `paper`: the names of the questions that this student was asked, in their order. A question that is gone is owed to nobody. */
export function gradeAttempt(
  { file, taken, findings }: Examined & { readonly taken: NonNullable<Examined["taken"]> },
  paper: readonly string[],
  key: Key,
): GradedStudent {
  const { attempt, entries, ticket } = taken;
  const asked = paper.flatMap((name) => {
    const original = key.questions.get(name);
    return original ? [gradeAnswer(original, attempt.answers.get(name), attempt.seconds.get(name))] : [];
  });
  const labs = key.labs.flatMap((one) => {
    const questions = [...one.questions].map(([name, original]) =>
      gradeAnswer(original, attempt.answers.get(name), attempt.seconds.get(name))
    );
    return [...gradeTasks(one, judgeEntries(one.lab, entries)), ...questions];
  });
  const answers = [...asked, ...labs];
  const last = entries.at(-1);
  return {
    student: attempt.begun.student,
    ...(ticket?.student.name === undefined ? {} : { name: ticket.student.name }),
    file,
    attempt: attempt.begun.attempt,
    ...totalsOf(answers, key.pass),
    startedAt: attempt.begun.at,
    ...(attempt.finished === undefined || last === undefined ? {} : { finishedAt: last.at }),
    answers,
    findings,
  };
}

/** What is no answer to the question as it is now, though it was one when it was given, is owed: a person has to look. */
function gradeAnswer(
  { item, question, points, ids }: Original,
  raw: RawAnswer | undefined,
  seconds?: number,
): GradedAnswer {
  const about = { item, max: points, ...(seconds === undefined ? {} : { seconds: Math.round(seconds * 10) / 10 }) };
  if (raw === undefined) return { ...about, status: "skipped", score: 0 };
  const answer = realAnswer(question, raw, ids);
  if (!answer) return { ...about, status: "owed" };
  const { status, fraction } = grade(question, answer);
  return { ...about, status, score: rounded(fraction * points, fine), answer: kindOf(question).raw(answer) };
}

/** A lab that nobody could look at is owed in all its tasks. */
function gradeTasks({ lab, tasks }: OriginalLab, verdict: LabVerdict | undefined): readonly GradedAnswer[] {
  return tasks.map(({ id, points }): GradedAnswer => {
    const item = itemId({ kind: "task", lab: lab.id, task: id });
    const judged = verdict?.tasks.find((task) => task.id === id);
    if (!verdict || !judged || isOwed(judged, verdict)) {
      const check = judged && speaker(judged);
      return { item, status: "owed", max: points, ...(check ? { check: deciding(check) } : {}) };
    }
    const about = { item, score: judged.score, max: points };
    if (judged.status === "passed") return { ...about, status: judged.score < points ? "partial" : "correct" };
    const check = speaker(judged);
    return {
      ...about,
      status: judged.score > 0 ? "partial" : "incorrect",
      ...(check ? { check: deciding(check) } : {}),
    };
  });
}

function deciding({ kind, subject, expected, actual, because, next }: DecidingCheck): DecidingCheck {
  return { kind, subject, expected, actual, ...(because ? { because } : {}), ...(next ? { next } : {}) };
}

/** Parts of a point that an answer is told in: a thousand answers in thirds still sum up to whole sums. */
const fine = 1e9;

function rounded(points: number, parts: number): number {
  return Math.round(points * parts) / parts;
}
