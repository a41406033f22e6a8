/** What is reviewed: a question of a quiz, a question inside a lab, or a task of a lab; named by ids that outlive any edit of a text. */

import { isSittingId, partQuestion } from "../quiz/sitting.ts";

/** As `itemId` writes it; the ids of content hold no slash. */
export type ItemId = string;

export type ItemRef =
  | { readonly kind: "quiz"; readonly quiz: string; readonly question: string }
  | { readonly kind: "lab"; readonly lab: string; readonly task: string; readonly question: string }
  | { readonly kind: "task"; readonly lab: string; readonly task: string };

export function itemId(ref: ItemRef): ItemId {
  switch (ref.kind) {
    case "quiz": {
      // What was answered in a placement quiz or an exam is known, or not, of the question where it comes from.
      const own = isSittingId(ref.quiz) ? partQuestion(ref.question) : undefined;
      return `quiz/${own?.quiz ?? ref.quiz}/${own?.question ?? ref.question}`;
    }
    case "lab":
      return `lab/${ref.lab}/${ref.task}/${ref.question}`;
    case "task":
      return `task/${ref.lab}/${ref.task}`;
  }
}

/** Nothing for what `itemId` never writes: a newer program may have. */
export function itemRef(id: ItemId): ItemRef | undefined {
  const [kind, ...names] = id.split("/");
  if (names.some((name) => name === "")) return undefined;
  const [first, second, third] = names;
  if (first === undefined || second === undefined) return undefined;
  if (kind === "quiz" && names.length === 2) return { kind, quiz: first, question: second };
  if (kind === "task" && names.length === 2) return { kind, lab: first, task: second };
  if (kind === "lab" && names.length === 3 && third !== undefined) {
    return { kind, lab: first, task: second, question: third };
  }
  return undefined;
}
