/** A service has not as many tasks running as it should: what holds them up, or makes them fall. */

import type { Matcher } from "../../content/schema/matcher.ts";
import { same } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { ServiceFacts, ServiceTask } from "../orchestration.ts";
import { adviseTaskError } from "./task_error.ts";
import { wanted } from "./wanted.ts";

/** The number that is asked for: of a range, the edge that was missed. */
export function amountWanted(matcher: Matcher, here: number): number | undefined {
  if (matcher.is === "range") return here < (matcher.min ?? -Infinity) ? matcher.min : matcher.max;
  const goal = wanted(matcher);
  return typeof goal === "number" ? goal : undefined;
}

/** `goal` is how many should run, or be complete, where that is a number. */
export function adviseTasks(facts: ServiceFacts, goal: number | undefined): Advice {
  const { name, mode, replicas, running = 0, tasks = [] } = facts;
  const scale = mode === "replicated" && goal !== undefined && goal !== replicas
    ? same(code(`docker service scale ${name}=${goal}`))
    : undefined;
  if (replicas !== undefined && running === replicas && scale) {
    return { because: { es: `Solo pide ${replicas}`, en: `It asks for ${replicas} only` }, next: scale };
  }
  const open = slots(tasks).filter(([newest]) => newest?.state !== "running" && newest?.state !== "complete");
  const error = open.flatMap((slot) => slot.flatMap(({ error }) => error ?? []).slice(0, 1))[0];
  if (error !== undefined) return adviseTaskError(error, facts);
  const job = mode?.endsWith("-job") === true;
  if (!job && tasks.some(({ state }) => state === "complete")) {
    const update = code(`docker service update --args "…" ${name}`);
    return {
      because: {
        es:
          "Su programa termina sin error y swarm lo vuelve a empezar una y otra vez: un servicio necesita uno que no termine",
        en:
          "Its program ends without an error, and swarm begins it again and again: a service needs one that does not end",
      },
      next: {
        es: `Dale otro: ${update}; si está hecho para terminar, es un trabajo: ${code("--mode replicated-job")}`,
        en: `Give it another one: ${update}; if it is made to end, it is a job: ${code("--mode replicated-job")}`,
      },
    };
  }
  const ps = code(`docker service ps ${name}`);
  if (open.length > 0) {
    return {
      because: {
        es: `${open.length === 1 ? "Una tarea se está" : `${open.length} tareas se están`} preparando`,
        en: `${open.length === 1 ? "One task is" : `${open.length} tasks are`} being prepared`,
      },
      next: {
        es: `Espera unos segundos; ${ps} dice por dónde van`,
        en: `Wait some seconds; ${ps} tells how far they are`,
      },
    };
  }
  return { next: scale ?? { es: `Mira sus tareas: ${ps}`, en: `See its tasks: ${ps}` } };
}

/** The tasks of each slot, the newest first. */
function slots(tasks: readonly ServiceTask[]): readonly (readonly ServiceTask[])[] {
  const found = new Map<string, ServiceTask[]>();
  for (const task of tasks) found.set(task.slot, [...found.get(task.slot) ?? [], task]);
  return [...found.values()];
}
