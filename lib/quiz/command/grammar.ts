/** Finds verbs and flags in the grammar of docker; reads its notation when a verb is first asked for. */

import { composeFlags, composeVerbs } from "./grammar/compose.ts";
import { containerVerbs } from "./grammar/container.ts";
import { imageVerbs } from "./grammar/image.ts";
import { objectsVerbs } from "./grammar/objects.ts";
import { swarmVerbs } from "./grammar/swarm.ts";
import { type FlagType, flagTypes, type VerbSpec } from "./grammar/verb.ts";

export interface Flag {
  /** The first long name, with its dashes: it stands for all. */
  readonly name: string;
  readonly names: readonly string[];
  readonly type: FlagType;
  readonly default?: string;
}

export interface Operand {
  /** In capitals, as in a usage line. */
  readonly name: string;
  readonly optional: boolean;
  readonly repeated: boolean;
}

export interface Verb {
  /** `container run`; a group such as `container` is a verb that shows its help. */
  readonly name: string;
  readonly isGroup: boolean;
  readonly takes: readonly Operand[];
  /** Flags end where the operands begin; what follows is another command. */
  readonly wraps: boolean;
  readonly flags: readonly Flag[];
}

export const allVerbs: readonly VerbSpec[] = [
  ...containerVerbs,
  ...imageVerbs,
  ...objectsVerbs,
  ...swarmVerbs,
  ...composeVerbs,
];

/** Before the verb: `docker --context lab ps`. */
export const globalFlags: readonly Flag[] = readFlags(`
  --config path; -c --context text; -D --debug; -H --host list; -l --log-level text =info; --tls; --tlscacert path;
  --tlscert path; --tlskey path; --tlsverify; -v --version; --help`);

/** Between a group and its verb: `docker compose -f otro.yml up`. */
export function groupFlags(group: string): readonly Flag[] {
  return group === "compose" ? composeGroupFlags : helpOnly;
}

const helpOnly: readonly Flag[] = readFlags("--help");
const composeGroupFlags: readonly Flag[] = [...readFlags(composeFlags), ...helpOnly];

/** The entries that were asked for already. */
const read = new Map<VerbSpec, Verb>();

/** Every way to write a verb → its entry; built once. */
const index = new Map<string, VerbSpec>(
  allVerbs.flatMap((spec) => spec.names.split(", ").map((name): [string, VerbSpec] => [name, spec])),
);
const groups = new Set([...index.keys()].flatMap((name) => name.includes(" ") ? [name.split(" ", 1)[0] ?? ""] : []));

export function isGroup(word: string): boolean {
  return groups.has(word);
}

/** All that may follow `docker`, or a group. */
export function verbNames(group?: string): readonly string[] {
  if (group === undefined) return [...groups, ...[...index.keys()].filter((name) => !name.includes(" "))];
  return [...index.keys()].filter((name) => name.startsWith(`${group} `)).map((name) => name.slice(group.length + 1));
}

export function findVerb(name: string): Verb | undefined {
  const spec = index.get(name);
  if (spec) {
    const verb = read.get(spec) ?? readVerb(spec);
    read.set(spec, verb);
    return verb;
  }
  if (name !== "" && !groups.has(name)) return undefined;
  return { name, isGroup: true, takes: [], wraps: false, flags: groupFlags(name) };
}

/** The flag that has this name, short or long. */
export function findFlag(flags: readonly Flag[], name: string): Flag | undefined {
  return flags.find(({ names }) => names.includes(name));
}

function readVerb(spec: VerbSpec): Verb {
  const takes = spec.takes.split(" ").filter((word) => word !== "").map((word): Operand => ({
    name: word.replace(/[[\].]/g, ""),
    optional: word.startsWith("["),
    repeated: word.includes("..."),
  }));
  return {
    name: spec.names.split(", ", 1)[0] ?? "",
    isGroup: false,
    takes,
    wraps: takes.some(({ name }) => name === "COMMAND"),
    flags: [...readFlags(spec.flags), ...helpOnly],
  };
}

/** A mistake in the notation is a bug, and throws: a test reads all of it. */
export function readFlags(notation: string): readonly Flag[] {
  return notation.split(/[;\n]/).map((entry) => entry.trim()).filter((entry) => entry !== "").map((entry) => {
    const words = entry.split(/\s+/);
    const names = words.filter((word) => word.startsWith("-"));
    const name = names.find((one) => one.startsWith("--"));
    const given = words.filter((word) => !word.startsWith("-") && !word.startsWith("="));
    const type = given.length === 0 ? "switch" : flagTypes.find((one) => one === given[0]);
    if (name === undefined || type === undefined || given.length > 1) throw new TypeError(`bad flag: ${entry}`);
    const byDefault = words.find((word) => word.startsWith("="))?.slice(1);
    return { name, names, type, ...(byDefault === undefined ? {} : { default: byDefault }) };
  });
}
