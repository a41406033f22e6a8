/** What belongs together by a label: the rows of `docker … ls` by the value of that label. */

import type { Fault } from "../lab/fault.ts";
import type { Outcome } from "../lab/engine.ts";
import type { Sighting, Sightings } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { readingOf } from "./faults.ts";
import { parseRows } from "./neighbours.ts";
import { type CallLimits, read } from "./run.ts";

/** Members of each group. */
export type Groups = ReadonlyMap<string, readonly (readonly string[])[]>;

/** What was asked for by name, and the names of all groups that there are: one of them may have been meant. */
export interface Grouped<Facts> {
  readonly sightings: Sightings<Facts>;
  readonly known: readonly string[];
}

type Listing = "container ls" | "network ls" | "volume ls" | "secret ls" | "config ls";

/** Only where ids are listed, which are cut short otherwise. */
const options: Readonly<Record<Listing, readonly string[]>> = {
  "container ls": ["--all", "--no-trunc"],
  "network ls": [],
  "volume ls": [],
  "secret ls": [],
  "config ls": [],
};

/** `columns` are fields of docker's templates (`.Name`) or labels, as `label` writes them. */
export async function labelled(
  docker: Docker,
  verb: Listing,
  name: string,
  columns: readonly string[],
  limits: CallLimits,
): Promise<Outcome<Groups>> {
  const format = [label(name), ...columns].map((column) => `{{json ${column}}}`).join(",");
  const args = [...options[verb], "--filter", `label=${name}`, "--format", `[${format}]`];
  const call = await read(docker, verb, args, limits);
  const reading = readingOf(call);
  if (reading.kind === "fault") return reading;
  const groups = new Map<string, (readonly string[])[]>();
  for (const [value = "", ...row] of parseRows(call.stdout)) {
    const rows = groups.get(value);
    if (rows) rows.push(row);
    else if (value !== "") groups.set(value, [row]);
  }
  return { kind: "ok", value: groups };
}

export function label(name: string): string {
  return `(.Label "${name}")`;
}

type Outcomes<Values extends readonly unknown[]> = { readonly [At in keyof Values]: Outcome<Values[At]> };

/** All values, or the first fault. */
export function together<Values extends readonly unknown[]>(...outcomes: Outcomes<Values>): Outcome<Values> {
  const values: unknown[] = [];
  for (const outcome of outcomes as readonly Outcome<unknown>[]) {
    if (outcome.kind === "fault") return outcome;
    values.push(outcome.value);
  }
  return { kind: "ok", value: values as readonly unknown[] as Values };
}

/** Nothing of this could be seen. */
export function unseen<Facts>(names: readonly string[], fault: Fault): Grouped<Facts> {
  return {
    sightings: new Map(names.map((name): [string, Sighting<Facts>] => [name, { kind: "unknown", fault }])),
    known: [],
  };
}

/** The facts of those that were found, or the first fault; what went away meanwhile is left out. */
export function foundOf<Facts>(sightings: Sightings<Facts>): Outcome<readonly Facts[]> {
  const found: Facts[] = [];
  for (const sighting of sightings.values()) {
    if (sighting.kind === "unknown") return { kind: "fault", fault: sighting.fault };
    if (sighting.kind === "found") found.push(sighting.facts);
  }
  return { kind: "ok", value: found };
}
