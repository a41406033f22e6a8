/** The proof of a lab as it is told to whoever waits for it. */

import type { Lab } from "../../content/schema/lab.ts";
import type { Lang, Text } from "../../content/text.ts";
import type { LabProof, ProofItem, ProofKind, ProofStatus, ProofStep } from "../../lab/proving/proof.ts";
import type { Line, Style } from "../../screens/frame.ts";
import { span } from "../../screens/width.ts";

const looks: Readonly<Record<ProofStatus, { readonly symbol: string; readonly style: Style }>> = {
  passed: { symbol: "✔", style: "good" },
  failed: { symbol: "✘", style: "bad" },
  unchecked: { symbol: "?", style: "warn" },
  skipped: { symbol: "…", style: "dim" },
};

/** What is tried, as it must end. */
const claims: Readonly<Record<ProofKind, Text>> = {
  lint: { es: "el enunciado dice todo lo que se comprueba", en: "the text states all that is checked" },
  unsolved: { es: "sin resolver no se supera", en: "unsolved it fails" },
  solution: { es: "la solución la supera", en: "the solution passes it" },
  alternative: { es: "otra solución la supera", en: "another solution passes it" },
  mistake: { es: "el error se explica", en: "the mistake is explained" },
  cleanup: { es: "la limpieza no deja nada", en: "clean-up leaves nothing" },
};

export function headLine({ id, title }: Lab, steps: number, lang: Lang): Line {
  const count = lang === "es" ? `${steps} pasos` : `${steps} steps`;
  return [span(id, "title"), span(`: ${title[lang]} (${count})`)];
}

/** When it is over; what is wrong with it stands below. */
export function stepLines(step: ProofStep, number: number, total: number, lang: Lang): readonly Line[] {
  const { symbol, style } = looks[step.status];
  const time = step.status === "skipped" ? notTried[lang] : figure(step.seconds, lang);
  const width = String(total).length;
  return [
    [
      // What is too long for a line goes on below, and keeps the indentation.
      span("  "),
      span(`${symbol} `, style),
      span(`${String(number).padStart(width)}/${total} `, "dim"),
      span(tried(step, lang)),
      span(`  ${time}`, "dim"),
    ],
    ...problemLines(step.problem, lang),
  ];
}

export function problemLines(problem: Text | undefined, lang: Lang): readonly Line[] {
  return problem === undefined ? [] : problem[lang].split("\n").map((text): Line => [span(`      ${text}`)]);
}

/** What is claimed, of which task. */
export function tried({ kind, task, name }: ProofItem, lang: Lang): string {
  const typed = kind === "alternative" || kind === "mistake" ? `: ${name}` : "";
  return `${task === undefined ? "" : `${task}: `}${claims[kind][lang]}${typed}`;
}

const notTried: Text = { es: "(sin probar: antes falla otro paso)", en: "(not tried: an earlier step fails)" };

export function endLine({ lab, status, seconds, steps }: LabProof, lang: Lang): Line {
  const { symbol, style } = looks[status];
  const wrong = steps.filter((step) => step.status !== "passed").length;
  const time = figure(seconds, lang);
  const words = status === "passed"
    ? { es: `demostrado, ${steps.length} pasos en ${time}`, en: `proven, ${steps.length} steps in ${time}` }
    : steps.length === 0
    ? { es: "sin demostrar", en: "not proven" }
    : {
      es: `sin demostrar, ${wrong} de ${steps.length} pasos no salen bien; ${time}`,
      en: `not proven, ${wrong} of ${steps.length} steps do not come out right; ${time}`,
    };
  return [span(`${symbol} `, style), span(lab, "strong"), span(`: ${words[lang]}`)];
}

/** `0,4 s`, and from a minute on `1 min 20 s`. */
function figure(seconds: number, lang: Lang): string {
  const whole = Math.round(seconds);
  if (whole >= 60) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const tenths = seconds.toFixed(1);
  return `${lang === "es" ? tenths.replace(".", ",") : tenths} s`;
}
