/** What of today's objects a lab may take away: what is new since it began, and its own. */

import type { Lab } from "../content/schema/lab.ts";
import { addCommandNames } from "./command_names.ts";
import { commandWords } from "./command_words.ts";
import { builtInNetworks, type Inventory, isAnonymous, type Labels } from "./inventory.ts";
import { attemptLabel, labLabel } from "./labels.ts";
import { type LabNames, type Names, namesOf, noNames } from "./lab_names.ts";
import { familiar } from "./matching/reference.ts";

/** A docker command that the learner typed into grumete, word by word; times are ms since 1970. */
export interface LearnerCommand {
  readonly argv: readonly string[];
  readonly from: number;
  readonly to: number;
}

export interface LedgerOptions {
  /** What `setup` made bears it; what bears another one is of another run. */
  readonly attempt?: string | undefined;
  readonly commands?: readonly LearnerCommand[];
  /** The learner's folder: a Compose project that was brought up in it is the lab's, whatever its name. */
  readonly workspace?: string;
  /** For a part of the lab: only what has one of these names, and what stands on it. */
  readonly names?: LabNames;
}

/** `alsoNew` came since the lab began, but nothing says that it is the lab's. */
export interface Leftovers {
  readonly remove: Inventory;
  readonly alsoNew: Inventory;
}

/**
 * What to clean up: new since `before`, and the lab's by its label, its name, its project or the objects it stands on.
 * Without `before` nobody knows what is new, so only what carries the label goes. An image whose tag existed before stays,
 * whatever it means now.
 */
export function leftovers(
  lab: Lab,
  before: Inventory | undefined,
  now: Inventory,
  options: LedgerOptions = {},
): Leftovers {
  if (!before) return labelledOnly(lab, now);
  const { attempt, commands = [], workspace } = options;
  const names = options.names ?? allNames(lab, commands);
  const whole = options.names === undefined;
  const foreign = (labels: Labels) => labels[labLabel] !== undefined && !isOf(lab, attempt, labels);
  const projects = ownProjects(now, names, whole, workspace);
  const own = (labels: Labels) =>
    (whole && isOf(lab, attempt, labels)) || has(projects, labels[composeProject]) ||
    has(names.stacks, labels[stackNamespace]);
  const unnamed = (kind: Unnamed, name: string, createdAt: string, image?: string) =>
    whole &&
    commands.some((command) =>
      isWithin(createdAt, command) && makesUnnamed(command.argv, kind, image) && isDockersName(kind, name)
    );
  const fresh = <Item extends { readonly labels: Labels }>(items: readonly Item[], old: (item: Item) => boolean) =>
    items.filter((item) => !old(item) && !foreign(item.labels));

  const old = idsOf(before);
  const served = new Set(now.services?.map(({ id }) => id));
  const [networks, newNetworks] = divide(
    fresh(now.networks, ({ id, name }) => old.networks.has(id) || builtInNetworks.has(name)),
    ({ name, labels }) => own(labels) || names.networks.has(name),
  );
  const newVolumes = fresh(now.volumes, (it) => old.volumes.has(volumeKey(it)));
  const namedVolumes = newVolumes.filter(({ name, labels }) => own(labels) || names.volumes.has(name));
  const [images, newImages] = divide(
    now.images.filter(({ tag }) => !old.images.has(familiar(tag))),
    ({ tag }) => names.images.has(familiar(tag)) || isProjectImage(tag, projects),
  );
  const stoodOn = {
    networks: new Set(networks.map(({ name }) => name)),
    volumes: new Set(namedVolumes.map(({ name }) => name)),
    images: new Set(images.map(({ tag }) => familiar(tag))),
  };
  const [containers, newContainers] = divide(
    // The containers of a service come and go with it; now and then one comes too late, and stays behind.
    fresh(now.containers, ({ id, labels }) => old.containers.has(id) || has(served, labels[swarmService])),
    ({ name, labels, image, volumes = [], networks = [], createdAt }) =>
      own(labels) || names.containers.has(name) || has(names.services, labels[swarmServiceName]) ||
      unnamed("container", name, createdAt, image) ||
      stoodOn.images.has(familiar(image)) ||
      volumes.some((volume) => stoodOn.volumes.has(volume)) || networks.some((name) => stoodOn.networks.has(name)),
  );
  const mounted = new Set(containers.flatMap(({ volumes = [] }) => volumes));
  const [volumes, otherVolumes] = divide(
    newVolumes,
    (it) =>
      namedVolumes.includes(it) || (isAnonymous(it) && mounted.has(it.name)) ||
      unnamed("volume", it.name, it.createdAt),
  );
  const used = new Set(containers.map(({ imageId }) => imageId));
  const [untagged, newUntagged] = divide(
    (now.untagged ?? []).filter(({ id }) => old.untagged?.has(id) === false),
    ({ id, createdAt }) => used.has(id) || unnamed("image", "", createdAt),
  );
  // Only a manager is shown what a swarm holds: what was in it before may come into view later.
  const wasSeen = before.services !== undefined || before.swarm === "inactive";
  const swarmObjects = (kind: "services" | "secrets" | "configs") =>
    divide(
      wasSeen ? fresh(now[kind] ?? [], ({ id }) => old[kind].has(id)) : [],
      ({ name, labels, createdAt }) =>
        own(labels) || names[kind].has(name) || (kind === "services" && unnamed("service", name, createdAt)),
    );
  const [services, newServices] = swarmObjects("services");
  const [secrets, newSecrets] = swarmObjects("secrets");
  const [configs, newConfigs] = swarmObjects("configs");
  const strangers = [newServices, newSecrets, newConfigs].some((list) => list.length > 0);
  const joined = whole && before.swarm === "inactive" && joinsSwarm(lab, commands);
  const leaves = joined && now.swarm === "active" && !strangers;
  // Docker makes it when it likes, and keeps it.
  const bridges = joined && (leaves || now.swarm !== "active") && !before.networks.some(isBridge)
    ? now.networks.filter(isBridge)
    : [];
  return {
    remove: {
      containers,
      volumes,
      networks: [...networks, ...bridges],
      images,
      untagged,
      services,
      secrets,
      configs,
      ...(leaves ? { swarm: "active" } : {}),
    },
    alsoNew: {
      containers: newContainers,
      volumes: otherVolumes,
      networks: newNetworks,
      images: newImages,
      untagged: newUntagged,
      services: newServices,
      secrets: newSecrets,
      configs: newConfigs,
    },
  };
}

const composeProject = "com.docker.compose.project";
const composeFolder = "com.docker.compose.project.working_dir";
const stackNamespace = "com.docker.stack.namespace";
/** On the containers of a service. */
export const swarmService = "com.docker.swarm.service.id";
const swarmServiceName = "com.docker.swarm.service.name";

function isOf(lab: Lab, attempt: string | undefined, labels: Labels): boolean {
  const run = labels[attemptLabel];
  return labels[labLabel] === lab.id && (attempt === undefined || run === undefined || run === attempt);
}

/** What carries the lab's label, of whichever run. */
function labelledOnly(lab: Lab, now: Inventory): Leftovers {
  const labelled = ({ labels }: { readonly labels: Labels }) => labels[labLabel] === lab.id;
  return {
    remove: {
      containers: now.containers.filter(labelled),
      volumes: now.volumes.filter(labelled),
      networks: now.networks.filter(labelled),
      images: [],
      services: now.services?.filter(labelled) ?? [],
    },
    alsoNew: { containers: [], volumes: [], networks: [], images: [] },
  };
}

/** With what the learner named in commands typed into grumete. */
function allNames(lab: Lab, commands: readonly LearnerCommand[]): LabNames {
  const typed = noNames();
  for (const { argv } of commands) addCommandNames(argv, typed);
  const names = namesOf(lab, { mistakes: true });
  for (const image of lab.images) typed.images.delete(familiar(image));
  const kinds = Object.keys(typed) as (keyof Names)[];
  return Object.fromEntries(kinds.map((kind) => [kind, new Set([...names[kind], ...typed[kind]])])) as Names;
}

/** Those that the lab names, the one that Compose names after the learner's folder, and those brought up in it. */
function ownProjects(
  { containers }: Inventory,
  names: LabNames,
  whole: boolean,
  workspace: string | undefined,
): ReadonlySet<string> {
  if (!whole) return names.projects;
  const folder = workspace?.split("/").at(-1) ?? "";
  const inside = containers.flatMap(({ labels }) => {
    const at = labels[composeFolder];
    const within = workspace !== undefined && (at === workspace || at?.startsWith(`${workspace}/`));
    return within ? labels[composeProject] ?? [] : [];
  });
  return new Set([...names.projects, ...(folder === "" ? [] : [folder]), ...inside]);
}

/** Compose names what it builds after project and service: `proj-web` or, before its second version, `proj_web`. */
function isProjectImage(tag: string, projects: ReadonlySet<string>): boolean {
  return tag.endsWith(":latest") &&
    [...projects].some((project) => tag.startsWith(`${project}-`) || tag.startsWith(`${project}_`));
}

/** What docker itself can give a name, or none: then nothing but when it was made tells whose it is. */
type Unnamed = "container" | "volume" | "image" | "service";

/** Whether the command makes such a thing without naming it; a container from this image. */
function makesUnnamed(argv: readonly string[], kind: Unnamed, image: string | undefined): boolean {
  const [, group = "", verb = ""] = argv;
  const word = ["container", "image"].includes(group) ? verb : group;
  const found = noNames();
  addCommandNames(argv, found);
  switch (kind) {
    case "container":
      return ["run", "create"].includes(word) && found.containers.size === 0 && image !== undefined &&
        argv.some((part) => familiar(part) === familiar(image));
    case "volume":
      return group === "volume" && verb === "create" && found.volumes.size === 0;
    case "image":
      return ["build", "commit", "import", "load"].includes(word);
    case "service":
      return group === "service" && verb === "create" && found.services.size === 0;
  }
}

/** `happy_euler`, or 64 hexadecimal digits for a volume: nobody else's by its name. */
function isDockersName(kind: Unnamed, name: string): boolean {
  if (kind === "volume") return /^[0-9a-f]{64}$/.test(name);
  return kind === "image" || /^[a-z]+_[a-z]+\d?$/.test(name);
}

/** Volumes are dated to the second. */
function isWithin(createdAt: string | undefined, { from, to }: LearnerCommand): boolean {
  const at = Date.parse(createdAt ?? "");
  return at >= from - 1000 && at <= to;
}

function joinsSwarm(lab: Lab, commands: readonly LearnerCommand[]): boolean {
  const steps = lab.tasks.flatMap(({ solution, alternatives }) => [...solution, ...alternatives.flat()]);
  const words = [
    ...steps.filter((step) => typeof step === "string").map((line) => commandWords(line) ?? []),
    ...commands.map(({ argv }) => argv),
  ];
  return words.some(([, group, verb]) => group === "swarm" && (verb === "init" || verb === "join"));
}

function isBridge({ name }: { readonly name: string }): boolean {
  return name === "docker_gwbridge";
}

function idsOf({ containers, volumes, networks, images, untagged, services, secrets, configs }: Inventory) {
  const ids = (items: readonly { readonly id: string }[] = []) => new Set(items.map(({ id }) => id));
  return {
    containers: ids(containers),
    volumes: new Set(volumes.map(volumeKey)),
    networks: ids(networks),
    images: new Set(images.map(({ tag }) => familiar(tag))),
    /** Attempts of earlier versions did not list them: then nobody knows which are new. */
    untagged: untagged && ids(untagged),
    services: ids(services),
    secrets: ids(secrets),
    configs: ids(configs),
  };
}

function volumeKey({ name, createdAt }: { readonly name: string; readonly createdAt: string }): string {
  return JSON.stringify([name, createdAt]);
}

function has(set: ReadonlySet<string>, value: string | undefined): boolean {
  return value !== undefined && set.has(value);
}

function divide<Item>(items: readonly Item[], chosen: (item: Item) => boolean): readonly [Item[], Item[]] {
  const taken: Item[] = [];
  const left: Item[] = [];
  for (const item of items) (chosen(item) ? taken : left).push(item);
  return [taken, left];
}
