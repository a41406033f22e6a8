/** The key of a session: what each name in its pack stands for, in the content as it is now. */

import type { Lab } from "../content/schema/lab.ts";
import type { Question } from "../content/schema/question.ts";
import { askedTasks, labQuestionRef } from "./asked_lab.ts";
import { type Bank, drawsOf } from "./draws.ts";
import type { GradedItem } from "./grades.ts";
import type { Key, Original, OriginalLab } from "./grading.ts";
import type { Naming } from "./opaque.ts";
import { titleOf } from "./marked_question.ts";
import type { Pack } from "./pack.ts";
import { partIdsOf } from "./real_answer.ts";
import type { ExamSpec } from "./spec.ts";

/**
 * Questions that are in the pack and in no draw any more keep their own points. One that is gone from the content has no key:
 * `missing` names how many.
 */
export function keyOf(pack: Pack, spec: ExamSpec, bank: Bank, naming: Naming): Key & { readonly missing: number } {
  const wanted = new Set(pack.questions.map(({ id }) => id));
  const questions = new Map<string, Original>();
  const add = (ref: string, question: Question) => {
    const name = naming(ref);
    if (!wanted.has(name) || questions.has(name)) return;
    questions.set(name, { item: ref, question, points: question.points, ids: partIdsOf(question, ref, naming) });
  };
  for (const { ref, question } of drawsOf(spec, bank).pools.flatMap((pool) => pool.questions)) add(ref, question);
  for (const quiz of new Set(bank.quizzes.values())) {
    for (const question of quiz.questions) add(`${quiz.id}/${question.id}`, question);
  }
  const labs = spec.labs.flatMap(({ lab: written, tasks }) => {
    const lab = bank.labs.get(written);
    return lab ? [originalLab(lab, tasks, naming)] : [];
  });
  return { questions, labs, pass: spec.pass, missing: wanted.size - questions.size };
}

function originalLab(lab: Lab, wanted: readonly string[] | undefined, naming: Naming): OriginalLab {
  const tasks = askedTasks(lab, wanted);
  const questions = tasks.flatMap((task) =>
    task.questions.map((question): readonly [string, Original] => {
      const ref = labQuestionRef(lab.id, task.id, question.id);
      return [naming(ref), { item: ref, question, points: question.points, ids: partIdsOf(question, ref, naming) }];
    })
  );
  return { lab, tasks, questions: new Map(questions) };
}

/** In the order of the pack's pools, then lab by lab: the columns of every table. */
export function itemsOf(pack: Pack, key: Key): readonly GradedItem[] {
  const asked = pack.pools.flatMap(({ questions }) => questions).flatMap((name) => {
    const original = key.questions.get(name);
    return original ? [itemOf(original)] : [];
  });
  const labs = key.labs.flatMap(({ lab, tasks, questions }) => [
    ...tasks.map((task): GradedItem => ({
      id: `task/${lab.id}/${task.id}`,
      title: task.title,
      kind: "task",
      concepts: task.concepts,
      max: task.points,
    })),
    ...[...questions.values()].map(itemOf),
  ]);
  return [...asked, ...labs];
}

function itemOf({ item, question, points }: Original): GradedItem {
  return { id: item, title: titleOf(question), kind: question.kind, concepts: question.concepts, max: points };
}
