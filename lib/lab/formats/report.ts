/** What every format is written from, and the words that several of them share. */

import { both, type Lang, type Text } from "../../content/text.ts";
import type { EngineIdentity } from "../engine.ts";
import { printable } from "../matching/printable.ts";
import type { Part } from "../partial.ts";
import type { CheckVerdict, LabVerdict, Status, TaskVerdict } from "../verdict.ts";

export interface LabReport {
  readonly verdict: LabVerdict;
  /** Absent when the engine could not be asked who it is. */
  readonly engine?: EngineIdentity;
  /** How long the look took, for formats that tell it. */
  readonly seconds?: number;
}

/** A task whose end is not known: it could not be looked at, or it waits for one that could not. A regrade is owed. */
export function isOwed(task: TaskVerdict, verdict: LabVerdict, seen: ReadonlySet<string> = new Set()): boolean {
  if (task.status === "unchecked") return true;
  if (task.status !== "blocked" || seen.has(task.id)) return false;
  const now = new Set([...seen, task.id]);
  return task.waitsFor.some((id) => verdict.tasks.some((other) => other.id === id && isOwed(other, verdict, now)));
}

export const statusNames: Readonly<Record<Status, Text>> = {
  passed: { es: "superada", en: "passed" },
  failed: { es: "no superada", en: "failed" },
  blocked: { es: "bloqueada", en: "blocked" },
  unchecked: { es: "sin comprobar", en: "could not be checked" },
};

const labels = {
  fields: { es: "campos", en: "fields" },
  expected: { es: "esperado", en: "expected" },
  actual: { es: "visto", en: "seen" },
  because: { es: "porque", en: "because" },
  next: { es: "prueba", en: "try" },
} as const satisfies Record<string, Text>;

/** A check that is not passed, in up to six lines. */
export function checkLines(check: CheckVerdict, lang: Lang): readonly string[] {
  const line = (label: "expected" | "actual" | "because" | "next") => {
    const text = check[label];
    return text === undefined ? [] : [`  ${labels[label][lang]}: ${text[lang].replaceAll("\n", " ")}`];
  };
  const head = `${check.kind} ${printable(check.subject)}: ${statusNames[check.status][lang]}`;
  return check.status === "passed"
    ? [head]
    : [head, ...ticks(check, lang), ...line("expected"), ...line("actual"), ...line("because"), ...line("next")];
}

/** Which of several fields are right: `[x] state, [ ] ports`. */
function ticks({ fields }: CheckVerdict, lang: Lang): readonly string[] {
  if (fields.length < 2) return [];
  const list = fields.map(({ field, status }) => `[${signs[status]}] ${field}`).join(", ");
  return [`  ${labels.fields[lang]}: ${list}`];
}

/** Need neither colour nor Unicode. */
const signs: Readonly<Record<Status, string>> = { passed: "x", failed: " ", blocked: "-", unchecked: "?" };

/** Why a task is not passed; for one that is passed, which checks it holds. */
export function taskLines(task: TaskVerdict, lang: Lang): readonly string[] {
  if (task.waitsFor.length > 0) return [waiting(task.waitsFor)[lang]];
  const given = task.givenUp ? [givenUp[lang]] : [];
  if (task.passedAt !== undefined) return [before[lang], ...given];
  return [
    ...(task.part ? [partText(task.part)[lang]] : []),
    ...given,
    ...task.checks.flatMap((check) => checkLines(check, lang)),
  ];
}

/** "3 of 5 things right". */
export function partText({ right, of }: Part): Text {
  return { es: `${right} de ${of} cosas bien`, en: `${right} of ${of} things right` };
}

export const givenUp: Text = {
  es: "se vio su solución: no da puntos",
  en: "its solution was seen: it gives no points",
};

const before: Text = { es: "superada antes", en: "passed before" };

export function waiting(ids: readonly string[]): Text {
  const list = ids.join(", ");
  return both((lang) => lang === "es" ? `espera a que se supere: ${list}` : `waits until this is passed: ${list}`);
}

/** The check that speaks for a task that is not passed. */
export function speaker(task: TaskVerdict): CheckVerdict | undefined {
  return task.checks.find(({ status }) => status === task.status) ??
    task.checks.find(({ status }) => status !== "passed");
}
