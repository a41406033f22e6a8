/** Every kind of fault, kept complete by the compiler. */

import type { FaultKind } from "../../lib/lab/fault.ts";

const all: Readonly<Record<FaultKind, true>> = {
  "binary-missing": true,
  "not-executable": true,
  "run-not-permitted": true,
  "daemon-down": true,
  "socket-permission": true,
  "context-missing": true,
  "endpoint-invalid": true,
  "remote-unreachable": true,
  "not-docker": true,
  "api-too-old": true,
  "api-too-new": true,
  "net-not-permitted": true,
  "port-unreachable": true,
  "workspace-elsewhere": true,
  "hung": true,
  "stream-cut": true,
  "swarm-off": true,
  "swarm-worker": true,
  "swarm-locked": true,
  "swarm-leaderless": true,
  "not-recorded": true,
  "too-long": true,
  "compose-missing": true,
  "usage-bug": true,
  "cancelled": true,
  "unknown": true,
};

export const faultKinds = Object.keys(all) as readonly FaultKind[];
