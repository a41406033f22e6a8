/** A container has not been long enough in its state yet. */

import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { ContainerFacts } from "../snapshot.ts";

export function adviseSteady(facts: ContainerFacts): Advice {
  if ((facts.restarts ?? 0) > 0) {
    return {
      because: {
        es: `Docker lo ha tenido que reiniciar ${facts.restarts} veces: quizá vuelva a caer`,
        en: `Docker had to restart it ${facts.restarts} times: it may fall again`,
      },
      next: {
        es: `Espera unos segundos; si se repite, mira ${code(`docker logs ${facts.name}`)}`,
        en: `Wait some seconds; if it happens again, see ${code(`docker logs ${facts.name}`)}`,
      },
    };
  }
  return {
    because: {
      es: "Acaba de arrancar: falta ver si se mantiene",
      en: "It has just started: it remains to be seen whether it stays",
    },
    next: { es: "Espera unos segundos", en: "Wait some seconds" },
  };
}
