/** Any number of choices among several. */

import { join, same, type Text } from "../../content/text.ts";
import type { Kind } from "../kind.ts";
import { markOf } from "../mark.ts";
import { scoreTicks, scoreWeights, weightsOf } from "../multiple_scoring.ts";
import { isRefused, namedList } from "../raw.ts";
import { shownChoices } from "../shown_choices.ts";

export const multiple: Kind<"multiple"> = {
  grade(question, answer) {
    const chosen = new Set(answer.choices);
    const ticked = question.choices.filter(({ id }) => chosen.has(id));
    const solution = multiple.solution(question);
    const weights = weightsOf(question);
    const isRight = question.scoring === "weights"
      ? (one: { readonly id: string }) => (weights.get(one.id) ?? 0) > 0
      : (one: { readonly correct: boolean }) => one.correct;
    const correct = question.choices.filter(isRight).length;
    const rightTicks = ticked.filter(isRight).length;
    const fraction = question.scoring === "weights"
      ? scoreWeights(ticked.map(({ id }) => weights.get(id) ?? 0))
      : scoreTicks(question.scoring, {
        rightTicks,
        wrongTicks: ticked.length - rightTicks,
        correct,
        wrong: question.choices.length - correct,
      });
    const feedback = ticked.flatMap((one) => one.feedback ? [one.feedback] : []);
    const counts = [
      ...(rightTicks < correct ? [missing(correct - rightTicks)] : []),
      ...(ticked.length > rightTicks ? [tooMany(ticked.length - rightTicks)] : []),
    ];
    return markOf(fraction, [...feedback, ...counts], solution);
  },

  parse(question, raw) {
    const ids = namedList(question.choices, raw);
    return isRefused(ids) ? ids : { kind: "multiple", choices: ids };
  },

  raw: (answer) => answer.choices,

  shown: (question, rng) => shownChoices(question, rng),

  solution(question): Text {
    const weights = question.scoring === "weights" ? weightsOf(question) : undefined;
    const right = question.choices.filter((one) => weights ? (weights.get(one.id) ?? 0) > 0 : one.correct);
    return right.length === 0 ? nothing : join(right.map(({ text }) => join([same("- "), text], "")), "\n");
  },

  describe(question, answer): Text {
    const chosen = question.choices.filter(({ id }) => answer.choices.includes(id));
    return chosen.length === 0 ? nothing : join(chosen.map(({ text }) => text), "; ");
  },
};

const nothing: Text = { es: "ninguna", en: "none" };

function missing(count: number): Text {
  return count === 1
    ? { es: "Te falta 1 opción correcta", en: "You missed 1 right choice" }
    : { es: `Te faltan ${count} opciones correctas`, en: `You missed ${count} right choices` };
}

function tooMany(count: number): Text {
  return count === 1
    ? { es: "Has marcado 1 opción que no es correcta", en: "You ticked 1 choice that is not right" }
    : {
      es: `Has marcado ${count} opciones que no son correctas`,
      en: `You ticked ${count} choices that are not right`,
    };
}
