/** Reads the words of a docker command: which verb, which flags with which values, which operands. */

import type { Text } from "../../content/text.ts";
import { inlineCode } from "../inline_code.ts";
import { findVerb, type Flag, globalFlags, groupFlags, isGroup, type Verb, verbNames } from "./grammar.ts";
import { nearest } from "../../content/near.ts";
import { readFlagsOf } from "./parse_flags.ts";
import { missingOperand, notDocker, tooManyOperands, unknownVerb } from "./parse_problems.ts";

/** One use of a flag. */
export interface FlagUse {
  readonly flag: Flag;
  /** Before the verb, between a group such as `compose` and its verb, or after it. */
  readonly scope: "docker" | "group" | "verb";
  /** As it was typed, `-p` or `--publish`. */
  readonly written: string;
  /** `true` or `false` for switches. */
  readonly value: string;
}

export interface ParsedCommand {
  /** The name that stands for all its aliases: `container ls` for `ps`. */
  readonly verb: string;
  /** The verb as it was typed: `ps`. */
  readonly writtenVerb: string;
  readonly grammar: Verb;
  readonly flags: readonly FlagUse[];
  /** Without the wrapped command. */
  readonly operands: readonly string[];
  /** What is to be run in the container, word by word. */
  readonly command: readonly string[];
}

export type ParseResult =
  | { readonly kind: "command"; readonly command: ParsedCommand }
  | { readonly kind: "problem"; readonly what: Text };

/** `argv` begins with `docker` or `docker-compose`, as the words of `splitCommand` do. What docker would refuse is a problem. */
export function parseDocker(argv: readonly string[]): ParseResult {
  const program = programOf(argv[0] ?? "");
  if (program === undefined) return problem(notDocker(argv[0] ?? ""));
  const words = program === "docker" ? argv.slice(1) : ["compose", ...argv.slice(1)];

  const globals = readFlagsOf(globalFlags, words, "docker", true);
  if (globals.kind === "problem") return globals;
  let { rest } = globals;
  const flags = [...globals.uses];
  // `docker help run` is `docker run --help`.
  const help = rest[0] === "help";
  if (help) rest = rest.slice(1);
  const path: string[] = [];
  const first = rest[0];
  if (first !== undefined && isGroup(first)) {
    path.push(first);
    const group = readFlagsOf(groupFlags(first), rest.slice(1), "group", true);
    if (group.kind === "problem") return group;
    flags.push(...group.uses);
    rest = group.rest;
  }
  const next = rest[0];
  if (next !== undefined) {
    path.push(next);
    rest = rest.slice(1);
  }
  const writtenVerb = path.join(" ");
  const verb = findVerb(writtenVerb);
  if (!verb) {
    return problem(unknownVerb(path, nearest(path.at(-1) ?? "", verbNames(path.length > 1 ? path[0] : undefined))));
  }
  return withOperands(verb, writtenVerb, help ? ["--help", ...rest] : rest, flags);
}

function withOperands(
  verb: Verb,
  writtenVerb: string,
  words: readonly string[],
  before: readonly FlagUse[],
): ParseResult {
  const read = readFlagsOf(verb.flags, words, "verb", verb.wraps);
  if (read.kind === "problem") return read;
  const flags = [...before, ...read.uses];
  const wrapped = verb.takes.findIndex(({ name }) => name === "COMMAND");
  const operands = wrapped < 0 ? read.rest : read.rest.slice(0, wrapped);
  const command = wrapped < 0 ? [] : read.rest.slice(wrapped);
  const done = {
    kind: "command",
    command: { verb: verb.name, writtenVerb, grammar: verb, flags, operands, command },
  } as const;
  if (flags.some(({ flag, value }) => (flag.name === "--help" || flag.name === "--version") && value === "true")) {
    return done;
  }

  const absent = verb.takes.find(({ optional }, index) => !optional && read.rest[index] === undefined);
  if (absent) return problem(missingOperand(writtenVerb, absent.name));
  const extra = operands[verb.takes.length];
  const open = verb.takes.some(({ repeated }) => repeated);
  return extra !== undefined && !open ? problem(tooManyOperands(writtenVerb, extra)) : done;
}

/** `/usr/bin/docker` is docker as well. */
function programOf(word: string): "docker" | "docker-compose" | undefined {
  const name = word.replace(/^.*[/\\]/u, "").replace(/\.exe$/i, "");
  return name === "docker" || name === "docker-compose" ? name : undefined;
}

function problem(what: Text): ParseResult {
  return { kind: "problem", what };
}

/** The verb with `docker` before it, as code. */
export function shownVerb(verb: string): string {
  return inlineCode(verb === "" ? "docker" : `docker ${verb}`);
}
