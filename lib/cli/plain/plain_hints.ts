/** The hints and the solution of a task, line by line: offered where one fits what is seen, asked for, paged, given up. */

import type { Task } from "../../content/schema/lab.ts";
import type { Lang, Text } from "../../content/text.ts";
import type { HintOffer } from "../../lab/hints.ts";
import type { Happening } from "../../screens/effects.ts";
import type { Line } from "../../screens/frame.ts";
import { hintLines } from "../../screens/hint_lines.ts";
import { clockOf, type LabOpening, type LabState, startLab, withVerdict } from "../../screens/lab.ts";
import { hintOffer, hintPaged, shownHint } from "../../screens/lab_hints.ts";
import { settleLab } from "../../screens/lab_update.ts";
import { markdown } from "../../screens/markdown.ts";
import type { Message } from "../../screens/message.ts";
import { pointsOf } from "../../screens/points.ts";
import { span } from "../../screens/width.ts";
import type { Conversation } from "../../terminal/conversation.ts";
import { solutionLines } from "./plain_verdict.ts";

/** What is asked for of a task. `again`: in answer to a question; true is given back where one was asked. */
export interface PlainHints {
  readonly hear: (message: Extract<Message, { readonly kind: "lab-verdict" | "lab-clock" }>) => void;
  /** Says that a hint fits what is seen now, once for each. */
  readonly offer: (task: Task) => void;
  readonly ask: (task: Task, again: boolean) => boolean;
  readonly page: (task: Task, by: 1 | -1) => void;
  readonly giveUp: (task: Task, again: boolean) => boolean;
}

const words = {
  none: { es: "No hay más pistas", en: "There are no more hints" },
  noneNow: {
    es: "No hay más pistas para lo que se ve ahora",
    en: "There are no more hints for what is seen now",
  },
  noneSeen: { es: "Aún no has visto ninguna pista: escribe ?", en: "You have not seen a hint yet: type ?" },
  fits: { es: "Hay una pista para lo que se ve ahora: escribe ?", en: "There is a hint for what is seen now: type ?" },
  reveal: {
    es: "Ver la solución es rendirse: esta tarea ya no dará puntos. Escribe s otra vez para verla",
    en: "Seeing the solution is giving up: this task will give no points. Type s again to see it",
  },
  solution: { es: "Solución", en: "Solution" },
  explanation: { es: "Explicación", en: "Explanation" },
} satisfies Readonly<Record<string, Text>>;

/** `record` stores what was asked for before it is shown; what it throws goes on to the caller. */
export function plainHints(
  talk: Conversation,
  opening: LabOpening,
  { lang, record }: { readonly lang: Lang; readonly record: (what: Happening) => void },
): PlainHints {
  const { lab } = opening;
  /** What the screen would know. */
  let state: LabState = startLab(opening);
  const told = new Set<string>();
  /** The tier whose price was told last. */
  let agreed: number | undefined;
  const turnTo = (task: Task) => {
    const at = lab.tasks.indexOf(task);
    const { hintAt, ...rest } = state;
    state = at === state.at && hintAt !== undefined ? state : { ...rest, at };
  };
  const sayShown = () => {
    const shown = shownHint(state);
    talk.say(shown ? hintLines(shown, lang, talk.width(), { keys: false }) : [[span(words.noneSeen[lang], "dim")]]);
  };

  return {
    hear(message) {
      const { at } = state;
      state = message.kind === "lab-clock"
        ? { ...state, clock: clockOf(message) }
        : { ...withVerdict(state, message.verdict), at };
    },
    offer(task) {
      turnTo(task);
      const offer = hintOffer(state);
      const key = `${task.id} ${offer.kind === "ready" ? offer.tier : ""}`;
      if (offer.kind !== "ready" || !offer.fits || told.has(key)) return;
      told.add(key);
      talk.say([[span(words.fits[lang], "accent")]]);
    },
    ask(task, again) {
      turnTo(task);
      const offer = hintOffer(state);
      const refusal = withheld(offer, again ? agreed : undefined, lang);
      if (refusal) talk.say([refusal]);
      if (offer.kind !== "ready") return false;
      agreed = offer.tier;
      if (refusal) return true;
      const seen = { task: task.id, tier: offer.tier, cost: offer.hint.cost };
      record({ kind: "lab-hint", lab: lab.id, ...seen });
      state = settleLab(state, { kind: "hint", ...seen });
      sayShown();
      return false;
    },
    page(task, by) {
      turnTo(task);
      state = hintPaged(state, by);
      sayShown();
    },
    giveUp(task, again) {
      if (!again) {
        talk.say([[span(words.reveal[lang], "warn")]]);
        return true;
      }
      record({ kind: "lab-given-up", lab: lab.id, task: task.id });
      state = settleLab(state, { kind: "given-up", task: task.id });
      talk.say([
        [span(words.solution[lang], "strong")],
        ...solutionLines(task.solution),
        [],
        [span(words.explanation[lang], "strong")],
        ...markdown(task.explanation[lang], talk.width()),
      ]);
      return false;
    },
  };
}

/** Why there is no hint now, or what it costs; undefined where it can be had without a word. */
function withheld(offer: HintOffer, agreed: number | undefined, lang: Lang): Line | undefined {
  switch (offer.kind) {
    case "none":
      return [span((offer.more ? words.noneNow : words.none)[lang], "dim")];
    case "waiting":
      return [span(
        lang === "es"
          ? `La pista podrá verse en ${offer.seconds} s: mientras, prueba tú`
          : `The hint can be seen in ${offer.seconds} s: try by yourself until then`,
        "warn",
      )];
    case "ready": {
      if (offer.hint.cost === 0 || agreed === offer.tier) return undefined;
      const cost = pointsOf(offer.hint.cost, lang);
      return [span(
        lang === "es"
          ? `La pista cuesta ${cost}: escribe ? otra vez para verla`
          : `The hint costs ${cost}: type ? again to see it`,
        "warn",
      )];
    }
  }
}
