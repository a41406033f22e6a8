/** One task in full: instructions, checks with the diagnosis of the chosen one, hints, solution, explanation. */

import { subjectOf } from "../content/about_check.ts";
import type { Check } from "../content/schema/check.ts";
import type { SolutionStep } from "../content/schema/lab.ts";
import type { Lang, Text } from "../content/text.ts";
import { partText } from "../lab/formats/report.ts";
import type { CheckVerdict } from "../lab/verdict.ts";
import { diagnosis } from "./check_detail.ts";
import type { Line } from "./frame.ts";
import { chosenCheck, chosenTask, type LabState, statusOf, verdictOf } from "./lab.ts";
import { hintLines } from "./hint_lines.ts";
import { shownHint } from "./lab_hints.ts";
import { partLook, tickLook } from "./tick.ts";
import { highlighted, languageOf } from "./highlight/highlight.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { partOf, pointsOf } from "./points.ts";
import type { Range } from "./scroll.ts";
import { pointer } from "./pointer.ts";
import { ends, span } from "./width.ts";
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
  given: { es: "Has visto la solución: no da puntos", en: "You saw the solution: it gives no points" },
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
  // At the prompt letters are typed.
  const keys = !state.prompt.open;
  const { symbol, style } = tickLook[status];
  const { waitsFor: waits = [], part, score = 0 } = verdictOf(state, task) ?? {};
  const word = status === "blocked" && waits.length === 0 ? words.lacks : tickLook[status].word;
  const given = state.givenUp.includes(task.id);
  const explained = [[span(words.explanation[lang], "strong")], ...markdown(task.explanation[lang], width)];
  place([
    ends([span(`${state.at + 1}. `, "key"), ...inlineMarkdown(task.title[lang], "strong")], [
      span(pointsOf(task.points, lang), "dim"),
    ], width),
    ...(known ? [[span(`${symbol} ${word[lang]}`, style)]] : []),
    ...(part
      ? wrap(
        [span(`${partLook.symbol} ${partText(part)[lang]}: ${partOf(score, task.points, lang)}`, partLook.style)],
        width,
      )
      : []),
    ...(given ? wrap([span(words.given[lang], "warn")], width) : []),
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
    const drawn = place(
      checkLines(one, verdictOf(state, task)?.checks[index], {
        chosen,
        known,
        passed: status === "passed",
        lang,
        width,
      }),
    );
    if (chosen) check = drawn;
  });
  if (task.questions.length > 0) {
    const answers = state.sessions[task.id]?.items.filter(({ answer }) => answer !== undefined).length ??
      task.questions.filter(({ id }) => state.opening.past?.answers[id] !== undefined).length;
    place([[], [
      span(`${words.questions[lang]}: ${answers}/${task.questions.length} `),
      ...(keys ? [span(`(${words.press[lang]} `, "dim"), span("p", "key"), span(")", "dim")] : []),
    ]]);
  }
  const shown = shownHint(state);
  const hints = shown ? place([[], ...hintLines(shown, lang, width, { keys })]) : nowhere;
  const solution = given
    ? place([
      [],
      [span(words.solution[lang], "strong")],
      ...task.solution.flatMap((step, index) =>
        stepLines(step, task.solution.length > 1 ? `${index + 1}. ` : "", lang, width)
      ),
      // That of a passed task stands above.
      ...(status === "passed" ? [] : [[], ...explained]),
    ])
    : nowhere;
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
  /** The task is passed: then so are its checks, although they are not looked at any more. */
  readonly passed: boolean;
  readonly lang: Lang;
  readonly width: number;
}

function checkLines(
  check: Check,
  verdict: CheckVerdict | undefined,
  { chosen, known, passed, lang, width }: CheckLook,
): readonly Line[] {
  const { symbol, style } = tickLook[verdict?.status ?? (passed ? "passed" : "unchecked")];
  const head = wrap(
    [
      span(check.kind, "dim"),
      span(" "),
      span(verdict?.subject ?? subjectOf(check), chosen ? "strong" : "plain"),
      ...(check.kind === "exec" ? [span(`: ${check.run.join(" ")}`, "dim")] : []),
    ],
    width,
    {
      first: [pointer(chosen), span(known ? `${symbol} ` : "· ", known ? style : "dim")],
      rest: [span("    ")],
    },
  );
  return chosen && verdict ? [...head, ...diagnosis(verdict, lang, width)] : head;
}

function stepLines(step: SolutionStep, number: string, lang: Lang, width: number): readonly Line[] {
  const lead = [span(`  ${number}`, "dim")];
  const goesOn = { first: [], rest: [span("  ↳ ", "dim")] };
  if (typeof step === "string") {
    const [command = []] = highlighted("sh", [step.replaceAll("\n", " ")]);
    return wrapCode([...lead, span("$ ", "accent"), ...command], width, goesOn);
  }
  const body = step.content.replace(/\n$/, "").replaceAll("\t", "    ").split("\n");
  return [
    [...lead, span(`${words.file[lang]} `, "dim"), span(step.file, "code")],
    ...highlighted(languageOf(step.file), body).flatMap((line) => wrapCode([span("    "), ...line], width, goesOn)),
  ];
}
