/** All that is in the way of a lab, for who cannot be asked about it. */

import type { Lab } from "../../content/schema/lab.ts";
import type { Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import type { Obstacle } from "../../lab/obstacle.ts";

/** What is in the way, as one error with exit code 1; `next` says how the lab begins once it is mended. */
export function obstaclesError(lab: Lab, obstacles: readonly Obstacle[], next: Text): UserError {
  const lines = (lang: "es" | "en") =>
    obstacles.map(({ what, next }) => `  - ${what[lang]}\n    ${next[lang]}`).join("\n");
  return new UserError(
    {
      es: `No se puede empezar "${lab.id}": hay cosas que lo impiden\n${lines("es")}`,
      en: `Cannot begin "${lab.id}": something is in the way\n${lines("en")}`,
    },
    next,
    1,
  );
}
