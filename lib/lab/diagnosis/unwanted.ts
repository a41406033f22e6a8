/** An object is there that should be gone: the command that removes it. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { Snapshot } from "../snapshot.ts";

export function adviseUnwanted(check: ObjectCheck, snapshot: Snapshot): Advice {
  const { name } = check;
  switch (check.kind) {
    case "container": {
      const sighting = snapshot.containers.get(name);
      const state = sighting?.kind === "found" ? sighting.facts.state : undefined;
      const running = state === "running" || state === "paused" || state === "restarting";
      return {
        because: running
          ? { es: `El contenedor ${code(name)} sigue en marcha`, en: `The container ${code(name)} is still running` }
          : {
            es: `El contenedor ${code(name)} está parado, pero parar no es borrar`,
            en: `The container ${code(name)} has stopped, but stopping is not removing`,
          },
        next: removal(running ? `docker rm -f ${name}` : `docker rm ${name}`),
      };
    }
    case "volume":
      return {
        because: {
          es: `El volumen ${code(name)} sigue existiendo: los volúmenes no se borran con sus contenedores`,
          en: `The volume ${code(name)} still exists: volumes are not removed with their containers`,
        },
        next: removal(`docker volume rm ${name}`),
      };
    case "network": {
      const sighting = snapshot.networks.get(name);
      const attached = sighting?.kind === "found" ? sighting.facts.containers?.[0] : undefined;
      if (attached === undefined) {
        return {
          because: { es: `La red ${code(name)} sigue existiendo`, en: `The network ${code(name)} still exists` },
          next: removal(`docker network rm ${name}`),
        };
      }
      return {
        because: {
          es: `La red ${code(name)} sigue existiendo, y ${code(attached)} está conectado a ella`,
          en: `The network ${code(name)} still exists, and ${code(attached)} is attached to it`,
        },
        next: {
          es: `Primero ${code(`docker network disconnect ${name} ${attached}`)}, después ${
            code(`docker network rm ${name}`)
          }`,
          en: `First ${code(`docker network disconnect ${name} ${attached}`)}, then ${
            code(`docker network rm ${name}`)
          }`,
        },
      };
    }
    case "image":
      return {
        because: {
          es: `La imagen ${code(name)} sigue en este motor`,
          en: `The image ${code(name)} is still on this engine`,
        },
        next: removal(`docker image rm ${name}`),
      };
    case "compose":
      return {
        because: {
          es: `El proyecto ${code(name)} sigue teniendo objetos`,
          en: `The project ${code(name)} still has objects`,
        },
        next: removal(`docker compose -p ${name} down`),
      };
    case "node":
      return { next: removal(`docker node rm ${name}`) };
    case "service":
    case "secret":
    case "config":
    case "stack":
      return { next: removal(`docker ${check.kind} rm ${name}`) };
  }
}

function removal(command: string) {
  return { es: `Para borrarlo: ${code(command)}`, en: `To remove it: ${code(command)}` };
}
