/** The labs of a graded session as lines: what is to be done, and whether it is being looked at. */

import type { Lab } from "../content/schema/lab.ts";
import type { Lang, Text } from "../content/text.ts";
import type { CheckVerdict, LabVerdict } from "../lab/verdict.ts";
import { diagnosis } from "./check_detail.ts";
import type { Line } from "./frame.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { pointsOf } from "./points.ts";
import { tickLook } from "./tick.ts";
import { span } from "./width.ts";
import { wrap } from "./wrap.ts";

/** `workspace`: the learner's folder, as people like to read it; absent where the lab has none. */
export interface ExamLabOpening {
  readonly lab: Lab;
  readonly workspace?: string;
}

/**
 * How it stands with the lab. `at` is the time of day of the last look, "12:03"; `verdict` only where the session shows it: of
 * hidden checks it knows nothing. `stopped`: what is in the way, why docker cannot be asked, or what else went wrong.
 */
export type ExamLabSight =
  | { readonly kind: "preparing" }
  | { readonly kind: "stopped"; readonly reasons: readonly { readonly what: Text; readonly next?: Text }[] }
  | { readonly kind: "looked"; readonly at: string; readonly verdict?: LabVerdict };

const words = {
  preparing: { es: "Preparando el laboratorio…", en: "Preparing the lab…" },
  looked: { es: "Se ha mirado y anotado a las", en: "Looked at and recorded at" },
  workspace: { es: "Tus archivos están en", en: "Your files are in" },
  work: {
    es: "Trabaja en otra terminal: lo que cambie se mira y se anota solo, y otra vez al entregar.",
    en: "Work in another terminal: what changes is looked at and recorded by itself, and again when you hand in.",
  },
  clean: {
    es: "Deja los contenedores como están hasta entregar: se corrige lo que hay.",
    en: "Leave the containers as they are until you hand in: what is there is graded.",
  },
} satisfies Readonly<Record<string, Text>>;

/** Lines that say how it stands with the lab now. */
export function sightLines(sight: ExamLabSight | undefined, lang: Lang, width: number): readonly Line[] {
  if (sight?.kind === "stopped") {
    return sight.reasons.flatMap(({ what, next }) => [
      ...wrap([span("⚠ ", "warn"), ...inlineMarkdown(what[lang], "warn")], width),
      ...(next ? markdown(next[lang], width) : []),
    ]);
  }
  if (sight?.kind === "looked") return wrap([span(`${words.looked[lang]} ${sight.at}`, "good")], width);
  return wrap([span(words.preparing[lang], "dim")], width);
}

/** A lab with all its tasks. */
export function examLabLines(
  { lab, workspace }: ExamLabOpening,
  sight: ExamLabSight | undefined,
  lang: Lang,
  width: number,
): readonly Line[] {
  const verdict = sight?.kind === "looked" ? sight.verdict : undefined;
  return [
    inlineMarkdown(lab.title[lang], "title"),
    ...sightLines(sight, lang, width),
    ...(workspace === undefined ? [] : wrap([span(`${words.workspace[lang]} `), span(workspace, "code")], width)),
    ...wrap([span(`${words.work[lang]} ${words.clean[lang]}`, "dim")], width),
    ...lab.tasks.flatMap((task, index): readonly Line[] => {
      const judged = verdict?.tasks.find(({ id }) => id === task.id);
      // Of a hidden check nothing is known here, and so nothing is said.
      const shown = judged?.checks.filter((_, at) => task.checks[at]?.hidden !== true) ?? [];
      return [
        [],
        [
          span(`${index + 1}. `, "strong"),
          ...inlineMarkdown(task.title[lang], "strong"),
          span(` · ${pointsOf(task.points, lang)}`, "dim"),
        ],
        ...markdown(task.text[lang], width),
        ...shown.flatMap((check) => checkLines(check, lang, width)),
      ];
    }),
  ];
}

function checkLines(check: CheckVerdict, lang: Lang, width: number): readonly Line[] {
  const { symbol, word, style } = tickLook[check.status];
  const head = wrap([span(`${check.kind} ${check.subject}: `), span(word[lang], style)], width, {
    first: [span(`${symbol} `, style)],
    rest: [span("  ")],
  });
  return check.status === "passed" ? head : [...head, ...diagnosis(check, lang, width, { spoken: true })];
}
