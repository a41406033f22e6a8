/** `grumete quiz`: asks on a screen, in a plain conversation, or grades a file of answers. */

import { nearest } from "../../content/near.ts";
import { both, type Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { readAnswers } from "../../quiz/answers_file.ts";
import { isPassed, passMark } from "../../quiz/pass_mark.ts";
import { quizScore } from "../../quiz/score_json.ts";
import type { Session, SessionOptions } from "../../quiz/session.ts";
import { answerAll } from "../../quiz/session_resume.ts";
import { startSession } from "../../quiz/session_start.ts";
import type { Asked } from "../../quiz/sitting.ts";
import { summarize } from "../../quiz/session_summary.ts";
import { later } from "../../content/later.ts";
import { conceptNames, openQuiz } from "../load.ts";
import { sittingReference } from "../study/sitting_reference.ts";
import { print, printJson } from "../output/print.ts";
import { summaryLines } from "../study/quiz_report.ts";
import { newSeed } from "../seed.ts";
import type { QuizFlags } from "../table/flags.ts";
import type { OpenedSitting } from "../study/path_quiz.ts";
import type { World } from "../world.ts";

export async function run(world: World, flags: QuizFlags, reference: string): Promise<ExitCode> {
  const seed = flags.seed ?? newSeed();
  const sitting = await sittingOf(world, reference, seed);
  if (sitting) refuseChoice(flags, reference);
  const quiz: Asked = sitting?.quiz ?? (await openQuiz(world, reference)).content;
  const options = { ...optionsOf(flags, seed), ...sitting?.options };
  const pass = flags.pass ?? quiz.sitting?.pass ?? passMark;
  refuseEmpty(quiz, options);
  const session = flags.answers === undefined
    ? await askedOnTerminal(world, flags, quiz, { options, reference, pass })
    : await answeredByFile(quiz, options, flags.answers);
  if (session === undefined) return 130;
  if (flags.json) printJson(quizScore(session));
  else if (flags.answers !== undefined) {
    const names = await conceptNames(world);
    summaryLines(session, names, pass, world.lang).forEach(print);
  }
  return isPassed(summarize(session), pass) ? 0 : 1;
}

/** What puts one together is not even loaded for a quiz that is a file. */
async function sittingOf(world: World, reference: string, seed: number): Promise<OpenedSitting | undefined> {
  if (!sittingReference(reference)) return undefined;
  const { openSitting } = await later<typeof import("../study/path_quiz.ts")>(import.meta.url, "../study/path_quiz.ts");
  return await openSitting(world, reference, { seed });
}

function optionsOf(flags: QuizFlags, seed: number): SessionOptions {
  return {
    seed,
    ...(flags.count === undefined ? {} : { count: flags.count }),
    ...(flags.kind === undefined ? {} : { kind: flags.kind }),
    ...(flags.concept === undefined ? {} : { concept: flags.concept }),
  };
}

/** What it asks is drawn for it: a part of that would measure nothing. */
function refuseChoice({ count, kind, concept }: QuizFlags, reference: string): void {
  const flag = count !== undefined
    ? "--count"
    : kind !== undefined
    ? "--kind"
    : concept !== undefined
    ? "--concept"
    : "";
  if (flag === "") return;
  throw new UserError(
    {
      es: `No se puede usar ${flag} con "${reference}": sus preguntas se eligen solas`,
      en: `Cannot use ${flag} with "${reference}": its questions are drawn for it`,
    },
    { es: "Da solo --seed, si quieres repetirlas", en: "Give --seed alone, to have the same ones again" },
  );
}

function refuseEmpty(quiz: Asked, options: SessionOptions): void {
  if (startSession(quiz, options).items.length > 0) return;
  throw new UserError(
    {
      es: `No se puede preguntar nada de "${quiz.id}": ninguna pregunta cumple lo pedido`,
      en: `Cannot ask anything of "${quiz.id}": no question is as asked for`,
    },
    whatThereIs(quiz, options),
  );
}

/** The concept that was meant, or what can be asked for. */
function whatThereIs(quiz: Asked, { concept }: SessionOptions): Text {
  const concepts = [...new Set(quiz.questions.flatMap(({ concepts }) => concepts))];
  const near = concept === undefined || concepts.includes(concept) ? undefined : nearest(concept, concepts);
  if (near !== undefined) return { es: `¿Querías decir --concept ${near}?`, en: `Did you mean --concept ${near}?` };
  const kinds = [...new Set(quiz.questions.map(({ kind }) => kind))].join(", ");
  return {
    es: `Tipos: ${kinds}\n  Conceptos: ${concepts.join(", ")}`,
    en: `Kinds: ${kinds}\n  Concepts: ${concepts.join(", ")}`,
  };
}

/** All problems of the file at once, exit code 4. */
async function answeredByFile(quiz: Asked, options: SessionOptions, source: string): Promise<Session> {
  const { mappingIn, readSource } = await later<typeof import("../source_mapping.ts")>(
    import.meta.url,
    "../source_mapping.ts",
  );
  const written = await readSource(source);
  if (written.text.trim() === "") {
    throw new UserError(
      { es: `No se puede calificar "${source}": está vacío`, en: `Cannot grade "${source}": it is empty` },
      { es: "Se espera YAML o JSON: id de pregunta → respuesta", en: "YAML or JSON is expected: question id → answer" },
      4,
    );
  }
  const read = readAnswers(quiz.questions, await mappingIn(written));
  if (read.problems.length > 0) {
    throw new UserError(
      both((lang) => `${written.name}\n${read.problems.map((problem) => `  - ${problem[lang]}`).join("\n")}`),
      { es: `Las preguntas de "${quiz.id}": ${ids(quiz)}`, en: `The questions of "${quiz.id}": ${ids(quiz)}` },
      4,
    );
  }
  return answerAll(startSession(quiz, options), read.answers);
}

function ids(quiz: Asked): string {
  return quiz.questions.map(({ id }) => id).join(", ");
}

/** Undefined when the learner left before the end: what was answered is stored. */
async function askedOnTerminal(
  world: World,
  flags: QuizFlags,
  quiz: Asked,
  { options, reference, pass }: {
    readonly options: SessionOptions;
    readonly reference: string;
    readonly pass: number;
  },
): Promise<Session | undefined> {
  if (flags.json) {
    throw new UserError(
      {
        es: "No se puede preguntar en la terminal y escribir JSON a la vez",
        en: "Cannot ask in the terminal and write JSON at once",
      },
      { es: "Da las respuestas con --answers ARCHIVO", en: "Give the answers with --answers FILE" },
    );
  }
  const { takeQuiz } = await later<typeof import("../study/take_quiz.ts")>(import.meta.url, "../study/take_quiz.ts");
  return await takeQuiz(world, quiz, options, { exactly: flags.seed !== undefined, pass, reference });
}
