/** Judges a service of the swarm: what was asked for, and what its tasks do. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { serviceFields } from "../../content/schema/field.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import { familiar, repository } from "../matching/reference.ts";
import { spelledAs } from "../matching/spelling.ts";
import type { MatchContext } from "../matching/value.ts";
import type { ServiceFacts } from "../orchestration.ts";
import { references } from "../plan.ts";
import type { CheckVerdict } from "../verdict.ts";
import { bindingsOf } from "./container.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

const serviceValues: ValueTable<typeof serviceFields, ServiceFacts> = {
  mode: ({ mode }) => mode,
  replicas: ({ replicas }) => replicas,
  running: ({ running }) => running,
  completed: ({ completed }) => completed,
  image: ({ image }) => image,
  command: ({ command }) => command?.join(" "),
  args: ({ args }) => args?.join(" "),
  env: ({ env }) => env,
  user: ({ user }) => user,
  labels: ({ labels }) => labels,
  containerLabels: ({ containerLabels }) => containerLabels,
  ports: ({ ports }) => ports && bindingsOf(ports),
  mounts: ({ mounts }) => mounts?.map(({ type, source, target, readonly }) => ({ type, source, target, readonly })),
  networks: ({ networks }) => networks,
  secrets: ({ secrets }) => secrets,
  configs: ({ configs }) => configs,
  // Docker keeps the blanks as they were typed.
  constraints: ({ constraints }, matcher) =>
    constraints && spelledAs(constraints, [matcher], (one, other) => withoutBlanks(one) === withoutBlanks(other)),
  maxPerNode: ({ maxPerNode }) => maxPerNode,
  nodes: ({ tasks }) =>
    tasks && unique(
      tasks.filter(({ state, desired }) => state === "running" && desired !== "shutdown")
        .flatMap(({ node }) => node ?? []),
    ),
  memory: ({ memory }) => memory,
  cpus: ({ cpus }) => cpus,
  memoryReservation: ({ memoryReservation }) => memoryReservation,
  cpusReservation: ({ cpusReservation }) => cpusReservation,
  restart: ({ restart }) => restart,
  updateState: ({ updateState }) => updateState,
  updateParallelism: ({ updateParallelism }) => updateParallelism,
  updateDelay: ({ updateDelay }) => updateDelay,
  updateOrder: ({ updateOrder }) => updateOrder,
  failureAction: ({ failureAction }) => failureAction,
  rollbackParallelism: ({ rollbackParallelism }) => rollbackParallelism,
  errors: ({ tasks }) => tasks && unique(tasks.flatMap(({ error }) => error ?? [])),
};

export function judgeService(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.services, look, {
    fields: (facts) =>
      judgeFields(check.expects, serviceValues, facts, ({ field, matcher }): MatchContext => ({
        workspace: look.workspace,
        ...(field === "memory" || field === "cpus" ? { zeroIsNoLimit: true } : {}),
        ...(field === "image" ? digestContext(matcher, facts) : {}),
      })),
    advise: (field, facts) => look.advise("service", field, facts, check, look),
  });
}

/** Docker adds the digest that a tag stood for: who writes it too means the very same image. */
function digestContext(matcher: Matcher, { image = "", digest }: ServiceFacts): Partial<MatchContext> {
  if (digest === undefined) return {};
  const ids = references(matcher).flatMap((reference) => {
    const [name = "", written] = reference.split("@");
    return written !== undefined && repository(name) === repository(image)
      ? [[familiar(reference), written] as const]
      : [];
  });
  return { imageIds: new Map(ids), imageId: digest };
}

function withoutBlanks(text: string): string {
  return text.replaceAll(" ", "");
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
