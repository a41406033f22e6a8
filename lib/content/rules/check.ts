/** What is looked at inside one check, of a task or of a hint's condition; paths start at the check. */

import type { Finding } from "../problem.ts";
import type { Check } from "../schema/check.ts";
import { eventFindings } from "./event.ts";
import { neverTrue } from "./never_true.ts";

/** What judging relies on. */
export function soundCheck(check: Check): readonly Finding[] {
  return [...(check.kind === "event" ? eventFindings(check) : []), ...neverTrue(check)];
}

/** A warning: what `steady` asks for takes longer than `within` waits. */
export function patientEnough(check: Check): readonly Finding[] {
  if (check.within === undefined || !("steady" in check) || check.steady === undefined) return [];
  if (check.within > check.steady) return [];
  return [{
    at: ["within"],
    severity: "warning",
    code: "short-within",
    what: {
      es: `«within» espera ${seconds(check.within, "es")}, y «steady» ya necesita ${seconds(check.steady, "es")}`,
      en: `"within" waits ${seconds(check.within, "en")}, and "steady" alone needs ${seconds(check.steady, "en")}`,
    },
    next: {
      es: "Espera más: lo que tarda en arrancar y, además, lo que debe durar.",
      en: "Wait longer: for the time to start and then the time it must last.",
    },
  }];
}

function seconds(count: number, lang: "es" | "en"): string {
  return `${lang === "es" ? String(count).replace(".", ",") : count} s`;
}
