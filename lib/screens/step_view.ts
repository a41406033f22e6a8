/** The picture of a step of a path. */

import type { Lang, Text } from "../content/text.ts";
import { appBindings } from "./app_keys.ts";
import { percent } from "./bar.ts";
import { counted } from "./counted.ts";
import type { Frame, Line } from "./frame.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { pointer } from "./pointer.ts";
import { clamped, showing } from "./scroll.ts";
import { stepHelp, type StepOpening, type StepPart, type StepRow, stepRows, type StepState } from "./step.ts";
import { cutLine, ends, span } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Longer lines are hard to read. */
const widest = 76;

export function viewStep(state: StepState, view: View): Frame {
  const { header, body, offset } = stepLayout(state, view);
  return page({ header, body, offset, bindings: [...stepHelp(state), ...appBindings(false)] }, view);
}

export function stepLayout({ opening, at, sight }: StepState, { lang, size }: View) {
  const width = Math.min(size.columns, widest);
  const header = [headerOf(opening, lang, size.columns)];
  const body: Line[] = [...markdown(stepAbout(opening)[lang], width), ...factsOf(opening, width, lang), []];
  const places: { readonly from: number; readonly to: number }[] = [];
  stepRows(opening).forEach((row, index) => {
    const lines = rowLines(row, opening, { here: index === at, width, lang });
    places.push({ from: body.length, to: body.length + lines.length - 1 });
    body.push(...lines);
  });
  const rows = bodyRows(size, header.length);
  const here = places[at] ?? { from: 0, to: 0 };
  const offset = typeof sight === "number"
    ? sight
    : sight === "top" || at === 0 && here.to < rows
    ? 0
    : showing(here, 0, rows, body.length);
  return { header, body, rows, offset: clamped(offset, rows, body.length) };
}

/** The same for the column beside a list, where nothing of it can be chosen. */
export function stepDetails(opening: StepOpening, width: number, lang: Lang): readonly Line[] {
  const rows = stepRows(opening).filter(({ kind }) => kind !== "next");
  return [
    ...markdown(stepAbout(opening)[lang], width),
    ...factsOf(opening, width, lang),
    [],
    ...rows.flatMap((row) => rowLines(row, opening, { here: false, width, lang })),
  ];
}

/** Its first open part from a shell. */
export function stepCommandLine(opening: StepOpening): string {
  const { flags } = opening;
  if (opening.kind !== "session") return ["grumete quiz", ...flags, `${opening.path}/${opening.place}`].join(" ");
  const part = opening.parts.find(({ passed }) => !passed) ?? opening.parts[0];
  return part ? ["grumete", part.kind, ...flags, part.id].join(" ") : "grumete";
}

function headerOf(opening: StepOpening, lang: Lang, width: number): Line {
  const where = opening.kind !== "session"
    ? opening.pathTitle[lang]
    : width < 60
    ? `${opening.number}/${opening.of}`
    : `${words.session[lang]} ${opening.number} ${words.of[lang]} ${opening.of}`;
  return ends([span(titleOf(opening)[lang], "title")], [span(where, "dim")], width);
}

function titleOf(opening: StepOpening): Text {
  return opening.kind === "session" ? opening.title : words[opening.kind];
}

/** Markdown: what is read before it. */
export function stepAbout(opening: StepOpening): Text {
  switch (opening.kind) {
    case "session":
      return opening.reading;
    case "placement":
      return {
        es: `Hasta ${opening.questions} preguntas, unas pocas de cada sesión y en su orden. Si aciertas todas ` +
          "las de una sesión, se da por sabida y el curso la salta; siempre podrás abrirla.\n\n" +
          "Qué estaba bien se dice al final. Lo que no sepas, sáltalo con `n`: no resta.",
        en:
          `Up to ${opening.questions} questions, a few of each session, in their order. A session of which you get all ` +
          "right counts as known, and the course skips it; you can always open it.\n\n" +
          "What was right is told at the end. What you do not know, skip with `n`: it costs nothing.",
      };
    case "exam": {
      const { questions, minutes, pass } = opening;
      return {
        es:
          `${questions} preguntas de todas las áreas, ${minutes} minutos; se aprueba con el ${
            percent(pass)
          } de los puntos. ` +
          "El reloj empieza al abrirlo y no se para, aunque salgas.\n\n" +
          "No hay pistas y no se explica nada hasta el final; lo contestado no se cambia, a lo saltado puedes volver.",
        en: `${questions} questions of all areas, ${minutes} minutes; ${percent(pass)} of the points pass. ` +
          "The clock starts when you open it and does not stop, not even when you leave.\n\n" +
          "There are no hints and nothing is explained before the end; what is answered stays, what is skipped can be gone back to.",
      };
    }
  }
}

function factsOf(opening: StepOpening, width: number, lang: Lang): readonly Line[] {
  switch (opening.kind) {
    case "session": {
      const text = opening.done ? words.done : opening.known ? words.knownSession : undefined;
      return text ? [[], [span(`✔ ${text[lang]}`, "good")]] : [];
    }
    case "placement": {
      if (!opening.finished) return [];
      const names = opening.known.map((title) => title[lang]).join(" · ");
      const line = names === "" ? words.noneKnown[lang] : `${words.knownSessions[lang]}: ${names}`;
      return [[], ...wrap([span(line, "good")], width)];
    }
    case "exam": {
      if (opening.best === undefined) return [];
      const passed = opening.best >= opening.pass;
      const text = `${passed ? "✔" : "✘"} ${words.best[lang]}: ${percent(opening.best)}`;
      return [[], [span(text, passed ? "good" : "bad")]];
    }
  }
}

interface Look {
  readonly here: boolean;
  readonly width: number;
  readonly lang: Lang;
}

function rowLines(row: StepRow, opening: StepOpening, { here, width, lang }: Look): readonly Line[] {
  const style = here ? "strong" : "plain";
  switch (row.kind) {
    case "part":
      return partLines(row.part, opening.flags, { here, width, lang });
    case "sitting": {
      const half = opening.kind === "session" ? undefined : opening.half;
      const text = half === undefined
        ? words.begin[lang]
        : `${words.goOn[lang]} (${half} ${lang === "es" ? half === 1 ? "contestada" : "contestadas" : "answered"})`;
      const command = ["grumete quiz", ...opening.flags, `${opening.path}/${opening.place}`].join(" ");
      return [
        cutLine([pointer(here), span(text, style)], width),
        cutLine([span("  "), span(`$ ${command}`, "code")], width),
        [],
      ];
    }
    case "next": {
      const text = opening.kind === "placement" ? words.withoutPlacement : words.next;
      return [cutLine([pointer(here), span(`${text[lang]}: `, "dim"), span(row.link.text[lang], style)], width)];
    }
  }
}

/** What it is and how far it got, what it is about, and how it is begun without a screen. */
function partLines(part: StepPart, flags: readonly string[], { here, width, lang }: Look): readonly Line[] {
  const { symbol, style } = part.passed
    ? { symbol: "✔", style: "good" } as const
    : part.done === undefined && part.best === undefined
    ? { symbol: "·", style: "dim" } as const
    : { symbol: "◐", style: "warn" } as const;
  const title = inlineMarkdown(part.title[lang], here ? "strong" : "plain");
  const about = width >= 60 && part.summary ? markdown(part.summary[lang], width - 4, "dim") : [];
  const indented = about.map((line): Line => [span("    "), ...line]);
  return [
    cutLine([pointer(here), span(`${symbol} `, style), span(`${words[part.kind][lang]}: `, "dim"), ...title], width),
    cutLine([span("    "), span(standingOf(part, lang), "dim")], width),
    ...indented,
    cutLine([span("    "), span(`$ ${["grumete", part.kind, ...flags, part.id].join(" ")}`, "code")], width),
    [],
  ];
}

/** "24 questions · best 83%", "6 tasks · 2 passed". */
export function standingOf({ kind, size, best, done, passed }: StepPart, lang: Lang): string {
  const es = lang === "es";
  if (kind === "lab") {
    const tasks = counted(size, es ? "tarea" : "task");
    return done === undefined ? tasks : `${tasks} · ${done} ${es ? done === 1 ? "superada" : "superadas" : "passed"}`;
  }
  return [
    counted(size, es ? "pregunta" : "question"),
    ...(done === undefined ? [] : [es ? `${done} ${done === 1 ? "contestada" : "contestadas"}` : `${done} answered`]),
    ...(best === undefined
      ? []
      : [`${words.best[lang]}: ${percent(best)}${passed ? "" : es ? " (no aprobado)" : " (not passed)"}`]),
  ].join(" · ");
}

const words = {
  session: { es: "Sesión", en: "Session" },
  of: { es: "de", en: "of" },
  placement: { es: "Prueba de nivel", en: "Placement quiz" },
  exam: { es: "Examen de prueba", en: "Mock exam" },
  quiz: { es: "Cuestionario", en: "Quiz" },
  lab: { es: "Laboratorio", en: "Lab" },
  done: { es: "Sesión hecha", en: "Session done" },
  knownSession: { es: "Ya la sabes: el curso la salta", en: "You know it: the course skips it" },
  knownSessions: { es: "El curso salta", en: "The course skips" },
  noneKnown: { es: "Hecha: el curso no salta ninguna sesión", en: "Done: the course skips no session" },
  best: { es: "mejor resultado", en: "best result" },
  begin: { es: "Empezar", en: "Begin" },
  goOn: { es: "Seguir", en: "Go on" },
  next: { es: "Después", en: "Then" },
  withoutPlacement: { es: "Sin ella", en: "Without it" },
} satisfies Readonly<Record<string, Text>>;
