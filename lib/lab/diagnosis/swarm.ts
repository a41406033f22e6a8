/** The engine does not take the part in a swarm that it should: the command that changes it. */

import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { code, said } from "../matching/printable.ts";
import type { SwarmFacts } from "../orchestration.ts";
import { wanted } from "./wanted.ts";

export function adviseSwarm({ field, matcher }: JudgedField, facts: SwarmFacts): Advice {
  switch (field) {
    case "state":
      return towards(String(wanted(matcher)), facts);
    case "manager":
      return facts.state !== "active" ? outside : facts.manager
        ? {
          because: { es: "Este nodo es manager", en: "This node is a manager" },
          next: same(code("docker node demote …")),
        }
        : {
          because: {
            es: "Este nodo es worker: solo un manager puede ascenderlo",
            en: "This node is a worker: only a manager can promote it",
          },
          next: {
            es: `Desde un manager: ${code("docker node promote NODO")}`,
            en: `From a manager: ${code("docker node promote NODE")}`,
          },
        };
    default:
      return members(field, facts);
  }
}

const outside: Advice = {
  because: { es: "Este motor no está en ningún swarm", en: "This engine is in no swarm" },
  next: same(code("docker swarm init")),
};

function towards(goal: string, facts: SwarmFacts): Advice {
  switch (facts.state) {
    case "inactive":
      return outside;
    case "active":
      return {
        because: { es: "Este motor está en un swarm", en: "This engine is in a swarm" },
        ...(goal === "inactive" ? { next: leaving(facts.manager) } : {}),
      };
    case "pending":
      return {
        because: {
          es: "Está pidiendo entrar en un swarm y aún no le han contestado",
          en: "It is asking to join a swarm and has had no answer yet",
        },
        next: {
          es: "Espera unos segundos; si no cambia, comprueba que el puerto 2377 del manager se alcanza desde aquí",
          en: "Wait some seconds; if nothing changes, check that port 2377 of the manager can be reached from here",
        },
      };
    case "locked":
      return {
        because: {
          es: "El swarm se protegió con `--autolock` y el motor se ha reiniciado",
          en: "The swarm was locked with `--autolock`, and the engine was restarted",
        },
        next: same(code("docker swarm unlock")),
      };
    default:
      return {
        ...(facts.error === undefined ? {} : {
          because: {
            es: `El swarm está en error: ${said(facts.error)}`,
            en: `The swarm is in error: ${said(facts.error)}`,
          },
        }),
        next: {
          es: `Empieza de nuevo: ${code("docker swarm leave --force")} y ${code("docker swarm init")}`,
          en: `Begin anew: ${code("docker swarm leave --force")}, then ${code("docker swarm init")}`,
        },
      };
  }
}

function leaving(manager: boolean): Text {
  if (!manager) return same(code("docker swarm leave"));
  const leave = code("docker swarm leave --force");
  return {
    es: `Sácalo con ${leave}; si es el último manager, se pierden sus servicios, secretos y configs`,
    en: `Take it out with ${leave}; if it is the last manager, its services, secrets and configs are lost`,
  };
}

function members(field: string, facts: SwarmFacts): Advice {
  if (facts.state !== "active") return outside;
  if (field === "managers") {
    return {
      next: {
        es: `${code("docker node promote NODO")} hace manager a un nodo, ${
          code("docker node demote NODO")
        } lo devuelve a worker`,
        en: `${code("docker node promote NODE")} makes a node a manager, ${
          code("docker node demote NODE")
        } a worker again`,
      },
    };
  }
  return {
    next: {
      es: `${code("docker swarm join-token worker")} da la orden que se ejecuta en la otra máquina para que entre`,
      en: `${code("docker swarm join-token worker")} gives the command that the other machine runs to join`,
    },
  };
}
