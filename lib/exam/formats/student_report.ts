/** One student's grades in the formats that graders read: as the report of a lab, so that both are written by the same code. */

import type { LabReport } from "../../lab/formats/report.ts";
import type { Status, TaskVerdict } from "../../lab/verdict.ts";
import type { GradedAnswer, GradedItem, GradedStudent, Grades } from "../grading/grades.ts";

/**
 * A task for each item; what is owed is `unchecked`, so no format writes it as zero or as full marks. `told`: whether students may
 * read what was expected, for graders show them what they read.
 */
export function studentReport(grades: Grades, student: GradedStudent, told: boolean): LabReport {
  const items = new Map(grades.items.map((item) => [item.id, item]));
  const tasks = student.answers.flatMap((answer) => {
    const item = items.get(answer.item);
    return item ? [taskOf(item, answer, told)] : [];
  });
  return {
    verdict: {
      lab: grades.exam,
      status: student.owed > 0 ? "unchecked" : student.passed ? "passed" : "failed",
      score: student.score,
      max: student.max + student.owed,
      tasks,
    },
    ...(student.finishedAt === undefined ? {} : { seconds: (student.finishedAt - student.startedAt) / 1000 }),
  };
}

function taskOf(item: GradedItem, answer: GradedAnswer, told: boolean): TaskVerdict {
  return {
    id: item.id,
    title: item.title,
    status: statusOf(answer),
    score: answer.score ?? 0,
    max: answer.max,
    checks: answer.check && told ? [{ ...answer.check, status: statusOf(answer), fields: [] }] : [],
    waitsFor: [],
  };
}

function statusOf({ status }: GradedAnswer): Status {
  switch (status) {
    case "correct":
      return "passed";
    case "owed":
      return "unchecked";
    case "partial":
    case "incorrect":
    case "skipped":
      return "failed";
  }
}
