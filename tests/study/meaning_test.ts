import assert from "node:assert/strict";
import compose from "../../quizzes/compose.yaml" with { type: "text" };
import containers from "../../quizzes/containers.yaml" with { type: "text" };
import hypervisors from "../../quizzes/hypervisors-and-vms.yaml" with { type: "text" };
import images from "../../quizzes/images-and-dockerfile.yaml" with { type: "text" };
import storage from "../../quizzes/storage-and-networking.yaml" with { type: "text" };
import { decodeQuiz } from "../../lib/content/decode.ts";
import type { Question, QuestionKind, QuestionOf } from "../../lib/content/schema/question.ts";
import { meaningOf, sameMeaning } from "../../lib/study/meaning.ts";

const shipped = {
  compose,
  containers,
  "hypervisors-and-vms": hypervisors,
  "images-and-dockerfile": images,
  "storage-and-networking": storage,
};

const questions: readonly Question[] = Object.entries(shipped).flatMap(([id, text]) => {
  const { value, problems } = decodeQuiz(text, `quizzes/${id}.yaml`);
  assert.ok(value, JSON.stringify(problems));
  return value.questions;
});

function ofKind<Kind extends QuestionKind>(kind: Kind): readonly QuestionOf<Kind>[] {
  return questions.filter((question): question is QuestionOf<Kind> => question.kind === kind);
}

/** The share of shipped questions that mean the same after an edit, 0…1. */
function kept<Some extends Question>(edited: readonly Some[], edit: (question: Some) => Question): number {
  assert.ok(edited.length > 0);
  const same = edited.filter((question) => sameMeaning(meaningOf(question), meaningOf(edit(question))));
  return same.length / edited.length;
}

function asking(change: (prompt: string) => string): (question: Question) => Question {
  return (question) => ({ ...question, prompt: { ...question.prompt, es: change(question.prompt.es) } });
}

/** Two neighbouring letters change places, at a part of the text. */
function swapped(text: string, part: number): string {
  const at = Math.floor((text.length - 2) * part);
  return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
}

Deno.test("a question that nobody changed means the same", () => {
  assert.equal(kept(questions, (question) => structuredClone(question)), 1);
});

Deno.test("a typo in a question keeps its card", () => {
  assert.equal(kept(questions, asking((text) => swapped(text, 0.5))), 1);
  assert.ok(kept(questions, asking((text) => [0.2, 0.5, 0.8].reduce(swapped, text))) >= 0.99);
});

Deno.test("accents, capitals, punctuation and markup keep it", () => {
  const bare = asking((text) => text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase().replace(/[`*¿?.,:]/g, ""));
  assert.equal(kept(questions, bare), 1);
});

Deno.test("other words for the same question keep it", () => {
  assert.ok(kept(questions, asking((text) => text.replace(/¿Qué/g, "¿Cuál de estas opciones dice qué"))) >= 0.97);
  assert.ok(kept(questions, asking((text) => `Lee con calma. ${text}`)) >= 0.97);
  const shorter = asking((text) => text.split(" ").filter((_, at) => at % 8 !== 5).join(" "));
  assert.ok(kept(questions, shorter) >= 0.97);
});

Deno.test("another explanation, translation, hint, number of points or distractor keeps it", () => {
  const text = { es: "Otra cosa", en: "Something else" };
  assert.equal(kept(questions, (question) => ({ ...question, explanation: text, hints: [text], points: 9 })), 1);
  assert.equal(kept(questions, (question) => ({ ...question, prompt: { ...question.prompt, en: "Hm" } })), 1);
  const another = { id: "zz", text, correct: false, last: false };
  assert.equal(kept(ofKind("choice"), (question) => ({ ...question, choices: [...question.choices, another] })), 1);
  assert.equal(kept(ofKind("text"), (question) => ({ ...question, accept: [...question.accept, text] })), 1);
});

Deno.test("where another answer is right it is another question", () => {
  const next = <Choice extends { readonly correct: boolean }>(choices: readonly Choice[]) =>
    choices.map((choice, at) => ({ ...choice, correct: choices.at(at - 1)?.correct === true }));
  assert.equal(kept(ofKind("choice"), (question) => ({ ...question, choices: next(question.choices) })), 0);
  assert.equal(kept(ofKind("truefalse"), (question) => ({ ...question, answer: !question.answer })), 0);
  assert.equal(kept(ofKind("text"), (question) => ({ ...question, accept: [{ es: "zzz", en: "zzz" }] })), 0);
  assert.equal(kept(ofKind("command"), (question) => ({ ...question, accept: ["docker rmi -f nada"] })), 0);
  assert.equal(kept(ofKind("number"), (question) => ({ ...question, answer: "123456" })), 0);
});

Deno.test("where another order or other pairs are right it is another question, although the letters stay", () => {
  const nowhere = { es: "", en: "" };
  const reversed = kept(ofKind("order"), (question) => ({
    ...question,
    items: question.items.map(({ id }, at) => ({ id, text: question.items.at(-1 - at)?.text ?? nowhere })),
  }));
  assert.equal(reversed, 0);
  const repaired = kept(ofKind("match"), (question) => ({
    ...question,
    pairs: question.pairs.map((pair, at) => ({ ...pair, right: question.pairs.at(at - 1)?.right ?? nowhere })),
  }));
  assert.equal(repaired, 0);
});

Deno.test("a typo in what is ordered or matched keeps it, unless it is among the first letters", () => {
  const typo = <Some extends { readonly es: string; readonly en: string }>(text: Some) => ({
    ...text,
    es: swapped(text.es, 0.8),
  });
  const items = kept(ofKind("order"), (question) => ({
    ...question,
    items: question.items.map((item, at) => at === 0 ? { ...item, text: typo(item.text) } : item),
  }));
  const pairs = kept(ofKind("match"), (question) => ({
    ...question,
    pairs: question.pairs.map((pair, at) => at === 0 ? { ...pair, left: typo(pair.left) } : pair),
  }));
  assert.equal(items, 1);
  // In "VDI", where the others are VMDK and VHDX, the fourth fifth of the name is among its first letters.
  assert.ok(pairs > 0.8);
});

Deno.test("two shipped questions hardly ever look like one", () => {
  const meanings = questions.map(meaningOf);
  let [pairs, alike] = [0, 0];
  meanings.forEach((one, at) => {
    for (const other of meanings.slice(at + 1)) {
      pairs++;
      if (sameMeaning(one, other)) alike++;
    }
  });
  assert.ok(alike / pairs < 0.002, `${alike} of ${pairs}`);
});

Deno.test("a fingerprint that is none means something else, and itself", () => {
  assert.equal(sameMeaning("", "00000001-0000000000000000"), false);
  assert.equal(sameMeaning("v2:abc", "v2:abd"), false);
  assert.equal(sameMeaning("v2:abc", "v2:abc"), true);
});
