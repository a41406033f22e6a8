/** An attempt belongs to the engine on which it began: on another one nothing of it counts and nothing is removed. */

import type { Lab } from "../../content/schema/lab.ts";
import { both, type Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import type { DockerEngine } from "../../docker/engine.ts";
import { type EngineAddress, engineLine, isSameEngine } from "../../lab/engine_address.ts";
import type { LabProgress } from "../../study/progress.ts";

export interface Elsewhere {
  readonly begun: EngineAddress;
  readonly here: EngineAddress;
}

/** Nothing where it is the same engine, or where that cannot be told: old attempts do not know theirs. */
export async function elsewhere(
  engine: Pick<DockerEngine, "address">,
  attempt: Pick<LabProgress, "engine">,
): Promise<Elsewhere | undefined> {
  const begun = attempt.engine;
  const here = begun && await engine.address();
  return begun === undefined || here === undefined || isSameEngine(begun, here) ? undefined : { begun, here };
}

/** Exit code 1: the learner goes back to that engine, or ends the lab there. */
export function otherEngine(lab: Lab, { begun, here }: Elsewhere): UserError {
  return new UserError(
    {
      es: `No se puede seguir con "${lab.id}" en este motor (${engineLine(here)}): empezó en otro (${
        engineLine(begun)
      })`,
      en: `Cannot go on with "${lab.id}" on this engine (${engineLine(here)}): it began on another (${
        engineLine(begun)
      })`,
    },
    both((
      lang,
    ) => (lang === "es" ? `Vuelve a aquel ${wayBack(begun).es}` : `Go back to that one ${wayBack(begun).en}`)),
    1,
  );
}

function wayBack({ context, host }: EngineAddress): Text {
  if (context !== "default") {
    return { es: `con --context ${context}`, en: `with --context ${context}` };
  }
  if (host === "unix:///var/run/docker.sock" || host.startsWith("npipe:")) {
    return {
      es: "con --context default, y unset DOCKER_HOST si está puesta",
      en: "with --context default, and unset DOCKER_HOST if it is set",
    };
  }
  return { es: `con export DOCKER_HOST=${host}`, en: `with export DOCKER_HOST=${host}` };
}
