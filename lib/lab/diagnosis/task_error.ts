/** Why a task of a service is not placed, does not start or falls, from the phrases that swarm leaves in `Status.Err`. */

import type { Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { code, said } from "../matching/printable.ts";
import type { ServiceFacts } from "../orchestration.ts";
import { exitText } from "./exit_code.ts";
import { quotedWord } from "./quoted_word.ts";

interface TaskError {
  readonly phrase: RegExp;
  readonly advise: (found: RegExpExecArray, facts: ServiceFacts) => Advice;
}

/** First match wins (moby: swarmkit manager/scheduler/filter.go, agent/exec); what is not known is shown as docker said it. */
const taskErrors: readonly TaskError[] = [
  { phrase: /scheduling constraints not satisfied/i, advise: (_, facts) => noSuchNode(facts) },
  {
    phrase: /insufficient resources/i,
    advise: (_, { name }) => ({
      because: {
        es: "Ningún nodo tiene libre la memoria o los procesadores que reserva",
        en: "No node has the memory or the processors free that it reserves",
      },
      next: told("Reserva menos", "Reserve less", `docker service update --reserve-memory … --reserve-cpu … ${name}`),
    }),
  },
  {
    phrase: /host-mode port already in use/i,
    advise: (_, { name, replicas }) => ({
      because: {
        es: "Publica su puerto en el propio nodo (`mode=host`), y ahí ya está ocupado: así cabe una tarea por nodo",
        en:
          "It publishes its port on the node itself (`mode=host`), where it is taken: so there is room for one task per node",
      },
      next: told(
        "Publícalo para todo el swarm (sin `mode=host`), o pide menos tareas",
        "Publish it for the whole swarm (without `mode=host`), or ask for fewer tasks",
        `docker service scale ${name}=${Math.max(1, (replicas ?? 2) - 1)}`,
      ),
    }),
  },
  {
    phrase: /max replicas per node limit exceed/i,
    advise: (_, { name, maxPerNode }) => ({
      because: {
        es: `No admite más de ${maxPerNode ?? "…"} por nodo, y no hay más nodos`,
        en: `It allows no more than ${maxPerNode ?? "…"} per node, and there are no more nodes`,
      },
      next: told("Sube ese límite", "Raise that limit", `docker service update --replicas-max-per-node … ${name}`),
    }),
  },
  {
    phrase: /not available for new tasks/i,
    advise: () => ({
      because: {
        es: "Los nodos que podrían tenerla están vaciados, en pausa o caídos",
        en: "The nodes that could have it are drained, paused or down",
      },
      next: told(
        "Mira cuáles con `docker node ls` y vuelve a abrir uno",
        "See which with `docker node ls`, and open one again",
        "docker node update --availability active …",
      ),
    }),
  },
  {
    phrase: /no such image|pull access denied|manifest (?:unknown|for \S+ not found)|repository \S+ not found/i,
    advise: (_, { name, image = "" }) => ({
      because: {
        es: `La imagen ${code(image)} no está en el nodo ni se puede descargar`,
        en: `The image ${code(image)} is not on the node and cannot be downloaded`,
      },
      next: told("Usa una que exista", "Use one that exists", `docker service update --image … ${name}`),
    }),
  },
  {
    phrase: /non-zero exit \((\d{1,9})\)(?:: (.+))?/is,
    advise: (found, { name }) => {
      if (/unhealthy/i.test(found[2] ?? "")) return unhealthy(name);
      const why = exitText(Number(found[1]), false);
      return {
        because: { es: `Sus tareas caen: ${why.es}`, en: `Its tasks fall: ${why.en}` },
        next: told(
          "Mira qué dijeron antes de caer",
          "See what they said before they fell",
          `docker service logs ${name}`,
        ),
      };
    },
  },
  { phrase: /unhealthy container/i, advise: (_, { name }) => unhealthy(name) },
  {
    phrase: /invalid mount config(?:.*bind source path does not exist: (\S+))?/is,
    advise: (found, { name }) => ({
      because: {
        es: `El nodo no tiene la carpeta que monta${found[1] === undefined ? "" : `: ${code(found[1])}`}`,
        en: `The node does not have the folder that it mounts${found[1] === undefined ? "" : `: ${code(found[1])}`}`,
      },
      next: told(
        "Créala en cada nodo, o monta un volumen",
        "Make it on each node, or mount a volume",
        `docker service update --mount-rm … --mount-add … ${name}`,
      ),
    }),
  },
  {
    phrase: /"([^"]+)": (?:executable file not found|stat \S+: no such file)/i,
    advise: (found, { name }) => ({
      because: {
        es: `Su programa, ${code(found[1] ?? "")}, no existe dentro de la imagen`,
        en: `Its program, ${code(found[1] ?? "")}, does not exist inside the image`,
      },
      next: told("Dale otro", "Give it another one", `docker service update --args "…" ${name}`),
    }),
  },
];

export function adviseTaskError(error: string, facts: ServiceFacts): Advice {
  const text = error.slice(0, 4000);
  for (const { phrase, advise } of taskErrors) {
    const found = phrase.exec(text);
    if (found) return advise(found, facts);
  }
  return {
    because: {
      es: `Sus tareas no arrancan: ${said(error)}`,
      en: `Its tasks do not start: ${said(error)}`,
    },
    next: told("Míralas", "See them", `docker service ps --no-trunc ${facts.name}`),
  };
}

/** A label that no node has is the usual reason: then the node can be given it. */
function noSuchNode({ name, constraints = [] }: ServiceFacts): Advice {
  const shown = constraints.map(code).join(", ");
  const label = constraints.map((constraint) => /^node\.labels\.(\S+?) *== *(\S+)$/.exec(constraint)).find((found) =>
    found
  );
  const [first = "…"] = constraints;
  const remove = code(`docker service update --constraint-rm ${quotedWord(first)} ${name}`);
  const add = label ? code(`docker node update --label-add ${quotedWord(`${label[1]}=${label[2]}`)} …`) : undefined;
  return {
    because: {
      es: `Ningún nodo cumple lo que exige: ${shown}`,
      en: `No node meets what it demands: ${shown}`,
    },
    next: add === undefined
      ? { es: `Quita o cambia esa condición: ${remove}`, en: `Remove or change that condition: ${remove}` }
      : {
        es: `Ponle la etiqueta a un nodo: ${add}; o quita la condición: ${remove}`,
        en: `Give a node that label: ${add}; or remove the condition: ${remove}`,
      },
  };
}

function unhealthy(name: string): Advice {
  return {
    because: {
      es: "Su prueba de salud falla, y swarm cambia por otra la tarea que no está sana",
      en: "Its health check fails, and swarm puts another task in the place of one that is not healthy",
    },
    next: told("Mira qué dicen sus tareas", "See what its tasks say", `docker service logs ${name}`),
  };
}

function told(es: string, en: string, command: string): Text {
  return { es: `${es}: ${code(command)}`, en: `${en}: ${code(command)}` };
}
