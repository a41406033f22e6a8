/** A request from the host did not end as asked: where on its way it was lost, from what the containers publish. */

import type { HttpCheck } from "../../content/schema/checks/host.ts";
import type { Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { HttpFacts } from "../host_facts.ts";
import type { Snapshot } from "../snapshot.ts";
import { hostPort, type Publisher, publishers } from "../publishers.ts";
import { adviseUnanswered } from "./unanswered.ts";

export function adviseHttp(field: JudgedField, facts: HttpFacts, check: HttpCheck, snapshot: Snapshot): Advice {
  const port = hostPort(check.url);
  const known = publishers(snapshot, port);
  const publisher = known.find(({ facts }) => facts.state === "running") ?? known[0];
  switch (facts.kind) {
    case "answered":
      if (field.field === "status") return wrongStatus(facts.status, port, publisher);
      return { ...(field.match.detail ? { because: field.match.detail } : {}), ...seeYourself(check, publisher) };
    case "failed":
      return {
        because: {
          es: `En el puerto ${port} contesta alguien, pero no como un servidor web`,
          en: `Somebody answers on port ${port}, but not as a web server does`,
        },
        ...seeYourself(check, publisher),
      };
    case "refused":
    case "reset":
    case "timeout": {
      const { hostname: host } = new URL(check.url);
      return adviseUnanswered(facts, { host, port, timeout: check.timeout }, snapshot);
    }
  }
}

function wrongStatus(status: number, port: number, publisher: Publisher | undefined): Advice {
  const because = statusText(status);
  return { ...(because ? { because } : {}), next: publisher ? logsOf(publisher) : whoAnswers(port) };
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

function whoAnswers(port: number): Text {
  const list = code(`docker ps --filter publish=${port}`);
  return { es: `Mira qué contenedor contesta: ${list}`, en: `See which container answers: ${list}` };
}

function logsOf({ facts }: Publisher): Text {
  const logs = code(`docker logs ${facts.name}`);
  return { es: `Mira qué dice el servidor: ${logs}`, en: `See what the server says: ${logs}` };
}

function seeYourself(check: HttpCheck, publisher: Publisher | undefined): { readonly next: Text } {
  const curl = code(`curl -i ${check.url}`);
  const by: Text = publisher
    ? { es: ` (contesta ${code(publisher.facts.name)})`, en: ` (${code(publisher.facts.name)} answers)` }
    : { es: "", en: "" };
  return { next: { es: `Míralo tú: ${curl}${by.es}`, en: `See for yourself: ${curl}${by.en}` } };
}
