/** What a lab that is going on has taken for itself, so that another one keeps away from it. */

import type { Lab } from "../content/schema/lab.ts";
import { builtInNetworks } from "./inventory.ts";
import { namesOf } from "./lab_names.ts";

/** Names of objects, and host ports. */
export interface Claim {
  readonly lab: string;
  readonly containers: readonly string[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly images: readonly string[];
  readonly ports: readonly number[];
}

/** What a lab is going to use; kept while it is going on. */
export function claimOf(lab: Lab): Claim {
  const { containers, volumes, networks, images } = namesOf(lab, { mistakes: false });
  const own = [...networks].filter((name) => !builtInNetworks.has(name));
  return {
    lab: lab.id,
    containers: [...containers],
    volumes: [...volumes],
    networks: own,
    images: [...images],
    ports: lab.ports,
  };
}
