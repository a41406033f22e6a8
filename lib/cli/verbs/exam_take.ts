/** `grumete exam take`: takes a graded session on a screen, line by line, or from a file of answers. */

import type { Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import type { Step } from "../../exam/attempt/journal.ts";
import { absolute } from "../../store/state_folder.ts";
import { later } from "../../content/later.ts";
import { markdown } from "../../screens/markdown.ts";
import { lackingLines } from "../../screens/exam_overview.ts";
import { submissionText } from "../../screens/exam_view.ts";
import { writtenOf } from "../exam/exam_performer.ts";
import { isYes } from "../yes.ts";
import type { ExamLabs } from "../exam/exam_labs.ts";
import { ExamSitting, type HandedIn } from "../exam/exam_sitting.ts";
import { answersIn } from "../exam/exam_answers.ts";
import type { ExamTakeFlags } from "../table/flags.ts";
import { type OpenExam, openExam } from "../exam/open_exam.ts";
import { relative, shellWord } from "../output/paths.ts";
import { print, printError, printJson } from "../output/print.ts";
import { again, type World } from "../world.ts";

export async function run(world: World, flags: ExamTakeFlags, file: string): Promise<ExitCode> {
  if (flags.json && flags.answers === undefined) throw askedAndJson();
  const exam = openExam(file, flags);
  const out = outputOf(flags.out, exam);
  using sitting = ExamSitting.open(exam, world.stateFolder(), world.lang, flags.again === true);
  const finished = sitting.progress.finished !== undefined;
  if (!finished && sitting.begun && sitting.isOver) sitting.record([{ kind: "finished", by: "time" }]);
  if (sitting.progress.finished) {
    const handedIn = await sitting.handIn(out);
    tell(world, flags, sitting, handedIn, finished ? "before" : "time");
    return 0;
  }
  await using labs = await labsOf(world, sitting, flags.yes === true);
  if (flags.answers !== undefined) {
    const answers = await answersIn(exam.paper, flags.answers);
    if (labs) await looked(sitting, labs);
    answered(sitting, answers);
    tell(world, flags, sitting, await sitting.handIn(out), "now");
    return 0;
  }
  const { takeExam } = await later<typeof import("../exam/take_exam.ts")>(import.meta.url, "../exam/take_exam.ts");
  const handedIn = await takeExam(world, sitting, { out, yes: flags.yes === true, labs }).catch((error) => {
    // Ctrl-C in a conversation.
    if (sitting.begun && sitting.progress.finished === undefined) print(leftOpen(world, flags, file, sitting));
    throw error;
  });
  if (handedIn) {
    tell(world, flags, sitting, handedIn, "now");
    if (labs) await offerCleaning(world, labs);
  } else if (sitting.progress.finished) printError(notWritten(world, flags, file));
  else if (sitting.begun) print(leftOpen(world, flags, file, sitting));
  return handedIn || !sitting.begun ? 0 : 130;
}

/** Agreed to. Nothing where the session has none. */
async function labsOf(world: World, sitting: ExamSitting, yes: boolean): Promise<ExamLabs | undefined> {
  if (sitting.exam.pack.labs.length === 0) return undefined;
  const { ExamLabs } = await later<typeof import("../exam/exam_labs.ts")>(import.meta.url, "../exam/exam_labs.ts");
  const labs = new ExamLabs(world, sitting);
  await labs.agree(yes);
  return labs;
}

/** Throws a `UserError` (3) where a lab could not be looked at: the attempt stays open. */
async function looked(sitting: ExamSitting, labs: ExamLabs): Promise<void> {
  if (!sitting.begun) sitting.record([]);
  labs.start();
  await labs.lookNow();
  for (const { lab } of labs.openings) {
    const sight = labs.sight(lab.id);
    if (sight?.kind !== "stopped") continue;
    const reasons = (lang: "es" | "en") =>
      sight.reasons.map(({ what, next }) => `  - ${what[lang]}${next ? `\n    ${next[lang]}` : ""}`).join("\n");
    throw new UserError(
      {
        es: `No se puede mirar el laboratorio "${lab.id}"\n${reasons("es")}`,
        en: `Cannot look at the lab "${lab.id}"\n${reasons("en")}`,
      },
      { es: "El intento sigue abierto: arréglalo y repite", en: "The attempt stays open: mend it and run this again" },
      3,
    );
  }
}

/** What was recorded is handed in: the containers are not needed any more. */
async function offerCleaning(world: World, labs: ExamLabs): Promise<void> {
  const { lang } = world;
  if (!world.interactive) return print(stillThere[lang]);
  const { openConversation } = await later<typeof import("../../terminal/conversation.ts")>(
    import.meta.url,
    "../../terminal/conversation.ts",
  );
  using talk = openConversation();
  const answer = await talk.ask([{ text: `${askCleaning[lang]} `, style: "strong" }]);
  if (!isYes(answer)) return;
  const left = await labs.cleanUp();
  print(left.length === 0 ? cleaned[lang] : `${stays[lang]}: ${left.join(", ")}`);
}

const askCleaning: Text = {
  es: "¿Quitar del motor lo que has creado en el laboratorio? [s/N]",
  en: "Remove what you made in the lab from the engine? [y/N]",
};
const stillThere: Text = {
  es: "Lo que has creado en el laboratorio sigue en el motor: ya no hace falta para la nota",
  en: "What you made in the lab is still on the engine: it is not needed for the grade any more",
};
const cleaned: Text = { es: "Quitado", en: "Removed" };
const stays: Text = { es: "Sigue ahí", en: "Still there" };

/** Not where something else of the student's is, and not in a folder that is not there: better said before than after. */
function outputOf(chosen: string | undefined, { pack, student }: OpenExam): string {
  const path = absolute(chosen ?? `${pack.id}-${student.replaceAll(/[^\p{L}\p{N}._-]/gu, "_")}.submission`);
  const folder = path.replace(/\/[^/]*$/, "") || "/";
  const state = folderFault(folder) ?? fileFault(path);
  if (!state) return path;
  throw new UserError(
    {
      es: `No se puede escribir la entrega en "${relative(path)}": ${state.es}`,
      en: `Cannot write the submission to "${relative(path)}": ${state.en}`,
    },
    { es: "Elige otro archivo con --out", en: "Choose another file with --out" },
  );
}

function folderFault(folder: string): Text | undefined {
  try {
    if (Deno.statSync(folder).isDirectory) return undefined;
    return { es: "su carpeta no es una carpeta", en: "its folder is no folder" };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return { es: "no existe su carpeta", en: "its folder does not exist" };
    // What else is wrong is said when it is written.
    return undefined;
  }
}

function fileFault(path: string): Text | undefined {
  try {
    const { isDirectory, isFile, size } = Deno.statSync(path);
    if (isDirectory) return { es: "es una carpeta", en: "it is a folder" };
    if (!isFile || size === 0) return undefined;
    using file = Deno.openSync(path);
    const start = new Uint8Array(20);
    const read = new TextDecoder().decode(start.subarray(0, file.readSync(start) ?? 0));
    if (read.startsWith("grumete submission ")) return undefined;
    return { es: "ya hay otro archivo con ese nombre", en: "there is another file of that name" };
  } catch {
    return undefined;
  }
}

function answered(sitting: ExamSitting, answers: readonly Step[]): void {
  for (const step of answers) {
    if (step.kind !== "answered" && step.kind !== "lab-answered") continue;
    sitting.record([{ kind: "shown", question: step.question }, step]);
    if (sitting.isOver) return sitting.record([{ kind: "finished", by: "time" }]);
  }
  sitting.record([{ kind: "finished", by: "student" }]);
}

/** `when`: it was over before, time ended it while it was closed, or it ends now. */
function tell(
  world: World,
  { json = false }: ExamTakeFlags,
  sitting: ExamSitting,
  handedIn: HandedIn,
  when: "before" | "time" | "now",
): void {
  const { exam: { pack, hash, paper, student }, progress, attempt } = sitting;
  if (json) {
    return printJson({
      exam: pack.id,
      pack: hash,
      student,
      attempt,
      finished: progress.finished,
      answered: progress.answers.size,
      questions: paper.map(({ question: { id, kind } }) => ({ id, kind, answered: progress.answers.has(id) })),
      submission: { path: handedIn.path, bytes: handedIn.bytes, sha256: handedIn.hash },
    });
  }
  const { lang } = world;
  const lines = [
    ...(when === "now" ? [] : [said[when][lang]]),
    ...lackingLines(paper, progress, lang, 80).map((line) => line.map(({ text }) => text).join("")),
    "",
    ...markdown(submissionText(writtenOf(handedIn))[lang], 80).map((line) => line.map(({ text }) => text).join("")),
    ...(attempt < pack.attempts ? ["", moreAttempts(pack.attempts - attempt)[lang]] : []),
  ];
  lines.forEach(print);
}

const said = {
  before: {
    es: "Este intento ya había terminado: se ha escrito otra vez la misma entrega.",
    en: "This attempt was over already: the same submission was written again.",
  },
  time: {
    es: "El tiempo se acabó mientras estaba cerrado: se entrega lo que estaba guardado.",
    en: "Time ran out while it was closed: what was stored is handed in.",
  },
} satisfies Readonly<Record<string, Text>>;

function moreAttempts(left: number): Text {
  return {
    es: `${
      left === 1 ? "Te queda un intento" : `Te quedan ${left} intentos`
    }: la misma orden con --again empieza otro.`,
    en: `${
      left === 1 ? "One attempt is left" : `${left} attempts are left`
    }: the same command with --again begins another one.`,
  };
}

function sameCommand(world: World, { student, ticket, out }: ExamTakeFlags, file: string): string {
  const flag = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`--${name} ${shellWord(value)}`];
  return [
    "grumete exam take",
    again(world, file),
    ...flag("student", student),
    ...flag("ticket", ticket),
    ...flag("out", out),
  ]
    .join(" ");
}

function leftOpen(world: World, flags: ExamTakeFlags, file: string, sitting: ExamSitting): string {
  const { answers } = sitting.progress;
  const runs = sitting.clock().end !== undefined;
  const command = sameCommand(world, flags, file);
  const count = sitting.exam.paper.length;
  return world.lang === "es"
    ? `Tu intento sigue abierto, con ${answers.size} de ${count} contestadas${
      runs ? "; el reloj sigue corriendo" : ""
    }. Sigue con: ${command}`
    : `Your attempt is still open, ${answers.size} of ${count} answered${
      runs ? "; the clock goes on" : ""
    }. Go on with: ${command}`;
}

function notWritten(world: World, flags: ExamTakeFlags, file: string): string {
  const command = sameCommand(world, flags, file);
  return world.lang === "es"
    ? `El intento ha terminado y está guardado, pero falta escribir la entrega. Repite: ${command}`
    : `The attempt is over and stored, but the submission is not written yet. Run again: ${command}`;
}

function askedAndJson(): UserError {
  return new UserError(
    {
      es: "No se puede preguntar en la terminal y escribir JSON a la vez",
      en: "Cannot ask in the terminal and write JSON at once",
    },
    { es: "Da las respuestas con --answers ARCHIVO", en: "Give the answers with --answers FILE" },
  );
}
