/** A lab as a conversation, line by line: the instructions of a task, then a line for each thing that changes on the engine. */

import type { Task } from "../../content/schema/lab.ts";
import type { Lang, Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { engineLine } from "../../lab/engine_address.ts";
import { faultSentence, faultText } from "../../lab/fault_text.ts";
import type { LabVerdict, TaskVerdict } from "../../lab/verdict.ts";
import { startSession } from "../../quiz/session_start.ts";
import type { Happening } from "../../screens/effects.ts";
import type { GateAnswer } from "../../screens/gate.ts";
import type { EngineSight, LabOpening } from "../../screens/lab.ts";
import { tickLook } from "../../screens/tick.ts";
import { inlineMarkdown, markdown } from "../../screens/markdown.ts";
import type { Message } from "../../screens/message.ts";
import { figure, pointsOf } from "../../screens/points.ts";
import { span } from "../../screens/width.ts";
import { type ItemId, itemId } from "../../study/item.ts";
import type { Conversation } from "../../terminal/conversation.ts";
import { Report } from "../../terminal/report.ts";
import { listenTo, type Typed } from "./heard.ts";
import { plainHints } from "./plain_hints.ts";
import { obstaclesError } from "../lab/obstacles_error.ts";
import { isDockerLine } from "./plain_docker.ts";
import { PlainGate } from "./plain_gate.ts";
import type { Asker } from "./plain_question.ts";
import { askAll } from "./plain_quiz.ts";
import { changedCheck, explained } from "./plain_verdict.ts";

export interface PlainLabOptions {
  readonly lang: Lang;
  /** Stores what the learner asked for; called before it is shown. */
  readonly record: (what: Happening) => void;
  /** Notes on the questions that the learner finds unclear; they change here. */
  readonly flags: Map<ItemId, string>;
  /** A question came into sight: its time begins. */
  readonly shown: () => void;
  readonly concept?: Asker["concept"];
  /** Asks for a look now. */
  readonly refresh: () => void;
  /** What was chosen about something that is in the way. */
  readonly answer: (answer: GateAnswer) => void;
  /** Runs a line for which `isDockerLine` holds. */
  readonly docker: (line: string) => Promise<void>;
}

export interface PlainLab {
  /** Tells what was seen of the engine; the same messages that the screen gets. */
  readonly dispatch: (message: Message) => void;
  /** The last verdict: when all is passed, or when the learner leaves or the input ends. Undefined before the first look. */
  readonly end: Promise<LabVerdict | undefined>;
}

const words = {
  help: {
    es:
      "Escribe aquí órdenes de docker (docker run …) o trabaja en otra ventana; aquí se dice lo que cambia. Intro: comprobar y explicar · ? pista · < > pistas vistas · s solución · p preguntas · q salir",
    en:
      "Type docker commands here (docker run …) or work in another window; what changes is said here. Enter: check and explain · ? hint · < > hints seen · s solution · p questions · q leave",
  },
  workspace: { es: "Tus archivos están en", en: "Your files are in" },
  done: { es: "Laboratorio superado", en: "Lab passed" },
  cleanup: { es: "Quita lo que has creado con", en: "Remove what you made with" },
  noQuestions: { es: "Esta tarea no tiene preguntas", en: "This task has no questions" },
  reached: { es: "Motor de Docker", en: "Docker engine" },
  waits: { es: "Aún no se ha podido mirar", en: "Nothing could be looked at yet" },
  unknown: {
    es: (typed: string) =>
      `No se entiende «${typed}». Las órdenes empiezan por docker; ?? dice qué más se puede escribir`,
    en: (typed: string) => `“${typed}” is not understood. Commands begin with docker; ?? says what else can be typed`,
  },
};

/** Begins to talk at once. */
export function plainLab(talk: Conversation, opening: LabOpening, options: PlainLabOptions): PlainLab {
  const { dispatch, heard } = listenTo<Message>(talk);
  return { dispatch, end: converseAboutLab(talk, opening, options, heard) };
}

async function converseAboutLab(
  talk: Conversation,
  opening: LabOpening,
  options: PlainLabOptions,
  messages: AsyncIterable<Message | Typed>,
): Promise<LabVerdict | undefined> {
  const { lab } = opening;
  const { lang, record, refresh } = options;
  const hints = plainHints(talk, opening, options);
  let verdict: LabVerdict | undefined;
  let engine: EngineSight["kind"] = "looking";
  let at: Task | undefined;
  let asked: string | undefined;
  let closed = false;
  let failed = false;
  const working = new Report({ lang, rewrites: false, ascii: false, depth: "bare" });
  const gate = new PlainGate(talk, lang, options.answer);

  talk.say([
    inlineMarkdown(lab.title[lang], "title"),
    ...(opening.workspace === undefined ? [] : [[span(`${words.workspace[lang]} `), span(opening.workspace, "code")]]),
    [span(words.help[lang], "dim")],
  ]);
  turnTo(lab.tasks[0]);

  for await (const message of messages) {
    switch (message.kind) {
      case "lab-verdict": {
        const before = verdict;
        failed = false;
        verdict = message.verdict;
        hints.hear(message);
        announce(before, verdict);
        if (at) hints.offer(at);
        if (verdict.status === "passed") {
          talk.say([[], [
            span(`✔ ${words.done[lang]}: ${figure(verdict.score, lang)}/${figure(verdict.max, lang)}`, "good"),
          ], [span(`${words.cleanup[lang]}: grumete cleanup ${opening.reference ?? lab.id}`)]]);
          return verdict;
        }
        break;
      }
      case "lab-clock":
        hints.hear(message);
        break;
      case "lab-engine":
        tellEngine(message.engine);
        break;
      case "failed":
        failed = true;
        tellFailure(message);
        break;
      case "lab-gate":
        gate.hear(message.gate);
        break;
      case "lab-reset":
        break;
      case "lab-activity": {
        const { activity } = message;
        if (!activity) break;
        const line = working.text(activity, performance.now(), talk.width()).trimEnd();
        if (line !== "") talk.say([[span(line, "dim")]]);
        break;
      }
      case "typed":
        if (message.line === undefined) closed = true;
        else if (isDockerLine(message.line)) await options.docker(message.line);
        else if (gate.obstacles.length > 0 && message.line.trim() !== "q") {
          gate.typed(message.line.trim().toLowerCase());
        } else if (!await obeyed(message.line.trim().toLowerCase())) return verdict;
        break;
      case "home-loaded":
      case "quiz-opened":
      case "lab-opened":
      case "lab-looking":
      case "prompt-history":
      case "names-listed":
      case "command-output":
      case "command-runs":
      case "command-ended":
      case "names-loaded":
      case "learner-loaded":
      case "recorded":
        break;
    }
    // Who cannot type cannot mend what keeps the lab from beginning either.
    if (closed && gate.obstacles.length > 0) {
      throw obstaclesError(lab, gate.obstacles, { es: "Arréglalo y repite", en: "Mend it and try again" });
    }
    if (closed && (verdict || failed)) return verdict;
  }
  return verdict;

  function turnTo(task: Task | undefined): void {
    if (!task || task === at) return;
    at = task;
    const place = `${lang === "es" ? "Tarea" : "Task"} ${lab.tasks.indexOf(task) + 1} ${
      lang === "es" ? "de" : "of"
    } ${lab.tasks.length}`;
    talk.say([
      [],
      [
        span(`${place}: `, "strong"),
        ...inlineMarkdown(task.title[lang], "strong"),
        span(` · ${pointsOf(task.points, lang)}`, "dim"),
      ],
      ...markdown(task.text[lang], talk.width()),
      [],
    ]);
  }

  /** One line per task that passed or is no longer passed, and per check of this task that is not as it was. */
  function announce(before: LabVerdict | undefined, after: LabVerdict): void {
    for (const task of after.tasks) {
      const old = before?.tasks.find(({ id }) => id === task.id);
      if (task.id === at?.id) {
        talk.say(task.checks.flatMap((check, index) => changedCheck(old?.checks[index], check, lang)));
      }
      if (task.status !== old?.status && (task.status === "passed" || old?.status === "passed")) tellTask(task);
    }
    turnTo(lab.tasks.find(({ id }) => after.tasks.some((task) => task.id === id && task.status !== "passed")));
  }

  function tellTask(task: TaskVerdict): void {
    const { symbol, word, style } = tickLook[task.status];
    talk.say([[span(`${symbol} ${task.title[lang]}: ${word[lang]}`, style)]]);
    const explanation = lab.tasks.find(({ id }) => id === task.id)?.explanation;
    if (task.status === "passed" && explanation) talk.say(markdown(explanation[lang], talk.width()));
  }

  function tellEngine(sight: EngineSight): void {
    const news = sight.kind !== engine;
    engine = sight.kind;
    if (sight.kind === "reached" && news) {
      const { version } = sight.engine;
      talk.say([[span(`${words.reached[lang]} ${version} (${engineLine(sight.engine)})`, "dim")]]);
    }
    if (sight.kind === "fault" && news) {
      const next = faultText(sight.fault.kind).next[lang];
      talk.say([[span(`? ${faultSentence(sight.fault)[lang]}`, "warn")], ...markdown(next, talk.width())]);
    }
  }

  function tellFailure({ what, next }: { readonly what: Text; readonly next?: Text | undefined }): void {
    talk.say([[span(`✘ ${what[lang]}`, "bad")], ...(next ? markdown(next[lang], talk.width()) : [])]);
  }

  /** What cannot be stored is told and not shown; the conversation goes on. */
  async function obeyed(typed: string): Promise<boolean> {
    try {
      return await obey(typed);
    } catch (error) {
      if (!(error instanceof UserError) || error.exitCode === 130) throw error;
      tellFailure(error);
      return true;
    }
  }

  /** False when the learner leaves. */
  async function obey(typed: string): Promise<boolean> {
    const again = asked === typed;
    asked = undefined;
    switch (typed) {
      case "q":
        return false;
      case "?":
        if (at && hints.ask(at, again)) asked = typed;
        return true;
      case "<":
      case ">":
        if (at) hints.page(at, typed === "<" ? -1 : 1);
        return true;
      case "s":
        if (at && hints.giveUp(at, again)) asked = typed;
        return true;
      case "p":
        await questions();
        return true;
      case "":
        explain();
        refresh();
        return true;
      case "??":
        talk.say([[span(words.help[lang], "dim")]]);
        return true;
      default:
        talk.say([[span(words.unknown[lang](typed), "warn")]]);
        return true;
    }
  }

  function explain(): void {
    const task = verdict?.tasks.find(({ id }) => id === at?.id);
    if (!task) return talk.say([[span(words.waits[lang], "dim")]]);
    talk.say(task.checks.flatMap((check) => explained(check, lang, talk.width())));
  }

  async function questions(): Promise<void> {
    const task = at;
    if (!task || task.questions.length === 0) return talk.say([[span(words.noQuestions[lang], "dim")]]);
    const quiz = { format: 1 as const, id: lab.id, title: task.title, questions: task.questions };
    await askAll(talk, startSession(quiz, { seed: opening.seed }), {
      lang,
      item: (question) => itemId({ kind: "lab", lab: lab.id, task: task.id, question }),
      flags: options.flags,
      shown: options.shown,
      ...(options.concept ? { concept: options.concept } : {}),
      record(what) {
        if ("item" in what) return record(what);
        // Of a lab's questions only the answers are remembered.
        if (what.kind !== "quiz-answered") return;
        const { quiz: _, ...answered } = what;
        record({ ...answered, kind: "lab-question-answered", lab: lab.id, task: task.id });
      },
    });
  }
}
