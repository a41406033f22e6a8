/** Plan in, snapshot out: everything that can be asked at the same time is. */

import { familiar } from "../lab/matching/reference.ts";
import { execKey, httpKey, logsKey, type Plan } from "../lab/plan.ts";
import { type ContainerFacts, emptySnapshot, type Sighting, type Snapshot } from "../lab/snapshot.ts";
import type { Fault } from "../lab/fault.ts";
import type { Docker } from "./binary.ts";
import { request } from "./http.ts";
import { execIn, logsOf } from "./inside.ts";
import { bothOf, lookAround, nothingWanted, type Wanted } from "./neighbours.ts";
import { containerKind, imageKind, inspectAll, networkKind, volumeKind } from "./objects.ts";

/** ms for one inspect or list. */
const inspectDeadline = 4000;
/** Programs inside containers, requests and logs at the same time, each. */
const parallel = 4;

export interface LookOptions {
  readonly signal?: AbortSignal;
  /** Kinds of which something will probably be missing, as in the last look: their neighbours are asked for at once. */
  readonly lacking?: Wanted;
}

/** Never rejects: what could not be seen is `unknown`, with the reason. */
export async function look(docker: Docker, plan: Plan, options: LookOptions = {}): Promise<Snapshot> {
  const { signal, lacking = nothingWanted } = options;
  const overall = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    overall.abort();
  }, overallDeadline(plan));
  const stop = () => overall.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  const limits = { deadline: inspectDeadline, signal: overall.signal };
  const names = plan.objects;
  const objects = async <Facts>(kind: Parameters<typeof inspectAll<Facts>>[1], names: readonly string[]) =>
    names.length === 0 ? new Map<string, Sighting<Facts>>() : await inspectAll(docker, kind, names, limits);
  try {
    const seen = objects(containerKind, namesOfContainers(plan));
    // What happens inside a container starts as soon as the containers are known, without waiting for the other kinds.
    const inside = seen.then((containers) => {
      const of = (name: string): Sighting<ContainerFacts> => containers.get(name) ?? { kind: "missing" };
      return Promise.all([
        eachOf(plan.execs, execKey, (check) => execIn(docker, check, of(check.name), overall.signal)),
        eachOf(plan.logs, logsKey, (check) => logsOf(docker, check, of(check.name), overall.signal)),
      ]);
    });
    const http = eachOf(plan.https, httpKey, (check) => request(check, overall.signal));
    const otherNames = seen.then((containers) => objects(imageKind, namedOtherwise(plan, containers)));
    const kinds = Promise.all([
      seen,
      Promise.all([objects(imageKind, names.image), otherNames])
        .then(([images, others]) => new Map([...others, ...images])),
      objects(volumeKind, names.volume),
      objects(networkKind, names.network),
    ]);
    const foreseen = lookAround(docker, lacking, limits);
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
    const [[containers, images, volumes, networks], [execs, logs], https, neighbours] = await Promise.all([
      kinds,
      inside,
      http,
      around,
    ]);
    const settled = <Facts>(sightings: ReadonlyMap<string, Sighting<Facts>>) => late ? hung(sightings) : sightings;
    return {
      ...emptySnapshot(Date.now()),
      containers: settled(containers),
      images: settled(images),
      volumes: settled(volumes),
      networks: settled(networks),
      execs: settled(execs),
      https: settled(https),
      logs: settled(logs),
      neighbours,
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
  return 3 * inspectDeadline + Math.max(slowest(plan.execs), slowest(plan.https), logs);
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
