/** The names of docker objects that a lab speaks of: those it prepares, asks for, or makes in its solution. */

import type { Check } from "../content/schema/check.ts";
import type { Lab } from "../content/schema/lab.ts";
import type { Matcher } from "../content/schema/matcher.ts";
import { commandWords } from "./command_words.ts";
import { familiar } from "./matching/reference.ts";

export interface LabNames {
  readonly containers: ReadonlySet<string>;
  readonly volumes: ReadonlySet<string>;
  readonly networks: ReadonlySet<string>;
  /** In their familiar form, with tag; never those that the lab needs beforehand. */
  readonly images: ReadonlySet<string>;
}

interface Found {
  readonly containers: Set<string>;
  readonly volumes: Set<string>;
  readonly networks: Set<string>;
  readonly images: Set<string>;
}

/** Names in checks, in `setup` and in solutions; those that only a listed mistake makes are wanted for cleaning up alone. */
export function namesOf(lab: Lab, { mistakes }: { readonly mistakes: boolean }): LabNames {
  const found: Found = { containers: new Set(), volumes: new Set(), networks: new Set(), images: new Set() };
  lab.setup.forEach((line) => fromCommand(line, found));
  for (const task of lab.tasks) {
    task.checks.forEach((check) => fromCheck(check, found));
    const steps = [...task.solution, ...(mistakes ? task.mistakes.flatMap(({ run }) => run) : [])];
    for (const step of steps) if (typeof step === "string") fromCommand(step, found);
  }
  const needed = new Set(lab.images.map(familiar));
  return { ...found, images: new Set([...found.images].filter((image) => !needed.has(image))) };
}

function fromCheck(check: Check, found: Found): void {
  switch (check.kind) {
    case "container":
      found.containers.add(check.name);
      for (const { field, matcher } of check.expects) {
        if (field === "mounts") mountedVolumes(matcher).forEach((name) => found.volumes.add(name));
        if (field === "networks") texts(matcher).forEach((name) => found.networks.add(name));
      }
      return;
    case "image":
      found.images.add(familiar(check.name));
      return;
    case "volume":
      found.volumes.add(check.name);
      return;
    case "network":
      found.networks.add(check.name);
      for (const { field, matcher } of check.expects) {
        if (field === "containers") texts(matcher).forEach((name) => found.containers.add(name));
      }
      return;
    case "exec":
    case "logs":
      found.containers.add(check.name);
      return;
    case "file":
      if (check.container !== undefined) found.containers.add(check.container);
      return;
    case "inspect":
      if (check.object === "container") found.containers.add(check.name);
      if (check.object === "image") found.images.add(familiar(check.name));
      if (check.object === "volume") found.volumes.add(check.name);
      if (check.object === "network") found.networks.add(check.name);
      return;
    default:
      return;
  }
}

/** Every exact text that a matcher names, except below `not`. */
function texts(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "equal":
      return [String(matcher.value)];
    case "oneOf":
      return matcher.values.map(String);
    case "contains":
      return texts(matcher.part);
    case "includes":
    case "exactly":
      return matcher.items.flatMap(texts);
    case "all":
    case "any":
      return matcher.of.flatMap(texts);
    default:
      return [];
  }
}

function mountedVolumes(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "fields":
      return Object.entries(matcher.fields).flatMap(([key, part]) => key === "source" ? texts(part) : [])
        .filter(isVolumeName);
    case "contains":
      return mountedVolumes(matcher.part);
    case "includes":
    case "exactly":
      return matcher.items.flatMap(mountedVolumes);
    case "all":
    case "any":
      return matcher.of.flatMap(mountedVolumes);
    default:
      return [];
  }
}

/** A path is no volume. */
function isVolumeName(source: string): boolean {
  return /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(source);
}

/** Management verbs may be left out: `docker run` is `docker container run`. */
function fromCommand(line: string, found: Found): void {
  const words = (commandWords(line) ?? []).slice(1);
  const [group, verb] = words;
  const plain = group === "container" || group === "image" ? words.slice(1) : words;
  const last = words.at(-1);
  if (
    (group === "volume" || group === "network") && verb === "create" && last && words.length > 2 &&
    !last.startsWith("-")
  ) {
    (group === "volume" ? found.volumes : found.networks).add(last);
    return;
  }
  switch (plain[0]) {
    case "run":
    case "create":
      optionValues(plain, ["--name"]).forEach((name) => found.containers.add(name));
      optionValues(plain, ["--network", "--net"]).forEach((name) => found.networks.add(name));
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
      if (plain.length > 2 && last) found.images.add(familiar(last));
      return;
  }
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
function optionValues(words: readonly string[], options: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (options.includes(word)) return words[index + 1] ?? [];
    const option = options.find((option) =>
      option.startsWith("--") ? word.startsWith(`${option}=`) : word.startsWith(option) && !word.startsWith("--")
    );
    if (!option) return [];
    return word.slice(option.startsWith("--") ? option.length + 1 : option.length);
  });
}
