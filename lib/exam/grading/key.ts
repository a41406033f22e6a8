/** The key of a session: what each name in its pack stands for, in the content as it is now. */

import type { Question } from "../../content/schema/question.ts";
import { itemId } from "../../study/item.ts";
import { labQuestionRef } from "../pack/asked_lab.ts";
import { decodeAskedLab } from "../pack/asked_lab_document.ts";
import { type Bank, drawsOf } from "../session/draws.ts";
import type { GradedItem } from "./grades.ts";
import type { Key, Original, OriginalLab } from "./grading.ts";
import type { Naming } from "../pack/opaque.ts";
import { titleOf } from "../marks/marked_question.ts";
import type { AskedLab, Pack } from "../pack/pack.ts";
import { partIdsOf } from "./real_answer.ts";
import type { Draw, ExamSpec } from "../session/spec.ts";

/**
 * What the pack asks, and nothing that came to the content later. Questions that are in no draw any more have their own points. What
 * is gone from the content has no key and counts for nobody: `missing` tells how many questions and tasks.
 */
export function keyOf(pack: Pack, spec: ExamSpec, bank: Bank, naming: Naming): Key & { readonly missing: number } {
  const wanted = new Set(pack.questions.map(({ id }) => id));
  const questions = new Map<string, Original>();
  const add = (ref: string, question: Question) => {
    const name = naming(ref);
    if (!wanted.has(name) || questions.has(name)) return;
    questions.set(name, { item: ref, question, points: question.points, ids: partIdsOf(question, ref, naming) });
  };
  const draw = spec.draw.map((one) => stillThere(one, bank));
  for (const { ref, question } of drawsOf({ ...spec, draw }, bank).pools.flatMap((pool) => pool.questions)) {
    add(ref, question);
  }
  for (const quiz of new Set(bank.quizzes.values())) {
    for (const question of quiz.questions) add(`${quiz.id}/${question.id}`, question);
  }
  const labs = pack.labs.map((asked) => originalLab(asked, bank, naming));
  const missing = wanted.size - questions.size + labs.reduce((sum, { missing }) => sum + missing, 0);
  return { questions, labs: labs.flatMap(({ original }) => original ?? []), pass: spec.pass, missing };
}

/** A question that was taken away does not keep the others from the points that the session gives them. */
function stillThere({ count: _, questions, ...draw }: Draw, { quizzes }: Bank): Draw {
  if (!questions) return draw;
  const known = new Set([...quizzes].flatMap(([name, quiz]) => quiz.questions.map(({ id }) => `${name}/${id}`)));
  return { ...draw, questions: questions.filter((ref) => known.has(ref)) };
}

function originalLab(
  asked: AskedLab,
  { labs }: Bank,
  naming: Naming,
): { readonly original?: OriginalLab; readonly missing: number } {
  const inPack = decodeAskedLab(asked)?.tasks ?? [];
  const taskIds = new Set(inPack.map(({ id }) => id));
  const names = new Set(inPack.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const lab = [...labs.values()].find(({ id }) => id === asked.id);
  if (!lab) return { missing: taskIds.size + names.size };
  const tasks = lab.tasks.filter(({ id }) => taskIds.has(id));
  const questions = new Map(
    tasks.flatMap((task) =>
      task.questions.flatMap((question): readonly (readonly [string, Original])[] => {
        const ref = labQuestionRef(lab.id, task.id, question.id);
        const name = naming(ref);
        if (!names.has(name)) return [];
        return [[name, { item: ref, question, points: question.points, ids: partIdsOf(question, ref, naming) }]];
      })
    ),
  );
  return { original: { lab, tasks, questions }, missing: taskIds.size - tasks.length + names.size - questions.size };
}

/** In the order of the pack's pools, then lab by lab: the columns of every table. */
export function itemsOf(pack: Pack, key: Key): readonly GradedItem[] {
  const asked = pack.pools.flatMap(({ questions }) => questions).flatMap((name) => {
    const original = key.questions.get(name);
    return original ? [itemOf(original)] : [];
  });
  const labs = key.labs.flatMap(({ lab, tasks, questions }) => [
    ...tasks.map((task): GradedItem => ({
      id: itemId({ kind: "task", lab: lab.id, task: task.id }),
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
