/** What is said before a graded session begins: its rules, as they follow from the session itself, and what is recorded. */

import { both, type Lang, type Text } from "../../content/text.ts";
import { percent } from "../../screens/bar.ts";
import { counted } from "../../screens/counted.ts";
import { dateText, timeText } from "../../screens/dates.ts";
import { pointsOf } from "../../screens/points.ts";
import type { OpenExam } from "./open_exam.ts";

/** "21 nov 2026, 10:30", by the clock of this machine. */
export function examMoment(at: number): Text {
  const minutes = Math.floor(at / 60_000) - new Date(at).getTimezoneOffset();
  const days = Math.floor(minutes / 1440);
  const ofDay = minutes - days * 1440;
  const time = `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:${String(ofDay % 60).padStart(2, "0")}`;
  return both((lang) => `${dateText(days, lang, true)}, ${time}`);
}

/** Markdown. `attempt` counts from 1. */
export function examRules(exam: OpenExam, attempt: number): Text {
  return both((lang) => {
    const { rules } = exam.pack;
    const own = rules ? [rules[lang], ""] : [];
    return [
      ...own,
      ...facts(exam, attempt, lang).map((line) => `- ${line}`),
      "",
      `**${words.recorded[lang]}**`,
      "",
      ...recorded(exam, lang).map((line) => `- ${line}`),
    ].join("\n");
  });
}

/** Without the rules of the teacher: as many lines as there are policies. */
function facts(
  { pack, paper, window, signer, student, name }: OpenExam,
  attempt: number,
  lang: Lang,
): readonly string[] {
  const es = lang === "es";
  const points = paper.reduce((sum, { question }) => sum + question.points, 0);
  const questions = counted(paper.length, es ? "pregunta" : "question");
  const tasks = pack.labs.length === 0
    ? ""
    : ` ${es ? "y" : "and"} ${
      pack.labs.length === 1
        ? (es ? "un laboratorio" : "one lab")
        : `${pack.labs.length} ${es ? "laboratorios" : "labs"}`
    }`;
  const who = name === undefined ? student : `${name} (${student})`;
  return [
    es
      ? `Haces la prueba como **${who}**, intento ${attempt} de ${pack.attempts}.`
      : `You take it as **${who}**, attempt ${attempt} of ${pack.attempts}.`,
    `${questions}${tasks}, ${pointsOf(points, lang)}; ${
      es ? `se aprueba con el ${percent(pack.pass)}` : `${percent(pack.pass)} passes`
    }.`,
    ...timing(window, lang),
    es
      ? "Puedes cambiar cualquier respuesta, dejar preguntas para luego y volver, hasta que entregues."
      : "You can change any answer, leave questions for later and come back, until you hand in.",
    es
      ? "No se dice si una respuesta está bien: la corrige quien pone la prueba."
      : "It is not said whether an answer is right: whoever gives the session grades it.",
    pack.hints === "shown"
      ? es
        ? "Las preguntas pueden tener pistas; queda anotado cuáles ves."
        : "Questions may have hints; which of them you see is recorded."
      : es
      ? "No hay pistas."
      : "There are no hints.",
    ...(pack.labs.length === 0 ? [] : [
      pack.verdicts === "live"
        ? es
          ? "En los laboratorios ves qué comprobaciones se cumplen, salvo las ocultas."
          : "In labs you see which checks hold, but for hidden ones."
        : es
        ? "En los laboratorios no se dice qué se cumple: se anota lo que hay, y se corrige después."
        : "In labs it is not said what holds: what is there is recorded, and graded later.",
    ]),
    feedback[pack.feedback][lang],
    es
      ? "Si el programa se cierra o el equipo se apaga no se pierde nada: repite la misma orden y sigues donde estabas."
      : "If the program is closed or the machine goes off nothing is lost: run the same command and go on where you were.",
    es ? `Firmada con la clave de huella \`${signer}\`.` : `Signed by the key with the fingerprint \`${signer}\`.`,
  ];
}

function timing({ minutes, closes }: OpenExam["window"], lang: Lang): readonly string[] {
  const es = lang === "es";
  const until = closes === undefined ? undefined : examMoment(closes)[lang];
  if (minutes === undefined) {
    if (until === undefined) return [es ? "No hay límite de tiempo." : "There is no time limit."];
    return [es ? `Se cierra el ${until}.` : `It closes on ${until}.`];
  }
  const time = timeText(minutes * 60_000);
  const closing = until === undefined
    ? ""
    : es
    ? ` Como muy tarde acaba el ${until}.`
    : ` It ends on ${until} at the latest.`;
  return [
    es
      ? `Tienes ${time} desde que empiezas, también mientras el programa esté cerrado; al acabar se entrega lo guardado.${closing}`
      : `You have ${time} from when you begin, also while the program is closed; at the end what is stored is handed in.${closing}`,
  ];
}

function recorded({ pack }: OpenExam, lang: Lang): readonly string[] {
  const es = lang === "es";
  return [
    es
      ? "Cada respuesta y cada cambio, con su hora; qué pregunta estaba en pantalla y cuánto tiempo."
      : "Each answer and each change, with its time; which question was on the screen and for how long.",
    es
      ? "Las preguntas que marcas, y cuándo se cerró y se volvió a abrir el programa; saltos del reloj."
      : "The questions that you flag, and when the program was closed and opened again; jumps of the clock.",
    ...(pack.labs.length === 0 ? [] : [
      es
        ? "En los laboratorios, lo que responde docker sobre sus objetos, los archivos de su carpeta que se comprueban, y los nombres de los demás objetos que tiene docker."
        : "In labs, what docker answers about their objects, the files of their folder that are checked, and the names of the other objects that docker has.",
    ]),
    es
      ? "Nada más: ni teclas, ni pantalla, ni otros programas. Se cifra, y solo lo abre quien pone la prueba."
      : "Nothing else: no keys, no screen, no other programs. It is encrypted, and only whoever gives the session opens it.",
  ];
}

const feedback: Readonly<Record<OpenExam["pack"]["feedback"], Text>> = {
  none: { es: "Después no recibes comentarios.", en: "You get no feedback afterwards." },
  score: { es: "Después recibes tu nota.", en: "You get your score afterwards." },
  "after-closing": {
    es: "Cuando se cierre para todos recibes la nota y la corrección de cada pregunta.",
    en: "Once it has closed for everybody you get your score and the grading of each question.",
  },
};

const words = {
  recorded: { es: "Qué se anota", en: "What is recorded" },
} satisfies Readonly<Record<string, Text>>;
