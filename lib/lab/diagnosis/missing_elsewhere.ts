/** A Compose project or an object of the swarm is not there: what kind of command makes one. */

import type { ObjectKind } from "../../content/schema/checks/object.ts";
import { same, type Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import { nearest } from "./nearest.ts";

type Elsewhere = Exclude<ObjectKind, "container" | "volume" | "network" | "image">;

const none: Readonly<Record<Elsewhere, Text>> = {
  compose: {
    es: "No hay ningún contenedor ni red del proyecto",
    en: "There is no container and no network of the project",
  },
  service: { es: "No hay ningún servicio llamado", en: "There is no service called" },
  node: { es: "El swarm no tiene ningún nodo llamado", en: "The swarm has no node called" },
  secret: { es: "No hay ningún secreto llamado", en: "There is no secret called" },
  config: { es: "No hay ninguna config llamada", en: "There is no config called" },
  stack: { es: "No hay ninguna pila (stack) llamada", en: "There is no stack called" },
};

/** `others` are the names of the same kind that are there. */
export function adviseMissingElsewhere(kind: Elsewhere, name: string, others: readonly string[]): Advice {
  const near = nearest(name, others);
  const also: Text = near === undefined
    ? same("")
    : { es: `, pero sí ${code(near)}`, en: `, but there is ${code(near)}` };
  const { es, en } = none[kind];
  return {
    because: { es: `${es} ${code(name)}${also.es}`, en: `${en} ${code(name)}${also.en}` },
    next: next(kind, name),
  };
}

/** Nothing of these can be renamed. */
function next(kind: Elsewhere, name: string): Text {
  switch (kind) {
    case "compose": {
      const up = code(`docker compose -p ${name} up -d`);
      return {
        es: `El proyecto se llama como su carpeta, salvo que digas otra cosa: ${up}`,
        en: `A project is called like its folder, unless you say otherwise: ${up}`,
      };
    }
    case "service":
      return made(`docker service create --name ${name} …`);
    case "node":
      return { es: "Mira cómo se llaman: `docker node ls`", en: "See what they are called: `docker node ls`" };
    case "secret":
      return made(`docker secret create ${name} …`);
    case "config":
      return {
        es: `Créala con ${code(`docker config create ${name} …`)}`,
        en: `Create it with ${code(`docker config create ${name} …`)}`,
      };
    case "stack": {
      const deploy = code(`docker stack deploy -c … ${name}`);
      return { es: `Despliégala con ${deploy}`, en: `Deploy it with ${deploy}` };
    }
  }
}

function made(command: string): Text {
  return { es: `Créalo con ${code(command)}`, en: `Create it with ${code(command)}` };
}
