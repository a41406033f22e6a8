/** What a look asks beyond the inspect of objects: inside containers, from the host, of projects and swarms, and to explain. */

import { execKey, httpKey, logsKey, type Plan, tcpKey } from "../lab/plan.ts";
import type {
  ContainerFacts,
  ImageFacts,
  NetworkFacts,
  Sighting,
  Sightings,
  Snapshot,
  VolumeFacts,
} from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { filesInside, parallel } from "./deadlines.ts";
import { fileIn } from "./file.ts";
import { withHistories } from "./history.ts";
import { request } from "./http.ts";
import { execIn, logsOf } from "./inside.ts";
import { wordsOfFallen } from "./last_words.ts";
import { lookWhoListens } from "./listening.ts";
import { lackedBy, type Lacking } from "./lacking.ts";
import { bothOf, lookAround } from "./neighbours.ts";
import { lookAtOrchestration } from "./orchestration.ts";
import { ask, type Published } from "./published.ts";
import type { CallLimits } from "./run.ts";
import type { Inspect } from "./services.ts";
import { connect } from "./tcp.ts";

/** What is being inspected at the same time. */
export interface Inspections {
  readonly containers: Promise<Sightings<ContainerFacts>>;
  readonly images: Promise<Sightings<ImageFacts>>;
  readonly volumes: Promise<Sightings<VolumeFacts>>;
  readonly networks: Promise<Sightings<NetworkFacts>>;
}

export interface Surroundings {
  readonly inspect: Inspect;
  /** Kinds of which something will probably be missing. */
  readonly lacking: Lacking;
  readonly machine: Published["machine"];
}

/** `images` come with their histories where those are asked for. */
export type Deeper = Omit<Snapshot, "takenAt" | "containers" | "volumes" | "networks" | "raws" | "history">;

/** Never rejects; asks for nothing that is not in the plan, unless something is missing or has fallen. */
export async function lookDeeper(
  docker: Docker,
  plan: Plan,
  inspections: Inspections,
  { inspect, lacking, machine }: Surroundings,
  limits: CallLimits & { readonly signal: AbortSignal },
): Promise<Deeper> {
  const { signal } = limits;
  const seen = inspections.containers;
  // What happens inside a container starts as soon as the containers are known, without waiting for the other kinds.
  const inside = seen.then((containers) => {
    const of = (name: string): Sighting<ContainerFacts> => containers.get(name) ?? { kind: "missing" };
    return Promise.all([
      eachOf(plan.execs, execKey, (check) => execIn(docker, check, of(check.name), signal)),
      eachOf(plan.logs, logsKey, (check) => logsOf(docker, check, of(check.name), signal)),
      wordsOfFallen(docker, plan.runners, containers, signal),
      eachOf(filesInside(plan), ({ name }) => name, (check) => {
        return fileIn(docker, check, of(check.container ?? ""), signal);
      }),
    ]);
  });
  const published = { machine, containers: seen };
  const fromHost = Promise.all([
    eachOf(plan.https, httpKey, (check) => ask(check, published, signal, request)),
    eachOf(plan.tcps, tcpKey, (check) => ask(check, published, signal, connect)),
  ]);
  const reach = Promise.all([seen, fromHost]).then(([containers, [https, tcps]]) =>
    lookWhoListens(docker, plan, { containers, https, tcps }, limits)
  );
  const told = inspections.images.then((images) => withHistories(docker, plan.histories, images, limits));
  const several = lookAtOrchestration(docker, plan, inspect, limits);
  const foreseen = lookAround(docker, lacking, limits);
  const kinds = Promise.all([seen, told, inspections.volumes, inspections.networks]);
  const around = kinds.then(async ([containers, images, volumes, networks]) => {
    const lacked = lackedBy({ containers, images, volumes, networks });
    const unforeseen = (kind: keyof Lacking) => lacked[kind] && !lacking[kind];
    const found = await lookAround(docker, {
      containers: unforeseen("containers"),
      images: unforeseen("images"),
      volumes: unforeseen("volumes"),
      networks: unforeseen("networks"),
    }, limits);
    return bothOf(await foreseen, found);
  });
  const [
    images,
    [execs, logs, lastWords, files],
    [https, tcps],
    { listeners, strangers },
    neighbours,
    { neighbours: others, ...orchestration },
  ] = await Promise.all([told, inside, fromHost, reach, around, several]);
  return {
    ...orchestration,
    images,
    execs,
    logs,
    lastWords,
    files,
    https,
    tcps,
    listeners,
    strangers,
    neighbours: { ...neighbours, ...others },
  };
}

/** A few at a time, in order. */
async function eachOf<Check, Facts>(
  checks: readonly Check[],
  keyOf: (check: Check) => string,
  ask: (check: Check) => Promise<Sighting<Facts>>,
): Promise<ReadonlyMap<string, Sighting<Facts>>> {
  const answers = new Map<string, Sighting<Facts>>();
  const queue = checks.values();
  const worker = async () => {
    for (const check of queue) answers.set(keyOf(check), await ask(check));
  };
  await Promise.all(Array.from({ length: Math.min(parallel, checks.length) }, worker));
  return answers;
}
