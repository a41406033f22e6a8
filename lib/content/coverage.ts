/** Concepts × questions × tasks of labs: what is asked, in how many ways, and what is done by hand. */

import type { Concept } from "./schema/concept.ts";
import type { Lab } from "./schema/lab.ts";
import type { Level, Question } from "./schema/question.ts";
import type { Quiz } from "./schema/quiz.ts";

/** What is missing for a concept. The first two leave it uncovered; the others are worth knowing. */
export type Gap = "never-asked" | "not-exercised" | "asked-once" | "one-kind";

export interface ConceptCoverage {
  readonly concept: Concept;
  /** Ids as `quiz/question`, and `lab/task/question` for those asked inside labs. */
  readonly questions: readonly string[];
  /** Kinds of question, each once. */
  readonly kinds: readonly Question["kind"][];
  /** Ids as `lab/task`. */
  readonly tasks: readonly string[];
  readonly gaps: readonly Gap[];
}

interface Asked {
  readonly id: string;
  readonly question: Question;
}

/** In the order of the concepts. What questions and tasks name that is no concept is passed over: lint tells. */
export function coverage(
  concepts: readonly Concept[],
  quizzes: readonly Quiz[],
  labs: readonly Lab[],
): readonly ConceptCoverage[] {
  const asked: readonly Asked[] = [
    ...quizzes.flatMap(({ id, questions }) => questions.map((question) => ({ id: `${id}/${question.id}`, question }))),
    ...labs.flatMap(({ id, tasks }) =>
      tasks.flatMap((task) => task.questions.map((question) => ({ id: `${id}/${task.id}/${question.id}`, question })))
    ),
  ];
  const exercised = labs.flatMap(({ id, tasks }) => tasks.map((task) => ({ id: `${id}/${task.id}`, task })));
  return concepts.map((concept) => {
    const questions = asked.filter(({ question }) => question.concepts.includes(concept.id));
    const kinds = [...new Set(questions.map(({ question }) => question.kind))];
    const tasks = exercised.filter(({ task }) => task.concepts.includes(concept.id)).map(({ id }) => id);
    return {
      concept,
      questions: questions.map(({ id }) => id),
      kinds,
      tasks,
      gaps: gapsOf(concept, questions.length, kinds.length, tasks.length),
    };
  });
}

function gapsOf({ practical, unexercised }: Concept, questions: number, kinds: number, tasks: number): readonly Gap[] {
  const gaps: Gap[] = [];
  if (questions === 0) gaps.push("never-asked");
  if (tasks === 0 && practical !== "quiz-only" && unexercised === undefined) gaps.push("not-exercised");
  if (questions === 1) gaps.push("asked-once");
  if (questions > 1 && kinds === 1) gaps.push("one-kind");
  return gaps;
}

/** Asked, and done by hand where that is possible or somebody wrote why not. */
export function isCovered({ gaps }: ConceptCoverage): boolean {
  return !gaps.includes("never-asked") && !gaps.includes("not-exercised");
}

/** Questions by what answering them takes; `unsaid`: the file does not tell. */
export type Levels = Readonly<Record<Level | "unsaid", number>>;

export function levelsOf(quizzes: readonly Quiz[]): Levels {
  const questions = quizzes.flatMap(({ questions }) => questions);
  const count = (wanted?: Level) => questions.filter(({ level }) => level === wanted).length;
  return {
    recall: count("recall"),
    understand: count("understand"),
    apply: count("apply"),
    analyse: count("analyse"),
    unsaid: count(),
  };
}
