/** Asks, line by line, what to do about the things that are in the way of a lab. */

import type { Lab } from "../../content/schema/lab.ts";
import type { Lang } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import type { Choice, Obstacle } from "../../lab/obstacle.ts";
import { choiceKeys } from "../../screens/gate_keys.ts";
import { obstacleLines } from "../../screens/gate_view.ts";
import type { Line } from "../../screens/frame.ts";
import { span } from "../../screens/width.ts";

const leave = { es: "q  dejarlo", en: "q  leave" };

/** The first obstacle with its choices: one after the other is asked about. */
export function obstacleQuestion(obstacles: readonly Obstacle[], lang: Lang, width: number): readonly Line[] {
  const [first] = obstacles;
  if (!first) return [];
  const more = obstacles.length - 1;
  return [
    ...obstacleLines(first, true, lang, width),
    [span(`    ${leave[lang]}`, "dim")],
    ...(more > 0 ? [[span(lang === "es" ? `  y ${more} más después` : `  and ${more} more after it`, "dim")]] : []),
  ];
}

/** The choice whose letter was typed. */
export function typedChoice({ choices }: Obstacle, typed: string): Choice | undefined {
  return choices.find(({ kind }) => choiceKeys[kind] === typed.trim().toLowerCase());
}

export const askAgain: Readonly<Record<"remove" | "clean", Readonly<Record<Lang, string>>>> = {
  remove: {
    es: "Se perderá lo que contiene: escribe la letra otra vez para hacerlo",
    en: "What is in it will be lost: type the letter again to do it",
  },
  clean: {
    es: "Se quitará lo que ese laboratorio ha creado: escribe la letra otra vez para hacerlo",
    en: "What that lab has made will be removed: type the letter again to do it",
  },
};

/** Exit code 1: the learner left it. */
export function notBegun(lab: Lab): UserError {
  return new UserError(
    { es: `"${lab.id}" no ha empezado`, en: `"${lab.id}" has not begun` },
    { es: "No se ha preparado nada", en: "Nothing was prepared" },
    1,
  );
}
