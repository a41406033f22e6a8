/** Judges a container: its fields, and whether it stays as it should (`steady`). */

import type { ObjectCheck } from "../../content/schema/check.ts";
import type { containerFields } from "../../content/schema/field.ts";
import { adviseContainer } from "../diagnosis/container.ts";
import type { MatchContext } from "../matching/value.ts";
import type { ContainerFacts, Snapshot } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";
import { withSteady } from "./steady.ts";

export const containerValues: ValueTable<typeof containerFields, ContainerFacts> = {
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
  ports: ({ ports }) =>
    ports && Object.fromEntries(
      Object.entries(ports).map(([port, bindings]) => [port, bindings.map(({ port, address }) => ({ port, address }))]),
    ),
  mounts: ({ mounts }) => mounts?.map(({ type, source, target, readonly }) => ({ type, source, target, readonly })),
  networks: ({ networks }) => networks,
  restart: ({ restart }) => restart,
  memory: ({ memory }) => memory ?? 0,
  cpus: ({ cpus }) => cpus ?? 0,
  pids: ({ pids }) => pids ?? 0,
  readonly: ({ readonly }) => readonly ?? false,
  privileged: ({ privileged }) => privileged ?? false,
  health: ({ health }) => health,
  restarts: ({ restarts }) => restarts ?? 0,
  oomKilled: ({ oomKilled }) => oomKilled ?? false,
  autoRemove: ({ autoRemove }) => autoRemove ?? false,
};

/** Docker reports 0 for a program that has not ended, too. */
function exitCodeOf({ state, exitCode }: ContainerFacts): number | undefined {
  const ended = state !== "running" && state !== "paused" && (state !== "created" || exitCode !== 0);
  return ended ? exitCode : undefined;
}

/** For these 0 means that there is no limit. */
const limits: ReadonlySet<string> = new Set(["memory", "cpus", "pids"] satisfies (keyof typeof containerFields)[]);

export function judgeContainer(check: ObjectCheck, look: Look): CheckVerdict {
  const verdict = judgeObject(check, look.snapshot.containers, look, {
    fields: (facts) =>
      judgeFields(check.expects, containerValues, facts, ({ field }): MatchContext => ({
        workspace: look.workspace,
        ...(limits.has(field) ? { zeroIsNoLimit: true } : {}),
        ...(field === "image" ? imageContext(look.snapshot, facts) : {}),
      })),
    advise: (field, facts) => adviseContainer(field, facts, check, look),
  });
  const sighting = look.snapshot.containers.get(check.name);
  if (check.steady === undefined || sighting?.kind !== "found" || !check.exists) return verdict;
  return withSteady(verdict, check.steady, sighting.facts, look.snapshot.takenAt);
}

function imageContext(snapshot: Snapshot, facts: ContainerFacts): Partial<MatchContext> {
  const imageIds = new Map<string, string>();
  for (const [name, sighting] of snapshot.images) if (sighting.kind === "found") imageIds.set(name, sighting.facts.id);
  return { imageIds, ...(facts.imageId === undefined ? {} : { imageId: facts.imageId }) };
}
