/** What stands in the shell after the screens are gone: how far it got, and the command that comes next. */

import type { Lab } from "../../content/schema/lab.ts";
import type { Lang } from "../../content/text.ts";
import type { Session } from "../../quiz/session.ts";
import { isPassed } from "../../quiz/pass_mark.ts";
import { summarize } from "../../quiz/session_summary.ts";
import { percent } from "../../screens/bar.ts";
import { knownSessions } from "../../screens/known_sessions.ts";
import { partOf } from "../../screens/points.ts";
import { inDays } from "../../screens/relative_days.ts";
import type { LabProgress } from "../../study/progress.ts";
import type { World } from "../world.ts";

/** `reference` as it is typed in a shell, with its flags; `finished` when the summary was reached. */
export function quizFarewell(
  session: Session,
  { reference, finished, pass, lang }: {
    readonly reference: string;
    readonly finished: boolean;
    readonly pass: number;
    readonly lang: Lang;
  },
): string {
  const { score, max } = summarize(session);
  if (!finished) {
    const answered = session.items.filter(({ answer }) => answer !== undefined).length;
    return lang === "es"
      ? `${answered} de ${session.items.length} preguntas respondidas y guardadas. Sigue con: grumete quiz ${reference}`
      : `${answered} of ${session.items.length} questions answered and stored. Go on with: grumete quiz ${reference}`;
  }
  if (session.sitting?.kind === "placement") return knownSessions(session, lang);
  const passed = isPassed({ score, max }, pass);
  const result = `${partOf(score, max, lang)} (${percent(max > 0 ? score / max : 0)})`;
  return lang === "es"
    ? `${result}: ${passed ? "aprobado" : "no aprobado"}, se aprueba con ${percent(pass)}`
    : `${result}: ${passed ? "passed" : "not passed"}, ${percent(pass)} passes`;
}

/** Cards that today still asks for, and the days until the next ones where there are any. `reviewed`: something was answered now. */
export interface LeftToday {
  readonly reviewed: boolean;
  readonly count: number;
  readonly nextIn?: number;
}

export function reviewFarewell({ reviewed, count, nextIn }: LeftToday, { lang, sameFlags = [] }: World): string {
  const command = ["grumete review", ...sameFlags].join(" ");
  if (count > 0) {
    const kept = { es: "Lo repasado está guardado. ", en: "What you reviewed is stored. " }[lang];
    const left = lang === "es"
      ? `${count === 1 ? "Queda 1" : `Quedan ${count}`} para hoy. Sigue con: ${command}`
      : `${count} left for today. Go on with: ${command}`;
    return reviewed ? kept + left : left;
  }
  const next = nextIn === undefined ? "" : inDays(nextIn, lang);
  if (lang === "es") return `No queda nada que repasar hoy${next === "" ? "" : `; lo siguiente toca ${next}`}.`;
  return `Nothing is left to review today${next === "" ? "" : `; the next is due ${next}`}.`;
}

/** Nothing where the lab never began, or was cleaned up meanwhile. */
export function labFarewell(
  lab: Lab,
  past: LabProgress | undefined,
  { reference, lang }: { readonly reference: string; readonly lang: Lang },
): string | undefined {
  if (!past || past.cleaned) return undefined;
  const passed = lab.tasks.filter(({ id }) => past.passed.has(id)).length;
  const tasks = lang === "es"
    ? `${passed} de ${lab.tasks.length} tareas superadas.`
    : `${passed} of ${lab.tasks.length} tasks passed.`;
  const end = lang === "es"
    ? `Quita lo que has creado con: grumete cleanup ${reference}`
    : `Remove what you made with: grumete cleanup ${reference}`;
  if (passed === lab.tasks.length) return `${tasks} ${end}`;
  return lang === "es"
    ? `${tasks} Sigue con: grumete lab ${reference}\n${end}`
    : `${tasks} Go on with: grumete lab ${reference}\n${end}`;
}
