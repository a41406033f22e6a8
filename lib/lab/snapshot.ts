/** What one look at the engine brought back: data only, so that a verdict can be computed again later. */

import type { ContainerState } from "../content/schema/field.ts";
import type { Fault } from "./fault.ts";
import type { HttpFacts, TcpFacts } from "./host_facts.ts";
import type { ListenersFacts } from "./listeners.ts";
import type {
  ComposeFacts,
  ConfigFacts,
  NodeFacts,
  SecretFacts,
  ServiceFacts,
  StackFacts,
  SwarmFacts,
} from "./orchestration.ts";
import type { RawFacts } from "./raw_path.ts";

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
  /** What is open now; empty for a stopped container. */
  readonly livePorts?: Readonly<Record<string, readonly PortBinding[]>>;
  readonly networks?: readonly string[];
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly addresses?: Readonly<Record<string, string>>;
  readonly restart?: string;
  /** 0 means no limit, for these three. */
  readonly memory?: number;
  readonly cpus?: number;
  readonly pids?: number;
  readonly readonly?: boolean;
  readonly privileged?: boolean;
  readonly autoRemove?: boolean;
  readonly init?: boolean;
  readonly capAdd?: readonly string[];
  readonly capDrop?: readonly string[];
}

export interface ImageFacts {
  readonly id: string;
  readonly tags?: readonly string[];
  readonly size?: number;
  readonly layers?: number;
  /** Digests of the layers, the lowest first: an image built from another begins with its layers. */
  readonly layerIds?: readonly string[];
  readonly digests?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: string;
  readonly architecture?: string;
  /** Only where it was asked for; the first instruction first. */
  readonly history?: readonly string[];
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
  readonly driver?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, string>>;
  readonly scope?: string;
}

export interface NetworkFacts {
  readonly id: string;
  readonly name: string;
  readonly driver?: string;
  readonly internal?: boolean;
  readonly attachable?: boolean;
  readonly subnets?: readonly string[];
  readonly gateways?: readonly string[];
  readonly scope?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** Names of the running containers attached to it. */
  readonly containers?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a program inside a container answered; `missing` when the container is not running. */
export interface ExecFacts {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Streams of which only the beginning is known, 64 KiB. */
  readonly cut?: readonly string[];
}

export interface LogsFacts {
  readonly stdout: string;
  readonly stderr: string;
  /** Both together, in the order docker gave them. */
  readonly output: string;
  /** More was written than is kept. */
  readonly cut?: true;
}

/**
 * Of a link: `type` and `link` are its own, the rest is what it leads to, and absent where it leads nowhere. Times are not kept,
 * because copying changes them.
 */
export interface FileFacts {
  readonly type: "file" | "directory" | "link" | "other";
  /** Cut at 64 KiB (`lib/lab/file_content.ts`). */
  readonly content?: string;
  /** It has content that is no text in UTF-8. */
  readonly binary?: boolean;
  /** It leads out of the workspace, where nothing is read. */
  readonly outside?: boolean;
  /** Bytes. */
  readonly size?: number;
  /** "644". */
  readonly mode?: string;
  /** "1000:1000". */
  readonly owner?: string;
  readonly link?: string;
}

/** The last lines of a container, both streams together. */
export interface LastWords {
  readonly lines: string;
}

/** What is known of a container that publishes a port and that no check speaks of. */
export type Stranger = Pick<ContainerFacts, "name" | "image" | "state" | "ports">;

/** What happened since the lab began, the oldest first. */
export interface History {
  readonly events: readonly PastEvent[];
  /** Spans of which the record is lost, ms since 1970, with the reason. */
  readonly gaps: readonly Gap[];
}

export interface Gap {
  readonly from: number;
  readonly to: number;
  /** The engine was restarted; more happened than the engine remembers; nobody looked. */
  readonly why: "restart" | "overflow" | "unwatched";
}

/** One event of the engine; what its type does not have is absent. */
export interface PastEvent {
  readonly type: string;
  readonly action: string;
  readonly id: string;
  readonly name: string;
  /** ns since 1970, as docker gives it. */
  readonly timeNano: string;
  readonly exitCode?: number;
  readonly signal?: string;
  readonly image?: string;
  /** What an exec runs. */
  readonly command?: string;
  /** The id of an exec: its end does not name the command. */
  readonly exec?: string;
  /** The container that was connected to a network, or that mounted a volume: its name, or its id where that is all one knows. */
  readonly container?: string;
  /** Of an image that docker names by its id alone: the references that it had. */
  readonly references?: readonly string[];
}

/** A line of `docker container ls -a`, fetched only when something was missing, to name what is there instead. */
export interface Neighbour {
  readonly name: string;
  readonly image: string;
  /** As docker words it: "Exited (1) 20 seconds ago". */
  readonly status: string;
}

/** Keys: objects by the name asked for; exec, http, logs and raws by the keys of `lib/lab/plan.ts`. */
export interface Snapshot {
  /** ms since 1970. */
  readonly takenAt: number;
  readonly containers: Sightings<ContainerFacts>;
  readonly images: Sightings<ImageFacts>;
  readonly volumes: Sightings<VolumeFacts>;
  readonly networks: Sightings<NetworkFacts>;
  readonly composes: Sightings<ComposeFacts>;
  readonly services: Sightings<ServiceFacts>;
  readonly nodes: Sightings<NodeFacts>;
  readonly secrets: Sightings<SecretFacts>;
  readonly configs: Sightings<ConfigFacts>;
  readonly stacks: Sightings<StackFacts>;
  readonly execs: Sightings<ExecFacts>;
  readonly logs: Sightings<LogsFacts>;
  /** By the place as written. */
  readonly files: Sightings<FileFacts>;
  readonly https: Sightings<HttpFacts>;
  readonly tcps: Sightings<TcpFacts>;
  readonly raws: Sightings<RawFacts>;
  /** Absent where nobody asked. */
  readonly swarm?: Sighting<SwarmFacts>;
  readonly history?: Sighting<History>;
  /** By container, and only where a page or a port that it publishes did not answer. */
  readonly listeners: Sightings<ListenersFacts>;
  /** By name: who publishes a port that did not answer and that no container of the checks publishes. */
  readonly strangers: Sightings<Stranger>;
  /** By container that should run and fell. */
  readonly lastWords: Sightings<LastWords>;
  /** Empty unless an object was missing. */
  readonly neighbours: Neighbours;
}

export type Sightings<Facts> = ReadonlyMap<string, Sighting<Facts>>;

export interface Neighbours {
  readonly containers: readonly Neighbour[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly images: readonly string[];
  /** Of the workspace: what stands in the folders in which a file was missing, from the workspace on. */
  readonly files?: readonly string[];
  /** Names of projects, and of objects of the swarm; absent where nothing of the kind was missing. */
  readonly composes?: readonly string[];
  readonly services?: readonly string[];
  readonly nodes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly configs?: readonly string[];
  readonly stacks?: readonly string[];
}

/** A look at nothing, to be filled in. */
export function emptySnapshot(takenAt: number): Snapshot {
  return {
    takenAt,
    containers: new Map(),
    images: new Map(),
    volumes: new Map(),
    networks: new Map(),
    composes: new Map(),
    services: new Map(),
    nodes: new Map(),
    secrets: new Map(),
    configs: new Map(),
    stacks: new Map(),
    execs: new Map(),
    logs: new Map(),
    files: new Map(),
    https: new Map(),
    tcps: new Map(),
    raws: new Map(),
    listeners: new Map(),
    strangers: new Map(),
    lastWords: new Map(),
    neighbours: { containers: [], volumes: [], networks: [], images: [] },
  };
}
