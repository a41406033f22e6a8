/** A word or a short phrase, typed. */

import { same } from "../../content/text.ts";
import type { Kind } from "../kind.ts";
import { markOf } from "../mark.ts";
import { refused, scalar } from "../raw.ts";
import { acceptedForms, judgeText } from "../typed_text.ts";

export const text: Kind<"text"> = {
  grade(question, answer) {
    const { fraction, remarks } = judgeText(question, answer.typed);
    return markOf(fraction, remarks, text.solution(question));
  },

  parse(_question, raw) {
    const typed = scalar(raw);
    return typed === undefined ? refused({ es: "un texto", en: "a text" }, raw) : { kind: "text", typed };
  },

  raw: (answer) => answer.typed,

  shown: () => [],

  solution: (question) => acceptedForms(question.accept),

  describe: (_question, answer) => same(answer.typed),
};
