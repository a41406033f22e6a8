/** A connection from the host did not end as asked: nobody is there, somebody is who should not be, or another program. */

import type { TcpCheck } from "../../content/schema/checks/host.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { TcpFacts } from "../host_facts.ts";
import type { Snapshot } from "../snapshot.ts";
import { publishers } from "../publishers.ts";
import { adviseUnanswered } from "./unanswered.ts";

export function adviseTcp(field: JudgedField, facts: TcpFacts, check: TcpCheck, snapshot: Snapshot): Advice {
  if (facts.kind !== "open") return adviseUnanswered(facts, check, snapshot);
  const { port } = check;
  const holder = publishers(snapshot, port).find(({ facts }) => facts.state === "running")?.facts.name;
  if (field.field === "banner") {
    return {
      because: facts.banner === ""
        ? {
          es: `Alguien acepta la conexión en el puerto ${port}, pero no dice nada por su cuenta`,
          en: `Somebody accepts the connection on port ${port}, but says nothing of its own accord`,
        }
        : { es: `En el puerto ${port} contesta otro programa`, en: `Another program answers on port ${port}` },
      next: whoAnswers(port, holder),
    };
  }
  return {
    because: holder === undefined
      ? { es: `Alguien escucha en el puerto ${port} del anfitrión`, en: `Somebody listens on port ${port} of the host` }
      : { es: `El puerto ${port} lo publica ${code(holder)}`, en: `Port ${port} is published by ${code(holder)}` },
    next: holder === undefined ? whoAnswers(port, holder) : {
      es: `Páralo con ${code(`docker stop ${holder}`)}, o bórralo y créalo de nuevo sin ${code(`-p ${port}:…`)}`,
      en: `Stop it with ${code(`docker stop ${holder}`)}, or remove it and create it again without ${
        code(`-p ${port}:…`)
      }`,
    },
  };
}

function whoAnswers(port: number, holder: string | undefined) {
  const command = code(holder === undefined ? `docker ps --filter publish=${port}` : `docker logs ${holder}`);
  return { es: `Mira quién contesta ahí: ${command}`, en: `See who answers there: ${command}` };
}
