/** A class that took a small session, made up the same way each time: good and bad questions, labs, times, names of all sorts. */

import type { Question } from "../../lib/content/schema/question.ts";
import { grade } from "../../lib/quiz/grade.ts";
import { type Rng, seeded } from "../../lib/quiz/rng.ts";
import type { Answer } from "../../lib/quiz/answer.ts";
import { chosenIn, itemFacts, titleOf } from "../../lib/exam/marks/marked_question.ts";
import type { Failure, MarkedItem, Marks } from "../../lib/exam/marks/marks.ts";
import { stateCode } from "../../lib/exam/marks/marks.ts";
import { blindAnswer } from "../../lib/exam/guessing/guess_score.ts";
import { make } from "../quiz/make_question.ts";

const choices = (right: number, ...texts: readonly string[]) =>
  texts.map((text, index) => ({ text, correct: index === right }));

/** The key of `wrong-key` is wrong on purpose; nobody who can take `port` chooses its last option. */
const questions: readonly Question[] = [
  make("choice", {
    id: "image",
    concepts: ["docker-images"],
    prompt: "¿Qué es una **imagen**?",
    choices: choices(0, "Una plantilla de solo lectura", "Un contenedor parado", "Una máquina virtual"),
  }),
  make("choice", {
    id: "wrong-key",
    concepts: ["docker-volumes"],
    prompt: "¿Qué sobrevive a `docker rm`?",
    choices: choices(1, "Un volumen con nombre", "La capa de escritura", "Los procesos", "Nada"),
  }),
  make("choice", {
    id: "port",
    concepts: ["port-publishing"],
    prompt: "¿Qué hace `-p 8080:80`?",
    choices: choices(2, "Abre el 8080 del contenedor", "Nada", "Lleva el 8080 de la máquina al 80", "Cierra el 80"),
  }),
  make("multiple", {
    id: "namespaces",
    concepts: ["linux-namespaces"],
    prompt: "¿Qué aísla un *namespace*?",
    choices: [
      { text: "Los procesos", correct: true },
      { text: "La red", correct: true },
      { text: "La memoria" },
      { text: "La velocidad del disco" },
    ],
  }),
  make("truefalse", {
    id: "root",
    concepts: ["docker-security"],
    prompt: "`root` dentro es `root` fuera",
    answer: true,
  }),
  make("order", {
    id: "layers",
    concepts: ["docker-images"],
    prompt: "Ordena los pasos",
    items: [{ text: "FROM" }, { text: "COPY" }, { text: "RUN" }, { text: "CMD" }],
  }),
  make("match", {
    id: "drivers",
    concepts: ["docker-networks"],
    prompt: "Une cada red con lo que hace",
    pairs: [{ left: "bridge", right: "NAT" }, { left: "host", right: "La de la máquina" }, {
      left: "none",
      right: "Nada",
    }],
    distractors: [{ text: "Cifra" }],
  }),
  make("text", {
    id: "verb",
    concepts: ["docker-cli"],
    prompt: "¿Con qué verbo se ve el registro?",
    accept: ["logs", "docker logs"],
  }),
];

const answersTyped = ["logs", "docker logs", "log", "inspect", "ps <script>alert(1)</script>"];

/** As somebody answers who knows `ability` (0…1) of it. */
function answerOf(question: Question, ability: number, rng: Rng): Answer | undefined {
  if (rng() < 0.04) return undefined;
  const knows = rng() < ability;
  switch (question.kind) {
    case "choice": {
      const key = question.choices.findIndex(({ correct }) => correct);
      const best = question.id === "wrong-key" ? 0 : key;
      const usual = question.choices.length - (question.id === "port" ? 1 : 0);
      const at = knows ? best : Math.floor(rng() * usual);
      return { kind: "choice", choice: question.choices[at]?.id ?? "" };
    }
    case "multiple": {
      const right = question.choices.filter(({ correct }) => correct).map(({ id }) => id);
      return knows ? { kind: "multiple", choices: right } : blindAnswer(question, rng);
    }
    case "text":
      return { kind: "text", typed: answersTyped[knows ? Math.floor(rng() * 2) : 2 + Math.floor(rng() * 3)] ?? "" };
    case "order":
      return knows ? { kind: "order", items: question.items.map(({ id }) => id) } : blindAnswer(question, rng);
    case "match":
      return knows
        ? { kind: "match", pairs: Object.fromEntries(question.pairs.map(({ id }) => [id, id])) }
        : blindAnswer(question, rng);
    default:
      return knows && question.kind === "truefalse"
        ? { kind: "truefalse", value: question.answer }
        : blindAnswer(question, rng);
  }
}

const tasks: readonly MarkedItem[] = [
  {
    id: "task/volumes/create",
    title: { es: "Crea un volumen", en: "Create a volume" },
    kind: "task",
    concepts: ["docker-volumes"],
    max: 2,
  },
  {
    id: "task/volumes/mount",
    title: { es: "Móntalo en `web`", en: "Mount it in `web`" },
    kind: "task",
    concepts: ["docker-volumes"],
    max: 3,
  },
];

const failures: readonly Failure[] = [
  {
    check: "container web",
    because: {
      es: "No hay ningún contenedor `web`: se llama `web1`",
      en: "There is no container `web`: it is called `web1`",
    },
  },
  { check: "volume datos", because: { es: "El volumen no existe", en: "The volume does not exist" } },
];

/** What must not break a page, a terminal or a spreadsheet. */
export const hostileNames: readonly string[] = [
  "<script>alert(1)</script>",
  '=HYPERLINK("http://x")',
  "Ñandú & Çedilla \"comillas\" 'y más'",
  "\u202eoveriR\u0007\u001b[31m",
  "佐藤 さくら 👩‍🚒",
  "]]>--><img src=x onerror=alert(1)>",
];

function factsOf(question: Question): Pick<MarkedItem, "options" | "guess"> {
  const { options, guess } = itemFacts(question);
  return { ...(options ? { options } : {}), ...(guess ? { guess } : {}) };
}

export function sampleClass(size: number): Marks {
  const rng = seeded(7);
  const items: MarkedItem[] = [
    ...questions.map((question) => ({
      id: question.id,
      title: titleOf(question),
      kind: question.kind,
      concepts: question.concepts,
      max: 1,
      ...factsOf(question),
    })),
    ...tasks,
  ];
  const points = new Float64Array(size * items.length);
  const states = new Uint8Array(size * items.length);
  const chosen = new Map<number, readonly string[]>();
  const seconds = new Map<number, number>();
  const failed = new Map<number, Failure>();
  for (let student = 0; student < size; student++) {
    const ability = 0.15 + 0.8 * rng();
    for (const [place, question] of questions.entries()) {
      const cell = student * items.length + place;
      const answer = answerOf(question, ability, rng);
      seconds.set(cell, 10 + Math.round(rng() * (place === 6 ? 500 : 60)));
      if (answer) {
        points[cell] = grade(question, answer).fraction;
        chosen.set(cell, chosenIn(question, answer));
      } else states[cell] = stateCode("unanswered");
    }
    for (const [place, { max }] of tasks.entries()) {
      const cell = student * items.length + questions.length + place;
      if (rng() < 0.03) states[cell] = stateCode("owed");
      else if (rng() < ability) points[cell] = max;
      else failed.set(cell, failures[rng() < 0.7 ? 0 : 1] as Failure);
    }
  }
  return {
    title: { es: "Contenedores: primer parcial", en: "Containers: first test" },
    items,
    students: Array.from({ length: size }, (_, index) => ({
      id: `alu${String(index + 1).padStart(3, "0")}`,
      name: hostileNames[index] ?? `Estudiante ${index + 1}`,
    })),
    points,
    states,
    chosen,
    seconds,
    failures: failed,
  };
}
