/** Is it so or not. */

import type { Text } from "../../content/text.ts";
import type { Kind } from "../kind.ts";
import { markOf } from "../mark.ts";
import { refused, scalar } from "../raw.ts";
import { normalized, unaccented } from "../typed_text.ts";

const yes = new Set(["true", "t", "verdadero", "v", "cierto", "si", "s", "yes", "y"]);
const no = new Set(["false", "f", "falso", "no", "n"]);

export const truefalse: Kind<"truefalse"> = {
  grade(question, answer) {
    const right = answer.value === question.answer;
    return markOf(right ? 1 : 0, right || !question.feedback ? [] : [question.feedback], truefalse.solution(question));
  },

  parse(_question, raw) {
    const written = unaccented(normalized(scalar(raw) ?? "", false));
    if (yes.has(written)) return { kind: "truefalse", value: true };
    if (no.has(written)) return { kind: "truefalse", value: false };
    return refused({ es: "`true` o `false`", en: "`true` or `false`" }, raw);
  },

  raw: (answer) => answer.value,

  shown: () => [],

  solution: (question) => named(question.answer),

  describe: (_question, answer) => named(answer.value),
};

function named(value: boolean): Text {
  return value ? { es: "Verdadero", en: "True" } : { es: "Falso", en: "False" };
}
