/** The order in which tasks can be done, from what each of them needs. */

import type { Check } from "../content/schema/check.ts";
import type { Lab, Task } from "../content/schema/lab.ts";

/** Needs first, otherwise as written. Tasks that need each other in a ring, or an unknown task, come last. */
export function taskOrder(tasks: readonly Task[]): readonly Task[] {
  const ordered: Task[] = [];
  const done = new Set<string>();
  let waiting = [...tasks];
  while (waiting.length > 0) {
    const ready = waiting.find(({ needs }) => needs.every((id) => done.has(id)));
    if (!ready) return [...ordered, ...waiting];
    ordered.push(ready);
    done.add(ready.id);
    waiting = waiting.filter((task) => task !== ready);
  }
  return ordered;
}

/** The ids of tasks that can never begin: in a ring, or behind one. Empty for a lab that can be finished. */
export function neverReady(tasks: readonly Task[]): readonly string[] {
  const done = new Set<string>();
  for (const task of taskOrder(tasks)) if (task.needs.every((id) => done.has(id))) done.add(task.id);
  return tasks.map(({ id }) => id).filter((id) => !done.has(id));
}

/** The task and all that it needs, directly or not; in the order of the lab. An unknown id gives an empty list. */
export function withNeeds(tasks: readonly Task[], id: string): readonly Task[] {
  const wanted = new Set<string>();
  const add = (id: string): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    tasks.find((task) => task.id === id)?.needs.forEach(add);
  };
  add(id);
  return tasks.filter((task) => wanted.has(task.id));
}

/** The checks worth looking at now: of tasks that are not passed and can be reached in one judgement. */
export function openChecks(lab: Lab, passed: ReadonlyMap<string, number>, only?: string): readonly Check[] {
  return openTasks(lab, passed, only).flatMap(({ checks }) => checks);
}

/** The conditions of the hints of those tasks, but of the hints that were seen already; `seen`: tiers by task. */
export function hintChecks(
  lab: Lab,
  passed: ReadonlyMap<string, number>,
  seen: ReadonlyMap<string, { readonly tiers: ReadonlySet<number> }>,
): readonly Check[] {
  return openTasks(lab, passed).flatMap(({ id, hints }) =>
    hints.flatMap(({ when }, index) => when && !seen.get(id)?.tiers.has(index + 1) ? [when] : [])
  );
}

/** Those of all tasks, and the conditions of their hints. */
export function checksOf({ tasks }: Lab): readonly Check[] {
  return tasks.flatMap(({ checks, hints }) => [...checks, ...hints.flatMap(({ when }) => when ?? [])]);
}

/** Whether the lab asks for anything that happened: only then is a record kept. */
export function asksForHistory(lab: Lab): boolean {
  return checksOf(lab).some(({ kind }) => kind === "event");
}

function openTasks(lab: Lab, passed: ReadonlyMap<string, number>, only?: string): readonly Task[] {
  const tasks = only === undefined ? lab.tasks : withNeeds(lab.tasks, only);
  const open = tasks.filter(({ id }) => !passed.has(id))
    .map((task) => ({ ...task, needs: task.needs.filter((id) => !passed.has(id)) }));
  const never = neverReady(open);
  return open.filter(({ id }) => !never.includes(id));
}
