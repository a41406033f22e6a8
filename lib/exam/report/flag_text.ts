/** What is probably wrong with an item, in words, and what to do about it. */

import { both, type Lang, type Text } from "../../content/text.ts";
import type { AnswerCount } from "../statistics/distractors.ts";
import type { Flag } from "../statistics/flags.ts";
import { brief, decimal, duration, percent } from "./figures.ts";

export interface FlagText {
  readonly what: Text;
  readonly next: Text;
}

export function flagText(flag: Flag): FlagText {
  const say = (es: string, en: string): Text => ({ es, en });
  switch (flag.kind) {
    case "negative": {
      const rival = flag.rival;
      return {
        what: both((lang) => {
          const sure = flag.sure ? "" : lang === "es" ? " (puede ser azar)" : " (which may be chance)";
          const said = lang === "es"
            ? `Quien más sabe la falla más${sure}: la clave puede estar mal.`
            : `The better they are, the more they miss it${sure}: the key may be wrong.`;
          return rival ? `${said} ${preferred(rival, lang)}` : said;
        }),
        next: say(
          "Revisa primero qué opción está marcada como correcta; si es la debida, el enunciado engaña a quien sabe.",
          "Check first which option is marked as right; if it is the one you meant, the text misleads those who know.",
        ),
      };
    }
    case "best-distractor":
      return {
        what: both((lang) => preferred(flag.rival, lang)),
        next: say(
          "O la clave está mal, o esa opción también es correcta, o el enunciado se lee de otra manera.",
          "Either the key is wrong, or that option is right too, or the text can be read another way.",
        ),
      };
    case "ambiguous":
      return {
        what: both((lang) =>
          lang === "es"
            ? `Puede ser ambigua: el ${percent(flag.share)} del mejor tercio eligió ${named(flag.rival, lang)}.`
            : `It may be ambiguous: ${percent(flag.share)} of the best third chose ${named(flag.rival, lang)}.`
        ),
        next: say(
          "Haz más claro qué distingue esa opción de la correcta.",
          "Make clearer what sets that option apart from the right one.",
        ),
      };
    case "as-guessed":
      return {
        what: say(
          `No se acierta más que contestando a ciegas: ${percent(flag.facility)}, y a ciegas ${percent(flag.guess)}.`,
          `It is answered no better than blindly: ${percent(flag.facility)}, and blindly ${percent(flag.guess)}.`,
        ),
        next: say(
          "O no se ha enseñado, o el enunciado no se entiende.",
          "Either it was not taught, or the text is not understood.",
        ),
      };
    case "all-the-same":
      return {
        what: say(
          `Todo el mundo tiene la misma nota (${percent(flag.facility)}): no distingue a nadie.`,
          `Everybody has the same mark (${percent(flag.facility)}): it tells nobody apart.`,
        ),
        next: flag.facility >= 0.5
          ? say("Sirve para dar confianza, no para medir.", "It is good for confidence, not for measuring.")
          : say("Comprueba la clave y si se ha enseñado.", "Check the key, and whether it was taught."),
      };
    case "very-easy":
      return {
        what: say(
          `Casi todo el mundo la acierta (${percent(flag.facility)}): mide poco.`,
          `Nearly everybody gets it right (${percent(flag.facility)}): it measures little.`,
        ),
        next: say(
          "Déjala como comienzo, o dale distractores más creíbles.",
          "Keep it as a start, or give it more plausible distractors.",
        ),
      };
    case "very-hard":
      return {
        what: say(
          `Casi nadie la acierta (${percent(flag.facility)}).`,
          `Hardly anybody gets it right (${percent(flag.facility)}).`,
        ),
        next: say("Comprueba la clave y si se ha enseñado.", "Check the key, and whether it was taught."),
      };
    case "weak":
      return {
        what: say(
          `Apenas distingue a quien sabe de quien no (discriminación ${percent(flag.discrimination)}).`,
          `It hardly tells who knows from who does not (discrimination ${percent(flag.discrimination)}).`,
        ),
        next: say(
          "Mira qué contestan los mejores y los peores; puede que mida otra cosa que el resto.",
          "Look at what the best and the weakest answer; it may measure something else than the rest.",
        ),
      };
    case "guessable":
      return {
        what: say(
          `Contestar a ciegas vale ya el ${percent(flag.guess)} de los puntos.`,
          `Answering blindly is already worth ${percent(flag.guess)} of the points.`,
        ),
        next: say(
          "Añade opciones, o cambia la regla de puntuación o el tipo de pregunta.",
          "Add options, or change the scoring rule or the kind of question.",
        ),
      };
    case "not-reached":
      return {
        what: say(
          `El ${percent(flag.share)} no llegó a ella.`,
          `${percent(flag.share)} did not reach it.`,
        ),
        next: say(
          "Faltó tiempo: da más, o pregunta menos. Sus cifras dicen más de la prisa que de la pregunta.",
          "Time ran out: give more, or ask less. Its figures say more of haste than of the question.",
        ),
      };
    case "omitted":
      return {
        what: say(
          `El ${percent(flag.share)} la vio y la dejó en blanco.`,
          `${percent(flag.share)} saw it and left it empty.`,
        ),
        next: say(
          "Mira si se entiende qué se pide, y si los fallos restan.",
          "See whether it is clear what is asked, and whether mistakes cost points.",
        ),
      };
    case "unused-options":
      return {
        what: both((lang) => {
          const names = flag.options.map((option) => named(option, lang)).join(", ");
          return lang === "es" ? `Nadie eligió ${names}.` : `Nobody chose ${names}.`;
        }),
        next: say(
          "Un distractor que no tienta a nadie solo hace más fácil acertar: cámbialo por un error que se vea en clase.",
          "A distractor that tempts nobody only makes guessing easier: replace it by a mistake you see in class.",
        ),
      };
    case "slow":
      return {
        what: both((lang) =>
          lang === "es"
            ? `Lleva ${duration(flag.seconds)}: ${decimal(flag.times, lang, 1)} veces lo habitual aquí.`
            : `It takes ${duration(flag.seconds)}: ${decimal(flag.times, lang, 1)} times what is usual here.`
        ),
        next: say("Mira si pide leer más de lo que vale.", "See whether it asks for more reading than it is worth."),
      };
  }
}

function preferred(rival: AnswerCount, lang: Lang): string {
  return lang === "es"
    ? `Del mejor tercio, más eligieron ${named(rival, lang)} que lo correcto.`
    : `Of the best third, more chose ${named(rival, lang)} than what is right.`;
}

function named({ text }: AnswerCount, lang: Lang): string {
  const words = brief(text[lang], 60);
  return lang === "es" ? `«${words}»` : `“${words}”`;
}
