/** The instructions that made an image, as its Dockerfile says them. */

import type { ImageFacts, Sighting, Sightings } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { readingOf } from "./faults.ts";
import { type CallLimits, read } from "./run.ts";

/** Adds the history to these images, a call each; a history that docker does not give makes the image unknown. */
export async function withHistories(
  docker: Docker,
  names: readonly string[],
  images: Sightings<ImageFacts>,
  limits: CallLimits,
): Promise<Sightings<ImageFacts>> {
  if (names.length === 0) return images;
  const told = await Promise.all(
    names.map(async (name) => [name, await withHistory(docker, images.get(name), limits)] as const),
  );
  return new Map([...images, ...told]);
}

async function withHistory(
  docker: Docker,
  sighting: Sighting<ImageFacts> = { kind: "missing" },
  limits: CallLimits,
): Promise<Sighting<ImageFacts>> {
  if (sighting.kind !== "found") return sighting;
  const args = ["--no-trunc", "--format", "{{json .CreatedBy}}", sighting.facts.id];
  const call = await read(docker, "image history", args, limits);
  const reading = readingOf(call);
  if (reading.kind === "fault") return { kind: "unknown", fault: reading.fault };
  if (reading.kind !== "ok") return { kind: "missing" };
  return { kind: "found", facts: { ...sighting.facts, history: parseHistory(call.stdout) } };
}

/** Lines of JSON texts, the last instruction first; a layer that does not say how it was made is left out. */
export function parseHistory(stdout: string): readonly string[] {
  return stdout.split("\n").flatMap((line) => {
    try {
      const made: unknown = JSON.parse(line);
      const said = typeof made === "string" ? instruction(made) : "";
      return said === "" ? [] : [said];
    } catch {
      return [];
    }
  }).reverse();
}

/**
 * The classic builder writes `/bin/sh -c #(nop)  CMD ["sh"]` and `/bin/sh -c make`, BuildKit `CMD ["sh"]` and
 * `RUN /bin/sh -c make # buildkit`; both may have `|1 NAME=value` in front, for build arguments.
 */
function instruction(made: string): string {
  const plain = made.trim().replace(/ # buildkit$/, "").replace(/^RUN /, "").replace(
    /^\|\d+ (?:\w+=.*? )*(?=\/bin\/sh -c )/s,
    "",
  );
  const nop = /^\/bin\/sh -c #\(nop\)\s+(.*)$/s.exec(plain);
  if (nop) return (nop[1] ?? "").trim();
  const run = /^\/bin\/sh -c (.*)$/s.exec(plain);
  if (run) return `RUN ${(run[1] ?? "").trim()}`;
  return made.startsWith("RUN ") ? `RUN ${plain}` : plain;
}
