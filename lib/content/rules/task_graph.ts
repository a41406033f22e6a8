/** Tasks wait for tasks that exist, never for themselves, not even in a circle. */

import type { DataPath } from "../data_path.ts";
import { suggest } from "../near.ts";
import { type Finding, maxProblems } from "../problem.ts";
import { quoted } from "../shown.ts";

/** What the graph needs to know of a task; `at` is the task's path. */
export interface GraphTask {
  readonly id: string;
  readonly needs: readonly string[];
  readonly at: DataPath;
}

export function taskGraph(tasks: readonly GraphTask[]): readonly Finding[] {
  const known = new Set(tasks.map(({ id }) => id));
  const findings: Finding[] = [];
  for (const { id, needs, at } of tasks) {
    for (const [index, need] of needs.entries()) {
      if (findings.length > maxProblems) return findings;
      const place = [...at, "needs", index];
      if (need === id) findings.push(needsItself(place, id));
      else if (!known.has(need)) findings.push(unknownTask(place, need, [...known].slice(0, 100)));
    }
  }
  return [...findings, ...circles(tasks)];
}

function needsItself(at: DataPath, id: string): Finding {
  return {
    at,
    code: "needs-itself",
    what: {
      es: `No se puede esperar a ${quoted(id)}: es la misma tarea`,
      en: `Cannot wait for ${quoted(id)}: it is the same task`,
    },
    next: { es: "Quítala de «needs».", en: 'Remove it from "needs".' },
  };
}

function unknownTask(at: DataPath, need: string, known: readonly string[]): Finding {
  return {
    at,
    code: "unknown-task",
    what: {
      es: `No se puede esperar a ${quoted(need)}: no hay tal tarea`,
      en: `Cannot wait for ${quoted(need)}: there is no such task`,
    },
    next: suggest(need, known),
  };
}

/** One finding for each circle, at its first task in the order of the file. */
function circles(tasks: readonly GraphTask[]): readonly Finding[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const done = new Set<string>();
  const findings: Finding[] = [];
  for (const start of tasks) {
    // Depth first by hand: a chain of thousands of tasks must not overflow the stack.
    const path: { readonly task: GraphTask; next: number }[] = [];
    const onPath = new Set<string>();
    const visit = (task: GraphTask) => {
      path.push({ task, next: 0 });
      onPath.add(task.id);
    };
    if (!done.has(start.id)) visit(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const need = top.task.needs[top.next++];
      if (need === undefined) {
        done.add(top.task.id);
        onPath.delete(top.task.id);
        path.pop();
      } else if (need !== top.task.id && onPath.has(need)) {
        const from = path.findIndex(({ task }) => task.id === need);
        if (findings.length < 10) findings.push(circle(path.slice(from).map(({ task }) => task)));
      } else if (!done.has(need) && !onPath.has(need)) {
        const needed = byId.get(need);
        if (needed) visit(needed);
      }
    }
  }
  return findings;
}

function circle(tasks: readonly GraphTask[]): Finding {
  const shown = tasks.length > 12 ? tasks.slice(0, 12) : tasks;
  const ids = [...shown.map(({ id }) => id), ...(shown === tasks ? [] : ["…"]), tasks[0]?.id ?? ""].join(" → ");
  return {
    at: [...(tasks[0]?.at ?? []), "needs"],
    code: "needs-cycle",
    what: {
      es: `No se puede empezar ninguna de estas tareas, cada una espera a otra: ${ids}`,
      en: `Cannot start any of these tasks, each waits for another: ${ids}`,
    },
    next: { es: "Quita una de esas esperas.", en: "Remove one of these needs." },
  };
}
