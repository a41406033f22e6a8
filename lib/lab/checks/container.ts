/** Judges a container: its fields, and whether it stays as it should (`steady`). */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { containerFields } from "../../content/schema/field.ts";
import type { Fault } from "../fault.ts";
import { holds } from "../matching/holds.ts";
import { bareCapabilities, bareCapability } from "../matching/capability.ts";
import { familiar, sameImage } from "../matching/reference.ts";
import type { MatchContext, Value } from "../matching/value.ts";
import { references } from "../plan.ts";
import type { ContainerFacts, PortBinding, Snapshot } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { type JudgedField, judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";
import { companions, whereOthersKnown } from "./others.ts";
import { impliedSteady, withSteady } from "./steady.ts";

const containerValues: ValueTable<typeof containerFields, ContainerFacts> = {
  state: ({ state }) => state,
  exitCode: exitCodeOf,
  image: ({ image }) => image,
  command: ({ command }) => command?.join(" "),
  entrypoint: ({ entrypoint }) => entrypoint?.join(" "),
  user: ({ user }) => user,
  workdir: ({ workdir }) => workdir,
  hostname: ({ hostname }) => hostname,
  env: ({ env }) => env,
  labels: ({ labels }) => labels,
  ports: ({ ports }) => ports && bindingsOf(ports),
  livePorts: ({ livePorts }) => livePorts && bindingsOf(livePorts),
  mounts: ({ mounts }) => mounts?.map(({ type, source, target, readonly }) => ({ type, source, target, readonly })),
  networks: ({ networks }) => networks,
  aliases: namesOnNetworks,
  addresses: ({ addresses }) => addresses,
  // Needs the other containers: `judgeContainer` puts its own line here.
  sameNetworkAs: () => undefined,
  restart: ({ restart }) => restart,
  memory: ({ memory }) => memory ?? 0,
  cpus: ({ cpus }) => cpus ?? 0,
  pids: ({ pids }) => pids ?? 0,
  readonly: ({ readonly }) => readonly ?? false,
  privileged: ({ privileged }) => privileged ?? false,
  capAdd: ({ capAdd = [] }) => capAdd.map(bareCapability),
  capDrop: ({ capDrop = [] }) => capDrop.map(bareCapability),
  init: ({ init }) => init ?? false,
  health: ({ health }) => health,
  healthOutput: ({ healthOutput }) => healthOutput,
  error: ({ error }) => error,
  restarts: ({ restarts }) => restarts ?? 0,
  oomKilled: ({ oomKilled }) => oomKilled ?? false,
  autoRemove: ({ autoRemove }) => autoRemove ?? false,
};

export function bindingsOf(ports: Readonly<Record<string, readonly PortBinding[]>>): Value {
  return Object.fromEntries(
    Object.entries(ports).map(([port, bindings]) => [port, bindings.map(({ port, address }) => ({ port, address }))]),
  );
}

/** On a network of the user's own a container also answers to its name; its short id is nobody's word. */
function namesOnNetworks({ id, name, aliases }: ContainerFacts): Value {
  return aliases && Object.fromEntries(
    Object.entries(aliases).map(([network, names]) => {
      const given = names.filter((alias) => !id.startsWith(alias));
      return [network, ["bridge", "host", "none"].includes(network) ? given : [...new Set([name, ...given])]];
    }),
  );
}

/** Docker reports 0 for a program that has not ended, too. */
function exitCodeOf({ state, exitCode }: ContainerFacts): number | undefined {
  const ended = state !== "running" && state !== "paused" && (state !== "created" || exitCode !== 0);
  return ended ? exitCode : undefined;
}

/** For these 0 means that there is no limit. */
const limits: ReadonlySet<string> = new Set(["memory", "cpus", "pids"] satisfies (keyof typeof containerFields)[]);

export function judgeContainer(check: ObjectCheck, look: Look): CheckVerdict {
  const { containers } = look.snapshot;
  const values = { ...containerValues, sameNetworkAs: (facts: ContainerFacts) => companions(facts, containers) };
  const expects = check.expects.map((expectation) =>
    ["capAdd", "capDrop"].includes(expectation.field)
      ? { ...expectation, matcher: bareCapabilities(expectation.matcher) }
      : expectation
  );
  const verdict = judgeObject(check, containers, look, {
    fields: (facts) =>
      judgeFields(expects, values, facts, ({ field }): MatchContext => ({
        workspace: look.workspace,
        ...(limits.has(field) ? { zeroIsNoLimit: true } : {}),
        ...(field === "image" ? imageContext(look.snapshot, facts) : {}),
      })).map((field) => {
        if (field.field === "sameNetworkAs") return whereOthersKnown(field, containers);
        return field.field === "image" ? whereKnown(field, facts, look) : field;
      }),
    advise: (field, facts) => look.advise("container", field, facts, check, look),
  });
  const sighting = look.snapshot.containers.get(check.name);
  if (sighting?.kind !== "found" || !check.exists) return verdict;
  const seconds = check.steady ?? impliedSteady(check, sighting.facts);
  return seconds === undefined ? verdict : withSteady(verdict, seconds, sighting.facts, look);
}

/**
 * Two names may mean one image, and only their ids tell. Where docker could not give the id of an expected one, the field
 * is decided only if it ends the same whichever image that is.
 */
function whereKnown(field: JudgedField, facts: ContainerFacts, { snapshot, workspace }: Look): JudgedField {
  const { imageId, image } = facts;
  if (imageId === undefined) return field;
  const faults = new Map<string, Fault>();
  for (const name of references(field.matcher)) {
    const sighting = snapshot.images.get(name);
    if (sighting?.kind === "unknown" && !sameImage(image, name, {})) faults.set(name, sighting.fault);
  }
  const [fault] = faults.values();
  if (!fault) return field;
  const known = imageContext(snapshot, facts).imageIds ?? new Map<string, string>();
  const worlds = [[...faults.keys()], ...[...faults.keys()].map((name) => [name])];
  const decided = worlds.every((meantToo) => {
    const imageIds = new Map([...known, ...meantToo.map((name) => [familiar(name), imageId] as const)]);
    return holds(field.matcher, field.value, field.type, { workspace, imageIds, imageId }) === field.match.ok;
  });
  return decided ? field : { ...field, status: "unchecked", fault };
}

function imageContext(snapshot: Snapshot, facts: ContainerFacts): Partial<MatchContext> {
  const imageIds = new Map<string, string>();
  for (const [name, sighting] of snapshot.images) {
    if (sighting.kind !== "found") continue;
    const { id, tags = [], digests = [] } = sighting.facts;
    for (const known of [name, ...tags, ...digests]) imageIds.set(familiar(known), id);
  }
  return { imageIds, ...(facts.imageId === undefined ? {} : { imageId: facts.imageId }) };
}
