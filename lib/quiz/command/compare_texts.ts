/** The words for each way in which two commands can differ; values come as they were typed. */

import type { Text } from "../../content/text.ts";
import { inlineCode } from "../inline_code.ts";
import { shownVerb } from "./parse.ts";
import { operandText } from "./parse_problems.ts";
import { shownWord } from "./word.ts";

export function otherVerb(typed: string, wanted: string): Text {
  return {
    es: `Has usado ${shownVerb(typed)} y hacía falta ${shownVerb(wanted)}`,
    en: `You used ${shownVerb(typed)} where ${shownVerb(wanted)} was needed`,
  };
}

export function missingFlag(shown: string): Text {
  return { es: `Falta ${inlineCode(shown)}`, en: `${inlineCode(shown)} is missing` };
}

export function extraFlag(shown: string): Text {
  return { es: `Sobra ${inlineCode(shown)}`, en: `${inlineCode(shown)} is too much` };
}

export function otherValue(typed: string, wanted: string): Text {
  return {
    es: `Pone ${inlineCode(typed)} y debía poner ${inlineCode(wanted)}`,
    en: `It says ${inlineCode(typed)} where ${inlineCode(wanted)} was wanted`,
  };
}

export function portsSwapped(typed: string): Text {
  return {
    es: `En ${
      inlineCode(typed)
    } los puertos están al revés: primero el del anfitrión (host), después el del contenedor`,
    en: `The ports in ${inlineCode(typed)} are the wrong way round: first the host's, then the container's`,
  };
}

export function flagOrder(name: string): Text {
  return {
    es: `El orden de los ${inlineCode(name)} importa`,
    en: `The order of the ${inlineCode(name)} flags matters`,
  };
}

export function flagTooLate(typed: string): Text {
  const shown = inlineCode(shownWord(typed));
  return {
    es: `${shown} está detrás de donde acaban las opciones de docker: lo recibe la orden de dentro del contenedor`,
    en: `${shown} stands after the end of docker's flags: the command inside the container gets it`,
  };
}

export const operandOrder: Text = {
  es: "Están los argumentos que hacen falta, pero en otro orden, y el orden importa",
  en: "The arguments are the right ones in another order, and the order matters",
};

export function otherOperand(name: string, typed: string, wanted: string): Text {
  const what = operandText(name);
  return {
    es: `${capital(what.es)} es ${inlineCode(typed)} y debía ser ${inlineCode(wanted)}`,
    en: `${capital(what.en)} is ${inlineCode(typed)} where ${inlineCode(wanted)} was wanted`,
  };
}

export function missingOperandValue(name: string, wanted: string): Text {
  const what = operandText(name);
  return { es: `Falta ${what.es} ${inlineCode(wanted)}`, en: `${capital(what.en)} ${inlineCode(wanted)} is missing` };
}

export const extraOperandValue = extraFlag;

export function missingCommand(wanted: string): Text {
  return {
    es: `Falta la orden que se ejecuta dentro del contenedor: ${wanted}`,
    en: `The command to run inside the container is missing: ${wanted}`,
  };
}

export function extraCommand(typed: string): Text {
  return {
    es: `Sobra la orden que se ejecuta dentro del contenedor: ${typed}`,
    en: `The command to run inside the container is too much: ${typed}`,
  };
}

export function otherCommand(typed: string, wanted: string): Text {
  return {
    es: `Dentro del contenedor se ejecutaría ${typed} y debía ser ${wanted}`,
    en: `Inside the container ${typed} would run where ${wanted} was wanted`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
