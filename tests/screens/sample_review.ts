/** Cards of every kind of review: due, new, changed, and a task of a lab. */

import { type Intervals, type ReviewCard, type ReviewOpening } from "../../lib/screens/review.ts";
import { sampleQuiz } from "./sample_quiz.ts";

const intervals: Intervals = { again: 1, hard: 3, good: 8, easy: 21 };

/** A question of the sample quiz. */
export function questionCard(
  id: string,
  standing: ReviewCard["standing"] = "due",
): Extract<ReviewCard, { kind: "question" }> {
  const question = sampleQuiz.questions.find((question) => question.id === id);
  if (!question) throw new RangeError(`the sample quiz has no "${id}"`);
  return { kind: "question", item: `quiz/muestra/${id}`, from: sampleQuiz.title, standing, intervals, question };
}

export const taskCard: Extract<ReviewCard, { kind: "task" }> = {
  kind: "task",
  item: "task/volumenes/crear",
  from: { es: "Volúmenes que sobreviven", en: "Volumes that survive" },
  standing: "due",
  intervals,
  lab: "volumenes",
  title: { es: "Crear un volumen", en: "Create a volume" },
  text: {
    es: "Crea un volumen llamado `datos`. Un volumen vive **fuera** de los contenedores.",
    en: "Create a volume called `datos`. A volume lives **outside** containers.",
  },
  solution: {
    es: "```sh\n$ docker volume create datos\n```\n\nArchivo `compose.yaml`:\n\n```yaml\nvolumes:\n  datos: {}\n```",
    en: "```sh\n$ docker volume create datos\n```\n\nFile `compose.yaml`:\n\n```yaml\nvolumes:\n  datos: {}\n```",
  },
  explanation: { es: "Ahora `docker volume ls` lo muestra.", en: "Now `docker volume ls` shows it." },
};

/** Something was answered yesterday and the day before. */
export function sampleReview(cards: readonly ReviewCard[], more: Partial<ReviewOpening> = {}): ReviewOpening {
  return {
    cards,
    choice: {},
    seed: 42,
    more: 0,
    upcoming: [{ days: 1, count: 5 }, { days: 4, count: 2 }],
    unseen: 0,
    streak: 2,
    today: false,
    ...more,
  };
}
