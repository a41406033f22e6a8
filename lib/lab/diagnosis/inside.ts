/** A container that should be asked something is not there, or does not run. */

import { code } from "../matching/printable.ts";
import type { Advice } from "../checks/look.ts";
import type { ContainerFacts, Snapshot } from "../snapshot.ts";
import { adviseState } from "./state.ts";

export function adviseNoContainer(name: string): Advice {
  const create = code(`docker run --name ${name} …`);
  return {
    because: {
      es: `No existe ningún contenedor llamado ${code(name)}`,
      en: `There is no container called ${code(name)}`,
    },
    next: { es: `Créalo primero: ${create}`, en: `Create it first: ${create}` },
  };
}

/** `facts` are undefined where it was gone a moment later. */
export function adviseNotRunning(name: string, facts: ContainerFacts | undefined, snapshot: Snapshot): Advice {
  const [start, logs] = [code(`docker start ${name}`), code(`docker logs ${name}`)];
  return {
    because: { es: `${code(name)} no está en marcha`, en: `${code(name)} is not running` },
    next: {
      es: `Arráncalo con ${start}; si se vuelve a parar, mira ${logs}`,
      en: `Start it with ${start}; if it stops again, see ${logs}`,
    },
    ...(facts ? adviseState("running", facts, snapshot) : {}),
  };
}
