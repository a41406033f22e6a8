/** A request from the host did not end as asked: where on its way it was lost, from what the containers publish. */

import type { HttpCheck } from "../../content/schema/checks/host.ts";
import type { Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { HttpFacts, Snapshot } from "../snapshot.ts";
import { publications, type Publisher, publishers } from "./publishers.ts";

export function adviseHttp(field: JudgedField, facts: HttpFacts, check: HttpCheck, snapshot: Snapshot): Advice {
  const port = hostPort(check.url);
  const known = publishers(snapshot, port);
  const publisher = known.find(({ facts }) => facts.state === "running") ?? known[0];
  switch (facts.kind) {
    case "answered":
      return field.field === "status"
        ? wrongStatus(facts.status, publisher)
        : { ...(field.match.detail ? { because: field.match.detail } : {}), ...seeYourself(check, publisher) };
    case "refused":
      return refused(port, publisher, snapshot);
    case "reset":
      return reset(port, publisher);
    case "timeout":
      return {
        because: {
          es: `Alguien acepta la conexión en el puerto ${port}, pero no contesta en ${check.timeout} s`,
          en: `Somebody accepts the connection on port ${port}, but does not answer within ${check.timeout} s`,
        },
        next: logsOf(publisher),
      };
    case "failed":
      return { next: seeYourself(check, publisher).next };
  }
}

/** Port 80 is not written in a URL. */
export function hostPort(url: string): number {
  const { port } = new URL(url);
  return port === "" ? 80 : Number(port);
}

function refused(port: number, publisher: Publisher | undefined, snapshot: Snapshot): Advice {
  if (publisher) {
    const { name, state } = publisher.facts;
    if (state !== "running") {
      return {
        because: {
          es: `El puerto ${port} lo publica ${code(name)}, pero no está en marcha`,
          en: `Port ${port} is published by ${code(name)}, which is not running`,
        },
        next: {
          es: `Arráncalo con ${code(`docker start ${name}`)}; si se para, mira ${code(`docker logs ${name}`)}`,
          en: `Start it with ${code(`docker start ${name}`)}; if it stops, see ${code(`docker logs ${name}`)}`,
        },
      };
    }
    return {
      because: {
        es: `${code(name)} publica el puerto ${port} en ${
          code(publisher.binding.address)
        }, y ahí nadie acepta la conexión`,
        en: `${code(name)} publishes port ${port} on ${
          code(publisher.binding.address)
        }, and nobody accepts the connection there`,
      },
      next: {
        es: `Comprueba qué publica de verdad: ${code(`docker port ${name}`)}`,
        en: `Check what it really publishes: ${code(`docker port ${name}`)}`,
      },
    };
  }
  const other = publications(snapshot).find(({ facts }) => facts.state === "running");
  const nobody: Text = {
    es: `Nadie escucha en el puerto ${port} del anfitrión`,
    en: `Nobody listens on port ${port} of the host`,
  };
  const flag = code(`-p ${port}:…`);
  if (!other) {
    return {
      because: nobody,
      next: {
        es: `Publica el puerto al crear el contenedor, con ${flag}`,
        en: `Publish the port when you create the container, with ${flag}`,
      },
    };
  }
  const line = `${other.binding.port} → ${other.inside}`;
  return {
    because: {
      es: `${nobody.es}; ${code(other.facts.name)} publica ${line}`,
      en: `${nobody.en}; ${code(other.facts.name)} publishes ${line}`,
    },
    next: {
      es: `Si es ese, créalo de nuevo con ${flag}: los puertos se eligen al crearlo`,
      en: `If that is the one, create it again with ${flag}: ports are chosen at creation`,
    },
  };
}

/** Docker accepts for the container and finds nobody inside. */
function reset(port: number, publisher: Publisher | undefined): Advice {
  if (!publisher) {
    return {
      because: {
        es: `El puerto ${port} está abierto, pero quien lo abrió corta la conexión`,
        en: `Port ${port} is open, but whoever opened it cuts the connection`,
      },
      next: {
        es: `Mira qué contenedor lo publica: ${code(`docker ps --filter publish=${port}`)}`,
        en: `See which container publishes it: ${code(`docker ps --filter publish=${port}`)}`,
      },
    };
  }
  const { facts: { name }, inside } = publisher;
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
      es: `Averigua en qué puerto escucha su programa: ${code(`docker logs ${name}`)}`,
      en: `Find out on which port its program listens: ${code(`docker logs ${name}`)}`,
    },
  };
}

function wrongStatus(status: number, publisher: Publisher | undefined): Advice {
  const because = statusText(status);
  return { ...(because ? { because } : {}), next: logsOf(publisher) };
}

function statusText(status: number): Text | undefined {
  if (status === 404) {
    return {
      es: "El servidor contesta, pero no encuentra esa página: el archivo no está donde él lo busca",
      en: "The server answers but does not find that page: the file is not where it looks for it",
    };
  }
  if (status === 401 || status === 403) {
    return {
      es: "El servidor contesta, pero no deja ver esa página: permisos del archivo, o falta el índice",
      en: "The server answers but does not let that page be seen: permissions of the file, or no index",
    };
  }
  if (status >= 500) {
    return {
      es: "El servidor contesta, pero algo falló dentro de él",
      en: "The server answers, but something failed inside it",
    };
  }
  if (status >= 300 && status < 400) {
    return {
      es: "El servidor manda a otra dirección, y aquí no se sigue",
      en: "The server points to another address, which is not followed here",
    };
  }
  return undefined;
}

function logsOf(publisher: Publisher | undefined): Text {
  const logs = code(publisher ? `docker logs ${publisher.facts.name}` : "docker logs …");
  return { es: `Mira qué dice el servidor: ${logs}`, en: `See what the server says: ${logs}` };
}

function seeYourself(check: HttpCheck, publisher: Publisher | undefined): { readonly next: Text } {
  const curl = code(`curl -i ${check.url}`);
  const by: Text = publisher
    ? { es: ` (contesta ${code(publisher.facts.name)})`, en: ` (${code(publisher.facts.name)} answers)` }
    : { es: "", en: "" };
  return { next: { es: `Míralo tú: ${curl}${by.es}`, en: `See for yourself: ${curl}${by.en}` } };
}
