/** From what a teacher wants to draw to the questions themselves: who is in which pool, or what is wrong with the wish. */

import { type Area, areaNames } from "../../content/area_names.ts";
import type { DataPath } from "../../content/data_path.ts";
import { suggest } from "../../content/near.ts";
import type { Finding } from "../../content/problem.ts";
import type { Concept } from "../../content/schema/concept.ts";
import type { Lab } from "../../content/schema/lab.ts";
import type { Question } from "../../content/schema/question.ts";
import type { Quiz } from "../../content/schema/quiz.ts";
import { quoted } from "../../content/shown.ts";
import type { Text } from "../../content/text.ts";
import type { Draw, ExamSpec } from "./spec.ts";

/** What there is to draw from. */
export interface Bank {
  /** By their id, or by the path that the session's file gives for one. */
  readonly quizzes: ReadonlyMap<string, Quiz>;
  /** Of all that there are, for who has mistyped one. */
  readonly quizIds: readonly string[];
  readonly concepts: ReadonlyMap<string, Pick<Concept, "id" | "area" | "name">>;
  /** As `quizzes`. */
  readonly labs: ReadonlyMap<string, Lab>;
  readonly labIds: readonly string[];
}

export interface DrawnQuestion {
  /** `quiz/question`. */
  readonly ref: string;
  readonly quiz: string;
  /** With the points that the session gives it. */
  readonly question: Question;
}

export interface DrawnPool {
  readonly title: Text;
  readonly count: number;
  readonly questions: readonly DrawnQuestion[];
}

export interface Draws {
  readonly pools: readonly DrawnPool[];
  /** Paths start at the session's file. */
  readonly findings: readonly Finding[];
}

/**
 * A question that two draws name belongs to the first of them: it is asked once, and the other draws from what is left; a warning
 * says so. Each draw is in the order of its source.
 */
export function drawsOf(spec: ExamSpec, bank: Bank): Draws {
  const findings: Finding[] = [];
  const taken = new Map<string, number>();
  const pools = spec.draw.flatMap((draw, index): DrawnPool[] => {
    const at = ["draw", index];
    const source = sourceOf(draw, bank, at, findings);
    if (!source) return [];
    const questions = source.questions.filter(({ ref }) => !taken.has(ref));
    const elsewhere = source.questions.length - questions.length;
    const before = [...new Set(source.questions.flatMap(({ ref }) => taken.get(ref) ?? []))].map((draw) => draw + 1);
    for (const { ref } of questions) taken.set(ref, index);
    const count = draw.count ?? questions.length;
    if (count > questions.length || count === 0) {
      findings.push(
        tooFew([...at, ...(draw.count === undefined ? [] : ["count"])], questions.length, elsewhere, before),
      );
      return [];
    }
    if (elsewhere > 0) findings.push(sharedQuestions(at, elsewhere, before));
    const { points } = draw;
    return [{
      title: source.title,
      count,
      questions: questions.map((drawn) =>
        points === undefined ? drawn : { ...drawn, question: { ...drawn.question, points } }
      ),
    }];
  });
  return { pools, findings };
}

interface Source {
  readonly title: Text;
  readonly questions: readonly DrawnQuestion[];
}

function sourceOf(draw: Draw, bank: Bank, at: DataPath, findings: Finding[]): Source | undefined {
  if (draw.quiz !== undefined) {
    const quiz = bank.quizzes.get(draw.quiz);
    if (quiz) return { title: quiz.title, questions: questionsOf(quiz) };
    findings.push(unknown([...at, "quiz"], "quiz", draw.quiz, bank.quizIds));
  } else if (draw.area !== undefined) {
    const area = areaNamed(draw.area);
    if (area) {
      return {
        title: areaNames[area],
        questions: about(bank, ([first = ""]) => bank.concepts.get(first)?.area === area),
      };
    }
    findings.push(unknown([...at, "area"], "area", draw.area, Object.keys(areaNames)));
  } else if (draw.concept !== undefined) {
    const concept = bank.concepts.get(draw.concept);
    // The name of the concept is the answer to some of its questions.
    const title = concept && areaNames[concept.area];
    if (title) return { title, questions: about(bank, (concepts) => concepts.includes(concept.id)) };
    findings.push(unknown([...at, "concept"], "concept", draw.concept, [...bank.concepts.keys()]));
  } else if (draw.questions !== undefined) {
    const named = draw.questions.map((ref, index) => questionNamed(ref, bank, [...at, "questions", index], findings));
    const questions = named.flatMap((question) => question ?? []);
    const repeated = questions.findIndex(({ ref }, index) =>
      questions.findIndex((other) => other.ref === ref) !== index
    );
    if (repeated >= 0) findings.push(twice([...at, "questions", repeated], draw.questions[repeated] ?? ""));
    else if (questions.length === named.length) return { title: chosen, questions };
  }
  return undefined;
}

const chosen: Text = { es: "Preguntas elegidas", en: "Chosen questions" };

function questionsOf(quiz: Quiz): readonly DrawnQuestion[] {
  return quiz.questions.map((question) => ({ ref: `${quiz.id}/${question.id}`, quiz: quiz.id, question }));
}

/** The first of its concepts is what a question is mostly about: it belongs to one area only. */
function about({ quizzes }: Bank, isWanted: (concepts: readonly string[]) => boolean): readonly DrawnQuestion[] {
  return [...new Set(quizzes.values())].flatMap(questionsOf).filter(({ question }) => isWanted(question.concepts));
}

function questionNamed(ref: string, bank: Bank, at: DataPath, findings: Finding[]): DrawnQuestion | undefined {
  const [quizId = "", id = ""] = ref.split("/");
  const quiz = bank.quizzes.get(quizId);
  const question = quiz && questionsOf(quiz).find((drawn) => drawn.question.id === id);
  if (!quiz) findings.push(unknown(at, "quiz", quizId, bank.quizIds));
  else if (!question) findings.push(unknown(at, "question", id, quiz.questions.map((known) => known.id)));
  return question;
}

/** By its id or its name. */
function areaNamed(written: string): Area | undefined {
  const wanted = written.trim().toLowerCase();
  return (Object.keys(areaNames) as readonly Area[]).find((area) =>
    [area, areaNames[area].es, areaNames[area].en].some((name) => name.toLowerCase() === wanted)
  );
}

/** Labs and tasks that the session names and nobody has. */
export function labFindings({ labs }: ExamSpec, bank: Bank): readonly Finding[] {
  const seen = new Set<string>();
  return labs.flatMap(({ lab: written, tasks = [] }, index) => {
    const lab = bank.labs.get(written);
    if (!lab) return [unknown(["labs", index, "lab"], "lab", written, bank.labIds)];
    if (seen.has(lab.id)) return [twice(["labs", index, "lab"], lab.id)];
    seen.add(lab.id);
    const known = lab.tasks.map(({ id }) => id);
    return tasks.flatMap((task, at) =>
      known.includes(task) ? [] : [unknown(["labs", index, "tasks", at], "task", task, known)]
    );
  });
}

const things = {
  quiz: { es: "el cuestionario", en: "quiz" },
  area: { es: "el área", en: "area" },
  concept: { es: "el concepto", en: "concept" },
  question: { es: "la pregunta", en: "question" },
  lab: { es: "el laboratorio", en: "lab" },
  task: { es: "la tarea", en: "task" },
} as const satisfies Readonly<Record<string, Text>>;

function unknown(at: DataPath, thing: keyof typeof things, written: string, known: readonly string[]): Finding {
  const isPath = /[\\/]|\.ya?ml$/.test(written);
  return {
    at,
    code: "other",
    what: {
      es: `No se puede usar ${things[thing].es} ${quoted(written)}: no existe`,
      en: `Cannot use ${things[thing].en} ${quoted(written)}: there is none`,
    },
    next: isPath
      ? { es: "La ruta se lee desde la carpeta de este archivo.", en: "The path is read from this file's folder." }
      : suggest(written, known),
  };
}

function twice(at: DataPath, written: string): Finding {
  return {
    at,
    code: "other",
    what: {
      es: `No se puede usar ${quoted(written)} dos veces`,
      en: `Cannot use ${quoted(written)} twice`,
    },
    next: { es: "Quita una de las dos.", en: "Remove one of the two." },
  };
}

function tooFew(at: DataPath, left: number, elsewhere: number, before: readonly number[]): Finding {
  const draws = before.join(", ");
  return {
    at,
    code: "other",
    what: {
      es: `No se pueden sortear tantas preguntas: hay ${left}`,
      en: `Cannot draw that many questions: there are ${left}`,
    },
    next: elsewhere === 0 ? { es: "Pide menos, o añade preguntas.", en: "Ask for fewer, or add questions." } : {
      es: `Ya en el sorteo ${draws}: ${elsewhere}. Pon antes el sorteo más estrecho, o pide menos.`,
      en: `Already in draw ${draws}: ${elsewhere}. Put the narrower draw first, or ask for fewer.`,
    },
  };
}

function sharedQuestions(at: DataPath, count: number, before: readonly number[]): Finding {
  const draws = before.join(", ");
  return {
    at,
    severity: "warning",
    code: "other",
    what: {
      es: `De sus preguntas, ya en el sorteo ${draws}: ${count}. Aquí no cuentan`,
      en: `Of its questions already in draw ${draws}: ${count}. They do not count here`,
    },
  };
}
