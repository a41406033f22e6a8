/** What the lab needs of an engine; `lib/docker/` is the only implementation outside the tests. */

import type { Fault } from "./fault.ts";
import type { Plan } from "./plan.ts";
import type { Snapshot } from "./snapshot.ts";

/** Shown in reports and by `doctor`. */
export interface EngineIdentity {
  /** Absolute path of the docker binary. */
  readonly binary: string;
  readonly context: string;
  /** Endpoint such as `unix:///var/run/docker.sock`. */
  readonly host: string;
  readonly clientVersion: string;
  readonly version: string;
  readonly apiVersion: string;
}

export type Outcome<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "fault"; readonly fault: Fault };

export interface Engine {
  identify(signal?: AbortSignal): Promise<Outcome<EngineIdentity>>;
  /** Never rejects: faults stand in the snapshot, object by object. */
  look(plan: Plan, signal?: AbortSignal): Promise<Snapshot>;
}
