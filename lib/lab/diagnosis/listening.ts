/** A port of the host leads to a running container: whether its program listens there, and on which address. */

import type { Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { isLoopback, type Listener } from "../listeners.ts";
import { code } from "../matching/printable.ts";
import type { Unanswered } from "../host_facts.ts";
import { type Publisher, publishFlag } from "../publishers.ts";
import { recreate } from "./start_error.ts";
import type { Asked } from "./unanswered.ts";

/** `listeners` is undefined where it could not be seen who listens inside. */
export function adviseInside(
  facts: Unanswered,
  publisher: Publisher,
  listeners: readonly Listener[] | undefined,
  asked: Asked,
): Required<Advice> {
  if (listeners === undefined) return guess(facts, publisher, asked);
  const { port, timeout } = asked;
  const { name } = publisher.facts;
  const wanted = Number(publisher.inside.split("/")[0]);
  const here = listeners.filter((listener) => listener.port === wanted);
  if (here.some(({ address }) => !isLoopback(address))) return present(facts, publisher, wanted, timeout);
  if (here.length > 0) {
    return {
      because: {
        es: `En ${
          code(name)
        } el programa escucha en el puerto ${wanted}, pero solo en la dirección 127.0.0.1 de dentro, a la que desde fuera no se llega`,
        en: `In ${
          code(name)
        } the program listens on port ${wanted}, but only on the address 127.0.0.1 inside, which cannot be reached from outside`,
      },
      next: recreate(name, {
        es: `con el programa escuchando en ${code("0.0.0.0")}`,
        en: `with the program listening on ${code("0.0.0.0")}`,
      }),
    };
  }
  const other = listeners.find(({ address }) => !isLoopback(address)) ?? listeners[0];
  if (!other) {
    return {
      because: {
        es: `El puerto ${port} lleva al ${wanted} de ${
          code(name)
        }, pero ahí dentro nadie escucha en ningún puerto: el programa aún no ha arrancado, o no es un servidor`,
        en: `Port ${port} leads to ${wanted} of ${
          code(name)
        }, but nobody listens on any port in there: the program has not started yet, or is no server`,
      },
      next: {
        es: `Mira qué dice: ${code(`docker logs ${name}`)}`,
        en: `See what it says: ${code(`docker logs ${name}`)}`,
      },
    };
  }
  const flag = code(publishFlag(port, `${other.port}/tcp`));
  const local = isLoopback(other.address);
  return {
    because: {
      es: `El puerto ${port} lleva al ${wanted} de ${
        code(name)
      }, y ahí dentro nadie escucha en el ${wanted}: el programa escucha en el ${other.port}${
        local ? ", y solo en 127.0.0.1" : ""
      }`,
      en: `Port ${port} leads to ${wanted} of ${
        code(name)
      }, and nobody listens on ${wanted} in there: the program listens on ${other.port}${
        local ? ", and only on 127.0.0.1" : ""
      }`,
    },
    next: recreate(
      name,
      local
        ? {
          es: `con ${flag} y el programa escuchando en ${code("0.0.0.0")}`,
          en: `with ${flag} and the program listening on ${code("0.0.0.0")}`,
        }
        : { es: `con ${flag}`, en: `with ${flag}` },
    ),
  };
}

/** The program is where it should be, and reachable. */
function present(facts: Unanswered, { facts: { name } }: Publisher, wanted: number, timeout: number): Required<Advice> {
  const logs = code(`docker logs ${name}`);
  const next: Text = { es: `Mira qué dice el programa: ${logs}`, en: `See what the program says: ${logs}` };
  if (facts.kind === "timeout") {
    return {
      because: {
        es: `En ${code(name)} el programa escucha en el puerto ${wanted}, pero no contesta en ${timeout} s`,
        en: `In ${code(name)} the program listens on port ${wanted}, but does not answer within ${timeout} s`,
      },
      next,
    };
  }
  return {
    because: {
      es: `En ${
        code(name)
      } el programa escucha en el puerto ${wanted}, pero corta la conexión: acaba de arrancar, falla al contestar, o no habla este protocolo`,
      en: `In ${
        code(name)
      } the program listens on port ${wanted}, but cuts the connection: it has just started, fails to answer, or does not speak this protocol`,
    },
    next,
  };
}

/** It could not be seen who listens inside: an image without `cat`, say. */
function guess(facts: Unanswered, { facts: { name }, inside }: Publisher, { port, timeout }: Asked): Required<Advice> {
  const logs = code(`docker logs ${name}`);
  if (facts.kind === "timeout") {
    return {
      because: {
        es: `${code(name)} acepta la conexión en el puerto ${port}, pero no contesta en ${timeout} s`,
        en: `${code(name)} accepts the connection on port ${port}, but does not answer within ${timeout} s`,
      },
      next: { es: `Mira qué dice: ${logs}`, en: `See what it says: ${logs}` },
    };
  }
  return {
    because: {
      es: `El puerto ${port} lleva a ${code(inside)} de ${
        code(name)
      }, pero ahí dentro nadie contesta: el programa usa otro puerto, escucha solo en 127.0.0.1 o aún no ha arrancado`,
      en: `Port ${port} leads to ${code(inside)} of ${
        code(name)
      }, but nobody answers in there: the program uses another port, listens only on 127.0.0.1, or has not started yet`,
    },
    next: {
      es: `Averigua en qué puerto escucha su programa: ${logs}`,
      en: `Find out on which port its program listens: ${logs}`,
    },
  };
}
