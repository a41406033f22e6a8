/** Plan in, snapshot out: everything that can be asked at the same time is. Here objects are inspected; see `look_deeper.ts`. */

import { later } from "../content/later.ts";
import type { Fault } from "../lab/fault.ts";
import { familiar } from "../lab/matching/reference.ts";
import type { Plan } from "../lab/plan.ts";
import type { RawFacts } from "../lab/raw_path.ts";
import { type ContainerFacts, emptySnapshot, type Sighting, type Sightings, type Snapshot } from "../lab/snapshot.ts";
import { after } from "./after.ts";
import { type Asked, type AskedObjects, askFor, askForObjects } from "./asked.ts";
import type { Docker } from "./binary.ts";
import { filesInside, inspectDeadline, overallDeadline } from "./deadlines.ts";
import { lackedBy, type Lacking, lacksAnything, nothingLacking } from "./lacking.ts";
import { containerKind, imageKind, type Kind, networkKind, sightingsWithRaws, volumeKind } from "./objects.ts";
import type { Published } from "./published.ts";

export interface LookOptions {
  readonly signal?: AbortSignal;
  /** What was started already; it ends by the same signal. */
  readonly asked?: AskedObjects | undefined;
  /** The last look: what was missing then probably still is, and its neighbours are asked for at once. */
  readonly last?: Snapshot | undefined;
  /** Where the engine is; asked only when a published port is. */
  readonly machine?: Published["machine"];
}

/** Never rejects: what could not be seen is `unknown`, with the reason. */
export async function look(docker: Docker, plan: Plan, options: LookOptions = {}): Promise<Snapshot> {
  const { signal, last, machine = () => Promise.resolve(undefined) } = options;
  const overall = new AbortController();
  let late = false;
  const stop = () => overall.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  const limits = { deadline: inspectDeadline, signal: overall.signal };
  const raws = new Map<string, Sighting<RawFacts>>();
  const known = async <Facts>(kind: Kind<Facts>, asked: readonly Asked[]): Promise<Sightings<Facts>> => {
    const seen = await sightingsWithRaws(kind, asked, plan.raws);
    for (const [key, raw] of seen.raws) raws.set(key, raw);
    return seen.sightings;
  };
  const inspect = <Facts>(kind: Kind<Facts>, names: readonly string[]) =>
    known(kind, askFor(docker, kind.verb, names, limits));
  const { asked = askForObjects(docker, plan, overall.signal) } = options;
  using _overdue = after(overallDeadline(plan), () => {
    late = true;
    overall.abort();
  });
  try {
    const containers = known(containerKind, asked.container);
    const otherNames = containers.then((found) => inspect(imageKind, namedOtherwise(plan, found)));
    const inspections = {
      containers,
      images: Promise.all([known(imageKind, asked.image), otherNames])
        .then(([named, others]) => new Map([...others, ...named])),
      volumes: known(volumeKind, asked.volume),
      networks: known(networkKind, asked.network),
    };
    const lacking = last ? lackedBy(last) : nothingLacking;
    const deeper = async () => {
      const { lookDeeper } = await later<typeof import("./look_deeper.ts")>(import.meta.url, "./look_deeper.ts");
      return await lookDeeper(docker, plan, inspections, { inspect, lacking, machine }, limits);
    };
    const foreseen = asksMore(plan, asked) || lacksAnything(lacking) ? deeper() : undefined;
    const seen = {
      containers: await inspections.containers,
      images: await inspections.images,
      volumes: await inspections.volumes,
      networks: await inspections.networks,
    };
    const more = await (foreseen ?? (wantsExplaining(seen) ? deeper() : undefined));
    const snapshot: Snapshot = { ...emptySnapshot(Date.now()), ...seen, raws, ...more };
    return late ? withoutCut(snapshot) : snapshot;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** Whether the plan asks for anything but what is being inspected. */
function asksMore(plan: Plan, asked: AskedObjects): boolean {
  const { execs, logs, https, tcps, histories, swarm } = plan;
  const others = Object.entries(plan.objects).flatMap(([kind, names]) => kind in asked ? [] : [names]);
  return swarm || [execs, logs, https, tcps, histories, filesInside(plan), ...others].some((list) => list.length > 0);
}

/** Something is missing, fell, or could not start. */
function wantsExplaining(seen: Pick<Snapshot, keyof Lacking>): boolean {
  return lacksAnything(lackedBy(seen)) || [...seen.containers.values()].some((sighting) => {
    if (sighting.kind !== "found") return false;
    const { state, startedAt, restarts = 0, error } = sighting.facts;
    return error !== undefined || restarts > 0 || (startedAt !== undefined && state !== "running");
  });
}

/**
 * Expected images whose container was made from another reference: only their ids can tell whether they are the same. Where nobody
 * here knows what is expected, the container's own image by its id: docker then tells all its names.
 */
function namedOtherwise(plan: Plan, containers: Sightings<ContainerFacts>): readonly string[] {
  const wanted = plan.expectedImages.flatMap(({ container, image }) => {
    const sighting = containers.get(container);
    if (sighting?.kind !== "found" || plan.objects.image.includes(image)) return [];
    return familiar(sighting.facts.image ?? "") === familiar(image) ? [] : [image];
  });
  const own = plan.origins.flatMap((name) => {
    const sighting = containers.get(name);
    return sighting?.kind === "found" ? sighting.facts.imageId ?? [] : [];
  });
  return [...new Set([...wanted, ...own])];
}

/** What our own deadline cut, not the caller, hung. */
function withoutCut(snapshot: Snapshot): Snapshot {
  const fault: Fault = { kind: "hung", detail: "" };
  const parts = Object.entries(snapshot).map(([name, part]) => {
    if (!(part instanceof Map)) return [name, part];
    const sightings = [...part as Sightings<unknown>].map(([key, sighting]) =>
      sighting.kind === "unknown" && sighting.fault.kind === "cancelled"
        ? [key, { kind: "unknown", fault }] as const
        : [key, sighting] as const
    );
    return [name, new Map(sightings)];
  });
  // Entries lose the types of the parts; each is what it was.
  return Object.fromEntries(parts) as Snapshot;
}
