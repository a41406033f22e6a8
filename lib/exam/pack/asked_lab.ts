/** From a lab to what may be known of it: solutions, explanations, mistakes and what hidden checks expect stay behind. */

import { isRecord } from "../../content/is_record.ts";
import type { Lab, Task } from "../../content/schema/lab.ts";
import { withNeeds } from "../../lab/graph.ts";
import { askedOf } from "./asked_of.ts";
import type { Naming } from "./opaque.ts";
import type { AskedLab } from "./pack.ts";
import { sealCheck } from "./sealed_check.ts";
import type { ExamSpec } from "../session/spec.ts";

export interface AskedLabOptions extends Pick<ExamSpec, "hints" | "verdicts"> {
  /** Only these tasks, and those that they need. */
  readonly tasks?: readonly string[];
  readonly naming: Naming;
}

/** Name of a question inside a task, as `askedOf` takes it. */
export const labQuestionRef = (lab: string, task: string, question: string): string => `${lab}/${task}/${question}`;

/** The tasks that are part of the session, in the order of the lab. */
export function askedTasks(lab: Lab, tasks: readonly string[] | undefined): readonly Task[] {
  if (tasks === undefined) return lab.tasks;
  const wanted = new Set(tasks.flatMap((id) => withNeeds(lab.tasks, id)).map(({ id }) => id));
  return lab.tasks.filter(({ id }) => wanted.has(id));
}

/**
 * `written` is the lab file as it was read, before it was decoded: a check that is not hidden stands in the pack as its author wrote
 * it. Where verdicts are only recorded, all checks are hidden. Hints of tasks stay behind, whatever the session says of hints: nothing
 * shows them in a session, who opens the file would read them without their cost, and the last one is often the solution.
 */
export function askedDocument(
  lab: Lab,
  written: Readonly<Record<string, unknown>>,
  { tasks, naming, hints, verdicts }: AskedLabOptions,
): AskedLab["document"] {
  const { id, title, summary, minutes, images, ports, workspace, setup } = lab;
  const wanted = askedTasks(lab, tasks);
  const rawTasks = listIn(written, "tasks");
  return {
    format: 1,
    id,
    title,
    ...(summary ? { summary } : {}),
    minutes,
    images,
    ports,
    ...(written["requires"] === undefined ? {} : { requires: written["requires"] }),
    workspace,
    setup,
    tasks: lab.tasks.flatMap((task, index) => {
      if (!wanted.includes(task)) return [];
      const rawChecks = listIn(rawTasks[index], "checks");
      return [{
        id: task.id,
        title: task.title,
        text: task.text,
        points: task.points,
        needs: task.needs,
        checks: task.checks.map((check, at) =>
          verdicts === "recorded" || check.hidden ? sealCheck(check) : rawChecks[at]
        ),
        questions: task.questions.map((question) =>
          askedOf(question, labQuestionRef(id, task.id, question.id), naming, hints === "shown")
        ),
        hints: [],
      }];
    }),
  };
}

function listIn(written: unknown, key: string): readonly unknown[] {
  const list = isRecord(written) ? written[key] : undefined;
  return Array.isArray(list) ? list : [];
}
