/** Judges a service: its fields as docker reports them. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { serviceFields } from "../../content/schema/field.ts";
import type { ServiceFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { bindingsOf } from "./container.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

export const serviceValues: ValueTable<typeof serviceFields, ServiceFacts> = {
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
  constraints: ({ constraints }) => constraints,
  maxPerNode: ({ maxPerNode }) => maxPerNode,
  nodes: () => undefined,
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
  errors: () => undefined,
};

export function judgeService(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.services, look, {
    fields: (facts) => judgeFields(check.expects, serviceValues, facts, () => ({ workspace: look.workspace })),
    advise: () => ({}),
  });
}
