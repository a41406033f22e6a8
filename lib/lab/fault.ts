/** Why docker could not be asked. A fault is never the learner's mistake: what depends on it is `unchecked` (but see `mendable`). */

/** One kind per row of the fault table; `lib/docker/faults.ts` recognises them. */
export type FaultKind =
  | "binary-missing"
  | "not-executable"
  | "run-not-permitted"
  | "daemon-down"
  | "socket-permission"
  | "context-missing"
  | "endpoint-invalid"
  | "remote-unreachable"
  | "not-docker"
  | "api-too-old"
  | "api-too-new"
  | "net-not-permitted"
  | "port-unreachable"
  | "workspace-elsewhere"
  | "hung"
  | "stream-cut"
  | "swarm-off"
  | "swarm-worker"
  | "swarm-locked"
  | "swarm-leaderless"
  | "not-recorded"
  | "too-long"
  | "compose-missing"
  | "usage-bug"
  | "cancelled"
  | "unknown";

/** `detail` is what docker said, cleaned, at most a few lines. */
export interface Fault {
  readonly kind: FaultKind;
  readonly detail: string;
}

const mendableKinds: ReadonlySet<FaultKind> = new Set([
  "swarm-off",
  "swarm-worker",
  "swarm-locked",
  "swarm-leaderless",
]);

/** Docker answered that the swarm is not one to be asked: a state of the world that the learner can change, no trouble of ours. */
export function mendable({ kind }: Fault): boolean {
  return mendableKinds.has(kind);
}
