/** Something did not happen, or not so, or it cannot be known: what happened instead, and the command that does it. */

import type { EventCheck, EventFilter } from "../../content/schema/checks/event.ts";
import type { Text } from "../../content/text.ts";
import type { Advice, Look } from "../checks/look.ts";
import { isAbout, isAction, otherDetail, signalName } from "../matching/event.ts";
import { countedEvents, filterText } from "../matching/event_words.ts";
import { code } from "../matching/printable.ts";
import type { Gap, PastEvent } from "../snapshot.ts";
import { commandFor } from "./event_command.ts";
import { nearest } from "./nearest.ts";
import { wanted } from "./wanted.ts";

/** `counted` are those that count; `all` is everything that happened, the oldest first. */
export function adviseEvent(
  check: EventCheck,
  counted: readonly PastEvent[],
  all: readonly PastEvent[],
  tooMany: boolean,
  look: Look,
): Advice {
  const { filter } = check;
  if (tooMany) {
    return {
      because: {
        es: `Ha ocurrido ${times(counted.length).es}, y lo ocurrido no se puede borrar`,
        en: `It happened ${times(counted.length).en}, and what happened cannot be undone`,
      },
      next: {
        es: "Termina el laboratorio con `grumete cleanup …` y empiézalo otra vez",
        en: "End the lab with `grumete cleanup …` and begin it again",
      },
    };
  }
  const own = all.filter((event) => isAbout(filter, event));
  const because = otherwise(check, counted, own, look) ?? elsewhere(filter, all) ?? {
    es: "No ha ocurrido desde que empezó el laboratorio",
    en: "It has not happened since the lab began",
  };
  return { because, ...nextFor(check, own) };
}

/** It happened, but not as it was asked for. */
function otherwise(
  { filter, after, before }: EventCheck,
  counted: readonly PastEvent[],
  own: readonly PastEvent[],
  { snapshot }: Look,
): Text | undefined {
  const acted = own.filter((event) => isAction(filter, event));
  const exact = acted.filter((event) => otherDetail(filter, event, snapshot.containers) === undefined);
  // A `kill` that docker sent to stop a container has happened, but nobody asked for it.
  if (filter.actions.includes("kill") && own.some(({ action }) => action === "stop") && counted.length === 0) {
    return {
      es: `Se paró con ${code("docker stop")}, que manda SIGTERM y espera; ${
        code("docker kill")
      } manda SIGKILL sin esperar`,
      en: `It was stopped with ${code("docker stop")}, which sends SIGTERM and waits; ${
        code("docker kill")
      } sends SIGKILL at once`,
    };
  }
  if (exact.length > 0 && counted.length > 0) {
    return { es: `Ha ocurrido ${times(counted.length).es}`, en: `It happened ${times(counted.length).en}` };
  }
  const order = after ?? before;
  if (exact.length > 0 && order) {
    const what = filterText(order);
    return after
      ? { es: `Ha ocurrido, pero no después de ${code(what.es)}`, en: `It happened, but not after ${code(what.en)}` }
      : { es: `Ha ocurrido, pero no antes de ${code(what.es)}`, en: `It happened, but not before ${code(what.en)}` };
  }
  const last = acted.at(-1);
  const detail = last && otherDetail(filter, last, snapshot.containers);
  if (last && detail) return detailText(detail, last);
  return instead(filter, own);
}

function detailText(detail: NonNullable<ReturnType<typeof otherDetail>>, event: PastEvent): Text {
  switch (detail) {
    case "exitCode":
      return {
        es: `Terminó con el código ${event.exitCode ?? "…"}`,
        en: `It ended with code ${event.exitCode ?? "…"}`,
      };
    case "signal": {
      const signal = signalName(event.signal) ?? "…";
      return { es: `Recibió la señal ${signal}`, en: `It got the signal ${signal}` };
    }
    case "image":
      return { es: `Era de la imagen ${code(event.image ?? "…")}`, en: `It was from ${code(event.image ?? "…")}` };
    case "command":
      return {
        es: `Lo que se ejecutó fue ${code(event.command ?? "…")}`,
        en: `What ran was ${code(event.command ?? "…")}`,
      };
    case "container":
      return {
        es: `Era el contenedor ${code(event.container ?? "…")}`,
        en: `It was the container ${code(event.container ?? "…")}`,
      };
  }
}

/** Two commands that look alike from outside. */
function instead({ actions, type }: EventFilter, own: readonly PastEvent[]): Text | undefined {
  if (type !== "container") return undefined;
  const did = (action: string) => own.some((event) => event.action === action);
  if (actions.includes("stop") && did("kill")) {
    return {
      es: `Murió con ${code("docker kill")}, que manda SIGKILL sin esperar; ${
        code("docker stop")
      } manda SIGTERM y espera a que termine`,
      en: `It died of ${code("docker kill")}, which sends SIGKILL at once; ${
        code("docker stop")
      } sends SIGTERM and waits for its end`,
    };
  }
  if (actions.includes("restart") && did("stop") && did("start")) {
    return {
      es: `${code("docker stop")} y luego ${code("docker start")} no son un ${code("docker restart")}`,
      en: `${code("docker stop")} and then ${code("docker start")} are not a ${code("docker restart")}`,
    };
  }
  if (actions.includes("pause") && did("stop")) {
    return {
      es: `${code("docker stop")} termina el proceso; ${code("docker pause")} solo lo congela`,
      en: `${code("docker stop")} ends the process; ${code("docker pause")} only freezes it`,
    };
  }
  return undefined;
}

/** The same happened to something of nearly that name. */
function elsewhere(filter: EventFilter, all: readonly PastEvent[]): Text | undefined {
  const name = filter.name && wanted(filter.name);
  if (typeof name !== "string") return undefined;
  const others = all.filter((event) => event.type === filter.type && isAction(filter, event));
  const near = nearest(name, [...new Set(others.map((event) => event.name))]);
  if (near === undefined) return undefined;
  const told = code(countedEvents(others.filter((event) => event.name === near)));
  return {
    es: `A ${code(name)} no le ha ocurrido, pero a ${code(near)} sí: ${told}`,
    en: `It did not happen to ${code(name)}, but to ${code(near)} it did: ${told}`,
  };
}

function nextFor({ filter, after, before }: EventCheck, own: readonly PastEvent[]): Advice {
  const command = commandFor(filter);
  if (command === undefined) return {};
  const order = after ?? before;
  const other = order && commandFor(order);
  if (other !== undefined) {
    const [first, second] = (after ? [other, command] : [command, other]).map(code);
    return {
      next: { es: `En este orden: ${first} y luego ${second}`, en: `In this order: ${first} and then ${second}` },
    };
  }
  const name = filter.name && wanted(filter.name);
  // What needs a running container needs it started again first.
  const dead = own.findLast(({ action }) => action === "die" || action === "start")?.action === "die";
  const needsLife = ["kill", "stop", "pause", "exec_create", "exec_start", "exec_die", "top", "attach"];
  if (filter.type === "container" && dead && filter.actions.some((action) => needsLife.includes(action))) {
    const start = code(`docker start ${name ?? "…"}`);
    return {
      next: {
        es: `Arráncalo con ${start} y usa ${code(command)}`,
        en: `Start it with ${start} and use ${code(command)}`,
      },
    };
  }
  return { next: { es: `Hazlo con ${code(command)}`, en: `Do it with ${code(command)}` } };
}

const lost: Readonly<Record<Gap["why"], Text>> = {
  restart: {
    es: "el motor de Docker se reinició y olvidó lo que había pasado",
    en: "the Docker engine was restarted and forgot what had happened",
  },
  overflow: {
    es: "pasaron más cosas de las que se guardan",
    en: "more happened than is remembered",
  },
  unwatched: {
    es: "nadie estaba mirando cuando empezó el laboratorio",
    en: "nobody was looking when the lab began",
  },
};

/** `again`: doing it once more settles it. */
export function adviseGap({ filter }: EventCheck, gaps: readonly Gap[], again: boolean): Advice {
  const why = lost[gaps.at(-1)?.why ?? "unwatched"];
  const command = commandFor(filter);
  const now = command === undefined ? "" : `: ${code(command)}`;
  return {
    because: {
      es: `El registro de lo ocurrido está incompleto: ${why.es}`,
      en: `The history is incomplete: ${why.en}`,
    },
    next: again ? { es: `Hazlo otra vez ahora${now}`, en: `Do it again now${now}` } : {
      es: "Para saberlo hay que terminar el laboratorio con `grumete cleanup …` y empezarlo otra vez",
      en: "To know it, end the lab with `grumete cleanup …` and begin it again",
    },
  };
}

export function adviseOpenKill(): Required<Advice> {
  return {
    because: {
      es: `${code("docker stop")} también empieza con esa señal: falta ver si era eso`,
      en: `${code("docker stop")} begins with that signal too: it remains to be seen whether it was that`,
    },
    next: { es: "Espera unos segundos", en: "Wait some seconds" },
  };
}

export function adviseNoRecord(): Required<Advice> {
  return {
    because: {
      es: "El laboratorio no ha empezado aquí: nadie ha apuntado lo que ha ocurrido",
      en: "The lab has not begun here: nobody has recorded what happened",
    },
    next: {
      es: "Empiézalo con `grumete prepare …` o `grumete lab …`, y hazlo entonces",
      en: "Begin it with `grumete prepare …` or `grumete lab …`, and do it then",
    },
  };
}

function times(count: number): Text {
  return count === 1 ? { es: "una vez", en: "once" } : { es: `${count} veces`, en: `${count} times` };
}
