/** Plan in, snapshot out: everything that can be asked at the same time is. */

import type { FileCheck } from "../content/schema/checks/inside.ts";
import { familiar } from "../lab/matching/reference.ts";
import type { RawFacts } from "../lab/raw_path.ts";
import { execKey, httpKey, logsKey, type Plan, tcpKey } from "../lab/plan.ts";
import { type ContainerFacts, emptySnapshot, type Sighting, type Sightings, type Snapshot } from "../lab/snapshot.ts";
import type { Fault } from "../lab/fault.ts";
import type { Docker } from "./binary.ts";
import { copyDeadline, fileIn } from "./file.ts";
import { withHistories } from "./history.ts";
import { request } from "./http.ts";
import { execIn, logsOf } from "./inside.ts";
import { wordsOfFallen } from "./last_words.ts";
import { lookWhoListens } from "./listening.ts";
import { bothOf, lookAround, nothingWanted, type Wanted } from "./neighbours.ts";
import { containerKind, imageKind, inspectWithRaws, type Kind, networkKind, volumeKind } from "./objects.ts";
import { lookAtOrchestration } from "./orchestration.ts";
import { ask, type Published } from "./published.ts";
import { connect } from "./tcp.ts";

/** ms for one inspect or list. */
const inspectDeadline = 4000;
/** Programs inside containers, requests and logs at the same time, each. */
const parallel = 4;

export interface LookOptions {
  readonly signal?: AbortSignal;
  /** Kinds of which something will probably be missing, as in the last look: their neighbours are asked for at once. */
  readonly lacking?: Wanted;
  /** Where the engine is; asked only when a published port is. */
  readonly machine?: Published["machine"];
}

/** Never rejects: what could not be seen is `unknown`, with the reason. */
export async function look(docker: Docker, plan: Plan, options: LookOptions = {}): Promise<Snapshot> {
  const { signal, lacking = nothingWanted, machine = () => Promise.resolve(undefined) } = options;
  const overall = new AbortController();
  let late = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => overall.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  const limits = { deadline: inspectDeadline, signal: overall.signal };
  const names = plan.objects;
  const raws = new Map<string, Sighting<RawFacts>>();
  const objects = async <Facts>(kind: Kind<Facts>, names: readonly string[]): Promise<Sightings<Facts>> => {
    if (names.length === 0) return new Map();
    const seen = await inspectWithRaws(docker, kind, names, plan.raws, limits);
    for (const [key, raw] of seen.raws) raws.set(key, raw);
    return seen.sightings;
  };
  try {
    const seen = objects(containerKind, namesOfContainers(plan));
    // What happens inside a container starts as soon as the containers are known, without waiting for the other kinds.
    const inside = seen.then((containers) => {
      const of = (name: string): Sighting<ContainerFacts> => containers.get(name) ?? { kind: "missing" };
      return Promise.all([
        eachOf(plan.execs, execKey, (check) => execIn(docker, check, of(check.name), overall.signal)),
        eachOf(plan.logs, logsKey, (check) => logsOf(docker, check, of(check.name), overall.signal)),
        wordsOfFallen(docker, plan.runners, containers, overall.signal),
        eachOf(filesInside(plan), ({ name }) => name, (check) => {
          return fileIn(docker, check, of(check.container ?? ""), overall.signal);
        }),
      ]);
    });
    const published = { machine, containers: seen };
    const fromHost = Promise.all([
      eachOf(plan.https, httpKey, (check) => ask(check, published, overall.signal, request)),
      eachOf(plan.tcps, tcpKey, (check) => ask(check, published, overall.signal, connect)),
    ]);
    const reach = Promise.all([seen, fromHost]).then(([containers, [https, tcps]]) =>
      lookWhoListens(docker, plan, { containers, https, tcps }, limits)
    );
    const otherNames = seen.then((containers) => objects(imageKind, namedOtherwise(plan, containers)));
    const kinds = Promise.all([
      seen,
      Promise.all([objects(imageKind, names.image), otherNames])
        .then(([images, others]) => withHistories(docker, plan.histories, new Map([...others, ...images]), limits)),
      objects(volumeKind, names.volume),
      objects(networkKind, names.network),
    ]);
    const several = lookAtOrchestration(docker, plan, objects, limits);
    const foreseen = lookAround(docker, lacking, limits);
    // The first timer of a process costs some ms: docker is at work by now.
    timer = setTimeout(() => {
      late = true;
      overall.abort();
    }, overallDeadline(plan));
    const around = kinds.then(async ([containers, images, volumes, networks]) => {
      const lacks = { containers, images, volumes, networks };
      const unforeseen = (kind: keyof Wanted) => lacksSome(lacks[kind]) && !lacking[kind];
      const found = await lookAround(docker, {
        containers: unforeseen("containers"),
        images: unforeseen("images"),
        volumes: unforeseen("volumes"),
        networks: unforeseen("networks"),
      }, limits);
      return bothOf(await foreseen, found);
    });
    const [
      [containers, images, volumes, networks],
      [execs, logs, lastWords, files],
      [https, tcps],
      { listeners, strangers },
      neighbours,
      orchestration,
    ] = await Promise.all([kinds, inside, fromHost, reach, around, several]);
    const settled = <Facts>(sightings: ReadonlyMap<string, Sighting<Facts>>) => late ? hung(sightings) : sightings;
    return {
      ...emptySnapshot(Date.now()),
      containers: settled(containers),
      images: settled(images),
      volumes: settled(volumes),
      networks: settled(networks),
      composes: settled(orchestration.composes),
      services: settled(orchestration.services),
      nodes: settled(orchestration.nodes),
      secrets: settled(orchestration.secrets),
      configs: settled(orchestration.configs),
      stacks: settled(orchestration.stacks),
      ...(orchestration.swarm === undefined ? {} : { swarm: orchestration.swarm }),
      execs: settled(execs),
      https: settled(https),
      tcps: settled(tcps),
      logs: settled(logs),
      files: settled(files),
      raws: settled(raws),
      listeners,
      strangers,
      lastWords,
      neighbours: { ...neighbours, ...orchestration.neighbours },
    };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** ms after which even a chain of slow answers is cut: each round of programs inside may use its own time. */
function overallDeadline(plan: Plan): number {
  const slowest = (checks: readonly { readonly timeout: number }[]) =>
    Math.ceil(checks.length / parallel) * Math.max(0, ...checks.map((check) => check.timeout * 1000 + 1500));
  const logs = Math.ceil(plan.logs.length / parallel) * inspectDeadline;
  // A link is copied twice.
  const files = Math.ceil(filesInside(plan).length / parallel) * 2 * copyDeadline;
  return 3 * inspectDeadline + Math.max(slowest(plan.execs), slowest(plan.https), slowest(plan.tcps), logs, files);
}

/** Those of the workspace are read where it is known. */
function filesInside({ files }: Plan): readonly FileCheck[] {
  return files.filter(({ container }) => container !== undefined);
}

function namesOfContainers(plan: Plan): readonly string[] {
  const inside = [...plan.execs, ...plan.logs].map(({ name }) => name);
  return [...new Set([...plan.objects.container, ...inside])];
}

/** Expected images whose container was made from another reference: only their ids can tell whether they are the same. */
function namedOtherwise(plan: Plan, containers: ReadonlyMap<string, Sighting<ContainerFacts>>): readonly string[] {
  const wanted = plan.expectedImages.flatMap(({ container, image }) => {
    const sighting = containers.get(container);
    if (sighting?.kind !== "found" || plan.objects.image.includes(image)) return [];
    return familiar(sighting.facts.image ?? "") === familiar(image) ? [] : [image];
  });
  return [...new Set(wanted)];
}

/** Of which kinds something was missing. */
export function lackedBy({ containers, images, volumes, networks }: Snapshot): Wanted {
  return {
    containers: lacksSome(containers),
    images: lacksSome(images),
    volumes: lacksSome(volumes),
    networks: lacksSome(networks),
  };
}

function lacksSome(sightings: ReadonlyMap<string, Sighting<unknown>>): boolean {
  return [...sightings.values()].some((sighting) => sighting.kind === "missing");
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

/** Cut by the overall deadline, not by the caller. */
function hung<Facts>(sightings: ReadonlyMap<string, Sighting<Facts>>): ReadonlyMap<string, Sighting<Facts>> {
  const fault: Fault = { kind: "hung", detail: "" };
  return new Map(
    [...sightings].map(([key, sighting]) =>
      sighting.kind === "unknown" && sighting.fault.kind === "cancelled"
        ? [key, { kind: "unknown", fault }]
        : [key, sighting]
    ),
  );
}
