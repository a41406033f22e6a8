/** One submission in plain words: what is in it, what speaks against it, what it proves and what it cannot. */

import type { Lang, Text } from "../../content/text.ts";
import type { Examined } from "../../exam/inspection/examined.ts";
import type { Finding, FindingKind } from "../../exam/inspection/finding.ts";
import { lengthOf, momentOf } from "../../exam/inspection/finding_words.ts";
import { drawnNames } from "../../exam/attempt/paper.ts";
import type { KnownExam } from "./known_exam.ts";

export function inspectionText(examined: Examined, exam: KnownExam | undefined, lang: Lang): string {
  const { file, findings } = examined;
  const list = (title: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", title[lang], ...lines.map((line) => `  - ${line}`)];
  const ofWeight = (weight: Finding["weight"]) =>
    findings.filter((finding) => finding.weight === weight).map(({ text }) => text[lang]);
  return [
    file,
    ...factLines(examined, exam, lang).map((line) => `  ${line}`),
    ...list({ es: "No se puede corregir:", en: "Cannot be graded:" }, ofWeight("refused")),
    ...list({ es: "Conviene mirar:", en: "Worth a look:" }, ofWeight("doubt")),
    ...list({ es: "Para saber:", en: "To know:" }, ofWeight("note")),
    ...list({ es: "Lo que prueba:", en: "What it proves:" }, provenBy(examined).map((text) => text[lang])),
    ...list({ es: "Lo que no prueba:", en: "What it does not prove:" }, unprovenBy(examined).map((text) => text[lang])),
  ].join("\n");
}

export function inspectionJson(examined: Examined, exam: KnownExam | undefined, lang: Lang) {
  const { file, taken, findings } = examined;
  return {
    file,
    ...(exam ? { exam: exam.record.exam, pack: exam.known.hash } : {}),
    ...(taken
      ? {
        student: taken.attempt.begun.student,
        ...(taken.ticket?.student.name === undefined ? {} : { name: taken.ticket.student.name }),
        attempt: taken.attempt.begun.attempt,
        key: taken.attempt.begun.key,
        ticket: taken.ticket?.nonce ?? null,
        startedAt: taken.attempt.begun.at,
        ...(taken.attempt.finished ? { finishedAt: taken.attempt.lastAt } : {}),
        steps: taken.entries.length,
        answered: taken.attempt.answers.size,
      }
      : { ticket: null }),
    findings: findings.map(({ kind, weight, text }) => ({ kind, weight, text: text[lang] })),
    proves: provenBy(examined).map((text) => text[lang]),
    doesNotProve: unprovenBy(examined).map((text) => text[lang]),
  };
}

function factLines({ taken }: Examined, exam: KnownExam | undefined, lang: Lang): readonly string[] {
  if (!taken || !exam) return [];
  const { attempt, entries, ticket, seed } = taken;
  const { begun, lastAt, used, answers } = attempt;
  const paper = drawnNames(exam.known.pack, seed);
  const answered = paper.filter((name) => answers.has(name)).length;
  const who = ticket?.student.name === undefined ? begun.student : `${begun.student} (${ticket.student.name})`;
  const facts: readonly (readonly [Text, string])[] = [
    [{ es: "prueba", en: "session" }, `${exam.known.pack.title[lang]} (${exam.record.exam})`],
    [{ es: "de", en: "by" }, who],
    [{ es: "intento", en: "attempt" }, String(begun.attempt)],
    [{ es: "empezó", en: "began" }, momentOf(begun.at)],
    [{ es: "último paso", en: "last step" }, `${momentOf(lastAt)} (${lengthOf(used)})`],
    [{ es: "contestadas", en: "answered" }, `${answered}/${paper.length}`],
    [{ es: "pasos", en: "steps" }, String(entries.length)],
    [{ es: "con grumete", en: "with grumete" }, begun.grumete],
  ];
  return facts.map(([name, value]) => `${name[lang]}: ${value}`);
}

/** Said only where nothing speaks against it. */
function provenBy({ taken, findings }: Examined): readonly Text[] {
  if (!taken) return [];
  const against = new Set(findings.map(({ kind }) => kind));
  const unless = (kinds: readonly FindingKind[], text: Text): readonly Text[] =>
    kinds.some((kind) => against.has(kind)) ? [] : [text];
  return [
    {
      es: "El archivo es el que se escribió: ni un byte ha cambiado desde entonces.",
      en: "The file is the one that was written: not one byte has changed since.",
    },
    {
      es:
        "Cada paso sigue al anterior y está firmado por la clave de este intento: sin esa clave, que está en el equipo del " +
        "estudiante, nadie pudo cambiar, quitar ni añadir ninguno.",
      en:
        "Each step follows the one before and is signed by the key of this attempt: without that key, which is on the " +
        "student's machine, nobody can have changed, removed or added any.",
    },
    {
      es: "Es de la prueba que preparaste, con sus preguntas tal como las diste.",
      en: "It is of the session that you packed, with its questions as you gave them out.",
    },
    ...unless(["ticket-missing", "ticket-wrong", "ticket-of-another"], {
      es: "Quien la hizo tenía el ticket que diste a este estudiante.",
      en: "Whoever took it held the ticket that you gave to this student.",
    }),
    ...unless(["ticket-missing", "ticket-wrong"], {
      es: "El orden y las preguntas son los que corresponden a ese ticket.",
      en: "The order and the questions are those of that ticket.",
    }),
    {
      es: "Solo tus claves la abren, y el archivo .exam no lleva las respuestas correctas.",
      en: "Only your keys open it, and the .exam file does not hold the right answers.",
    },
  ];
}

/** Where nothing is proven there is nothing to be limited. */
const unprovenBy = ({ taken }: Examined): readonly Text[] => taken ? unproven : [];

/** Nothing that runs on the student's own machine can. */
const unproven: readonly Text[] = [
  { es: "Quién tecleaba, ni quién más estaba delante.", en: "Who typed, or who else sat there." },
  {
    es: "Que no hubiera nada más abierto: apuntes, otra persona, otro programa.",
    en: "That nothing else was open: notes, another person, another program.",
  },
  {
    es:
      "Que nadie supiera antes las preguntas ni sus respuestas: el archivo .exam se puede leer desde que se reparte, y lo que " +
      "viene con grumete está en cada equipo, con sus respuestas.",
    en:
      "That nobody knew the questions or their answers before: the .exam file can be read from when it is given out, and what " +
      "comes with grumete is on every machine, with its answers.",
  },
  {
    es:
      "Que el reloj del equipo fuera bien y que el programa fuera el original: otro programa puede inventar las horas, los " +
      "pasos y lo que se vio en los laboratorios.",
    en:
      "That the machine's clock was right and that the program was the original: another program can make up times, steps " +
      "and what was seen of labs.",
  },
  { es: "Que no hubiera otro intento que no se envió.", en: "That there was no other attempt which was not sent." },
];
