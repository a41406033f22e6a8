/** What the command library says, in both languages. */

import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from "@stricli/core";
import type { Lang } from "../content/text.ts";
import { UserError } from "../content/user_error.ts";

export function commandTexts(lang: Lang): ApplicationText {
  return { ...text_en, ...(lang === "es" ? spanish : english) };
}

/** A `UserError` explains itself; anything else is a bug and goes through. */
function explained(lang: Lang): (error: unknown) => string {
  return (error) => {
    if (!(error instanceof UserError)) throw error;
    return error.next ? `${error.what[lang]}\n  ${error.next[lang]}` : error.what[lang];
  };
}

const english: Partial<ApplicationText> = {
  noCommandRegisteredForInput({ input, corrections }) {
    return `Cannot run "${input}": there is no such verb${
      orElse(corrections, ", did you mean", "or")
    }\n  Try: grumete --help`;
  },
  exceptionWhileRunningCommand: explained("en"),
};

const spanish: Partial<ApplicationText> = {
  headers: { usage: "USO", aliases: "ALIAS", commands: "VERBOS", flags: "OPCIONES", arguments: "ARGUMENTOS" },
  keywords: { default: "por omisión =", separator: "separador =" },
  briefs: {
    help: "Muestra esta ayuda y termina",
    helpAll: "Muestra toda la ayuda, también lo oculto, y termina",
    version: "Muestra la versión y termina",
    argumentEscapeSequence: "Todo lo que sigue son argumentos",
  },
  noCommandRegisteredForInput({ input, corrections }) {
    return `No se puede ejecutar "${input}": no existe ese verbo${
      orElse(corrections, ", ¿querías decir", "o")
    }\n  Prueba: grumete --help`;
  },
  exceptionWhileRunningCommand: explained("es"),
  exceptionWhileParsingArguments(error) {
    if (!(error instanceof ArgumentScannerError)) throw error;
    return formatMessageForArgumentScannerError(error, {
      FlagNotFoundError: ({ input, corrections }) =>
        `No existe la opción --${input}${orElse(corrections, ", ¿querías decir", "o", "--")}`,
      AliasNotFoundError: ({ input }) => `No existe la opción -${input}`,
      ArgumentParseError: ({ externalFlagNameOrPlaceholder, input }) =>
        `No se entiende "${input}" como valor de ${externalFlagNameOrPlaceholder}`,
      EnumValidationError: ({ externalFlagName, input, values }) =>
        `--${externalFlagName} no puede ser "${input}": puede ser ${values.join(", ")}`,
      InvalidNegatedFlagSyntaxError: ({ externalFlagName, valueText }) =>
        `No se puede negar --${externalFlagName} y a la vez darle el valor "${valueText}"`,
      UnexpectedFlagError: ({ externalFlagName, previousInput, input }) =>
        `Sobra un valor para --${externalFlagName}: ya era "${previousInput}" y llega "${input}"`,
      UnexpectedPositionalError: ({ expectedCount, input }) =>
        `Sobra el argumento "${input}": se esperaban ${expectedCount}`,
      UnsatisfiedFlagError: ({ externalFlagName }) => `Falta el valor de --${externalFlagName}`,
      UnsatisfiedPositionalError: ({ placeholder }) => `Falta el argumento ${placeholder}`,
    });
  },
};

function orElse(corrections: readonly string[], question: string, or: string, prefix = ""): string {
  if (corrections.length === 0) return "";
  return `${question} ${
    corrections.map((correction) => prefix + correction.replace(/^`?-{0,2}|`$/g, "")).join(` ${or} `)
  }?`;
}
