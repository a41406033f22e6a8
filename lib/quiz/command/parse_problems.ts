/** Why docker would not take a command line, in words, with the nearest thing it would take. */

import { both, type Text } from "../../content/text.ts";
import { inlineCode } from "../inline_code.ts";
import { nearest } from "../../content/near.ts";
import type { Flag } from "./grammar.ts";
import { shownWord, shownWords } from "./word.ts";

export function notDocker(word: string): Text {
  const shown = inlineCode(shownWord(word));
  return word === ""
    ? { es: "Falta la orden: empieza por `docker`", en: "There is no command: begin with `docker`" }
    : {
      es: `La orden empieza por \`docker\`, no por ${shown}`,
      en: `The command begins with \`docker\`, not with ${shown}`,
    };
}

/** Words that people try, and what does it in docker. */
const wishedFor: Readonly<Record<string, string>> = {
  list: "ps",
  ls: "ps",
  delete: "rm",
  remove: "rm",
  del: "rm",
  destroy: "rm",
  shell: "exec",
  enter: "exec",
  ssh: "exec",
  download: "pull",
  get: "pull",
  upload: "push",
  status: "ps",
  log: "logs",
  copy: "cp",
  mv: "rename",
};

export function unknownVerb(path: readonly string[], guess: string | undefined): Text {
  const last = path.at(-1) ?? "";
  const before = path.slice(0, -1);
  const known = path.length === 1 && Object.hasOwn(wishedFor, last) ? wishedFor[last] : guess;
  const shown = inlineCode(`docker ${shownWords(path)}`);
  const instead = known === undefined ? undefined : inlineCode(["docker", ...before, known].join(" "));
  return {
    es: `${shown} no existe${instead ? `: ¿querías decir ${instead}?` : ""}`,
    en: `There is no ${shown}${instead ? `: did you mean ${instead}?` : ""}`,
  };
}

export function unknownFlag(written: string, flags: readonly Flag[]): Text {
  const shown = inlineCode(shownWord(written));
  const guess = guessFlag(written, flags);
  const instead = guess === undefined ? undefined : inlineCode(guess);
  return {
    es: `La opción ${shown} no existe aquí${instead ? `: ¿querías decir ${instead}?` : ""}`,
    en: `There is no flag ${shown} here${instead ? `: did you mean ${instead}?` : ""}`,
  };
}

/** `-name` was meant to be `--name`; `--d` to be `-d`. */
function guessFlag(written: string, flags: readonly Flag[]): string | undefined {
  const names = flags.flatMap((flag) => flag.names);
  const bare = written.replace(/^-+/, "").replace(/=.*$/s, "");
  const other = bare.length === 1 ? `-${bare}` : `--${bare}`;
  if (names.includes(other)) return other;
  const upper = names.find((name) => name.toLowerCase() === other.toLowerCase());
  if (upper !== undefined) return upper;
  if (bare.length < 2) return undefined;
  const near = nearest(bare, names.filter((name) => name.startsWith("--")).map((name) => name.slice(2)));
  return near === undefined ? undefined : `--${near}`;
}

export function missingValue(written: string): Text {
  return { es: `A ${inlineCode(written)} le falta su valor`, en: `${inlineCode(written)} lacks its value` };
}

export function badSwitch(written: string, value: string): Text {
  const shown = inlineCode(shownWord(value));
  return {
    es: `${inlineCode(written)} es un interruptor: no toma el valor ${shown}`,
    en: `${inlineCode(written)} is a switch: it does not take the value ${shown}`,
  };
}

export function badWhole(written: string, value: string): Text {
  const shown = inlineCode(shownWord(value));
  return {
    es: `${inlineCode(written)} pide un número entero, no ${shown}`,
    en: `${inlineCode(written)} asks for a whole number, not ${shown}`,
  };
}

export function missingOperand(verb: string, name: string): Text {
  const what = operandText(name);
  const shown = inlineCode(`docker ${verb}`);
  return { es: `A ${shown} le falta ${what.es}`, en: `${shown} lacks ${what.en}` };
}

export function tooManyOperands(verb: string, extra: string): Text {
  const [shown, word] = [inlineCode(`docker ${verb}`), inlineCode(shownWord(extra))];
  return { es: `A ${shown} le sobra ${word}`, en: `${word} is too much for ${shown}` };
}

/** What an operand of the grammar is, with its article. */
export function operandText(name: string): Text {
  return both((lang) =>
    (Object.hasOwn(operands, name) ? operands[name] : undefined)?.[lang] ?? operands["ARGUMENT"]?.[lang] ?? name
  );
}

const operands: Readonly<Record<string, Text>> = {
  ARGUMENT: { es: "el argumento", en: "the argument" },
  IMAGE: { es: "la imagen", en: "the image" },
  REPOSITORY: { es: "la imagen", en: "the image" },
  CONTAINER: { es: "el contenedor", en: "the container" },
  VOLUME: { es: "el volumen", en: "the volume" },
  NETWORK: { es: "la red", en: "the network" },
  SERVICE: { es: "el servicio", en: "the service" },
  STACK: { es: "la pila (stack)", en: "the stack" },
  NODE: { es: "el nodo", en: "the node" },
  SECRET: { es: "el secreto", en: "the secret" },
  CONFIG: { es: "la configuración", en: "the config" },
  CONTEXT: { es: "el contexto", en: "the context" },
  OBJECT: { es: "el objeto", en: "the object" },
  COMMAND: { es: "la orden que se ejecuta dentro", en: "the command to run inside" },
  SOURCE: { es: "el origen", en: "the source" },
  TARGET: { es: "el destino", en: "the destination" },
  PATH: { es: "la carpeta", en: "the folder" },
  FILE: { es: "el archivo", en: "the file" },
  NAME: { es: "el nombre nuevo", en: "the new name" },
  PORT: { es: "el puerto", en: "the port" },
  TERM: { es: "la palabra que buscar", en: "the word to search for" },
  SCALE: { es: "cuántas réplicas (`servicio=número`)", en: "how many replicas (`service=number`)" },
};
