/** Inspections that are under way: docker is at work while what reads its answers is still being loaded. */

import type { Plan } from "../lab/plan.ts";
import type { Docker } from "./binary.ts";
import { inspectDeadline } from "./deadlines.ts";
import { type Call, type CallLimits, inspectLimit, read, type ReadingVerb } from "./run.ts";

/** One call for these names. */
export interface Asked {
  readonly names: readonly string[];
  readonly call: Promise<Call>;
}

/** The kinds that are inspected by the names in a plan, whatever else is asked for. */
export interface AskedObjects {
  readonly container: readonly Asked[];
  readonly image: readonly Asked[];
  readonly volume: readonly Asked[];
  readonly network: readonly Asked[];
}

/** Starts docker at once. */
export function askForObjects(docker: Docker, plan: Plan, signal: AbortSignal): AskedObjects {
  const limits = { deadline: inspectDeadline, signal };
  const { image, volume, network } = plan.objects;
  return {
    container: askFor(docker, "container inspect", namesOfContainers(plan), limits),
    image: askFor(docker, "image inspect", image, limits),
    volume: askFor(docker, "volume inspect", volume, limits),
    network: askFor(docker, "network inspect", network, limits),
  };
}

/** A command line has a length limit, and one request per name follows another. */
const chunk = 200;

export function askFor(
  docker: Docker,
  verb: ReadingVerb,
  names: readonly string[],
  limits: CallLimits,
): readonly Asked[] {
  return Array.from({ length: Math.ceil(names.length / chunk) }, (_, at) => {
    const some = names.slice(at * chunk, (at + 1) * chunk);
    // Names come from content too: none of them is an option.
    return { names: some, call: read(docker, verb, ["--", ...some], { limit: inspectLimit, ...limits }) };
  });
}

function namesOfContainers(plan: Plan): readonly string[] {
  const inside = [...plan.execs, ...plan.logs].map(({ name }) => name);
  return [...new Set([...plan.objects.container, ...inside])];
}
