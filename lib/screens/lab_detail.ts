/** One task in full: instructions, checks with the diagnosis of the chosen one, hints, solution, explanation. */

import { type Check, subjectOf } from "../content/schema/check.ts";
import type { SolutionStep } from "../content/schema/lab.ts";
import type { Lang, Text } from "../content/text.ts";
import type { CheckVerdict } from "../lab/verdict.ts";
import { hintLines } from "./feedback.ts";
import type { Line } from "./frame.ts";
import { chosenCheck, chosenTask, type LabState, statusOf, verdictOf } from "./lab.ts";
import { tickLook } from "./lab_tasks.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { pointsOf } from "./points.ts";
import type { Range } from "./scroll.ts";
import { ends, pad, span } from "./width.ts";
import { wrap, wrapCode } from "./wrap.ts";

/** Lines of the detail, and where in them the chosen check, the last hint and the solution stand. */
export interface Detail {
  readonly lines: readonly Line[];
  readonly check: Range;
  readonly hint: Range;
  readonly solution: Range;
}

const words = {
  checks: { es: "Comprobaciones", en: "Checks" },
  questions: { es: "Preguntas respondidas", en: "Questions answered" },
  lacks: { es: "falta lo que necesita", en: "what it needs is missing" },
  text: { es: "La tarea", en: "The task" },
  press: { es: "pulsa", en: "press" },
  waits: { es: "Antes hay que superar", en: "To be passed before" },
  solution: { es: "Solución", en: "Solution" },
  explanation: { es: "Explicación", en: "Explanation" },
  file: { es: "Archivo", en: "File" },
  expected: { es: "Se espera", en: "Expected" },
  actual: { es: "Se ve", en: "Seen" },
  because: { es: "Porque", en: "Because" },
  next: { es: "Prueba", en: "Try" },
} satisfies Readonly<Record<string, Text>>;

export function labDetail(state: LabState, lang: Lang, width: number): Detail {
  const lines: Line[] = [];
  const place = (add: readonly Line[]): Range => {
    const from = lines.length;
    lines.push(...add);
    return { from, to: lines.length - 1 };
  };
  const nowhere: Range = { from: 0, to: 0 };
  const task = chosenTask(state);
  if (!task) return { lines, check: nowhere, hint: nowhere, solution: nowhere };
  const status = statusOf(state, task);
  const known = state.verdict !== undefined;
  const { symbol, style } = tickLook[status];
  const waits = verdictOf(state, task)?.waitsFor ?? [];
  const word = status === "blocked" && waits.length === 0 ? words.lacks : tickLook[status].word;
  const given = state.givenUp.includes(task.id);
  const explained = [[span(words.explanation[lang], "strong")], ...markdown(task.explanation[lang], width)];
  place([
    ends([span(`${state.at + 1}. `, "key"), ...inlineMarkdown(task.title[lang], "strong")], [
      span(pointsOf(task.points, lang), "dim"),
    ], width),
    ...(known ? [[span(`${symbol} ${word[lang]}`, style)]] : []),
    ...waiting(state, waits, lang, width),
    [],
    // Who comes back to a passed task wants to read why it is right.
    ...(status === "passed" ? [...explained, [], [span(words.text[lang], "strong")]] : []),
    ...markdown(task.text[lang], width),
    [],
    [span(words.checks[lang], "strong")],
  ]);
  let check = nowhere;
  task.checks.forEach((one, index) => {
    const chosen = index === chosenCheck(state);
    const drawn = place(checkLines(one, verdictOf(state, task)?.checks[index], { chosen, known, lang, width }));
    if (chosen) check = drawn;
  });
  if (task.questions.length > 0) {
    const answers = state.sessions[task.id]?.items.filter(({ answer }) => answer !== undefined).length ??
      task.questions.filter(({ id }) => state.opening.past?.answers[id] !== undefined).length;
    place([[], [
      span(`${words.questions[lang]}: ${answers}/${task.questions.length} `),
      span(`(${words.press[lang]} `, "dim"),
      span("p", "key"),
      span(")", "dim"),
    ]]);
  }
  const shown = task.hints.slice(0, state.hints[task.id] ?? 0).map(({ text }) => text);
  const hints = shown.length > 0 ? place([[], ...hintLines(shown, lang, width)]) : nowhere;
  const solution = given
    ? place([
      [],
      [span(words.solution[lang], "strong")],
      ...task.solution.flatMap((step) => stepLines(step, lang, width)),
    ])
    : nowhere;
  if (given && status !== "passed") place([[], ...explained]);
  return { lines, check, hint: hints, solution };
}

function waiting(state: LabState, waits: readonly string[], lang: Lang, width: number): readonly Line[] {
  if (waits.length === 0) return [];
  const { tasks } = state.opening.lab;
  const names = waits.map((id) => {
    const index = tasks.findIndex((other) => other.id === id);
    return index < 0 ? id : `${index + 1}. ${tasks[index]?.title[lang] ?? id}`;
  });
  return wrap(inlineMarkdown(`${words.waits[lang]}: ${names.join(", ")}`, "dim"), width);
}

interface CheckLook {
  readonly chosen: boolean;
  readonly known: boolean;
  readonly lang: Lang;
  readonly width: number;
}

function checkLines(
  check: Check,
  verdict: CheckVerdict | undefined,
  { chosen, known, lang, width }: CheckLook,
): readonly Line[] {
  const { symbol, style } = tickLook[verdict?.status ?? "unchecked"];
  const head = wrap(
    [
      span(check.kind, "dim"),
      span(" "),
      span(verdict?.subject ?? subjectOf(check), chosen ? "strong" : "plain"),
      ...(check.kind === "exec" ? [span(`: ${check.run.join(" ")}`, "dim")] : []),
    ],
    width,
    {
      first: [span(chosen ? "❯ " : "  ", "selected"), span(known ? `${symbol} ` : "· ", known ? style : "dim")],
      rest: [span("    ")],
    },
  );
  return chosen && verdict ? [...head, ...diagnosis(verdict, lang, width)] : head;
}

/** The fields one by one, then expected, seen, because, next. */
function diagnosis(verdict: CheckVerdict, lang: Lang, width: number): readonly Line[] {
  const fields = verdict.fields.length < 2 ? [] : wrap(
    verdict.fields.flatMap(({ field, status }): Line => [
      span(`${tickLook[status].symbol}\u00a0`, tickLook[status].style),
      span(`${field}  `, "dim"),
    ]),
    width,
    { first: [span("    ")] },
  );
  if (verdict.status === "passed") return fields;
  const rows = ([["expected", verdict.expected], ["actual", verdict.actual], ["because", verdict.because], [
    "next",
    verdict.next,
  ]] as const)
    .flatMap(([name, text]) =>
      text === undefined || text[lang] === "" ? [] : [{ name: words[name][lang], text: text[lang] }]
    );
  const indent = Math.max(0, ...rows.map(({ name }) => name.length)) + 6;
  const narrow = width < 50;
  return [
    ...fields,
    ...rows.flatMap(({ name, text }) => {
      if (narrow && !text.includes("\n")) {
        return wrap([span(`${name}: `, "accent"), ...inlineMarkdown(text)], width, {
          first: [span("    ")],
          rest: [span("      ")],
        });
      }
      const lines = markdown(text, width - (narrow ? 6 : indent));
      const label = span(`    ${pad(`${name}:`, indent - 5)} `, "accent");
      if (narrow) return [[span(`    ${name}:`, "accent")], ...lines.map((line) => [span("      "), ...line])];
      return lines.map((line, row) => [row === 0 ? label : span(" ".repeat(indent)), ...line]);
    }),
  ];
}

function stepLines(step: SolutionStep, lang: Lang, width: number): readonly Line[] {
  if (typeof step === "string") return wrapCode([span("  "), span("$ ", "accent"), span(step, "code")], width);
  const body = step.content.replace(/\n$/, "").replaceAll("\t", "    ").split("\n");
  return [
    [span(`  ${words.file[lang]} `, "dim"), span(step.file, "code")],
    ...body.flatMap((line) => wrapCode([span("    "), span(line, "code")], width)),
  ];
}
