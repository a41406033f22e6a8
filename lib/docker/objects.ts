/** One typed `docker … inspect` per kind of object, whatever the number of names. */

import type { Inspectable } from "../content/schema/checks/inspect.ts";
import { familiar } from "../lab/matching/reference.ts";
import { rawKey, type RawWish } from "../lab/plan.ts";
import { follow, type Json, type RawFacts } from "../lab/raw_path.ts";
import type { ContainerFacts, ImageFacts, NetworkFacts, Sighting, Sightings, VolumeFacts } from "../lab/snapshot.ts";
import { type Asked, askFor } from "./asked.ts";
import type { Docker } from "./binary.ts";
import { listOf, type Raw, textOf } from "./facts.ts";
import { readingOf } from "./faults.ts";
import { containerFacts, imageFacts, networkFacts, parseInspect, volumeFacts } from "./inspect.ts";
import type { Call, CallLimits, ReadingVerb } from "./run.ts";

export interface Kind<Facts> {
  readonly object: Inspectable;
  readonly verb: ReadingVerb;
  readonly facts: (raw: Raw) => Facts;
  /** Docker also answers to ids and to prefixes of ids; only the very name counts. */
  readonly isNamed: (raw: Raw, name: string) => boolean;
}

export const containerKind: Kind<ContainerFacts> = {
  object: "container",
  verb: "container inspect",
  facts: containerFacts,
  isNamed: (raw, name) => raw["Name"] === `/${name}`,
};
export const imageKind: Kind<ImageFacts> = {
  object: "image",
  verb: "image inspect",
  facts: imageFacts,
  isNamed: isImage,
};
export const volumeKind: Kind<VolumeFacts> = {
  object: "volume",
  verb: "volume inspect",
  facts: volumeFacts,
  isNamed: (raw, name) => raw["Name"] === name,
};
export const networkKind: Kind<NetworkFacts> = {
  object: "network",
  verb: "network inspect",
  facts: networkFacts,
  isNamed: (raw, name) => raw["Name"] === name,
};

export interface Inspected<Facts> {
  readonly sightings: Sightings<Facts>;
  /** By `rawKey`. */
  readonly raws: Sightings<RawFacts>;
}

/** What was asked for; from the same answers of docker also what stands at the paths that are wished for. */
export async function sightingsWithRaws<Facts>(
  kind: Kind<Facts>,
  asked: readonly Asked[],
  wishes: readonly RawWish[],
): Promise<Inspected<Facts>> {
  // The same kind may be asked for twice, by other names.
  const own = wishes.filter(({ object, name }) =>
    object === kind.object && asked.some(({ names }) => names.includes(name))
  );
  if (own.length === 0) return { sightings: await sightingsOf(kind, asked), raws: new Map() };
  const wholes = await sightingsOf({ ...kind, facts: (raw) => ({ raw, facts: kind.facts(raw) }) }, asked);
  return {
    sightings: new Map([...wholes].map(([name, whole]) => [name, foundAs(whole, ({ facts }) => facts)])),
    raws: new Map(own.map((wish) => {
      const whole = wholes.get(wish.name) ?? { kind: "missing" };
      // What was read from JSON is JSON.
      return [rawKey(wish), foundAs(whole, ({ raw }) => follow(raw as Json, wish.path))];
    })),
  };
}

function foundAs<From, To>(sighting: Sighting<From>, as: (facts: From) => To): Sighting<To> {
  return sighting.kind === "found" ? { kind: "found", facts: as(sighting.facts) } : sighting;
}

/** One sighting per name: what docker did not give is missing, or unknown when docker failed. */
export function inspectAll<Facts>(
  docker: Docker,
  kind: Kind<Facts>,
  names: readonly string[],
  limits: CallLimits,
): Promise<Sightings<Facts>> {
  return sightingsOf(kind, askFor(docker, kind.verb, names, limits));
}

async function sightingsOf<Facts>(kind: Kind<Facts>, asked: readonly Asked[]): Promise<Sightings<Facts>> {
  const parts = await Promise.all(asked.map(async ({ names, call }) => sightingsIn(kind, names, await call)));
  return new Map(parts.flatMap((part) => [...part]));
}

function sightingsIn<Facts>(kind: Kind<Facts>, names: readonly string[], call: Call): Sightings<Facts> {
  const reading = readingOf(call);
  const objects = parseInspect(call.stdout);
  return new Map(names.map((name): [string, Sighting<Facts>] => {
    const raw = objects?.find((object) => kind.isNamed(object, name));
    if (raw) return [name, { kind: "found", facts: kind.facts(raw) }];
    if (reading.kind === "fault") return [name, { kind: "unknown", fault: reading.fault }];
    // Whatever came out was not a list of objects: that is no proof of absence.
    if (objects === undefined) {
      const detail = call.overflow ? "more output than expected" : call.stdout.slice(0, 80);
      return [name, { kind: "unknown", fault: { kind: "unknown", detail } }];
    }
    return [name, { kind: "missing" }];
  }));
}

/** Asked by tag, by digest, or by id (12 hexadecimal digits or more: fewer are a name). */
function isImage(raw: Raw, name: string): boolean {
  const id = textOf(raw["Id"])?.replace(/^sha256:/, "") ?? "";
  if (/^(sha256:)?[0-9a-f]{12,64}$/.test(name) && id.startsWith(name.replace(/^sha256:/, ""))) return true;
  const names = [...(listOf(raw["RepoTags"]) ?? []), ...(listOf(raw["RepoDigests"]) ?? [])].map(familiar);
  const asked = familiar(name);
  // `repo:tag@digest` is looked up by its digest alone.
  return names.includes(asked) || names.includes(asked.replace(/:[^:@/]+@/, "@"));
}
