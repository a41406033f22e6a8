/** Why docker could not start a container, from the phrases that docker leaves in `State.Error`. */

import type { Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { code, said } from "../matching/printable.ts";
import type { ContainerFacts, Snapshot } from "../snapshot.ts";
import { publishers } from "../publishers.ts";

interface StartError {
  readonly phrase: RegExp;
  readonly advise: (found: RegExpExecArray, facts: ContainerFacts, snapshot: Snapshot) => Advice;
}

/** First match wins; what is not known is shown as docker said it. */
const startErrors: readonly StartError[] = [
  {
    phrase: /Bind for \S*?:(\d+) failed: port is already allocated|:(\d+)\S*: bind: address already in use/i,
    advise: (found, facts, snapshot) => portTaken(Number(found[1] ?? found[2]), facts, snapshot),
  },
  {
    phrase:
      /exec:? "([^"]+)": (?:executable file not found|stat \S+: no such file)|"([^"]+)": (?:executable file not found|stat)/i,
    advise: (found, { name }) => ({
      because: {
        es: `Su programa, ${code(found[1] ?? found[2] ?? "")}, no existe dentro de la imagen`,
        en: `Its program, ${code(found[1] ?? found[2] ?? "")}, does not exist inside the image`,
      },
      next: recreate(name, { es: "con un programa que la imagen tenga", en: "with a program that the image has" }),
    }),
  },
  {
    phrase: /exec format error/i,
    advise: () => ({
      because: {
        es: "Su programa está hecho para otra arquitectura de procesador, o le falta la primera línea `#!`",
        en: "Its program is made for another processor architecture, or lacks its first line `#!`",
      },
      next: {
        es: "Usa la imagen de tu arquitectura: `docker image inspect` dice cuál es la suya",
        en: "Use the image of your architecture: `docker image inspect` tells which one it is for",
      },
    }),
  },
  {
    phrase: /permission denied/i,
    advise: (_, { name }) => ({
      because: { es: "Su programa no tiene permiso de ejecución", en: "Its program may not be executed" },
      next: recreate(name, { es: "después de darle permiso con `chmod +x`", en: "after allowing it with `chmod +x`" }),
    }),
  },
  {
    phrase: /bind source path does not exist: (\S+)/i,
    advise: (found, { name }) => ({
      because: {
        es: `La carpeta del anfitrión ${code(found[1] ?? "")} no existe`,
        en: `The folder ${code(found[1] ?? "")} of the host does not exist`,
      },
      next: recreate(name, { es: "cuando exista esa carpeta", en: "once that folder exists" }),
    }),
  },
  {
    phrase: /network (\S+) not found/i,
    advise: (found, { name }) => ({
      because: {
        es: `Su red ${code(found[1] ?? "")} ya no existe`,
        en: `Its network ${code(found[1] ?? "")} no longer exists`,
      },
      next: recreate(name, { es: "en una red que exista", en: "on a network that exists" }),
    }),
  },
];

export function adviseStartError(error: string, facts: ContainerFacts, snapshot: Snapshot): Advice {
  const text = error.slice(0, 4000);
  for (const { phrase, advise } of startErrors) {
    const found = phrase.exec(text);
    if (found) return advise(found, facts, snapshot);
  }
  return {
    because: {
      es: `Docker no pudo arrancarlo: ${said(error)}`,
      en: `Docker could not start it: ${said(error)}`,
    },
    next: recreate(facts.name, { es: "cuando lo hayas corregido", en: "once you have mended that" }),
  };
}

function portTaken(port: number, facts: ContainerFacts, snapshot: Snapshot): Advice {
  const holder = publishers(snapshot, port).find(({ facts: other }) =>
    other.name !== facts.name && other.state === "running"
  );
  const start = code(`docker start ${facts.name}`);
  if (!holder) {
    return {
      because: {
        es: `El puerto ${port} del anfitrión ya está ocupado por otro contenedor o programa`,
        en: `Port ${port} of the host is already taken by another container or program`,
      },
      next: {
        es: `Libera el puerto (${
          code(`docker ps --filter publish=${port}`)
        } dice qué contenedor lo tiene) y luego ${start}`,
        en: `Free the port (${
          code(`docker ps --filter publish=${port}`)
        } tells which container holds it), then ${start}`,
      },
    };
  }
  const { name } = holder.facts;
  return {
    because: {
      es: `El puerto ${port} del anfitrión ya lo ocupa el contenedor ${code(name)}`,
      en: `Port ${port} of the host is already taken by the container ${code(name)}`,
    },
    next: {
      es: `Libéralo con ${code(`docker stop ${name}`)} y luego ${start}`,
      en: `Free it with ${code(`docker stop ${name}`)}, then ${start}`,
    },
  };
}

/** What is fixed at creation can only be changed by making the container again. */
export function recreate(name: string, how?: Text): Text {
  const [es, en] = how ? [` ${how.es}`, ` ${how.en}`] : ["", ""];
  return {
    es: `Bórralo con ${code(`docker rm -f ${name}`)} y créalo de nuevo${es}`,
    en: `Remove it with ${code(`docker rm -f ${name}`)} and create it again${en}`,
  };
}
