/** The swarm that the engine is part of, and what docker keeps in it by name: nodes, secrets, configs. */

import type { ConfigFacts, NodeFacts, SecretFacts, SwarmFacts } from "../lab/orchestration.ts";
import type { Sighting } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { facts, flagOf, listOf, mapOf, numberOf, type Raw, rawOf, textOf, wordsOf } from "./facts.ts";
import { readingOf } from "./faults.ts";
import type { Kind } from "./objects.ts";
import { type CallLimits, read } from "./run.ts";

/** The whole of `info`: with any shorter format a client of 20.10 hides why it could not reach the engine. */
export async function lookAtSwarm(docker: Docker, limits: CallLimits): Promise<Sighting<SwarmFacts>> {
  const call = await read(docker, "info", ["--format", "{{json .}}"], limits);
  const info = parsed(call.stdout);
  // Clients of 20.10 end well although no engine answered, and say so only here.
  const errors = listOf(info?.["ServerErrors"]) ?? [];
  const reading = readingOf(errors.length === 0 ? call : { ...call, code: 1, stderr: errors.join("\n") });
  if (reading.kind === "fault") return { kind: "unknown", fault: reading.fault };
  const swarm = rawOf(info?.["Swarm"]);
  if (wordsOf(swarm?.["LocalNodeState"]) === undefined || swarm === undefined) {
    return { kind: "unknown", fault: { kind: "unknown", detail: "docker info says nothing of a swarm" } };
  }
  return { kind: "found", facts: swarmFacts(swarm) };
}

function parsed(stdout: string): Raw | undefined {
  try {
    return rawOf(JSON.parse(stdout));
  } catch {
    return undefined;
  }
}

/** Only a manager knows how many there are. */
export function swarmFacts(swarm: Raw): SwarmFacts {
  const manager = swarm["ControlAvailable"] === true;
  return facts<SwarmFacts>({
    state: wordsOf(swarm["LocalNodeState"]) ?? "inactive",
    manager,
    managers: manager ? numberOf(swarm["Managers"]) : undefined,
    nodes: manager ? numberOf(swarm["Nodes"]) : undefined,
    error: wordsOf(swarm["Error"]),
  });
}

/** By host name or by its whole id. */
export const nodeKind: Kind<NodeFacts> = {
  object: "node",
  verb: "node inspect",
  facts: nodeFacts,
  isNamed: (raw, name) => raw["ID"] === name || rawOf(raw["Description"])?.["Hostname"] === name,
};
/** The node that was asked: it answers under its own name. */
export const ownNodeKind: Kind<NodeFacts> = { ...nodeKind, isNamed: () => true };
export const ownNode = "self";

export const secretKind: Kind<SecretFacts> = {
  object: "secret",
  verb: "secret inspect",
  facts: secretFacts,
  isNamed: isSpecNamed,
};
export const configKind: Kind<ConfigFacts> = {
  object: "config",
  verb: "config inspect",
  facts: configFacts,
  isNamed: isSpecNamed,
};

/** Objects of the swarm have their name in their specification. */
export function isSpecNamed(raw: Raw, name: string): boolean {
  return rawOf(raw["Spec"])?.["Name"] === name;
}

export function nodeFacts(raw: Raw): NodeFacts {
  const spec = rawOf(raw["Spec"]);
  const description = rawOf(raw["Description"]);
  return facts<NodeFacts>({
    id: textOf(raw["ID"]) ?? "",
    hostname: wordsOf(description?.["Hostname"]),
    role: wordsOf(spec?.["Role"]),
    availability: wordsOf(spec?.["Availability"]),
    state: wordsOf(rawOf(raw["Status"])?.["State"]),
    // A worker has no manager status at all.
    leader: spec && (flagOf(rawOf(raw["ManagerStatus"])?.["Leader"]) ?? false),
    labels: spec && mapOf(spec["Labels"] ?? null),
    engine: wordsOf(rawOf(description?.["Engine"])?.["EngineVersion"]),
  });
}

export function secretFacts(raw: Raw): SecretFacts {
  const spec = rawOf(raw["Spec"]);
  return facts<SecretFacts>({
    id: textOf(raw["ID"]) ?? "",
    name: textOf(spec?.["Name"]) ?? "",
    driver: wordsOf(rawOf(spec?.["Driver"])?.["Name"]),
    labels: spec && mapOf(spec["Labels"] ?? null),
  });
}

export function configFacts(raw: Raw): ConfigFacts {
  const spec = rawOf(raw["Spec"]);
  return facts<ConfigFacts>({
    id: textOf(raw["ID"]) ?? "",
    name: textOf(spec?.["Name"]) ?? "",
    // Docker leaves the data of an empty config out.
    content: spec && decoded(textOf(spec["Data"]) ?? ""),
    labels: spec && mapOf(spec["Labels"] ?? null),
  });
}

function decoded(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.fromBase64(base64));
  } catch {
    return undefined;
  }
}
