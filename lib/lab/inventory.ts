/**
 * What is on an engine: stored with the attempt when a lab begins, and taken again to tell what is new.
 *
 * Only what docker itself reports, so that two can be compared. Fields that came later are optional: attempts of earlier
 * versions are still open somewhere.
 */

export type Labels = Readonly<Record<string, string>>;

export interface InventoryContainer {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly labels: Labels;
  readonly createdAt: string;
  /** Host ports that it publishes while it runs. */
  readonly ports?: readonly number[];
  /** What it was made from, whatever the name means now. */
  readonly imageId?: string;
  /** Names of the volumes it mounts, anonymous ones too. */
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
}

/** A volume has no id: the time of its creation tells an old one from a new one of the same name. */
export interface InventoryVolume {
  readonly name: string;
  readonly createdAt: string;
  readonly labels: Labels;
}

export interface InventoryNetwork {
  readonly id: string;
  readonly name: string;
  readonly labels: Labels;
  /** In CIDR notation. */
  readonly subnets?: readonly string[];
}

/** One per tag. */
export interface InventoryImage {
  readonly tag: string;
  readonly id: string;
}

/** An image without a tag, such as a build that failed leaves behind, or one whose tag went to another. */
export interface InventoryUntagged {
  readonly id: string;
  readonly createdAt: string;
}

/** A service, secret or config of a swarm. */
export interface InventorySwarmObject {
  readonly id: string;
  readonly name: string;
  readonly labels: Labels;
  readonly createdAt: string;
}

export interface Inventory {
  readonly containers: readonly InventoryContainer[];
  readonly volumes: readonly InventoryVolume[];
  readonly networks: readonly InventoryNetwork[];
  readonly images: readonly InventoryImage[];
  readonly untagged?: readonly InventoryUntagged[];
  /** Docker's word for the engine's part in a swarm; the objects below are known only to a manager. */
  readonly swarm?: string;
  readonly services?: readonly InventorySwarmObject[];
  readonly secrets?: readonly InventorySwarmObject[];
  readonly configs?: readonly InventorySwarmObject[];
}

export const emptyInventory: Inventory = { containers: [], volumes: [], networks: [], images: [] };

/** Networks that docker makes for itself. */
export const builtInNetworks: ReadonlySet<string> = new Set(["bridge", "host", "none", "ingress", "docker_gwbridge"]);

/** Docker gives a volume that nobody named 64 hexadecimal digits. */
export function isAnonymous({ name, labels }: InventoryVolume): boolean {
  return /^[0-9a-f]{64}$/.test(name) || Object.hasOwn(labels, "com.docker.volume.anonymous");
}
