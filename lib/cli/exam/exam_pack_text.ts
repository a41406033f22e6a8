/** What is told of a session that was packed. */

import type { Lang, Text } from "../../content/text.ts";
import type { ExamSpec } from "../../exam/session/spec.ts";
import { relative, shellWord } from "../output/paths.ts";

export interface PackedFacts {
  readonly pack: string;
  readonly file: string;
  readonly bytes: number;
  /** A fingerprint. */
  readonly signer: string;
  readonly pools: readonly { readonly title: Text; readonly count: number; readonly of: number }[];
  readonly labs: readonly { readonly id: string; readonly tasks: number }[];
  readonly tickets?: { readonly folder: string; readonly written: number; readonly kept: number };
}

export function packedText(facts: PackedFacts, { title }: Pick<ExamSpec, "title">, lang: Lang): string {
  const es = lang === "es";
  const { pack, file, bytes, signer, pools, labs, tickets } = facts;
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  const asked = pools.reduce((sum, { count }) => sum + count, 0);
  const lines = [
    `${title[lang]} → ${relative(file)} (${kilobytes} KB)`,
    `  SHA-256 ${pack}`,
    es ? `  Firmada con la huella ${signer}` : `  Signed with the fingerprint ${signer}`,
    ...(asked === 0 ? [] : [es ? `  Preguntas por estudiante: ${asked}` : `  Questions for each student: ${asked}`]),
    ...pools.map(({ title, count, of }) => `    ${title[lang]}: ${es ? `${count} de ${of}` : `${count} of ${of}`}`),
    ...labs.map(({ id, tasks }) =>
      es
        ? `  Laboratorio ${id}: ${tasks} ${tasks === 1 ? "tarea" : "tareas"}`
        : `  Lab ${id}: ${tasks} ${tasks === 1 ? "task" : "tasks"}`
    ),
    ...(tickets
      ? [
        es
          ? `  Tickets en ${relative(tickets.folder)}: ${tickets.written} escritos, ${tickets.kept} ya estaban`
          : `  Tickets in ${relative(tickets.folder)}: ${tickets.written} written, ${tickets.kept} were there`,
      ]
      : []),
    "",
    tickets
      ? es
        ? "Reparte el archivo .exam a todos, y a cada estudiante solo su ticket."
        : "Give the .exam file to everybody, and each student their own ticket only."
      : es
      ? "Reparte el archivo .exam. Sin tickets cualquiera puede decir que es otro; con --roster y --tickets, no."
      : "Give out the .exam file. Without tickets anybody can claim to be somebody else; with --roster and --tickets nobody can.",
    "",
    es ? "Lo hace cada estudiante:" : "Each student runs:",
    `  grumete exam take ${shellWord(file.replace(/^.*\//, ""))} ${tickets ? "--ticket ID.ticket" : "--student ID"}`,
    es ? "Y tú, con los archivos .submission en una carpeta:" : "And you, with the .submission files in one folder:",
    es
      ? "  grumete exam grade ENTREGAS --key CLAVES --out NOTAS"
      : "  grumete exam grade SUBMISSIONS --key KEYS --out GRADES",
  ];
  return lines.join("\n");
}
