/** What a student types at a question of a graded session: signs that lead about, or an answer. */

import type { Lang, Text } from "../../content/text.ts";
import type { ExamItem } from "../../exam/attempt/exam_items.ts";
import type { Answer } from "../../quiz/answer.ts";
import type { Refused } from "../../quiz/kind.ts";
import { blankNames } from "../../quiz/kinds/cloze.ts";
import { isRefused } from "../../quiz/raw.ts";
import { span } from "../../screens/width.ts";
import type { Conversation } from "../../terminal/conversation.ts";
import { clozeAnswer, promptFor, readAnswer } from "../plain/plain_answer.ts";

/** What was typed: a sign, or an answer. */
export type Reply =
  | { readonly kind: "next" | "back" | "flag" | "labs" | "overview" | "hand-in" | "quit" | "hint" | "help" }
  | { readonly kind: "go"; readonly to: number }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly problem: Text };

const only: Text = { es: "«l» laboratorio, «e» entregar, «q» salir", en: "“l” lab, “e” hand in, “q” leave" };

const signs: Readonly<Record<string, Reply>> = {
  ">": { kind: "next" },
  "<": { kind: "back" },
  "*": { kind: "flag" },
  "!": { kind: "overview" },
  l: { kind: "labs" },
  e: { kind: "hand-in" },
  q: { kind: "quit" },
  "?": { kind: "hint" },
  "??": { kind: "help" },
};

/** What was typed: a sign, or an answer; an empty line asks again. */
export async function replyTo(talk: Conversation, item: ExamItem | undefined, lang: Lang): Promise<Reply> {
  // A session may have nothing but labs.
  if (!item) return signOf(await line(talk, only, lang)) ?? { kind: "help" };
  const { question } = item;
  if (question.kind !== "cloze") {
    const typed = await line(talk, promptFor(question), lang);
    return signOf(typed) ?? answerOf(readAnswer(item, plainly(typed)));
  }
  const blanks: Record<string, string> = {};
  for (const [index, name] of blankNames(question, lang).entries()) {
    const typed = await line(talk, promptFor(question, index + 1), lang, "");
    const sign = signOf(typed);
    if (sign) return sign;
    blanks[name] = plainly(typed);
  }
  return answerOf(clozeAnswer(question, blanks));
}

async function line(talk: Conversation, prompt: Text, lang: Lang, empty?: string): Promise<string> {
  while (true) {
    const typed = (await talk.ask([span(`${prompt[lang]} `, "strong"), span("> ", "accent")]))?.trim();
    if (typed === undefined) return "q";
    if (typed !== "" || empty !== undefined) return typed;
  }
}

function signOf(typed: string): Reply | undefined {
  const number = /^#(\d{1,4})$/.exec(typed)?.[1];
  if (number !== undefined) return { kind: "go", to: Number(number) - 1 };
  return Object.hasOwn(signs, typed) ? signs[typed] : undefined;
}

function plainly(typed: string): string {
  return typed.startsWith("=") ? typed.slice(1) : typed;
}

function answerOf(read: Answer | Refused): Reply {
  return isRefused(read) ? { kind: "refused", problem: read.problem } : { kind: "answer", answer: read as Answer };
}
