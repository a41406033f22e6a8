/** What the schema of paths cannot say: ids once each, something to do in every session, and quizzes and labs that exist. */

import type { DataPath } from "../data_path.ts";
import { isRecord } from "../is_record.ts";
import { nearest } from "../near.ts";
import type { Finding } from "../problem.ts";
import type { Path, Paths, PathSession } from "../schema/path.ts";
import { quoted } from "../shown.ts";
import { langs } from "../text.ts";
import { listOf, writtenIds } from "./quiz.ts";
import { duplicateIds, type Placed, repeated } from "./repeated.ts";

/** The ids of all quizzes and labs. */
export interface KnownContent {
  readonly quizzes: ReadonlySet<string>;
  readonly labs: ReadonlySet<string>;
}

/** More sentences than these are a lecture: they belong to the explanations. */
const mostSentences = 3;

/** `paths` is there where the schema has nothing against `raw`; without `known` no quiz and no lab is looked up. */
export function pathFindings(
  raw: Readonly<Record<string, unknown>>,
  paths: Paths | undefined,
  { lint = false, known }: { readonly lint?: boolean; readonly known?: KnownContent },
): readonly Finding[] {
  const written = listOf(raw["paths"]);
  return [
    ...duplicateIds(writtenIds(written, ["paths"])),
    ...written.flatMap((path, index) =>
      isRecord(path) ? duplicateIds(writtenIds(listOf(path["sessions"]), ["paths", index, "sessions"])) : []
    ),
    ...(paths?.paths ?? []).flatMap((path, index) => ofPath(path, ["paths", index], { lint, known })),
  ];
}

function ofPath(
  { sessions }: Path,
  at: DataPath,
  { lint, known }: { readonly lint: boolean; readonly known: KnownContent | undefined },
): readonly Finding[] {
  const placed = (key: "quiz" | "lab"): readonly Placed[] =>
    sessions.flatMap((session, index) => {
      const word = session[key];
      return word === undefined ? [] : [{ word, at: [...at, "sessions", index, key] }];
    });
  return [
    ...sessions.flatMap((session, index) => ofSession(session, [...at, "sessions", index], lint)),
    ...repeated(placed("quiz")).map(twice),
    ...repeated(placed("lab")).map(twice),
    ...(known
      ? [
        ...placed("quiz").flatMap((one) => unknown(one, known.quizzes, "quiz")),
        ...placed("lab").flatMap((one) => unknown(one, known.labs, "lab")),
      ]
      : []),
  ];
}

function ofSession({ quiz, lab, reading }: PathSession, at: DataPath, lint: boolean): readonly Finding[] {
  const empty: readonly Finding[] = quiz !== undefined || lab !== undefined ? [] : [{
    at,
    code: "empty-session",
    what: {
      es: "En esta sesión no hay nada que hacer: no tiene ni «quiz» ni «lab»",
      en: 'There is nothing to do in this session: it has neither "quiz" nor "lab"',
    },
    next: { es: "Añade «quiz: ID», «lab: ID» o los dos.", en: 'Add "quiz: ID", "lab: ID" or both.' },
  }];
  const longest = lint ? Math.max(...langs.map((lang) => sentences(reading[lang]))) : 0;
  const long: readonly Finding[] = longest <= mostSentences ? [] : [{
    at: [...at, "reading"],
    severity: "warning",
    code: "long-reading",
    what: {
      es: `La lectura tiene ${longest} frases: se lee antes de empezar y debe caber de un vistazo`,
      en: `The reading has ${longest} sentences: it is read before the start and has to fit a glance`,
    },
    next: { es: "Déjala en dos.", en: "Leave two of them." },
  }];
  return [...empty, ...long];
}

/** Counted by what ends them before a space or the end: `nginx:1.27` and `v1.2` are no ends. */
function sentences(text: string): number {
  return text.replaceAll(/`[^`]*`/g, "x").match(/[.!?…]+(?=[\s)»”"]|$)/gu)?.length ?? 1;
}

function twice({ word, at }: Placed): Finding {
  return {
    at,
    code: "repeated-content",
    what: {
      es: `No se puede poner ${quoted(word)} en dos sesiones del mismo curso`,
      en: `Cannot put ${quoted(word)} into two sessions of one path`,
    },
    next: { es: "Quítalo de una de las dos.", en: "Take it out of one of them." },
  };
}

function unknown({ word, at }: Placed, ids: ReadonlySet<string>, kind: "quiz" | "lab"): readonly Finding[] {
  if (ids.has(word)) return [];
  const near = nearest(word, ids);
  return [{
    at,
    code: "unknown-content",
    what: kind === "quiz"
      ? { es: `No existe el cuestionario ${quoted(word)}`, en: `There is no quiz ${quoted(word)}` }
      : { es: `No existe el laboratorio ${quoted(word)}`, en: `There is no lab ${quoted(word)}` },
    next: near === undefined
      ? { es: "grumete list muestra los que hay.", en: "grumete list shows what there is." }
      : { es: `¿Querías decir "${near}"?`, en: `Did you mean "${near}"?` },
  }];
}
