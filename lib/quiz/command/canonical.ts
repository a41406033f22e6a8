/** The meaning of a parsed command: equal for two command lines that ask docker for the same. */

import type { Flag } from "./grammar.ts";
import { canonicalMount } from "./mounts.ts";
import type { FlagUse, ParsedCommand } from "./parse.ts";
import { fullReference } from "./image_reference.ts";
import { canonicalValue, path } from "./values.ts";
import { shownWord } from "./word.ts";

/** A value by its meaning, and how it was typed. */
export interface Meant {
  readonly meaning: string;
  readonly shown: string;
}

export interface FlagMeant {
  /** `--name`; all that mounts something is `--mount`. */
  readonly name: string;
  readonly type: Flag["type"];
  /** One for flags that hold one value. Sorted by meaning unless the order matters. */
  readonly values: readonly Meant[];
}

export interface OperandsMeant {
  /** As the grammar calls it: IMAGE. */
  readonly name: string;
  /** Several, in any order, only for the last one. */
  readonly values: readonly Meant[];
}

export interface Canonical {
  readonly verb: string;
  /** By name, with the scope before it where it is not the verb: `docker --context`. What says only the default is left out. */
  readonly flags: ReadonlyMap<string, FlagMeant>;
  readonly operands: readonly OperandsMeant[];
  readonly command: readonly string[];
}

export function canonical(parsed: ParsedCommand): Canonical {
  const flags = canonicalFlags(parsed.flags);
  const operands = canonicalOperands(parsed);
  // A group alone shows its help.
  if (parsed.grammar.isGroup) ["--help", "group --help", "docker --help"].forEach((name) => flags.delete(name));
  const type = flags.get("--type")?.values[0]?.meaning;
  // `inspect --type volume` is `volume inspect`.
  if (parsed.verb === "inspect" && type !== undefined && /^(?:container|image|volume|network)$/.test(type)) {
    const inspected = operands.map(({ values }) => ({
      name: type.toUpperCase(),
      values: type === "image" ? sorted(values.map(({ shown }) => ({ meaning: fullReference(shown), shown }))) : values,
    }));
    const others = new Map([...flags].filter(([key]) => key !== "--type"));
    return { verb: `${type} inspect`, flags: others, operands: inspected, command: [] };
  }
  // `build -f Dockerfile .` names the file that is taken anyway.
  if (parsed.verb === "image build" && operands[0]?.values[0]?.meaning === ".") {
    if (flags.get("--file")?.values[0]?.meaning === "Dockerfile") flags.delete("--file");
  }
  return { verb: parsed.verb, flags, operands, command: parsed.command };
}

function canonicalOperands(parsed: ParsedCommand): readonly OperandsMeant[] {
  return parsed.grammar.takes.filter(({ name }) => name !== "COMMAND").flatMap(({ name, repeated }, index) => {
    const words = repeated ? parsed.operands.slice(index) : parsed.operands.slice(index, index + 1);
    if (words.length === 0) return [];
    const values = words.map((word) => ({ meaning: operandMeaning(name, word), shown: shownWord(word) }));
    return [{ name, values: repeated ? sorted(values) : values }];
  });
}

function operandMeaning(name: string, word: string): string {
  if (name === "IMAGE") return fullReference(word);
  if (name === "PATH") return path(word);
  return name === "SOURCE" || name === "TARGET" ? place(word) : word;
}

/** `./` is `.`; beyond that a slash at the end means something to `cp`. */
function place(word: string): string {
  return /^\.\/+$/.test(word) ? "." : word.replace(/^\.\/+(?=.)/s, "");
}

function canonicalFlags(uses: readonly FlagUse[]): Map<string, FlagMeant> {
  const byName = new Map<string, FlagUse[]>();
  for (const use of uses) {
    const key = use.scope === "verb" ? nameOf(use.flag) : `${use.scope} ${nameOf(use.flag)}`;
    byName.set(key, [...byName.get(key) ?? [], use]);
  }
  const flags = new Map<string, FlagMeant>();
  for (const [key, same] of byName) {
    const first = same[0];
    if (!first) continue;
    const { flag } = first;
    const values = valuesOf(flag, same);
    const byDefault = flag.type === "switch" ? flag.default ?? "false" : flag.default;
    const usual = byDefault !== undefined && values.length === 1 &&
      values[0]?.meaning === canonicalValue(flag.type, byDefault);
    if (!usual) flags.set(key, { name: nameOf(flag), type: flag.type, values });
  }
  return flags;
}

/** All that mounts is one flag. */
function nameOf(flag: Flag): string {
  return flag.type === "volume" || flag.type === "tmpfs" || flag.type === "mount" ? "--mount" : flag.name;
}

/** The name under which `--volume` or `--env` is kept. */
export function canonicalFlagName(flags: readonly Flag[], written: string): string {
  const flag = flags.find(({ names }) => names.includes(written));
  return flag ? nameOf(flag) : written;
}

function valuesOf(flag: Flag, uses: readonly FlagUse[]): readonly Meant[] {
  switch (flag.type) {
    case "list":
    case "port":
    case "images":
      return sorted(uses.map((use) => meant(use, canonicalValue(flag.type, use.value))));
    case "seq":
      return uses.map((use) => meant(use, use.value));
    case "csv":
      return sorted(uses.flatMap((use) => use.value.split(",").map((part) => meant({ ...use, value: part }, part))));
    case "mount":
    case "volume":
    case "tmpfs":
      return sorted(uses.map((use) => meant(use, canonicalMount(mountType(use.flag), use.value))));
    case "env":
      return sorted([...new Map(uses.map((use) => [use.value.split("=", 1)[0], meant(use, use.value)])).values()]);
    default:
      return uses.slice(-1).map((use) => meant(use, canonicalValue(flag.type, use.value)));
  }
}

function mountType({ type }: Flag): "mount" | "volume" | "tmpfs" {
  return type === "volume" || type === "tmpfs" ? type : "mount";
}

function meant(use: FlagUse, meaning: string): Meant {
  const value = use.flag.type === "switch" ? use.value === "true" ? "" : "=false" : ` ${shownWord(use.value)}`;
  return { meaning, shown: use.written + value };
}

function sorted(values: readonly Meant[]): readonly Meant[] {
  return [...values].sort((a, b) => a.meaning < b.meaning ? -1 : a.meaning > b.meaning ? 1 : 0);
}
