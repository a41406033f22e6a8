/** A command line, compared by what it means. */

import { both, same } from "../../content/text.ts";
import type { Comparison } from "../command/compare.ts";
import { compareRead } from "../command/match_line.ts";
import { type ReadCommand, readCommand } from "../command/read.ts";
import { inlineCode } from "../inline_code.ts";
import type { Kind } from "../kind.ts";
import { markOf } from "../mark.ts";
import { refused, scalar } from "../raw.ts";

export const command: Kind<"command"> = {
  /** Right or wrong; what is wrong is said against the accepted command that is nearest. */
  grade(question, answer) {
    const solution = command.solution(question);
    const typed = readCommand(answer.typed);
    const known = question.reject.find((wrong) => isSame(wrong.answer, answer.typed, typed));
    let closest: Different | undefined;
    for (const accepted of question.accept) {
      const compared = compareRead(readCommand(accepted), typed, { allowFlags: question.allowFlags });
      if (compared.kind === "equal") return markOf(1, typed.remarks, solution);
      if (!closest || isCloser(compared, closest)) closest = compared;
    }
    const remarks = [...(known ? [known.feedback] : []), ...(closest?.differences ?? [])];
    return markOf(0, [...remarks, ...(typed.kind === "docker" ? typed.remarks : [])], solution);
  },

  parse(_question, raw) {
    const typed = scalar(raw);
    return typed === undefined ? refused({ es: "una orden", en: "a command" }, raw) : { kind: "command", typed };
  },

  raw: (answer) => answer.typed,

  shown: () => [],

  solution: (question) =>
    both((lang) => question.accept.map(inlineCode).join(lang === "es" ? " o bien " : " or else ")),

  describe: (_question, answer) => same(answer.typed),
};

type Different = Extract<Comparison, { kind: "different" }>;

function isCloser(one: Different, other: Different): boolean {
  if (one.sameVerb !== other.sameVerb) return one.sameVerb;
  return one.differences.length < other.differences.length;
}

/** A known wrong answer may be one that cannot be read: then the letters decide. */
function isSame(wrong: string, line: string, typed: ReadCommand): boolean {
  const squeezed = (text: string): string => text.trim().replace(/\s+/gu, " ");
  return squeezed(wrong) === squeezed(line) || compareRead(readCommand(wrong), typed).kind === "equal";
}
