/** Nobody answered on a port of the host: where on the way to the program it was lost, and the step that mends it. */

import { same, type Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { isLoopback } from "../listeners.ts";
import { code } from "../matching/printable.ts";
import type { Unanswered } from "../host_facts.ts";
import type { PortBinding, Snapshot } from "../snapshot.ts";
import { adviseInside } from "./listening.ts";
import { publications, type Publisher, publishers, publishFlag } from "../publishers.ts";
import { recreate } from "./start_error.ts";
import { adviseState } from "./state.ts";

/** What was asked: `timeout` is seconds. */
export interface Asked {
  readonly host: string;
  readonly port: number;
  readonly timeout: number;
}

export function adviseUnanswered(facts: Unanswered, asked: Asked, snapshot: Snapshot): Advice {
  const { host, port } = asked;
  const all = publishers(snapshot, port);
  const known = all.filter(({ stranger }) => !stranger);
  // Where the lab knows containers, somebody else's holds the port; where it knows none, it may be the learner's.
  const choice = snapshot.containers.size === 0 ? all : known;
  const running = choice.filter(({ facts }) => facts.state === "running");
  const publisher = running.find(({ binding }) => reaches(binding, host)) ?? running[0] ?? choice[0];
  if (facts.kind === "failed") return unknownHolder(facts, asked);
  if (!publisher) {
    const [stranger] = all;
    if (stranger) return heldBy(stranger, port);
    return facts.kind === "refused" ? unpublished(port, snapshot) : unknownHolder(facts, asked);
  }
  if (publisher.facts.state !== undefined && publisher.facts.state !== "running") {
    return notRunning(publisher, port, snapshot);
  }
  if (!reaches(publisher.binding, host)) return elsewhere(publisher, asked);
  const heard = snapshot.listeners.get(publisher.facts.name);
  const advice = adviseInside(facts, publisher, heard?.kind === "found" ? heard.facts.listeners : undefined, asked);
  return publisher.stranger ? ifYours(advice, publisher.facts.name) : advice;
}

function ifYours({ because, next }: Required<Advice>, name: string): Advice {
  return {
    because,
    next: { es: `Si ${code(name)} es el tuyo: ${next.es}`, en: `If ${code(name)} is yours: ${next.en}` },
  };
}

function notRunning({ facts: { name } }: Publisher, port: number, snapshot: Snapshot): Advice {
  const sighting = snapshot.containers.get(name);
  const { because, next = same(code(`docker start ${name}`)) } = sighting?.kind === "found"
    ? adviseState("running", sighting.facts, snapshot)
    : {};
  if (sighting?.kind === "found" && sighting.facts.error !== undefined && because) return { because, next };
  return {
    because: {
      es: `El puerto ${port} lo publica ${code(name)}. ${because?.es ?? "No está en marcha"}`,
      en: `Port ${port} is published by ${code(name)}. ${because?.en ?? "It is not running"}`,
    },
    next,
  };
}

/** `localhost` may be either family of addresses. */
function reaches({ address }: PortBinding, host: string): boolean {
  if (["", "0.0.0.0", "::"].includes(address)) return true;
  return host === "localhost" ? isLoopback(address) : address === host;
}

function elsewhere({ facts: { name }, binding, inside }: Publisher, { host, port }: Asked): Advice {
  const flag = code(publishFlag(port, inside));
  return {
    because: {
      es: `${code(name)} publica el puerto ${port} solo en la dirección ${code(binding.address)}, y no en ${
        code(host)
      }`,
      en: `${code(name)} publishes port ${port} only on the address ${code(binding.address)}, not on ${code(host)}`,
    },
    next: recreate(name, { es: `con ${flag}`, en: `with ${flag}` }),
  };
}

function heldBy({ facts: { name, image } }: Publisher, port: number): Advice {
  const from: Text = image === undefined
    ? same("")
    : { es: `, de la imagen ${code(image)}`, en: `, from ${code(image)}` };
  return {
    because: {
      es: `El puerto ${port} lo publica otro contenedor: ${code(name)}${from.es}`,
      en: `Port ${port} is published by another container: ${code(name)}${from.en}`,
    },
    next: {
      es: `Si no lo necesitas, libera el puerto con ${code(`docker stop ${name}`)} y publícalo con el tuyo`,
      en: `If you do not need it, free the port with ${code(`docker stop ${name}`)} and publish it with yours`,
    },
  };
}

function unpublished(port: number, snapshot: Snapshot): Advice {
  const running = [...snapshot.containers.values()].flatMap((sighting) =>
    sighting.kind === "found" && sighting.facts.state === "running" ? [sighting.facts] : []
  );
  const other = publications(snapshot).find(({ facts, stranger }) => !stranger && facts.state === "running");
  const nobody: Text = {
    es: `Nadie escucha en el puerto ${port} del anfitrión`,
    en: `Nobody listens on port ${port} of the host`,
  };
  const flag = code(`-p ${port}:…`);
  if (other) {
    const line = `${other.binding.port} → ${other.inside}`;
    const right = code(publishFlag(port, other.inside));
    return {
      because: {
        es: `${nobody.es}; ${code(other.facts.name)} publica ${line}`,
        en: `${nobody.en}; ${code(other.facts.name)} publishes ${line}`,
      },
      next: {
        es: `Si es ese, créalo de nuevo con ${right}: los puertos se eligen al crearlo`,
        en: `If that is the one, create it again with ${right}: ports are chosen at creation`,
      },
    };
  }
  const [only, ...more] = running;
  if (only && more.length === 0) {
    return {
      because: {
        es: `${nobody.es}: ${code(only.name)} está en marcha, pero no publica ningún puerto`,
        en: `${nobody.en}: ${code(only.name)} is running, but publishes no port`,
      },
      next: recreate(only.name, { es: `con ${flag}`, en: `with ${flag}` }),
    };
  }
  return {
    because: nobody,
    next: {
      es: `Publica el puerto al crear el contenedor, con ${flag}`,
      en: `Publish the port when you create the container, with ${flag}`,
    },
  };
}

/** Somebody has the port, and no container is known to publish it. */
function unknownHolder(facts: Unanswered, { port, timeout }: Asked): Advice {
  return {
    because: facts.kind === "failed"
      ? { es: `No se ha podido conectar con el puerto ${port}`, en: `Port ${port} could not be connected to` }
      : facts.kind === "timeout"
      ? {
        es: `Alguien acepta la conexión en el puerto ${port}, pero no contesta en ${timeout} s`,
        en: `Somebody accepts the connection on port ${port}, but does not answer within ${timeout} s`,
      }
      : {
        es: `El puerto ${port} está abierto, pero quien lo abrió no contesta como se esperaba`,
        en: `Port ${port} is open, but whoever opened it does not answer as expected`,
      },
    next: {
      es: `Mira si lo publica un contenedor: ${code(`docker ps --filter publish=${port}`)}`,
      en: `See whether a container publishes it: ${code(`docker ps --filter publish=${port}`)}`,
    },
  };
}
