/** What one look at the engine brought back: data only, so that a verdict can be computed again later. */

import type { ContainerState } from "../content/schema/field.ts";
import type { Fault } from "./fault.ts";

/** A failed look is data too: `missing` is an answer of docker, `unknown` is no answer. */
export type Sighting<Facts> =
  | { readonly kind: "found"; readonly facts: Facts }
  | { readonly kind: "missing" }
  | { readonly kind: "unknown"; readonly fault: Fault };

export interface PortBinding {
  readonly port: number;
  /** The address on the host: `0.0.0.0` and `::` mean any. */
  readonly address: string;
}

export interface Mount {
  readonly type: string;
  /** A volume's name, or the path on the host; empty for tmpfs. */
  readonly source: string;
  readonly target: string;
  readonly readonly: boolean;
}

/** Fields are optional because engines differ; an absent one was not reported. Times are ms since 1970, sizes bytes. */
export interface ContainerFacts {
  readonly id: string;
  readonly name: string;
  readonly state?: ContainerState;
  readonly exitCode?: number;
  /** Why docker could not start it. */
  readonly error?: string;
  readonly oomKilled?: boolean;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  readonly restarts?: number;
  /** `starting healthy unhealthy`, with the last probe's output. */
  readonly health?: string;
  readonly healthOutput?: string;
  /** The reference that was typed, and the id that it meant then. */
  readonly image?: string;
  readonly imageId?: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly user?: string;
  readonly workdir?: string;
  readonly hostname?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** What was asked for (`80/tcp` → bindings); known for a stopped container too. */
  readonly ports?: Readonly<Record<string, readonly PortBinding[]>>;
  readonly mounts?: readonly Mount[];
  readonly networks?: readonly string[];
  readonly restart?: string;
  /** 0 means no limit, for these three. */
  readonly memory?: number;
  readonly cpus?: number;
  readonly pids?: number;
  readonly readonly?: boolean;
  readonly privileged?: boolean;
  readonly autoRemove?: boolean;
}

export interface ImageFacts {
  readonly id: string;
  readonly tags?: readonly string[];
  readonly size?: number;
  readonly layers?: number;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly user?: string;
  readonly workdir?: string;
  readonly exposed?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface VolumeFacts {
  readonly name: string;
  readonly createdAt?: string;
  readonly driver?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, string>>;
}

export interface NetworkFacts {
  readonly id: string;
  readonly name: string;
  readonly driver?: string;
  readonly internal?: boolean;
  readonly attachable?: boolean;
  readonly subnets?: readonly string[];
  /** Names of the running containers attached to it. */
  readonly containers?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a program inside a container answered; `missing` when the container is not running. Streams are cut at 64 KiB. */
export interface ExecFacts {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a request from the host ended. */
export type HttpFacts =
  | {
    readonly kind: "answered";
    readonly status: number;
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
  }
  /** refused: nobody listens on that host port. reset: the port is published, nobody answers inside. */
  | { readonly kind: "refused" | "reset" | "timeout" | "failed"; readonly detail: string };

export interface LogsFacts {
  readonly stdout: string;
  readonly stderr: string;
  /** Both together, in the order docker gave them. */
  readonly output: string;
}

/** A line of `docker container ls -a`, fetched only when something was missing, to name what is there instead. */
export interface Neighbour {
  readonly name: string;
  readonly image: string;
  /** As docker words it: "Exited (1) 20 seconds ago". */
  readonly status: string;
}

/** Keys: objects by the name asked for; exec, http and logs by the keys of `lib/lab/plan.ts`. */
export interface Snapshot {
  /** ms since 1970. */
  readonly takenAt: number;
  readonly containers: ReadonlyMap<string, Sighting<ContainerFacts>>;
  readonly images: ReadonlyMap<string, Sighting<ImageFacts>>;
  readonly volumes: ReadonlyMap<string, Sighting<VolumeFacts>>;
  readonly networks: ReadonlyMap<string, Sighting<NetworkFacts>>;
  readonly execs: ReadonlyMap<string, Sighting<ExecFacts>>;
  readonly https: ReadonlyMap<string, Sighting<HttpFacts>>;
  readonly logs: ReadonlyMap<string, Sighting<LogsFacts>>;
  /** Empty unless an object was missing. */
  readonly neighbours: {
    readonly containers: readonly Neighbour[];
    readonly volumes: readonly string[];
    readonly networks: readonly string[];
    readonly images: readonly string[];
  };
}
