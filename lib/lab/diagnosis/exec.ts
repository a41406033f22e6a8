/** A program inside a container answered something else: what it complained of, and how to see it oneself. */

import type { ExecCheck } from "../../content/schema/checks/inside.ts";
import type { Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { withoutLastLineEnds } from "../checks/stream.ts";
import { code, said } from "../matching/printable.ts";
import type { ExecFacts } from "../snapshot.ts";

export function adviseExec(field: JudgedField, facts: ExecFacts, check: ExecCheck): Advice {
  const user = check.user === undefined ? "" : `-u ${check.user} `;
  const again = code(`docker exec ${user}${check.name} ${check.run.map(shellWord).join(" ")}`);
  const because = reason(field, facts, check);
  return {
    ...(because ? { because } : {}),
    next: { es: `Míralo tú: ${again}`, en: `See for yourself: ${again}` },
  };
}

/** 126 and 127 come from docker or the shell, and some engines write the reason to the standard output. */
function reason(field: JudgedField, facts: ExecFacts, check: ExecCheck): Text | undefined {
  const program = code(check.run[0] ?? "");
  const absent = /executable file not found|no such file or directory.*unknown$/is.test(
    `${facts.stdout}\n${facts.stderr}`.slice(0, 4000),
  );
  if (facts.exitCode === 127 || (facts.exitCode === 126 && absent)) {
    return {
      es: `El programa ${program} no existe dentro del contenedor`,
      en: `The program ${program} does not exist inside the container`,
    };
  }
  if (facts.exitCode === 126) {
    return { es: `El programa ${program} no se pudo ejecutar`, en: `The program ${program} could not be executed` };
  }
  const complaint = withoutLastLineEnds(facts.stderr);
  if (complaint !== "" && field.field !== "stderr") {
    const words = said(complaint, 160);
    return { es: `El programa se quejó: ${words}`, en: `The program complained: ${words}` };
  }
  if (field.field === "exitCode") {
    return {
      es: `El programa terminó con el código ${facts.exitCode}`,
      en: `The program ended with code ${facts.exitCode}`,
    };
  }
  return field.match.detail;
}

/** Quoted for a POSIX shell where it has to be. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
