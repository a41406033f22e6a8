/** What may be typed in place of an answer, line by line: one or two signs alone, or “!” with a note. */

import { join, type Text } from "../../content/text.ts";
import type { Confidence } from "../../study/events.ts";

export type PlainCommand =
  | { readonly kind: "hint" | "skip" | "back" | "quit" }
  /** More on the question that was answered last. */
  | { readonly kind: "more" }
  /** What else may be typed. */
  | { readonly kind: "help" }
  | { readonly kind: "confidence"; readonly confidence: Confidence }
  /** The question is unclear; without a note no longer. */
  | { readonly kind: "flag"; readonly note: string };

const commands: Readonly<Record<string, PlainCommand>> = {
  "?": { kind: "hint" },
  "??": { kind: "help" },
  "-": { kind: "skip" },
  "<": { kind: "back" },
  "*": { kind: "more" },
  "++": { kind: "confidence", confidence: "sure" },
  "+-": { kind: "confidence", confidence: "unsure" },
  "--": { kind: "confidence", confidence: "guess" },
  q: { kind: "quit" },
};

/** `typed` without blanks around it. */
export function commandOf(typed: string): PlainCommand | undefined {
  if (typed.startsWith("!")) return { kind: "flag", note: typed.slice(1).trim() };
  return Object.hasOwn(commands, typed) ? commands[typed] : undefined;
}

/** Beside the basics, which may differ from screen to screen: long to listen to, and so told to whom asks. */
export const signsHelp: Text = {
  es:
    "Antes de responder puedes decir con qué seguridad lo haces: «++» con seguridad, «+-» con dudas, «--» a ciegas. «!» y una nota: la pregunta no se entiende («!» sola lo retira). «*» más sobre la pregunta anterior. Para contestar uno de esos signos, ponle delante «=».",
  en:
    "Before you answer you may tell how sure you are: “++” sure, “+-” not sure, “--” guessing. “!” and a note: the question is unclear (“!” alone takes it back). “*” more on the question before. To answer one of those signs, put “=” before it.",
};

/** Where `signsHelp` is found. */
export const moreSigns: Text = {
  es: "«??» más: seguridad, marcar como poco clara, concepto.",
  en: "“??” more: confidence, flagging as unclear, concept.",
};

const basics: Text = {
  es: "Escribe la respuesta y pulsa Intro. «?» pista · «-» saltar · «<» volver · «q» salir ·",
  en: "Type the answer and press Enter. “?” hint · “-” skip · “<” back · “q” quit ·",
};

/** What is typed most. */
export const plainHelp: Text = join([basics, moreSigns], " ");

/** Where the author does not say what is wrong with an answer. */
export const conceptHint: Text = { es: "Con «*» lees el concepto", en: "“*” shows the concept" };
