/** A quiz as a conversation, line by line: for `--plain`, screen readers and pipes. */

import type { Lang, Text } from "../content/text.ts";
import type { Answer } from "../quiz/answer.ts";
import type { Refused } from "../quiz/kind.ts";
import { kindOf } from "../quiz/kinds.ts";
import { isRefused } from "../quiz/raw.ts";
import type { Item, Session } from "../quiz/session.ts";
import { advance } from "../quiz/session_advance.ts";
import { summarize } from "../quiz/session_summary.ts";
import type { Happening } from "../screens/effects.ts";
import { feedback, hintLines } from "../screens/feedback.ts";
import { inlineMarkdown } from "../screens/markdown.ts";
import { pointsOf } from "../screens/points.ts";
import type { Names } from "../screens/summary.ts";
import { span } from "../screens/width.ts";
import type { Conversation } from "../terminal/conversation.ts";
import { blanksOf, clozeAnswer, promptFor, questionLines, readAnswer } from "./plain_answer.ts";
import { summaryLines } from "./quiz_report.ts";

export interface PlainQuiz {
  readonly lang: Lang;
  /** The part of the points that passes. */
  readonly pass: number;
  /** Names of concepts by id. */
  readonly names: Names;
  /** Stores what happened; called before its result is shown. What it throws ends the conversation. */
  readonly record: (what: Happening) => void;
}

/** What may be typed instead of an answer. */
type Reply =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly problem: Text }
  | { readonly kind: "hint" | "skip" | "back" | "next" | "quit" };

const commands: Readonly<Record<string, "hint" | "skip" | "back" | "quit">> = {
  "?": "hint",
  "-": "skip",
  "<": "back",
  q: "quit",
};

const words = {
  help: {
    es:
      "Escribe la respuesta y pulsa Intro. «?» pista · «-» saltar · «<» volver · «q» salir. Para contestar uno de esos signos, ponle delante «=».",
    en:
      "Type the answer and press Enter. “?” hint · “-” skip · “<” back · “q” quit. To answer one of those signs, put “=” before it.",
  },
  noHints: { es: "No hay más pistas", en: "There are no more hints" },
  neverHints: { es: "Esta pregunta no tiene pistas", en: "This question has no hints" },
  noBack: { es: "Es la primera pregunta", en: "This is the first question" },
  answered: { es: "Ya contestada. Tu respuesta", en: "Answered already. Your answer" },
  goOn: { es: "Intro para seguir", en: "Enter to go on" },
  skipped: { es: "Saltada", en: "Skipped" },
  left: {
    es: (count: number) => `Quedan ${count} sin responder. Intro para terminar, «<» para volver a ellas`,
    en: (count: number) => `${count} not answered. Enter to finish, “<” to go back to them`,
  },
  stored: { es: "Lo que has contestado está guardado", en: "What you have answered is stored" },
};

/** The session at its end; undefined when the learner left before, or the input ended. Interrupted: the conversation's error. */
export async function plainQuiz(talk: Conversation, start: Session, options: PlainQuiz): Promise<Session | undefined> {
  const { lang, record } = options;
  talk.say([[span(start.quiz.title[lang], "title")], [
    span(`${lang === "es" ? "semilla" : "seed"} ${start.seed}`, "dim"),
  ]]);
  const session = await askAll(talk, start, options);
  if (!session) {
    talk.say([[span(words.stored[lang], "dim")]]);
    return undefined;
  }
  const { score, max } = summarize(session);
  record({ kind: "quiz-finished", quiz: session.quiz.id, score, max });
  talk.say([[], ...summaryLines(session, options.names, options.pass, lang).map((text) => [span(text)])]);
  return session;
}

/** The questions of a session without title and summary: a lab asks its own the same way. */
export async function askAll(
  talk: Conversation,
  start: Session,
  options: Pick<PlainQuiz, "lang" | "record">,
): Promise<Session | undefined> {
  const { lang } = options;
  talk.say([[span(words.help[lang], "dim")]]);
  let session = start;
  while (true) {
    const item = session.items[session.at];
    if (!item) {
      const unanswered = session.items.filter(({ answer }) => answer === undefined).length;
      if (unanswered === 0) return session;
      const reply = await talk.ask([span(`${words.left[lang](unanswered)} `, "strong"), span("> ", "accent")]);
      if (reply?.trim() !== "<") return session;
      session = { ...session, at: session.items.findIndex(({ answer }) => answer === undefined) };
      continue;
    }
    talk.say(heading(session, item, lang));
    talk.say([...questionLines(item, lang, talk.width()), []]);
    const next = item.answer === undefined
      ? await askOpen(talk, session, options)
      : await lookBack(talk, session, lang);
    if (!next) return undefined;
    session = next;
  }
}

/** Until the question is answered, skipped or left; undefined when the learner quits. */
async function askOpen(
  talk: Conversation,
  start: Session,
  { lang, record }: Pick<PlainQuiz, "lang" | "record">,
): Promise<Session | undefined> {
  let session = start;
  const quiz = session.quiz.id;
  while (true) {
    const item = session.items[session.at];
    if (!item) return session;
    const question = item.question.id;
    const reply = await replyTo(talk, item, lang);
    switch (reply.kind) {
      case "quit":
        return undefined;
      case "back":
        if (session.at > 0) return advance(session, { kind: "back" });
        talk.say([[span(words.noBack[lang], "warn")]]);
        break;
      case "skip":
        record({ kind: "quiz-skipped", quiz, question });
        talk.say([[span(words.skipped[lang], "dim")]]);
        return pastAnswered(advance(session, { kind: "skip" }));
      case "hint": {
        const next = advance(session, { kind: "hint" });
        const tier = next.items[next.at]?.hintsShown ?? 0;
        if (next === session) {
          talk.say([[span(words[item.question.hints.length === 0 ? "neverHints" : "noHints"][lang], "dim")]]);
          break;
        }
        record({ kind: "quiz-hint", quiz, question, tier });
        session = next;
        talk.say(hintLines(item.question.hints.slice(0, tier), lang, talk.width()));
        break;
      }
      case "refused":
        talk.say([inlineMarkdown(reply.problem[lang], "warn")]);
        break;
      case "answer": {
        const next = advance(session, { kind: "answer", answer: reply.answer });
        const mark = next.items[next.at]?.mark;
        if (!mark) return next;
        const { status, fraction } = mark;
        record({ kind: "quiz-answered", quiz, question, answer: reply.answer, mark: { status, fraction } });
        talk.say(feedback(item, mark, lang, talk.width()));
        return pastAnswered(advance(next, { kind: "next" }));
      }
      case "next":
        break;
    }
  }
}

/** Who comes back to a question goes on with the next open one. */
function pastAnswered(session: Session): Session {
  let next = session;
  while (next.items[next.at]?.answer !== undefined) next = advance(next, { kind: "next" });
  return next;
}

/** Something answered before: what was answered and how it was; then on, back, or out. */
async function lookBack(talk: Conversation, session: Session, lang: Lang): Promise<Session | undefined> {
  const item = session.items[session.at];
  if (!item?.answer || !item.mark) return advance(session, { kind: "next" });
  const given = kindOf(item.question).describe(item.question, item.answer)[lang];
  talk.say([
    [span(`${words.answered[lang]}: `, "dim"), ...inlineMarkdown(given)],
    ...feedback(item, item.mark, lang, talk.width()),
  ]);
  const typed = (await talk.ask([span(`${words.goOn[lang]} `, "strong"), span("> ", "accent")]))?.trim();
  if (typed === undefined || commands[typed] === "quit") return undefined;
  return advance(session, { kind: commands[typed] === "back" ? "back" : "next" });
}

async function replyTo(talk: Conversation, item: Item, lang: Lang): Promise<Reply> {
  const { question } = item;
  if (question.kind !== "cloze") {
    return await askLine(talk, promptFor(question), lang, (typed) => readAnswer(item, typed));
  }
  const blanks: Record<string, string> = {};
  for (const [index, name] of blanksOf(question, lang).entries()) {
    let said: string | undefined;
    const reply = await askLine(talk, promptFor(question, index + 1), lang, (typed) => {
      said = typed;
      return clozeAnswer(question, { ...blanks, [name]: typed });
    }, true);
    if (reply.kind !== "answer" && reply.kind !== "next") return reply;
    blanks[name] = said ?? "";
  }
  return replyOf(clozeAnswer(question, blanks));
}

/** One prompt. An empty line asks again, unless `optional`. */
async function askLine(
  talk: Conversation,
  prompt: Text,
  lang: Lang,
  read: (typed: string) => Answer | Refused,
  optional = false,
): Promise<Reply> {
  while (true) {
    const typed = (await talk.ask([span(`${prompt[lang]} `, "strong"), span("> ", "accent")]))?.trim();
    if (typed === undefined) return { kind: "quit" };
    if (typed === "" && optional) return { kind: "next" };
    if (typed === "") continue;
    const command = Object.hasOwn(commands, typed) ? commands[typed] : undefined;
    if (command) return { kind: command };
    return replyOf(read(typed.startsWith("=") ? typed.slice(1) : typed));
  }
}

function replyOf(read: Answer | Refused): Reply {
  return isRefused(read) ? { kind: "refused", problem: read.problem } : { kind: "answer", answer: read as Answer };
}

function heading(session: Session, item: Item, lang: Lang) {
  const about = lang === "es" ? "Pregunta" : "Question";
  const of = lang === "es" ? "de" : "of";
  const place = `${about} ${session.at + 1} ${of} ${session.items.length}`;
  return [[], [span(place, "strong"), span(` · ${pointsOf(item.question.points, lang)}`, "dim")]];
}
