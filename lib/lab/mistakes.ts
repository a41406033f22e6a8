/** What the learner got wrong in a task, as opposed to what they have not done yet. */

import type { CheckKind } from "../content/schema/check.ts";
import type { Lab } from "../content/schema/lab.ts";
import { existing } from "./checks/field_judgement.ts";
import { withNeeds } from "./graph.ts";
import { namesOfSetup } from "./lab_names.ts";
import type { CheckVerdict, LabVerdict, TaskVerdict } from "./verdict.ts";

/** `checks`: their places in the task, from 0. */
export interface Mistake {
  readonly task: string;
  readonly checks: readonly number[];
}

/** What is known of a lab while somebody does it. Both by task, then by the place of the check. */
export interface Watched {
  /** The fields that failed when the task could first be done: its beginning. Of what was not there yet, none. */
  readonly beginnings: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  /** Since when each check of a task is wrong, ms. */
  readonly wrongSince: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export const nothingWatched: Watched = { beginnings: new Map(), wrongSince: new Map() };

/** ms. What is mended sooner was on its way: a container between its creation and its start, two commands of which one was typed. */
const settled = 10_000;

/**
 * One look after another, `now` in ms: a mistake is a check of which something is there, and wrong in a way in which it was not
 * wrong when the task began, for ten seconds or for as long as its author allows. `wait`: ms until one of them has lasted so long.
 */
export function watchMistakes(
  { beginnings, wrongSince }: Watched,
  { tasks }: LabVerdict,
  now: number,
): { readonly watched: Watched; readonly mistakes: readonly Mistake[]; readonly wait?: number } {
  const open = tasks.filter(isJudged);
  const fresh = open.filter(({ id }) => !beginnings.has(id));
  const begun = new Map([
    ...beginnings,
    ...fresh.map((task) => [task.id, task.checks.map((check) => wrongHere(check, task))] as const),
  ]);
  const since = new Map(open.map((task) => [
    task.id,
    new Map(task.checks.flatMap((check, at) => {
      const before = begun.get(task.id)?.[at];
      const wrong = [...wrongHere(check, task)].some((field) => !before?.has(field));
      return wrong && !changesByItself(check) ? [[at, wrongSince.get(task.id)?.get(at) ?? now] as const] : [];
    })),
  ]));
  const left = open.flatMap(({ id, checks }) =>
    [...since.get(id) ?? []].map(([at, from]) => ({
      id,
      at,
      wait: from + Math.max(settled, checks[at]?.patience ?? 0) - now,
    }))
  );
  const waits = left.map(({ wait }) => wait).filter((wait) => wait > 0);
  return {
    watched: { beginnings: begun, wrongSince: since },
    mistakes: gathered(left.filter(({ wait }) => wait <= 0)),
    ...(waits.length > 0 ? { wait: Math.min(...waits) } : {}),
  };
}

/**
 * One look alone, when somebody asks whether it is done. How the tasks began is not known: what `setup` or the tasks before have
 * made is left out, for it may be as it was then.
 */
export function mistakesAtOnce(lab: Lab, { tasks }: LabVerdict): readonly Mistake[] {
  const prepared = new Set(Object.values(namesOfSetup(lab)).flatMap((names) => [...names]));
  return tasks.filter(isJudged).flatMap((task) => {
    const earlier = withNeeds(lab.tasks, task.id).filter(({ id }) => id !== task.id).flatMap(({ checks }) => checks);
    const known = new Set(earlier.flatMap((check) => "name" in check ? [check.name] : []));
    const wrong = task.checks.flatMap((check, at) => {
      const own = !known.has(check.subject) && !prepared.has(check.subject);
      return own && wrongHere(check, task).size > 0 && !changesByItself(check) ? [{ id: task.id, at }] : [];
    });
    return gathered(wrong);
  });
}

function isJudged({ status, checks }: TaskVerdict): boolean {
  return status !== "passed" && checks.length > 0;
}

/** Whether it may become right although nobody does anything, and nobody said how long that takes (`steady`). */
function changesByItself({ lookAgainIn, patience }: CheckVerdict): boolean {
  return lookAgainIn !== undefined && patience === undefined;
}

/** What an engine always has, what has not happened yet, and doors that nobody has opened yet are no mistakes of their own. */
const withoutObject: ReadonlySet<CheckKind> = new Set(["swarm", "node", "event"]);
const doors: ReadonlySet<CheckKind> = new Set(["http", "tcp"]);

/** The fields that are wrong of what is there. */
function wrongHere(check: CheckVerdict, { checks }: TaskVerdict): ReadonlySet<string> {
  if (withoutObject.has(check.kind)) return new Set();
  // Who should answer stands beside it; a task that asks for nothing but an answer says nothing of who is missing.
  const answerable = !doors.has(check.kind) ||
    checks.some((other) => servers.has(other.kind) && (other.status === "passed" || wrongFields(other).size > 0));
  return answerable ? wrongFields(check) : new Set();
}

const servers: ReadonlySet<CheckKind> = new Set(["container", "service", "compose", "stack"]);

/** Of what is missing no field fails but its existence. */
function wrongFields({ status, fields }: CheckVerdict): ReadonlySet<string> {
  if (status !== "failed") return new Set();
  const wrong = fields.filter((field) => field.status === "failed" && field.actual !== existing.no);
  return new Set(wrong.map(({ field }) => field));
}

function gathered(wrong: readonly { readonly id: string; readonly at: number }[]): readonly Mistake[] {
  const byTask = Map.groupBy(wrong, ({ id }) => id);
  return [...byTask].map(([task, checks]) => ({ task, checks: checks.map(({ at }) => at) }));
}
