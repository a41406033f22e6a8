/** An answer cannot be right and wrong at once. */

import type { DataPath } from "../data_path.ts";
import type { Finding } from "../problem.ts";
import type { Question } from "../schema/question.ts";
import { quoted } from "../shown.ts";
import { langs, same, type Text } from "../text.ts";

interface Answers {
  readonly accept: readonly Text[];
  readonly reject: readonly { readonly answer: Text }[];
  readonly caseSensitive: boolean;
}

/** For the kinds that have `reject`. */
export function acceptAndReject(question: Question): readonly Finding[] {
  switch (question.kind) {
    case "text":
      return overlap([], question);
    case "cloze":
      return Object.entries(question.blanks).flatMap(([name, blank]) => overlap(["blanks", name], blank));
    case "command":
      if (question.reject.length === 0) return [];
      return overlap([], {
        accept: question.accept.map(same),
        reject: question.reject.map(({ answer }) => ({ answer: same(answer) })),
        caseSensitive: true,
      });
    case "number": {
      if (question.reject.length === 0) return [];
      const accept = question.answer === undefined ? [] : [same(String(Number(question.answer)))];
      const reject = question.reject.map(({ answer }) => ({ answer: same(String(Number(answer))) }));
      return overlap([], { accept, reject, caseSensitive: true });
    }
    default:
      return [];
  }
}

function overlap(at: DataPath, { accept, reject, caseSensitive }: Answers): readonly Finding[] {
  if (reject.length === 0) return [];
  const plain = (text: string) => (caseSensitive ? text : text.toLowerCase()).replaceAll(/\s+/g, " ");
  return reject.flatMap(({ answer }, index): readonly Finding[] => {
    const lang = langs.find((lang) => accept.some((right) => plain(right[lang]) === plain(answer[lang])));
    if (!lang) return [];
    const shown = quoted(answer[lang]);
    return [{
      at: [...at, "reject", index, "answer"],
      code: "accept-and-reject",
      what: {
        es: `No se puede rechazar ${shown}: también se da por buena`,
        en: `Cannot reject ${shown}: it is accepted too`,
      },
      next: { es: "Quítala de uno de los dos sitios.", en: "Remove it from one of the two places." },
    }];
  });
}
