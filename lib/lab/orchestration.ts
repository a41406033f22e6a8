/** What a look brought back of several containers at once: Compose projects, and what a swarm holds. */

import type { ContainerFacts, Mount, PortBinding } from "./snapshot.ts";

export interface ComposeFacts {
  readonly services: readonly string[];
  readonly running: Readonly<Record<string, number>>;
  readonly health: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, string>>;
  readonly dependsOn: Readonly<Record<string, readonly string[]>>;
  /** Names as in the file, without the project in front. */
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  /** Absent where Compose did not write it down, as before 1.25. */
  readonly files?: readonly string[];
  readonly generation?: number;
  /** The folder that it was brought up from. */
  readonly folder?: string;
  /** The containers behind it, to explain with. */
  readonly containers: readonly (ContainerFacts & { readonly service: string; readonly number: string })[];
}

export interface SwarmFacts {
  readonly state: string;
  readonly manager: boolean;
  readonly managers?: number;
  readonly nodes?: number;
  readonly error?: string;
}

export interface NodeFacts {
  readonly id: string;
  readonly hostname?: string;
  readonly role?: string;
  readonly availability?: string;
  readonly state?: string;
  readonly leader?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  readonly engine?: string;
}

/** One try of a service to have a replica somewhere. */
export interface ServiceTask {
  /** The number of the replica; in a global service the id of the node. */
  readonly slot: string;
  readonly state: string;
  readonly desired: string;
  readonly node?: string;
  readonly error?: string;
  readonly exitCode?: number;
}

/** Sizes bytes, times seconds. */
export interface ServiceFacts {
  readonly id: string;
  readonly name: string;
  readonly mode?: string;
  readonly replicas?: number;
  readonly running?: number;
  readonly completed?: number;
  /** Without the digest that docker adds to it. */
  readonly image?: string;
  readonly digest?: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly containerLabels?: Readonly<Record<string, string>>;
  readonly ports?: Readonly<Record<string, readonly PortBinding[]>>;
  readonly mounts?: readonly Mount[];
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly configs?: readonly string[];
  readonly constraints?: readonly string[];
  readonly maxPerNode?: number;
  readonly memory?: number;
  readonly cpus?: number;
  readonly memoryReservation?: number;
  readonly cpusReservation?: number;
  readonly restart?: string;
  readonly updateState?: string;
  readonly updateMessage?: string;
  readonly updateParallelism?: number;
  readonly updateDelay?: number;
  readonly updateOrder?: string;
  readonly failureAction?: string;
  readonly rollbackParallelism?: number;
  /** Those of today and a few of before, by slot, the newest of each first. */
  readonly tasks?: readonly ServiceTask[];
}

export interface SecretFacts {
  readonly id: string;
  readonly name: string;
  readonly driver?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface ConfigFacts {
  readonly id: string;
  readonly name: string;
  readonly content?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Names without the prefix `STACK_`. */
export interface StackFacts {
  readonly services: readonly string[];
  readonly running: Readonly<Record<string, number>>;
  readonly replicas: Readonly<Record<string, number>>;
  readonly images: Readonly<Record<string, string>>;
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly secrets: readonly string[];
  readonly configs: readonly string[];
  /** The services behind it, to explain with. */
  readonly behind: readonly ServiceFacts[];
}
