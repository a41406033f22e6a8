/** The last update of a service has not ended as it should. */

import { same } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { code, said } from "../matching/printable.ts";
import type { ServiceFacts } from "../orchestration.ts";
import { wanted } from "./wanted.ts";

export function adviseUpdate({ matcher }: JudgedField, facts: ServiceFacts): Advice {
  const { name, updateState, updateMessage } = facts;
  const goal = String(wanted(matcher) ?? "");
  const message = updateMessage === undefined ? "…" : said(updateMessage, 160);
  const rollback = code(`docker service rollback ${name}`);
  const ps = code(`docker service ps ${name}`);
  switch (updateState) {
    case undefined:
      return {
        because: {
          es: "Desde que se creó no se ha actualizado nunca",
          en: "It has not been updated since it was created",
        },
        next: same(code(`docker service update … ${name}`)),
      };
    case "updating":
    case "rollback_started":
      return {
        because: { es: "Aún está cambiando sus tareas", en: "It is still changing its tasks" },
        next: {
          es: `Espera unos segundos; ${ps} dice por dónde va`,
          en: `Wait some seconds; ${ps} tells how far it is`,
        },
      };
    case "paused":
    case "rollback_paused":
      return {
        because: {
          es: `Se detuvo porque las tareas nuevas fallan: ${message}`,
          en: `It was paused because the new tasks fail: ${message}`,
        },
        next: {
          es: `Vuelve atrás con ${rollback}, o actualízalo con algo que arranque; ${ps} dice qué falla`,
          en: `Go back with ${rollback}, or update it to something that starts; ${ps} tells what fails`,
        },
      };
    case "rollback_completed":
      return {
        because: {
          es: `Swarm volvió a la versión anterior: ${message}`,
          en: `Swarm went back to the version before: ${message}`,
        },
        next: {
          es: `Actualízalo con algo que arranque: ${code(`docker service update … ${name}`)}`,
          en: `Update it to something that starts: ${code(`docker service update … ${name}`)}`,
        },
      };
    default:
      return goal.startsWith("rollback")
        ? {
          because: { es: "La última actualización acabó bien", en: "The last update ended well" },
          next: same(rollback),
        }
        : {};
  }
}
