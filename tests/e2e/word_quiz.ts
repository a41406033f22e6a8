/** A long quiz of typed words, and what a learner can be sure of who takes it and is cut off again and again. */

import assert from "node:assert/strict";
import { leftBehind } from "./killing.ts";

export const questions = 400;

const id = (index: number) => `q${String(index).padStart(3, "0")}`;

const text = `format: 1
id: words
title: Palabras
questions:
${
  Array.from({ length: questions }, (_, index) =>
    `  - id: ${id(index)}
    kind: text
    concepts: [docker-cli]
    prompt: "Palabra ${id(index)}?"
    explanation: Ya.
    accept: [nada]
    hints: ["Pista de ${id(index)}."]
`).join("")
}`;

export function writeWords(folder: string): string {
  const path = `${folder}/words.yaml`;
  Deno.writeTextFileSync(path, text);
  return path;
}

/** `Palabra q017?`, wherever it stands. */
export const prompt = /Palabra (q\d{3})\?/g;

/** The heading of a question: its place and its id. */
export function places(said: string): readonly { readonly place: number; readonly question: string }[] {
  return [...said.matchAll(/(?:Question|Pregunta) (\d+) (?:of|de) \d+[^?]*?Palabra (q\d{3})\?/g)].map((found) => ({
    place: Number(found[1]),
    question: String(found[2]),
  }));
}

/** What was acknowledged in all sittings with one state folder, and where the next one has to go on. */
export class Sittings {
  /** `question typed`. */
  readonly #answers: string[] = [];
  /** Questions whose hint was shown, with the attempt. */
  readonly #hints: string[] = [];
  /** Place → question, of the attempt that is going on. */
  #order = new Map<number, string>();
  #next: number | undefined = 1;
  #attempt: string | undefined;

  constructor(readonly state: string) {}

  /** The verdict was seen. */
  answered(question: string, typed: string): void {
    this.#answers.push(`${question} ${typed}`);
  }

  hinted(question: string): void {
    this.#hints.push(question);
  }

  /** What the sitting showed, in order: it must have begun where the one before was cut off. */
  began(shown: readonly { readonly place: number; readonly question: string }[]): void {
    const [first] = shown;
    if (!first) return;
    assert.equal(first.place, this.#next, `it went on with question ${first.place}, not ${this.#next}`);
    if (first.place === 1) this.#order = new Map();
    for (const { place, question } of shown) {
      assert.equal(this.#order.get(place) ?? question, question, `question ${place} is another one than before`);
      this.#order.set(place, question);
    }
  }

  /** After it was killed: nothing acknowledged is missing, nothing is there twice. */
  check(): void {
    leftBehind(this.state, (store) => {
      const events = store.read();
      const stored = events.flatMap((event) =>
        event.kind === "quiz-answered" && event.answer.kind === "text"
          ? [`${event.question} ${event.answer.typed}`]
          : []
      );
      const lost = this.#answers.filter((answer) => !stored.includes(answer));
      assert.deepEqual(lost, [], "acknowledged, and not in the store");
      const hints = events.flatMap((event) => event.kind === "quiz-hint" ? [event.question] : []);
      assert.deepEqual(this.#hints.filter((question) => !hints.includes(question)), [], "hints that were shown");
      this.#attempt = events.findLast(({ kind }) => kind === "quiz-started")?.attempt;
      const own = events.filter(({ attempt }) => attempt === this.#attempt);
      const done = own.flatMap((event) => event.kind === "quiz-answered" ? [event.question] : []);
      assert.equal(new Set(done).size, done.length, "a question was asked again after its answer was stored");
      const over = done.length === questions || own.some(({ kind }) => kind === "quiz-finished");
      // What is shown of the next attempt is not stored before its first answer.
      for (const [index, question] of over ? [] : done.entries()) {
        assert.equal(this.#order.get(index + 1) ?? question, question, `${index + 1} of ${this.#attempt}`);
      }
      this.#next = over ? 1 : done.length + 1;
    });
  }

  get acknowledged(): number {
    return this.#answers.length;
  }
}
