/** What is wrong with a lab that does not prove itself: what should have happened, and what was seen instead. */

import { checkName } from "../../content/rules/task.ts";
import type { Task } from "../../content/schema/lab.ts";
import { both, join, langs, same, type Text } from "../../content/text.ts";
import { checkLines } from "../formats/report.ts";
import { type RemovalKind } from "../removal_order.ts";
import type { CheckVerdict, TaskVerdict } from "../verdict.ts";

/** Before anything is done for it. */
export function passesUnsolved(): Text {
  return {
    es: "La tarea ya está superada sin hacer nada: sus comprobaciones no exigen lo que pide",
    en: "The task passes with nothing done: its checks do not demand what it asks for",
  };
}

/** A check that could not be looked at says nothing of the learner's work. */
export function failsNowhere(verdict: TaskVerdict): Text {
  return paragraphs(
    {
      es: "Sin resolver, ninguna comprobación falla: faltará una del objeto mismo (container, volume…)",
      en: "Unsolved, none of its checks fails: one of the object itself (container, volume…) may be missing",
    },
    seen(verdict.checks),
  );
}

/** `waited` is ms. */
export function doesNotPass(verdict: TaskVerdict, waited: number): Text {
  const open = verdict.checks.filter(({ status }) => status !== "passed");
  return paragraphs({
    es: `La solución no supera la tarea, tras esperar ${Math.round(waited / 1000)} s`,
    en: `The solution does not pass the task, after waiting ${Math.round(waited / 1000)} s`,
  }, verdict.waitsFor.length > 0 ? waiting(verdict) : seen(open));
}

export function passesEarly(later: readonly string[]): Text {
  const ids = later.join(", ");
  return {
    es: `Con esto queda superada también una tarea posterior: ${ids}`,
    en: `This passes a later task as well: ${ids}`,
  };
}

/** Docker refused a command that has to work. */
export function refused(step: string, detail: string): Text {
  return {
    es: `"${step}" ha fallado: ${detail === "" ? "docker no dice por qué" : detail}`,
    en: `"${step}" failed: ${detail === "" ? "docker does not say why" : detail}`,
  };
}

/** What keeps a mistake from being one that fails as its author says; undefined when it does. */
export function mistakeProblem(
  task: Task,
  { fails, says }: { readonly fails: string; readonly says: Text },
  verdict: TaskVerdict,
): Text | undefined {
  if (verdict.status === "passed") {
    return {
      es: `El error supera la tarea; tenía que fallar ${fails}`,
      en: `The mistake passes the task; ${fails} had to fail`,
    };
  }
  const named = verdict.checks.filter((_, at) =>
    task.checks.some((check, own) => own === at && checkName(check) === fails)
  );
  const failing = named.filter(({ status }) => status === "failed");
  if (failing.length === 0) {
    return paragraphs({
      es: `No falla ${fails}, que es donde tenía que notarse el error`,
      en: `${fails} does not fail, which is where the mistake had to show`,
    }, seen(verdict.checks));
  }
  // Both languages of one check: words of two would be found together by chance.
  if (failing.some((check) => langs.every((lang) => said(check, lang).includes(says[lang])))) return undefined;
  const silent = langs.filter((lang) => !failing.some((check) => said(check, lang).includes(says[lang])));
  const words = (silent.length === 0 ? langs : silent).map((lang) => `"${says[lang]}" (${lang})`).join(", ");
  return paragraphs({
    es: `${fails} falla, pero no dice ${words}`,
    en: `${fails} fails, but does not say ${words}`,
  }, inBoth(failing));
}

/** All that a learner reads of a check. */
function said({ expected, actual, because, next }: CheckVerdict, lang: "es" | "en"): string {
  return [expected, actual, because, next].map((text) => text?.[lang] ?? "").join("\n");
}

export interface Remnant {
  readonly kind: RemovalKind;
  readonly name: string;
}

/** After clean-up; `lost` was there before the lab began. */
export function notCleaned(left: readonly Remnant[], lost: readonly Remnant[], refusals: readonly string[]): Text {
  const list = (objects: readonly Remnant[]) => objects.map(({ kind, name }) => `  ${kind} ${name}`).join("\n");
  const part = (text: Text, lines: string): readonly Text[] => lines === "" ? [] : [text, same(lines)];
  return paragraphs(
    ...part({
      es: "Tras limpiar queda lo que no estaba antes (si no lo ha hecho otra persona en este motor):",
      en: "After clean-up something is left that was not there before (unless somebody else made it on this engine):",
    }, list(left)),
    ...part({ es: "Ya no está lo que había antes:", en: "Something that was there before is gone:" }, list(lost)),
    ...part(
      { es: "Docker no ha querido quitar:", en: "Docker would not remove:" },
      refusals.map((line) => `  ${line}`).join("\n"),
    ),
  );
}

/** The checks that could not be looked at. */
export function notLookedAt(verdict: TaskVerdict): Text {
  return seen(verdict.checks.filter(({ status }) => status === "unchecked"));
}

function waiting({ waitsFor }: TaskVerdict): Text {
  return { es: `  espera a: ${waitsFor.join(", ")}`, en: `  waits for: ${waitsFor.join(", ")}` };
}

function seen(checks: readonly CheckVerdict[]): Text {
  return both((lang) => checks.flatMap((check) => checkLines(check, lang)).map((line) => `  ${line}`).join("\n"));
}

/** What was said in each language, since the words may be missing in one only. */
function inBoth(checks: readonly CheckVerdict[]): Text {
  const lines = langs.map((lang) =>
    checks.flatMap((check) => checkLines(check, lang)).map((line) => `  ${lang}  ${line}`)
  );
  return same(lines.flat().join("\n"));
}

function paragraphs(...texts: readonly Text[]): Text {
  return join(texts.filter(({ en }) => en !== ""), "\n");
}
