/** What the command library says, in both languages. */

import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from "@stricli/core";
import type { Lang, Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";

export function commandTexts(lang: Lang): ApplicationText {
  return {
    ...text_en,
    ...(lang === "es" ? spanish : english),
    // A program that is not whole is no mistake of who typed the line.
    exceptionWhileLoadingCommandFunction(error) {
      throw error;
    },
  };
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
  exceptionWhileParsingArguments(error) {
    if (!(error instanceof ArgumentScannerError)) throw error;
    return formatMessageForArgumentScannerError(error, {
      FlagNotFoundError: ({ input, corrections }) =>
        `There is no flag --${input}${orElse(corrections, ", did you mean", "or", "--")}\n  ${flagsNext.en}`,
      AliasNotFoundError: ({ input }) => `There is no flag -${input}\n  ${flagsNext.en}`,
      ArgumentParseError: ({ externalFlagNameOrPlaceholder, input, exception }) =>
        `Cannot use "${input}" as --${externalFlagNameOrPlaceholder}${because(exception)}`,
      EnumValidationError: ({ externalFlagName, input, values }) =>
        `--${externalFlagName} cannot be "${input}": it is one of ${values.join(", ")}`,
      UnexpectedPositionalError: ({ expectedCount, input }) =>
        `The argument "${input}" is too much: ${
          expectedCount === 0
            ? "this verb takes none"
            : expectedCount === 1
            ? "one is enough"
            : `${expectedCount} at most`
        }`,
      UnsatisfiedFlagError: ({ externalFlagName }) => `--${externalFlagName} needs a value\n  ${flagsNext.en}`,
      UnsatisfiedPositionalError: ({ placeholder }) =>
        `The argument ${placeholder} is missing${nextFor(placeholder).en}`,
    });
  },
};

const flagsNext: Text = {
  es: "Mira las opciones con: grumete VERBO --help",
  en: "See the flags with: grumete VERB --help",
};

const examplesNext: Text = {
  es: "Mira los ejemplos con: grumete VERBO --help",
  en: "See the examples with: grumete VERB --help",
};

/** What our own readers of values say of what they cannot read. */
function because(exception: unknown): string {
  return exception instanceof SyntaxError && exception.message !== "" ? `: ${exception.message}` : "";
}

function nextFor(placeholder: string): Text {
  const list = placeholder === "REF" || placeholder === "LAB" ? "list" : placeholder === "ID" ? "list --concepts" : "";
  return list === ""
    ? { es: `\n  ${examplesNext.es}`, en: `\n  ${examplesNext.en}` }
    : { es: `\n  grumete ${list} muestra los que hay`, en: `\n  grumete ${list} shows what there is` };
}

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
        `No existe la opción --${input}${orElse(corrections, ", ¿querías decir", "o", "--")}\n  ${flagsNext.es}`,
      AliasNotFoundError: ({ input }) => `No existe la opción -${input}\n  ${flagsNext.es}`,
      ArgumentParseError: ({ externalFlagNameOrPlaceholder, input, exception }) =>
        `No se puede usar "${input}" como --${externalFlagNameOrPlaceholder}${because(exception)}`,
      EnumValidationError: ({ externalFlagName, input, values }) =>
        `--${externalFlagName} no puede ser "${input}": puede ser ${values.join(", ")}`,
      InvalidNegatedFlagSyntaxError: ({ externalFlagName, valueText }) =>
        `No se puede negar --${externalFlagName} y a la vez darle el valor "${valueText}"`,
      UnexpectedFlagError: ({ externalFlagName, previousInput, input }) =>
        `Sobra un valor para --${externalFlagName}: ya era "${previousInput}" y llega "${input}"`,
      UnexpectedPositionalError: ({ expectedCount, input }) =>
        `Sobra el argumento "${input}": ${
          expectedCount === 0
            ? "este verbo no lleva ninguno"
            : expectedCount === 1
            ? "basta con uno"
            : `son ${expectedCount} como mucho`
        }`,
      UnsatisfiedFlagError: ({ externalFlagName }) => `Falta el valor de --${externalFlagName}\n  ${flagsNext.es}`,
      UnsatisfiedPositionalError: ({ placeholder }) => `Falta el argumento ${placeholder}${nextFor(placeholder).es}`,
    });
  },
};

function orElse(corrections: readonly string[], question: string, or: string, prefix = ""): string {
  if (corrections.length === 0) return "";
  return `${question} ${
    corrections.map((correction) => prefix + correction.replace(/^`?-{0,2}|`$/g, "")).join(` ${or} `)
  }?`;
}
