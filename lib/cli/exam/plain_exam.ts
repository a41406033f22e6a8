/** A graded session as a conversation, line by line: for `--plain`, screen readers and pipes. */

import type { Lang, Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import type { Step } from "../../exam/attempt/journal.ts";
import { answerStep } from "../../exam/attempt/exam_items.ts";
import { kindOf } from "../../quiz/kinds.ts";
import { isRefused } from "../../quiz/raw.ts";
import { hintLines } from "../../screens/feedback.ts";
import { timeText } from "../../screens/dates.ts";
import { timeLeft } from "../../screens/exam_clock.ts";
import { lackingLines } from "../../screens/exam_overview.ts";
import type { Line } from "../../screens/frame.ts";
import { gist } from "../../screens/gist.ts";
import { inlineMarkdown, markdown } from "../../screens/markdown.ts";
import { pointsOf } from "../../screens/points.ts";
import { span } from "../../screens/width.ts";
import type { Conversation } from "../../terminal/conversation.ts";
import { examLabLines } from "../../screens/exam_lab.ts";
import type { ExamLabs } from "./exam_labs.ts";
import type { ExamSitting } from "./exam_sitting.ts";
import { questionLines } from "../plain/plain_answer.ts";
import { replyTo } from "./plain_exam_reply.ts";
import { isYes } from "../yes.ts";

interface Options {
  readonly lang: Lang;
  /** Begins without asking. */
  readonly yes: boolean;
  readonly rules: Text;
  readonly labs: ExamLabs | undefined;
}

const words = {
  begin: { es: "¿Empezar ahora? (s/n)", en: "Begin now? (y/n)" },
  notBegun: {
    es: "No ha empezado, y no ha contado ningún intento",
    en: "It has not begun, and no attempt was counted",
  },
  signs: {
    es:
      "Escribe la respuesta y pulsa Intro: se guarda, y puedes cambiarla hasta el final. «>» siguiente · «<» anterior · «#3» a la 3 · «*» marcar · «!» resumen · «e» entregar · «q» salir y dejarlo abierto · «?» pista · «l» laboratorio. Para contestar uno de esos signos, ponle delante «=».",
    en:
      "Type the answer and press Enter: it is stored, and you can change it until the end. “>” next · “<” previous · “#3” to number 3 · “*” flag · “!” overview · “e” hand in · “q” leave it open and go · “?” hint · “l” lab. To answer one of those signs, put “=” before it.",
  },
  stored: { es: "Guardada", en: "Stored" },
  yours: { es: "Tu respuesta", en: "Your answer" },
  flagged: { es: "Marcada", en: "Flagged" },
  unflagged: { es: "Ya no está marcada", en: "No longer flagged" },
  noHint: { es: "No hay más pistas", en: "There are no more hints" },
  none: { es: "No existe esa pregunta", en: "There is no such question" },
  last: {
    es: "Era la última. «!» resumen, «e» entregar",
    en: "That was the last one. “!” overview, “e” hand in",
  },
  sure: {
    es: "¿Entregar ahora? Después no se puede cambiar nada (s/n)",
    en: "Hand in now? Nothing can be changed afterwards (y/n)",
  },
  retry: { es: "Intro para repetir, «q» salir", en: "Enter to try again, “q” leave" },
  preparing: { es: "Preparando el laboratorio…", en: "Preparing the lab…" },
  noLabs: { es: "Esta prueba no tiene laboratorios", en: "This session has no labs" },
  timeOver: {
    es: "Se acabó el tiempo: se entrega lo que estaba guardado",
    en: "Time is up: what was stored is handed in",
  },
} satisfies Readonly<Record<string, Text>>;

/** Whether the attempt is over now; otherwise it stays open, or was never begun. Interrupted: the conversation's error. */
export async function plainExam(talk: Conversation, sitting: ExamSitting, options: Options): Promise<boolean> {
  const { lang, yes, rules, labs } = options;
  const { exam, away } = sitting;
  talk.say([[span(exam.pack.title[lang], "title")], []]);
  if (!sitting.begun) {
    talk.say(markdown(rules[lang], talk.width()));
    if (!yes && !isYes(await talk.ask([span(`${words.begin[lang]} `, "strong"), span("> ", "accent")]))) {
      talk.say([[span(words.notBegun[lang], "dim")]]);
      return false;
    }
  } else if (away !== undefined) {
    const time = timeText(away);
    const runs = sitting.clock().end === undefined
      ? ""
      : lang === "es"
      ? "; el reloj ha seguido"
      : "; the clock went on";
    const said = lang === "es" ? "Sigues donde estabas: estuvo cerrado" : "You go on where you were: it was closed for";
    talk.say([[span(`${said} ${time}${runs}`)]]);
  }
  talk.say([[span(words.signs[lang], "dim")]]);
  if (labs) {
    if (!sitting.begun) sitting.record([]);
    labs.start();
    talk.say([[span(words.preparing[lang], "dim")]]);
    await labs.lookNow();
    sayLabs(talk, labs, lang);
  }
  using clock = startClock(sitting);
  const asking = askAll(talk, sitting, lang, labs);
  const outcome = await Promise.race([asking, clock.over]);
  if (outcome !== "time") return outcome === "student";
  // What is still being asked ends with the conversation.
  asking.catch(() => {});
  await labs?.lastLook();
  sitting.record([{ kind: "finished", by: "time" }]);
  talk.say([[], [span(words.timeOver[lang], "warn")]]);
  return true;
}

/** Signs of life, and the end of the time. */
function startClock(sitting: ExamSitting): { readonly over: Promise<"time"> } & Disposable {
  const { promise, resolve, reject } = Promise.withResolvers<"time">();
  const timer = setInterval(() => {
    try {
      if (sitting.progress.finished) return;
      if (sitting.begun && sitting.isOver) resolve("time");
      else sitting.live();
    } catch (error) {
      // A sign of life that could not be stored is a gap; the next step says why.
      if (!(error instanceof UserError)) reject(error);
    }
  }, 500);
  return { over: promise, [Symbol.dispose]: () => clearInterval(timer) };
}

/** `left`: the student has gone, and the attempt stays open. */
async function askAll(
  talk: Conversation,
  sitting: ExamSitting,
  lang: Lang,
  labs: ExamLabs | undefined,
): Promise<"student" | "left"> {
  const { paper } = sitting.exam;
  const { where } = sitting.progress;
  let at = Math.max(0, paper.findIndex(({ question }) => question.id === where));
  let fresh = true;
  /** What could not be stored is told, and can be tried again. */
  const keep = (steps: readonly Step[]): boolean => {
    try {
      sitting.record(steps);
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      talk.say([inlineMarkdown(error.what[lang], "warn"), ...(error.next ? [inlineMarkdown(error.next[lang])] : [])]);
      return false;
    }
  };
  while (true) {
    const item = paper[at];
    const question = item?.question;
    if (fresh && item && question) {
      if (!keep([{ kind: "shown", question: question.id }])) {
        const again = await talk.ask([span(`${words.retry[lang]} `, "strong"), span("> ", "accent")]);
        if (again === undefined || again.trim() === "q") return "left";
        continue;
      }
      talk.say([
        ...heading(sitting, at, lang),
        ...questionLines(itemOf(item), lang, talk.width()),
        ...given(sitting, at, lang),
        [],
      ]);
    }
    fresh = false;
    const reply = await replyTo(talk, item, lang);
    const goTo = (to: number) => {
      if (paper[to]) {
        at = to;
        fresh = true;
      } else talk.say([[span(words[to === paper.length ? "last" : "none"][lang], "warn")]]);
    };
    switch (reply.kind) {
      case "quit":
        return "left";
      case "next":
        goTo(at + 1);
        break;
      case "back":
        goTo(at - 1);
        break;
      case "go":
        goTo(reply.to);
        break;
      case "flag": {
        if (!question) break;
        const on = !sitting.progress.flags.has(question.id);
        if (keep([{ kind: "flagged", question: question.id, on }])) {
          talk.say([[span(words[on ? "flagged" : "unflagged"][lang], "dim")]]);
        }
        break;
      }
      case "hint": {
        if (!question) break;
        const tier = (sitting.progress.hints.get(question.id) ?? 0) + 1;
        if (tier > question.hints.length) {
          talk.say([[span(words.noHint[lang], "dim")]]);
          break;
        }
        if (keep([{ kind: "hinted", question: question.id, tier }])) {
          talk.say(hintLines(question.hints.slice(0, tier), lang, talk.width()));
        }
        break;
      }
      case "labs":
        if (!labs) {
          talk.say([[span(words.noLabs[lang], "dim")]]);
          break;
        }
        await labs.lookNow();
        sayLabs(talk, labs, lang);
        break;
      case "help":
        talk.say([[span(words.signs[lang], "dim")]]);
        break;
      case "overview":
        talk.say(overview(sitting, lang));
        break;
      case "hand-in":
        if (paper.length > 0) talk.say(lackingLines(paper, sitting.progress, lang, talk.width()));
        if (isYes(await talk.ask([span(`${words.sure[lang]} `, "strong"), span("> ", "accent")]))) {
          await labs?.lastLook();
          if (keep([{ kind: "finished", by: "student" }])) return "student";
        }
        break;
      case "refused":
        talk.say([inlineMarkdown(reply.problem[lang], "warn")]);
        break;
      case "answer":
        if (!item || !question) break;
        if (!keep([answerStep(item, kindOf(question).raw(reply.answer))])) break;
        talk.say([[span(words.stored[lang], "dim")]]);
        goTo(at + 1);
        break;
    }
  }
}

function sayLabs(talk: Conversation, labs: ExamLabs, lang: Lang): void {
  for (const opening of labs.openings) {
    talk.say([[], ...examLabLines(opening, labs.sight(opening.lab.id), lang, talk.width())]);
  }
}

function itemOf({ question, shown }: ExamSitting["exam"]["paper"][number]) {
  return { question, shown, skipped: false, hintsShown: 0 };
}

function heading(sitting: ExamSitting, at: number, lang: Lang): readonly Line[] {
  const { exam: { paper }, progress } = sitting;
  const question = paper[at]?.question;
  if (!question) return [];
  const left = timeLeft(sitting.clock());
  const facts = [
    pointsOf(question.points, lang),
    ...(question.hints.length === 0 ? [] : [lang === "es" ? "con pistas" : "with hints"]),
    ...(progress.flags.has(question.id) ? [words.flagged[lang].toLowerCase()] : []),
    ...(left === undefined ? [] : [lang === "es" ? `quedan ${left}` : `${left} left`]),
  ];
  const place = lang === "es" ? `Pregunta ${at + 1} de ${paper.length}` : `Question ${at + 1} of ${paper.length}`;
  return [[], [span(place, "strong"), span(` · ${facts.join(" · ")}`, "dim")]];
}

/** What is stored as an answer, and the hints that were seen. */
function given(sitting: ExamSitting, at: number, lang: Lang): readonly Line[] {
  const question = sitting.exam.paper[at]?.question;
  if (!question) return [];
  const raw = sitting.progress.answers.get(question.id);
  const answer = raw === undefined ? undefined : kindOf(question).parse(question, raw);
  return [
    ...hintLines(question.hints.slice(0, sitting.progress.hints.get(question.id) ?? 0), lang, 80),
    ...(answer === undefined || isRefused(answer) ? [] : [[
      span(`${words.yours[lang]}: `, "dim"),
      ...inlineMarkdown(kindOf(question).describe(question, answer)[lang].replaceAll("\n", " ")),
    ]]),
  ];
}

function overview({ exam: { paper }, progress }: ExamSitting, lang: Lang): readonly Line[] {
  const state = {
    yes: lang === "es" ? "contestada" : "answered",
    no: lang === "es" ? "sin contestar" : "not answered",
  };
  return paper.map(({ question }, index): Line => [
    span(`${index + 1}. `, "key"),
    span(
      progress.answers.has(question.id) ? state.yes : state.no,
      progress.answers.has(question.id) ? "plain" : "warn",
    ),
    ...(progress.flags.has(question.id) ? [span(`, ${words.flagged[lang].toLowerCase()}`, "warn")] : []),
    span(": "),
    ...inlineMarkdown(gist(question.prompt[lang]), "dim"),
  ]);
}
