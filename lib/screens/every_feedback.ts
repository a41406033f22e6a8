/** What the author says of the answers that one could have given, beside what was said of the one that was. */

import { join, type Lang, same, type Text } from "../content/text.ts";
import { codeText } from "../quiz/inline_code.ts";
import type { Item } from "../quiz/session.ts";
import { letter } from "./answering/options.ts";
import type { Line } from "./frame.ts";
import { markdown } from "./markdown.ts";

/** What is said of one answer; both Markdown. */
interface Remark {
  readonly answer: Text;
  readonly feedback: Text;
}

/** Nothing where the author has written no more. */
export function moreFeedback(item: Item, lang: Lang, width: number): readonly Line[] {
  return moreRemarks(item).flatMap(({ answer, feedback }) =>
    markdown(`- ${answer[lang]}: ${feedback[lang].replaceAll("\n", "\n  ")}`, width)
  );
}

export function hasMoreFeedback(item: Item): boolean {
  return moreRemarks(item).length > 0;
}

function moreRemarks(item: Item): readonly Remark[] {
  const said = item.mark?.remarks ?? [];
  return remarksOf(item).filter(({ feedback }) => !said.some(({ es }) => es.endsWith(feedback.es)));
}

function remarksOf({ question, shown }: Item): readonly Remark[] {
  switch (question.kind) {
    case "choice":
    case "multiple": {
      const ids = shown.length > 0 ? shown : question.choices.map(({ id }) => id);
      return ids.flatMap((id, index) => {
        const { text, feedback } = question.choices.find((choice) => choice.id === id) ?? {};
        return text && feedback ? [{ answer: join([same(letter(index)), text], " "), feedback }] : [];
      });
    }
    case "truefalse": {
      const wrong: Text = question.answer ? { es: "Falso", en: "False" } : { es: "Verdadero", en: "True" };
      return question.feedback ? [{ answer: wrong, feedback: question.feedback }] : [];
    }
    case "text":
      return question.reject;
    case "number":
    case "command":
      return question.reject.map(({ answer, feedback }) => ({ answer: codeText(answer), feedback }));
    case "match":
      return question.pairs.flatMap(({ left, feedback }) => feedback ? [{ answer: left, feedback }] : []);
    case "cloze":
      return Object.values(question.blanks).flatMap(({ reject }) => reject);
    case "order":
      return [];
  }
}
