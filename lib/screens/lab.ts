/** The guided lab: tasks whose ticks follow what really happens on the engine, while the learner works in another window. */

import type { Lab, Task } from "../content/schema/lab.ts";
import { both, join, type Lang, same, type Text } from "../content/text.ts";
import type { EngineIdentity } from "../lab/engine.ts";
import type { Fault } from "../lab/fault.ts";
import type { HintsSeen } from "../lab/hints.ts";
import type { LabVerdict, Status, TaskVerdict } from "../lab/verdict.ts";
import type { Answer } from "../quiz/answer.ts";
import type { Session } from "../quiz/session.ts";
import type { Activity } from "./activity.ts";
import { partOf, pointsOf } from "./points.ts";
import { closedPrompt, type PromptState } from "./prompt.ts";

/** What the program knows when a lab is opened. `seed` shuffles the choices of its questions. */
export interface LabOpening {
  readonly lab: Lab;
  /** How the learner names it on the command line, quoted where a shell needs it; its id where absent. */
  readonly reference?: string;
  readonly seed: number;
  /** The folder with the learner's files. */
  readonly workspace?: string;
  /** Of this attempt: task → hints seen, tasks given up, question → answer. */
  readonly past?: {
    readonly hints: Readonly<Record<string, HintsSeen>>;
    readonly givenUp: readonly string[];
    readonly answers: Readonly<Record<string, Answer>>;
  };
}

export type EngineSight =
  | { readonly kind: "looking" }
  | { readonly kind: "reached"; readonly engine: EngineIdentity }
  | { readonly kind: "fault"; readonly fault: Fault };

/** `at` is a task, `check` one of its checks (by itself the first that is not passed). Hints and sessions by task id. */
export interface LabState {
  readonly opening: LabOpening;
  readonly engine: EngineSight;
  readonly looking: boolean;
  readonly verdict?: LabVerdict;
  readonly at: number;
  readonly check?: number;
  readonly sight: "top" | "check" | "hint" | "solution" | number;
  readonly hints: Readonly<Record<string, HintsSeen>>;
  /** Which of the seen hints of the task is shown, from 0; by itself the last one. */
  readonly hintAt?: number;
  readonly givenUp: readonly string[];
  readonly sessions: Readonly<Record<string, Session>>;
  /** What the world's clock said last, and since when the lab can be worked on: ms since 1970. */
  readonly clock?: LabClock;
  /** When tasks were seen to pass; those of earlier runs have the time in the verdict. */
  readonly passedAt: Readonly<Record<string, number>>;
  readonly prompt: PromptState;
  /** What is being done to the engine for the lab, once it has lasted. */
  readonly activity?: Activity;
  /** Said once, above the keys. */
  readonly highlight?: Text;
  /** Asked above the keys before something that costs. */
  readonly confirm?: { readonly kind: "solution" | "reset" } | { readonly kind: "hint"; readonly tier: number };
  /** A hint was asked for that cannot be had yet: for how long is told above the keys. */
  readonly tooSoon?: true;
}

/** `aside`: new names of the learner's files; `standsOn`: tasks on whose objects a task works that makes none. */
export interface ResetNews {
  readonly tasks: readonly string[];
  readonly standsOn: readonly string[];
  readonly aside: readonly string[];
}

export interface LabClock {
  readonly now: number;
  readonly begun?: number;
}

export function clockOf({ now, begun }: LabClock): LabClock {
  return { now, ...(begun === undefined ? {} : { begun }) };
}

export function startLab(opening: LabOpening): LabState {
  const { hints = {}, givenUp = [] } = opening.past ?? {};
  return {
    opening,
    engine: { kind: "looking" },
    looking: true,
    at: 0,
    sight: "top",
    hints,
    givenUp,
    sessions: {},
    passedAt: {},
    prompt: closedPrompt,
  };
}

export function chosenTask(state: LabState): Task | undefined {
  return state.opening.lab.tasks[state.at];
}

export function verdictOf(state: LabState, task: Task | undefined): TaskVerdict | undefined {
  return state.verdict?.tasks.find(({ id }) => id === task?.id);
}

/** Before the first look nothing is known of any task. */
export function statusOf(state: LabState, task: Task | undefined): Status {
  return verdictOf(state, task)?.status ?? "unchecked";
}

/** The check under the pointer: the one walked to, or the first that is not passed. */
export function chosenCheck(state: LabState): number {
  const count = chosenTask(state)?.checks.length ?? 0;
  if (state.check !== undefined) return Math.min(state.check, count - 1);
  const open = verdictOf(state, chosenTask(state))?.checks.findIndex(({ status }) => status !== "passed") ?? 0;
  return Math.max(0, open);
}

export function isSettled(state: LabState, task: Task): boolean {
  return statusOf(state, task) === "passed" || state.givenUp.includes(task.id);
}

/** A new look: what turned green is said, and the pointer goes on from it to the next open task. */
export function withVerdict(state: LabState, verdict: LabVerdict): LabState {
  const { tasks } = state.opening.lab;
  const first = state.verdict === undefined;
  const next: LabState = { ...state, verdict, looking: false, passedAt: passTimes(state, verdict) };
  if (first) return { ...next, at: openTask(next, 0) ?? state.at };
  const green = tasks.filter((task) => statusOf(state, task) !== "passed" && statusOf(next, task) === "passed");
  if (green.length === 0) return next;
  const highlight = highlightOf(next, green);
  const chosen = tasks[state.at];
  if (!chosen || !green.includes(chosen)) return { ...next, highlight };
  const { check: _, hintAt: __, tooSoon: ___, ...rest } = next;
  return { ...rest, highlight, at: openTask(next, state.at) ?? state.at, sight: "top" };
}

/** Tasks that were begun anew, with what the learner should know of it. */
export function withReset(state: LabState, { tasks, standsOn, aside }: ResetNews): LabState {
  const numbers = (ids: readonly string[], lang: Lang) => {
    const list = state.opening.lab.tasks.flatMap(({ id }, index) => ids.includes(id) ? [index + 1] : []);
    const word = list.length === 1 ? { es: "tarea", en: "task" } : { es: "tareas", en: "tasks" };
    return `${word[lang]} ${list.join(", ")}`;
  };
  const passedAt = Object.fromEntries(Object.entries(state.passedAt).filter(([task]) => !tasks.includes(task)));
  const kept = aside.join(", ");
  const highlight = both((lang) =>
    [
      lang === "es"
        ? `Otra vez desde el principio: ${numbers(tasks, lang)}`
        : `From the beginning again: ${numbers(tasks, lang)}`,
      ...(kept === "" ? [] : [lang === "es" ? `tu versión queda en ${kept}` : `your version stays in ${kept}`]),
      ...(standsOn.length === 0 ? [] : [
        lang === "es"
          ? `no crea nada: para deshacer lo hecho, empieza de nuevo: ${numbers(standsOn, lang)}`
          : `it makes nothing: to undo what was done, begin ${numbers(standsOn, lang)} anew`,
      ]),
    ].join(" · ")
  );
  return { ...state, passedAt, highlight };
}

function passTimes({ passedAt, clock }: LabState, { tasks }: LabVerdict): LabState["passedAt"] {
  if (!clock) return passedAt;
  const fresh = tasks.filter(({ id, status }) => status === "passed" && passedAt[id] === undefined);
  return fresh.length === 0
    ? passedAt
    : { ...passedAt, ...Object.fromEntries(fresh.map(({ id, passedAt = clock.now }) => [id, passedAt])) };
}

/** The next task to work on, starting behind `from` and around; one that waits for others only when there is no other. */
function openTask(state: LabState, from: number): number | undefined {
  const { tasks } = state.opening.lab;
  const places = tasks.map((_, step) => (from + step) % tasks.length);
  const open = places.filter((place) => {
    const task = tasks[place];
    return task !== undefined && !isSettled(state, task);
  });
  return open.find((place) => statusOf(state, tasks[place]) !== "blocked") ?? open[0];
}

/** Once nothing is left to do: how it went, and what comes next. */
export function endingOf(state: LabState): Text | undefined {
  const { opening: { lab, reference = lab.id }, verdict, givenUp } = state;
  const open = verdict?.tasks.some(({ id, status }) => status !== "passed" && !givenUp.includes(id)) ?? true;
  if (!verdict || open) return undefined;
  const complete = verdict.status === "passed";
  const leave = state.prompt.open ? { es: "esc y q", en: "esc and q" } : same("q");
  return both((lang) => {
    const points = partOf(verdict.score, verdict.max, lang);
    return lang === "es"
      ? `${complete ? "Laboratorio completo" : "No quedan tareas"}: ${points}. Sal con ${leave.es}; después, ` +
        `\`grumete cleanup ${reference}\` quita lo que has creado`
      : `${complete ? "Lab complete" : "No tasks are left"}: ${points}. Leave with ${leave.en}; then ` +
        `\`grumete cleanup ${reference}\` removes what you made`;
  });
}

function highlightOf(state: LabState, green: readonly Task[]): Text {
  const { tasks } = state.opening.lab;
  const earned = (task: Task) => verdictOf(state, task)?.score ?? 0;
  if (green.length > 2) {
    const points = green.reduce((sum, task) => sum + earned(task), 0);
    return both((lang) =>
      `${green.length} ${lang === "es" ? "tareas superadas" : "tasks passed"} · +${pointsOf(points, lang)}`
    );
  }
  return join(
    green.map((task) => {
      const number = tasks.indexOf(task) + 1;
      const words = { es: `Tarea ${number} superada: ${task.title.es}`, en: `Task ${number} passed: ${task.title.en}` };
      const why = number > 9 || green.length > 1 || state.prompt.open
        ? same("")
        : { es: ` · pulsa ${number} y lee por qué`, en: ` · press ${number} to read why` };
      const points = earned(task) === 0 ? same("") : both((lang) => ` · +${pointsOf(earned(task), lang)}`);
      return join([words, points, why], "");
    }),
    "; ",
  );
}
