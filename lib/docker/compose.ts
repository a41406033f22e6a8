/** Compose projects, known by the labels that both generations of Compose write on all that they make. */

import type { ComposeFacts } from "../lab/orchestration.ts";
import type { ContainerFacts, Sighting } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { facts } from "./facts.ts";
import { foundOf, type Grouped, type Groups, label, labelled, together, unseen } from "./labelled.ts";
import { containerKind, inspectAll, type Kind } from "./objects.ts";
import type { CallLimits } from "./run.ts";

/** Compose: pkg/api/labels.go; docker-compose 1: compose/const.py. */
const labels = {
  project: "com.docker.compose.project",
  service: "com.docker.compose.service",
  number: "com.docker.compose.container-number",
  oneOff: "com.docker.compose.oneoff",
  version: "com.docker.compose.version",
  folder: "com.docker.compose.project.working_dir",
  files: "com.docker.compose.project.config_files",
  dependsOn: "com.docker.compose.depends_on",
  network: "com.docker.compose.network",
  volume: "com.docker.compose.volume",
} as const;

type Member = ComposeFacts["containers"][number];

const containerById: Kind<ContainerFacts> = { ...containerKind, isNamed: (raw, id) => raw["Id"] === id };

export async function lookAtComposes(
  docker: Docker,
  names: readonly string[],
  limits: CallLimits,
): Promise<Grouped<ComposeFacts>> {
  const listed = together<[Groups, Groups, Groups]>(
    ...await Promise.all([
      labelled(docker, "container ls", labels.project, [".ID"], limits),
      labelled(docker, "network ls", labels.project, [label(labels.network)], limits),
      labelled(docker, "volume ls", labels.project, [label(labels.volume)], limits),
    ]),
  );
  if (listed.kind === "fault") return unseen(names, listed.fault);
  const [containers, networks, volumes] = listed.value;
  const ids = names.flatMap((name) => containers.get(name) ?? []).map(([id = ""]) => id);
  const inspected = foundOf(ids.length === 0 ? new Map() : await inspectAll(docker, containerById, ids, limits));
  if (inspected.kind === "fault") return unseen(names, inspected.fault);
  const sightingOf = (project: string): Sighting<ComposeFacts> => {
    const own = inspected.value.filter((container) => container.labels?.[labels.project] === project);
    // `down` leaves the volumes where they are: they alone make no project.
    if (own.length === 0 && !networks.has(project)) return { kind: "missing" };
    const names = (group: Groups) => (group.get(project) ?? []).map(([name = ""]) => name).sort();
    return { kind: "found", facts: composeFacts(own, names(networks), names(volumes)) };
  };
  return {
    known: [...new Set([...containers.keys(), ...networks.keys()])].sort(),
    sightings: new Map(names.map((name) => [name, sightingOf(name)])),
  };
}

/** From the containers of one project. What `run` started once is no part of a service. */
export function composeFacts(
  containers: readonly ContainerFacts[],
  networks: readonly string[],
  volumes: readonly string[],
): ComposeFacts {
  const members = containers.filter((container) => container.labels?.[labels.oneOff]?.toLowerCase() !== "true")
    .map((container): Member => ({
      ...container,
      service: container.labels?.[labels.service] ?? "",
      number: container.labels?.[labels.number] ?? "",
    })).sort((one, other) => one.name.localeCompare(other.name, "en", { numeric: true }));
  const services = [...new Set(members.map(({ service }) => service))].sort();
  const each = <Value>(value: (members: readonly Member[]) => Value | undefined): Readonly<Record<string, Value>> =>
    Object.fromEntries(services.flatMap((service) => {
      const found = value(members.filter((member) => member.service === service));
      return found === undefined ? [] : [[service, found]];
    }));
  const said = (name: string) => containers.map((container) => container.labels?.[name]).find((text) => text);
  const version = said(labels.version);
  return facts<ComposeFacts>({
    services,
    running: each((of) => of.filter(({ state }) => state === "running").length),
    health: each(worstHealth),
    images: each((of) => [...new Set(of.flatMap(({ image }) => image ?? []))].join(", ") || undefined),
    dependsOn: each(dependencies),
    networks,
    volumes,
    files: unique(said(labels.files)?.split(",").map(baseName)),
    // All that came after the first one reads the same files and writes the same labels.
    generation: version === undefined ? undefined : version.startsWith("1.") ? 1 : 2,
    folder: said(labels.folder),
    containers: members,
  });
}

/** A service is as well as the one of its running containers that is worst. */
function worstHealth(members: readonly Member[]): string | undefined {
  const said = members.filter(({ state }) => state === "running").map(({ health }) => health);
  return ["unhealthy", "starting", "healthy"].find((health) => said.includes(health));
}

/** `db:service_healthy:false` says: wait until `db` is healthy, and do not restart with it. The first generation writes none. */
function dependencies(members: readonly Member[]): readonly string[] | undefined {
  const said = members.map((member) => member.labels?.[labels.dependsOn]).find((text) => text !== undefined);
  return said?.split(",").filter((text) => text !== "").map((text) => text.split(":").slice(0, 2).join(":")).sort();
}

function unique(texts: readonly string[] | undefined): readonly string[] | undefined {
  return texts && [...new Set(texts)];
}

/** Of a path of any system. */
function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
