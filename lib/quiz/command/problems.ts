/** What is wrong with the commands that the author of a question wrote. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { Text } from "../../content/text.ts";
import { inlineCode } from "../inline_code.ts";
import { compareRead } from "./match_line.ts";
import { type ReadCommand, readCommand } from "./read.ts";

export interface CommandProblem {
  /** Where in the question: `accept 0`, `reject 1`, `allowFlags 0`. */
  readonly field: "accept" | "reject" | "allowFlags";
  readonly index: number;
  readonly what: Text;
}

type Question = Pick<QuestionOf<"command">, "accept" | "reject" | "allowFlags">;

/**
 * An accepted command that cannot be read, a rejected one that means the same as an accepted one, a flag that no accepted
 * verb has. A rejected command may be one that docker refuses: that may be the very mistake.
 */
export function commandProblems(question: Question): readonly CommandProblem[] {
  const accepted = question.accept.map(readCommand);
  const problems: CommandProblem[] = [];
  accepted.forEach((command, index) => {
    if (command.kind === "problem") problems.push({ field: "accept", index, what: command.what });
    const earlier = accepted.slice(0, index).findIndex((one) => isSame(question, one, command));
    if (earlier >= 0) problems.push({ field: "accept", index, what: twice(question.accept[earlier] ?? "") });
  });
  question.reject.forEach(({ answer }, index) => {
    const command = readCommand(answer);
    const same = accepted.findIndex((one) => isSame(question, one, command));
    if (same >= 0) problems.push({ field: "reject", index, what: acceptedToo(question.accept[same] ?? "") });
  });
  question.allowFlags.forEach((name, index) => {
    const known = accepted.some((one) =>
      one.kind === "docker" && one.command.grammar.flags.some(({ names }) => names.includes(name))
    );
    if (!known) problems.push({ field: "allowFlags", index, what: noSuchFlag(name) });
  });
  return problems;
}

function isSame(question: Question, one: ReadCommand, other: ReadCommand): boolean {
  if (one.kind === "problem" || other.kind === "problem") return false;
  return compareRead(one, other, { allowFlags: question.allowFlags }).kind === "equal";
}

function twice(other: string): Text {
  const shown = inlineCode(other);
  return { es: `Significa lo mismo que ${shown}`, en: `It means the same as ${shown}` };
}

function acceptedToo(other: string): Text {
  const shown = inlineCode(other);
  return {
    es: `Significa lo mismo que la respuesta aceptada ${shown}`,
    en: `It means the same as the accepted answer ${shown}`,
  };
}

function noSuchFlag(name: string): Text {
  const shown = inlineCode(name);
  return {
    es: `Ninguna respuesta aceptada tiene una opción ${shown}`,
    en: `No accepted answer has a flag ${shown}`,
  };
}
