/** What a proof of a lab consists of: its steps in their order, how each ended, and the document for other programs. */

import type { Lab, SolutionStep, Task } from "../../content/schema/lab.ts";
import type { Lang, Text } from "../../content/text.ts";
import { taskOrder } from "../graph.ts";

export type ProofKind = "lint" | "unsolved" | "solution" | "alternative" | "mistake" | "cleanup";

/**
 * passed: it is as it must be; failed: it is not; unchecked: the engine could not be asked; skipped: an earlier step failed
 * without which this one says nothing.
 */
export type ProofStatus = "passed" | "failed" | "unchecked" | "skipped";

/** `name` tells it from the others of its kind and task: the last command that is typed. */
export interface ProofItem {
  readonly kind: ProofKind;
  readonly task?: string;
  readonly name: string;
}

/** `seconds` it took; `problem` in several lines, for all but what passed. */
export interface ProofStep extends ProofItem {
  readonly status: ProofStatus;
  readonly seconds: number;
  readonly problem?: Text;
}

/** `problem` where the proof could not begin, or not go on. */
export interface LabProof {
  readonly lab: string;
  readonly status: ProofStatus;
  readonly seconds: number;
  readonly steps: readonly ProofStep[];
  readonly problem?: Text;
}

/** Something tried at a task: another solution, or a mistake. */
export interface Trial {
  readonly kind: "alternative" | "mistake";
  readonly name: string;
  readonly steps: readonly SolutionStep[];
  /** Of a mistake: the check that must fail, and the words it must say. */
  readonly expects?: Pick<Task["mistakes"][number], "fails" | "says">;
}

export function trialsOf(task: Task): readonly Trial[] {
  return [
    ...task.alternatives.map((steps): Trial => ({ kind: "alternative", name: nameOf(steps), steps })),
    ...task.mistakes.map((mistake): Trial => ({
      kind: "mistake",
      name: nameOf(mistake.run),
      steps: mistake.run,
      expects: mistake,
    })),
  ];
}

/** All that will be looked at, in the order in which it is. */
export function itemsOf(lab: Lab): readonly ProofItem[] {
  const tasks = taskOrder(lab.tasks);
  const trials = tasks.flatMap((task) =>
    trialsOf(task).map(({ kind, name }): ProofItem => ({ kind, task: task.id, name }))
  );
  return [
    { kind: "lint", name: lab.id },
    ...tasks.flatMap(({ id, solution }): readonly ProofItem[] => [
      { kind: "unsolved", task: id, name: id },
      { kind: "solution", task: id, name: nameOf(solution) },
    ]),
    { kind: "cleanup", name: "solution" },
    ...trials,
    ...(trials.length === 0 ? [] : [{ kind: "cleanup", name: "trials" } as const]),
  ];
}

/** The last thing that is typed says most: what comes before prepares it. */
export function nameOf(steps: readonly SolutionStep[]): string {
  const last = steps.at(-1) ?? "";
  return typeof last === "string" ? last : last.file;
}

/** What is proven has no step that is not: a step that was left out proves nothing. */
export function statusOf(steps: readonly ProofStep[]): ProofStatus {
  const order = ["unchecked", "failed", "skipped"] as const;
  return order.find((status) => steps.some((step) => step.status === status)) ?? "passed";
}

/** `{labs: [{lab, status, seconds, steps: [{kind, task, name, status, seconds, problem}]}]}`; seconds to the millisecond. */
export function proofDocument(proofs: readonly LabProof[], lang: Lang): object {
  const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;
  const told = (problem: Text | undefined) => problem === undefined ? {} : { problem: problem[lang] };
  return {
    labs: proofs.map(({ lab, status, seconds, steps, problem }) => ({
      lab,
      status,
      seconds: rounded(seconds),
      ...told(problem),
      steps: steps.map(({ kind, task, name, status, seconds, problem }) => ({
        kind,
        ...(task === undefined ? {} : { task }),
        name,
        status,
        seconds: rounded(seconds),
        ...told(problem),
      })),
    })),
  };
}
