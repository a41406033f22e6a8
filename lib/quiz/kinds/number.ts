/** A number, compared exactly: within a tolerance or a range. */

import type { QuestionOf } from "../../content/schema/question.ts";
import { both, same, type Text } from "../../content/text.ts";
import { absolute, add, compare, type Decimal, multiply, parseDecimal, subtract } from "../decimal.ts";
import type { Kind } from "../kind.ts";
import { markOf } from "../mark.ts";
import { refused, scalar } from "../raw.ts";
import { numberText, readNumber, thousandsRemark } from "../typed_number.ts";

type Question = QuestionOf<"number">;

export const number: Kind<"number"> = {
  grade(question, answer) {
    const solution = number.solution(question);
    const typed = readNumber(answer.typed, question.unit);
    if (typed.kind === "problem") return markOf(0, [typed.what], solution);
    if (isRight(question, typed.value)) return markOf(1, [], solution);
    const known = question.reject.find((wrong) => compare(read(wrong.answer), typed.value) === 0);
    const meant = typed.asThousands && isRight(question, typed.asThousands);
    return markOf(0, [
      ...(known ? [known.feedback] : []),
      ...(meant && typed.asThousands ? [thousandsRemark(answer.typed, typed.asThousands)] : []),
    ], solution);
  },

  parse(_question, raw) {
    const typed = typeof raw === "boolean" ? undefined : scalar(raw);
    return typed === undefined ? refused({ es: "un número", en: "a number" }, raw) : { kind: "number", typed };
  },

  raw: (answer) => answer.typed,

  shown: () => [],

  solution(question): Text {
    return both((lang) => {
      const unit = question.unit === undefined ? "" : ` ${question.unit[lang]}`;
      const say = (written: string): string => numberText(written)[lang];
      if (question.answer !== undefined) {
        const around = question.tolerance === undefined || compare(read(bare(question.tolerance)), zero) === 0
          ? ""
          : ` ± ${say(question.tolerance)}`;
        return `${say(question.answer)}${around}${unit}`;
      }
      if (!question.range) return "–";
      const { min, max, open } = question.range;
      const left = open === "min" || open === "both" ? "<" : "≤";
      const right = open === "max" || open === "both" ? "<" : "≤";
      return `${say(min)} ${left} x ${right} ${say(max)}${unit}`;
    });
  },

  describe: (_question, answer) => same(answer.typed),
};

const zero: Decimal = { digits: 0n, exponent: 0 };
const hundredth: Decimal = { digits: 1n, exponent: -2 };

/** The edges of a tolerance belong to it; those of a range unless it is open there. */
function isRight(question: Question, value: Decimal): boolean {
  if (question.answer !== undefined) {
    const answer = read(question.answer);
    return compare(absolute(subtract(value, answer)), toleranceOf(question, answer)) <= 0;
  }
  if (!question.range) return false;
  const { min, max, open } = question.range;
  const above = compare(value, read(min));
  const below = compare(read(max), value);
  const minOpen = open === "min" || open === "both";
  const maxOpen = open === "max" || open === "both";
  return (minOpen ? above > 0 : above >= 0) && (maxOpen ? below > 0 : below >= 0);
}

function toleranceOf(question: Question, answer: Decimal): Decimal {
  const { tolerance } = question;
  if (tolerance === undefined) return zero;
  const size = read(bare(tolerance));
  return tolerance.endsWith("%") ? multiply(multiply(absolute(answer), size), hundredth) : add(size, zero);
}

function bare(tolerance: string): string {
  return tolerance.replace("%", "");
}

/** The schema lets only decimals through; one beyond the limits of `parseDecimal` matches nothing it should not. */
function read(written: string): Decimal {
  return parseDecimal(written) ?? zero;
}
