/** Plan in, snapshot out: everything that can be asked at the same time is. Here objects are inspected; see `look_deeper.ts`. */

import { later } from "../content/later.ts";
import type { ObjectKind } from "../content/schema/checks/object.ts";
import type { Fault } from "../lab/fault.ts";
import { familiar } from "../lab/matching/reference.ts";
import type { Plan } from "../lab/plan.ts";
import type { RawFacts } from "../lab/raw_path.ts";
import { type ContainerFacts, emptySnapshot, type Sighting, type Sightings, type Snapshot } from "../lab/snapshot.ts";
import { after } from "./after.ts";
import type { Docker } from "./binary.ts";
import { filesInside, inspectDeadline, overallDeadline } from "./deadlines.ts";
import { lackedBy, type Lacking, lacksAnything, nothingLacking } from "./lacking.ts";
import { containerKind, imageKind, inspectWithRaws, type Kind, networkKind, volumeKind } from "./objects.ts";
import type { Published } from "./published.ts";

export interface LookOptions {
  readonly signal?: AbortSignal;
  /** Kinds of which something will probably be missing, as in the last look: their neighbours are asked for at once. */
  readonly lacking?: Lacking;
  /** Where the engine is; asked only when a published port is. */
  readonly machine?: Published["machine"];
}

/** Never rejects: what could not be seen is `unknown`, with the reason. */
export async function look(docker: Docker, plan: Plan, options: LookOptions = {}): Promise<Snapshot> {
  const { signal, lacking = nothingLacking, machine = () => Promise.resolve(undefined) } = options;
  const overall = new AbortController();
  let late = false;
  const stop = () => overall.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  const limits = { deadline: inspectDeadline, signal: overall.signal };
  const raws = new Map<string, Sighting<RawFacts>>();
  const inspect = async <Facts>(kind: Kind<Facts>, names: readonly string[]): Promise<Sightings<Facts>> => {
    if (names.length === 0) return new Map();
    const seen = await inspectWithRaws(docker, kind, names, plan.raws, limits);
    for (const [key, raw] of seen.raws) raws.set(key, raw);
    return seen.sightings;
  };
  using _overdue = after(overallDeadline(plan), () => {
    late = true;
    overall.abort();
  });
  try {
    const names = plan.objects;
    const containers = inspect(containerKind, namesOfContainers(plan));
    const otherNames = containers.then((known) => inspect(imageKind, namedOtherwise(plan, known)));
    const images = Promise.all([inspect(imageKind, names.image), otherNames])
      .then(([asked, others]) => new Map([...others, ...asked]));
    const inspections = {
      containers,
      images,
      volumes: inspect(volumeKind, names.volume),
      networks: inspect(networkKind, names.network),
    };
    const deeper = async () => {
      const { lookDeeper } = await later<typeof import("./look_deeper.ts")>(import.meta.url, "./look_deeper.ts");
      return await lookDeeper(docker, plan, inspections, { inspect, lacking, machine }, limits);
    };
    const asked = asksMore(plan) || lacksAnything(lacking) ? deeper() : undefined;
    const seen = {
      containers: await inspections.containers,
      images: await inspections.images,
      volumes: await inspections.volumes,
      networks: await inspections.networks,
    };
    const more = await (asked ?? (wantsExplaining(seen) ? deeper() : undefined));
    const snapshot: Snapshot = { ...emptySnapshot(Date.now()), ...seen, raws, ...more };
    return late ? withoutCut(snapshot) : snapshot;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** Objects that are inspected by their names, whatever else is asked for. */
const inspected: ReadonlySet<string> = new Set(["container", "image", "volume", "network"] satisfies ObjectKind[]);

function asksMore(plan: Plan): boolean {
  const { execs, logs, https, tcps, histories, swarm } = plan;
  const others = Object.entries(plan.objects).flatMap(([kind, names]) => inspected.has(kind) ? [] : [names]);
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

function namesOfContainers(plan: Plan): readonly string[] {
  const inside = [...plan.execs, ...plan.logs].map(({ name }) => name);
  return [...new Set([...plan.objects.container, ...inside])];
}

/** Expected images whose container was made from another reference: only their ids can tell whether they are the same. */
function namedOtherwise(plan: Plan, containers: Sightings<ContainerFacts>): readonly string[] {
  const wanted = plan.expectedImages.flatMap(({ container, image }) => {
    const sighting = containers.get(container);
    if (sighting?.kind !== "found" || plan.objects.image.includes(image)) return [];
    return familiar(sighting.facts.image ?? "") === familiar(image) ? [] : [image];
  });
  return [...new Set(wanted)];
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
