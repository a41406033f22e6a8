/** The objects that a docker command names as its own: what it makes, and what it mounts or joins while doing so. */

import { familiar } from "./matching/reference.ts";
import { type Names, noNames } from "./lab_names.ts";

/** Management verbs may be left out: `docker run` is `docker container run`. Words that are no docker command name nothing. */
export function addCommandNames(argv: readonly string[], found: Names): void {
  const [program = "", ...words] = argv;
  if (program.endsWith("docker-compose")) return addComposeNames(words, found);
  const [group, verb] = words;
  if (group === "compose") return addComposeNames(words.slice(1), found);
  const last = words.at(-1) ?? "";
  const plain = group === "container" || group === "image" ? words.slice(1) : words;
  switch (group) {
    case "volume":
    case "network":
    case "secret":
    case "config":
      return addCreated(words, found);
    case "service":
      if (verb === "create") addServiceNames(words, found);
      return;
    case "stack":
      if ((verb === "deploy" || verb === "up") && !last.startsWith("-")) found.stacks.add(last);
      return;
  }
  switch (plain[0]) {
    case "run":
    case "create":
      optionValues(plain, ["--name"]).forEach((name) => found.containers.add(name));
      optionValues(plain, ["--network", "--net"]).map(networkName).forEach((name) => found.networks.add(name));
      mountSources(plain).filter(isVolumeName).forEach((name) => found.volumes.add(name));
      return;
    case "rename":
      if (plain[2]) found.containers.add(plain[2]);
      return;
    case "build":
      optionValues(plain, ["--tag", "-t"]).forEach((tag) => found.images.add(familiar(tag)));
      return;
    case "tag":
    case "commit":
    case "import":
      if (plain.length > 2) found.images.add(familiar(last));
      return;
  }
}

/** The one object that a command makes under a name, if it does. */
export function madeBy(
  argv: readonly string[],
): { readonly kind: "containers" | "volumes" | "networks" | "images"; readonly name: string } | undefined {
  const [group, verb] = argv.slice(1);
  if (verb === "connect") return undefined;
  const found = noNames();
  addCommandNames(argv, found);
  const kind = group === "volume" ? "volumes" : group === "network" ? "networks" : "containers";
  const [name] = found.images.size > 0 ? found.images : found[kind];
  return name === undefined ? undefined : { kind: found.images.size > 0 ? "images" : kind, name };
}

/** `docker volume create datos`, `docker network connect red web`; a secret and a config have their source behind the name. */
function addCreated(words: readonly string[], found: Names): void {
  const [group, verb] = words;
  if (verb !== "create" && !(group === "network" && verb === "connect")) return;
  const taking = [
    "--driver",
    "-d",
    "--opt",
    "-o",
    "--label",
    "-l",
    "--subnet",
    "--gateway",
    "--ip-range",
    "--scope",
    "--alias",
    "--ip",
  ];
  const operands = words.slice(2).filter((word, at, all) =>
    (!word.startsWith("-") || word === "-") && !taking.includes(all[at - 1] ?? "")
  );
  const [name, container] = operands;
  if (name === undefined) return;
  if (verb === "connect" && container !== undefined) found.containers.add(container);
  if (group === "volume") found.volumes.add(name);
  if (group === "network") found.networks.add(name);
  if (group === "secret") found.secrets.add(name);
  if (group === "config") found.configs.add(name);
}

function addServiceNames(words: readonly string[], found: Names): void {
  optionValues(words, ["--name"]).forEach((name) => found.services.add(name));
  optionValues(words, ["--network"]).map(networkName).forEach((name) => found.networks.add(name));
  mountSources(words).filter(isVolumeName).forEach((name) => found.volumes.add(name));
}

function addComposeNames(words: readonly string[], found: Names): void {
  optionValues(words, ["--project-name", "-p"]).slice(0, 1).forEach((name) => found.projects.add(name));
}

/** `name=red,alias=db` is `red`. */
function networkName(value: string): string {
  return /(?:^|,)name=([^,]+)/.exec(value)?.[1] ?? value;
}

/** A path is no volume. */
export function isVolumeName(source: string): boolean {
  return /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(source);
}

function mountSources(words: readonly string[]): readonly string[] {
  const short = optionValues(words, ["--volume", "-v"]).filter((spec) => spec.includes(":")).map((spec) =>
    spec.slice(0, spec.indexOf(":"))
  );
  const long = optionValues(words, ["--mount"]).flatMap((spec) =>
    spec.split(",").flatMap((part) => /^(?:source|src)=(.*)$/.exec(part)?.[1] ?? [])
  );
  return [...short, ...long];
}

/** `--name web`, `--name=web`, `-v x`, `-vx`. */
export function optionValues(words: readonly string[], options: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (options.includes(word)) return words[index + 1] ?? [];
    const option = options.find((option) =>
      option.startsWith("--") ? word.startsWith(`${option}=`) : word.startsWith(option) && !word.startsWith("--")
    );
    if (!option) return [];
    return word.slice(option.startsWith("--") ? option.length + 1 : option.length);
  });
}
