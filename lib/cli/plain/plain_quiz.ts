/** A quiz as a conversation, line by line: for `--plain`, screen readers and pipes. */

import type { Lang } from "../../content/text.ts";
import { kindOf } from "../../quiz/kinds.ts";
import type { Item, Session } from "../../quiz/session.ts";
import { advance } from "../../quiz/session_advance.ts";
import { openPlaces, pastAnswered } from "../../quiz/session_open.ts";
import { summarize } from "../../quiz/session_summary.ts";
import { counted } from "../../screens/counted.ts";
import { feedback } from "../../screens/feedback.ts";
import { leftUntil } from "../../screens/time_left.ts";
import { inlineMarkdown } from "../../screens/markdown.ts";
import { pointsOf } from "../../screens/points.ts";
import type { Names } from "../../screens/summary.ts";
import { toldOf } from "../../screens/told.ts";
import { span } from "../../screens/width.ts";
import type { Conversation } from "../../terminal/conversation.ts";
import { questionLines } from "./plain_answer.ts";
import { commandOf, conceptHint, plainHelp, signsHelp } from "./plain_commands.ts";
import { type Asker, askQuestion, flag, moreLines } from "./plain_question.ts";
import { summaryLines } from "../study/quiz_report.ts";

export interface PlainQuiz extends Asker {
  /** The part of the points that passes. */
  readonly pass: number;
  /** Names of concepts by id. */
  readonly names: Names;
}

const words = {
  noBack: { es: "Es la primera pregunta", en: "This is the first question" },
  answered: { es: "Ya contestada. Tu respuesta", en: "Answered already. Your answer" },
  goOn: { es: "Intro para seguir", en: "Enter to go on" },
  skipped: { es: "Saltada", en: "Skipped" },
  unclear: { es: "marcada como poco clara", en: "flagged as unclear" },
  left: {
    es: (count: number) =>
      `${count === 1 ? "Queda una" : `Quedan ${count}`} sin responder. Intro para terminar, «<» para volver`,
    en: (count: number) => `${count} not answered. Enter to finish, “<” to go back`,
  },
  goingOn: {
    es: (done: number, all: number) => `Sigues donde lo dejaste: ${done} de ${all} contestadas`,
    en: (done: number, all: number) => `You go on where you left: ${done} of ${all} answered`,
  },
  noted: { es: "Anotada", en: "Noted" },
  blind: {
    es: "Qué estaba bien se dice al final. Lo contestado no se cambia; a lo saltado se puede volver.",
    en: "What was right is told at the end. What is answered stays; what is skipped can be gone back to.",
  },
  timeOver: { es: "Se acabó el tiempo", en: "Time is up" },
  stored: { es: "Lo que has contestado está guardado", en: "What you have answered is stored" },
};

/** The session at its end; undefined when the learner left before, or the input ended. Interrupted: the conversation's error. */
export async function plainQuiz(talk: Conversation, start: Session, options: PlainQuiz): Promise<Session | undefined> {
  const { lang, record } = options;
  talk.say([[span(start.quiz.title[lang], "title")], [
    span(`${lang === "es" ? "semilla" : "seed"} ${start.seed}`, "dim"),
  ]]);
  if (start.sitting) talk.say([[span(words.blind[lang])]]);
  const done = start.items.filter(({ answer }) => answer !== undefined).length;
  if (done > 0) talk.say([[span(words.goingOn[lang](done, start.items.length))]]);
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
export async function askAll(talk: Conversation, start: Session, asker: Asker): Promise<Session | undefined> {
  const { lang } = asker;
  talk.say([[span(plainHelp[lang], "dim")]]);
  let session = start;
  let before = start.items.slice(0, start.at).findLast(({ answer }) => answer !== undefined);
  while (true) {
    if (isOver(session, asker)) {
      talk.say([[], [span(words.timeOver[lang], "warn")]]);
      return { ...session, at: session.items.length };
    }
    const item = session.items[session.at];
    if (!item) {
      const [first, ...others] = openPlaces(session);
      if (first === undefined) return session;
      const reply = await talk.ask([span(`${words.left[lang](others.length + 1)} `, "strong"), span("> ", "accent")]);
      const command = reply === undefined ? undefined : commandOf(reply.trim());
      if (command?.kind === "quit") return undefined;
      if (command?.kind !== "back") return session;
      session = { ...session, at: first };
      continue;
    }
    talk.say(heading(session, item, asker));
    talk.say([...questionLines(item, lang, talk.width()), []]);
    const next = item.answer === undefined
      ? await askOpen(talk, session, asker, before)
      : await lookBack(talk, session, asker);
    if (!next) return undefined;
    const asked = next.items[session.at];
    if (asked?.answer && !session.sitting) before = asked;
    session = next;
  }
}

/** Until the question is answered, skipped or left; undefined when the learner quits. */
async function askOpen(
  talk: Conversation,
  start: Session,
  asker: Asker,
  before: Item | undefined,
): Promise<Session | undefined> {
  const { lang, record } = asker;
  const quiz = start.quiz.id;
  let session = start;
  const hinted = (item: Item): Item => {
    const next = advance(session, { kind: "hint" });
    const shown = next.items[next.at];
    if (next === session || !shown) return item;
    record({ kind: "quiz-hint", quiz, question: item.question.id, tier: shown.hintsShown });
    session = next;
    return shown;
  };
  while (true) {
    const item = session.items[session.at];
    if (!item) return session;
    const question = item.question.id;
    const reply = await askQuestion(talk, item, asker, { hinted, before });
    // Too late for whatever was typed.
    if (isOver(session, asker) && reply.kind !== "quit") return session;
    switch (reply.kind) {
      case "quit":
        return undefined;
      case "back":
        if (session.at > 0) return advance(session, { kind: "back" });
        talk.say([[span(words.noBack[lang], "warn")]]);
        break;
      case "skipped":
        record({ kind: "quiz-skipped", quiz, question });
        talk.say([[span(words.skipped[lang], "dim")]]);
        return pastAnswered(advance(session, { kind: "skip" }));
      case "answered": {
        const { answer, confidence } = reply;
        const next = advance(session, { kind: "answer", answer });
        const answered = next.items[next.at];
        if (!answered?.mark) return next;
        const { mark } = answered;
        const { status, fraction } = mark;
        const how = toldOf(reply.item, confidence);
        record({ kind: "quiz-answered", quiz, question, answer, mark: { status, fraction }, ...how });
        if (session.sitting) {
          talk.say([[span(words.noted[lang], "dim")]]);
          return pastAnswered(advance(next, { kind: "next" }));
        }
        const shows = { points: true, confidence, ...(asker.concept ? { concept: conceptHint } : {}) };
        talk.say(feedback(answered, mark, lang, talk.width(), shows));
        return pastAnswered(advance(next, { kind: "next" }));
      }
    }
  }
}

/** Something answered before: what was answered and how it was; then on, back, or out. */
async function lookBack(talk: Conversation, session: Session, asker: Asker): Promise<Session | undefined> {
  const { lang } = asker;
  const item = session.items[session.at];
  if (!item?.answer || !item.mark) return advance(session, { kind: "next" });
  const given = kindOf(item.question).describe(item.question, item.answer)[lang];
  talk.say([
    [span(`${words.answered[lang]}: `, "dim"), ...inlineMarkdown(given)],
    ...(session.sitting ? [] : feedback(item, item.mark, lang, talk.width())),
  ]);
  while (true) {
    const typed = (await talk.ask([span(`${words.goOn[lang]} `, "strong"), span("> ", "accent")]))?.trim();
    const command = typed === undefined ? { kind: "quit" } as const : commandOf(typed);
    if (command?.kind === "quit") return undefined;
    if (command?.kind === "flag") flag(talk, item, command.note, asker);
    else if (command?.kind === "more" && !session.sitting) talk.say(moreLines(item, asker, talk.width()));
    else if (command?.kind === "help") talk.say([[span(signsHelp[lang], "dim")]]);
    else return advance(session, { kind: command?.kind === "back" ? "back" : "next" });
  }
}

/** The time of a sitting; without a clock it has none. */
function isOver({ sitting }: Session, { now }: Asker): boolean {
  return sitting?.until !== undefined && now !== undefined && now() >= sitting.until;
}

function heading(session: Session, item: Item, { lang, item: named, flags, now }: Asker) {
  const about = lang === "es" ? "Pregunta" : "Question";
  const place = `${about} ${session.at + 1} ${lang === "es" ? "de" : "of"} ${session.items.length}`;
  const facts = [
    pointsOf(item.question.points, lang),
    ...hintsOf(item, lang),
    ...(session.sitting?.until !== undefined && now ? [leftUntil(session.sitting.until, now(), lang)] : []),
    ...(flags.has(named(item.question.id)) ? [words.unclear[lang]] : []),
  ];
  return [[], [span(place, "strong"), span(` · ${facts.join(" · ")}`, "dim")]];
}

function hintsOf({ question: { hints } }: Item, lang: Lang): readonly string[] {
  if (hints.length === 0) return [];
  return [counted(hints.length, lang === "es" ? "pista" : "hint")];
}
