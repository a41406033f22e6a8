/** A health check does not say what was expected, or there is none. */

import { same, type Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { withoutLastLineEnds } from "../checks/stream.ts";
import { code, said } from "../matching/printable.ts";
import type { ContainerFacts, Snapshot } from "../snapshot.ts";
import { recreate } from "./start_error.ts";
import { adviseState } from "./state.ts";

/** Why a container is not healthy: the last words of its own probe. */
export function adviseHealth(facts: ContainerFacts, snapshot: Snapshot): Advice {
  const { name, health, state } = facts;
  if (health !== undefined && state !== undefined && state !== "running") {
    const { because, next } = adviseState("running", facts, snapshot);
    const lead: Text = {
      es: "Su prueba de salud solo se repite mientras está en marcha",
      en: "Its health check is repeated only while it runs",
    };
    return {
      because: because ? { es: `${lead.es}. ${because.es}`, en: `${lead.en}. ${because.en}` } : lead,
      ...(next ? { next } : {}),
    };
  }
  const healthOutput = withoutLastLineEnds(facts.healthOutput ?? "");
  const words: Text = healthOutput === "" ? same("") : {
    es: `; la última vez dijo ${said(healthOutput, 160, true)}`,
    en: `; the last time it said ${said(healthOutput, 160, true)}`,
  };
  switch (health) {
    case undefined:
    case "":
    case "none":
      return {
        because: { es: "No tiene ninguna prueba de salud", en: "It has no health check" },
        next: recreate(name, { es: "con `--health-cmd …`", en: "with `--health-cmd …`" }),
      };
    case "starting":
      return {
        because: {
          es: `Su prueba de salud aún no ha terminado${words.es}`,
          en: `Its health check has not finished yet${words.en}`,
        },
        next: { es: "Espera unos segundos", en: "Wait some seconds" },
      };
    default:
      return {
        because: {
          es: `Su prueba de salud da ${code(health)}${words.es}`,
          en: `Its health check gives ${code(health)}${words.en}`,
        },
        next: {
          es: `Repite a mano lo que hace la prueba con ${code(`docker exec ${name} …`)}, y mira ${
            code(`docker logs ${name}`)
          }`,
          en: `Do by hand what the check does, with ${code(`docker exec ${name} …`)}, and see ${
            code(`docker logs ${name}`)
          }`,
        },
      };
  }
}
