/** The nine kinds in one table: how a draft begins, takes keys, becomes an answer and is drawn. */

import type { Text } from "../../content/text.ts";
import type { Answer, AnswerOf } from "../../quiz/answer.ts";
import type { Item } from "../../quiz/session.ts";
import type { Binding, Key } from "../key.ts";
import { answerChoice, type ChoiceDraft, drawChoice, pressChoice, startChoice } from "./choice.ts";
import { answerCloze, clozeBindings, type ClozeDraft, drawCloze, pressCloze, startCloze } from "./cloze.ts";
import {
  answerCommand,
  commandBindings,
  type CommandDraft,
  drawCommand,
  pressCommand,
  startCommand,
} from "./command.ts";
import type { Drawing, Look } from "./drawing.ts";
import { editing } from "./field.ts";
import { answerMatch, drawMatch, matchBindings, type MatchDraft, pairing, pressMatch, startMatch } from "./match.ts";
import {
  answerMultiple,
  drawMultiple,
  multipleBindings,
  type MultipleDraft,
  pressMultiple,
  startMultiple,
} from "./multiple.ts";
import { answerNumber, drawNumber, type NumberDraft, pressNumber, startNumber, unreadable } from "./number.ts";
import { naming, walking } from "./options.ts";
import { answerOrder, drawOrder, orderBindings, type OrderDraft, pressOrder, startOrder } from "./order.ts";
import { answerText, drawText, pressText, startText, type TextDraft } from "./text.ts";
import {
  answerTrueFalse,
  drawTrueFalse,
  pressTrueFalse,
  startTrueFalse,
  trueFalseBindings,
  type TrueFalseDraft,
} from "./truefalse.ts";

/** An answer in the making. */
export type Draft =
  | ChoiceDraft
  | MultipleDraft
  | TrueFalseDraft
  | TextDraft
  | NumberDraft
  | OrderDraft
  | MatchDraft
  | ClozeDraft
  | CommandDraft;

/** An empty draft, or one that shows the answer that was given. */
export function startDraft({ question, shown, answer }: Pick<Item, "question" | "shown" | "answer">): Draft {
  switch (question.kind) {
    case "choice":
      return startChoice(question, shown, given(answer, "choice"));
    case "multiple":
      return startMultiple(question, shown, given(answer, "multiple"));
    case "truefalse":
      return startTrueFalse(question, given(answer, "truefalse"));
    case "text":
      return startText(question, given(answer, "text"));
    case "number":
      return startNumber(question, given(answer, "number"));
    case "order":
      return startOrder(question, shown, given(answer, "order"));
    case "match":
      return startMatch(question, shown, given(answer, "match"));
    case "cloze":
      return startCloze(question, given(answer, "cloze"));
    case "command":
      return startCommand(question, given(answer, "command"));
  }
}

function given<Kind extends Answer["kind"]>(answer: Answer | undefined, kind: Kind): AnswerOf<Kind> | undefined {
  return answer?.kind === kind ? answer as AnswerOf<Kind> : undefined;
}

/** The draft after a key, or nothing when the key means nothing to this kind. `earlier` commands come back, oldest first. */
export function pressDraft(draft: Draft, key: Key, earlier: () => readonly string[] = () => []): Draft | undefined {
  switch (draft.kind) {
    case "choice":
      return pressChoice(draft, key);
    case "multiple":
      return pressMultiple(draft, key);
    case "truefalse":
      return pressTrueFalse(draft, key);
    case "text":
      return pressText(draft, key);
    case "number":
      return pressNumber(draft, key);
    case "order":
      return pressOrder(draft, key);
    case "match":
      return pressMatch(draft, key);
    case "cloze":
      return pressCloze(draft, key);
    case "command":
      return pressCommand(draft, key, earlier);
  }
}

/** Nothing while something is missing; `missingIn` says what. */
export function answerOfDraft(draft: Draft): Answer | undefined {
  switch (draft.kind) {
    case "choice":
      return answerChoice(draft);
    case "multiple":
      return answerMultiple(draft);
    case "truefalse":
      return answerTrueFalse(draft);
    case "text":
      return answerText(draft);
    case "number":
      return answerNumber(draft);
    case "order":
      return answerOrder(draft);
    case "match":
      return answerMatch(draft);
    case "cloze":
      return answerCloze(draft);
    case "command":
      return answerCommand(draft);
  }
}

export function drawDraft(draft: Draft, look: Look): Drawing {
  switch (draft.kind) {
    case "choice":
      return drawChoice(draft, look);
    case "multiple":
      return drawMultiple(draft, look);
    case "truefalse":
      return drawTrueFalse(draft, look);
    case "text":
      return drawText(draft, look);
    case "number":
      return drawNumber(draft, look);
    case "order":
      return drawOrder(draft, look);
    case "match":
      return drawMatch(draft, look);
    case "cloze":
      return drawCloze(draft, look);
    case "command":
      return drawCommand(draft, look);
  }
}

/** What each kind adds to the keys of the screen. In kinds with `types` letters are text, never commands. */
export const kindKeys: Readonly<
  Record<Draft["kind"], { readonly bindings: readonly Binding<string>[]; readonly types: boolean }>
> = {
  choice: { bindings: [...walking, naming], types: false },
  multiple: { bindings: [...multipleBindings, naming], types: false },
  truefalse: { bindings: trueFalseBindings, types: false },
  text: { bindings: editing, types: true },
  number: { bindings: editing, types: true },
  order: { bindings: orderBindings, types: false },
  match: { bindings: [...matchBindings, pairing], types: false },
  cloze: { bindings: [...clozeBindings, ...editing], types: true },
  command: { bindings: [...commandBindings, ...editing], types: true },
};

/** Whether anything was typed, an answer or not. */
export function draftHoldsText(draft: Draft): boolean {
  switch (draft.kind) {
    case "text":
    case "number":
    case "command":
      return draft.editor.text !== "";
    case "cloze":
      return draft.editors.some(({ text }) => text !== "");
    case "choice":
    case "multiple":
    case "truefalse":
    case "order":
    case "match":
      return false;
  }
}

/** Why there is no answer yet. */
export function missingIn(draft: Draft): Text {
  return (draft.kind === "number" ? unreadable(draft) : undefined) ?? missing[draft.kind];
}

const missing: Readonly<Record<Draft["kind"], Text>> = {
  choice: { es: "Elige una opción", en: "Choose an option" },
  multiple: { es: "Marca al menos una opción con espacio", en: "Tick at least one option with space" },
  truefalse: { es: "Elige verdadero o falso", en: "Choose true or false" },
  text: { es: "Escribe tu respuesta", en: "Type your answer" },
  number: { es: "Escribe un número", en: "Type a number" },
  order: { es: "Ordena los elementos", en: "Put the items in order" },
  match: {
    es: "Falta alguna pareja: pulsa la letra de la derecha",
    en: "A pair is missing: press the letter of its right",
  },
  cloze: { es: "Rellena al menos un hueco", en: "Fill in at least one blank" },
  command: { es: "Escribe una orden", en: "Type a command" },
};
