/** A check of the swarm that the engine is, or is not, part of. */

import * as v from "valibot";
import { closed } from "../closed.ts";
import { type CheckCommon, common, commonKeys, type Expectation, expectations, matchers } from "../expectation.ts";
import { swarmFields } from "../field.ts";

/** docker's own words for the part an engine takes in a swarm (moby: swarm.LocalNodeState). */
const swarmStates = ["inactive", "pending", "active", "error", "locked"] as const;
export type SwarmState = (typeof swarmStates)[number];

export interface SwarmCheck extends CheckCommon {
  readonly kind: "swarm";
  readonly state: SwarmState;
  readonly expects: readonly Expectation[];
}

export const swarm = v.pipe(
  closed({ swarm: v.picklist(swarmStates), ...matchers(swarmFields), ...commonKeys }),
  v.transform((written): SwarmCheck => ({
    kind: "swarm",
    state: written.swarm,
    expects: expectations(swarmFields, written),
    ...common(written),
  })),
);
