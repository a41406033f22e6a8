/** Where in a docker command the cursor stands: which verb, flag or operand comes next. Forgives what docker would not. */

import {
  findFlag,
  findVerb,
  type Flag,
  globalFlags,
  groupFlags,
  isGroup,
  type Operand,
  type Verb,
} from "../grammar.ts";

export type Place =
  | { readonly kind: "verb"; readonly group?: string }
  | { readonly kind: "flag"; readonly flags: readonly Flag[] }
  /** `typed` is the part of the value that is there. */
  | { readonly kind: "value"; readonly verb: string; readonly flag: Flag; readonly typed: string }
  | { readonly kind: "operand"; readonly verb: string; readonly operand: Operand; readonly others: readonly string[] }
  | { readonly kind: "nothing" };

/** `words` stand before the cursor, without the program; `word` is what is typed of the next one. */
export function placeOf(words: readonly string[], word: string): Place {
  const globals = walk(globalFlags, words, true);
  const [first, ...afterFirst] = globals.rest;
  if (first === undefined) return atFlag(globals, globalFlags, "", word) ?? { kind: "verb" };
  if (first === "help") return afterFirst.length === 0 ? { kind: "verb" } : { kind: "nothing" };
  if (!isGroup(first)) return inVerb(first, afterFirst, word);
  const own = walk(groupFlags(first), afterFirst, true);
  const [second, ...afterSecond] = own.rest;
  if (second === undefined) return atFlag(own, groupFlags(first), first, word) ?? { kind: "verb", group: first };
  return inVerb(`${first} ${second}`, afterSecond, word);
}

function inVerb(name: string, words: readonly string[], word: string): Place {
  const verb = findVerb(name);
  if (!verb) return { kind: "nothing" };
  const walked = walk(verb.flags, words, verb.wraps);
  const { rest } = walked;
  const wrapped = verb.takes.findIndex((operand) => operand.name === "COMMAND");
  if (wrapped >= 0 && rest.length >= wrapped) return { kind: "nothing" };
  const flag = verb.wraps && rest.length > 0 ? undefined : atFlag(walked, verb.flags, verb.name, word);
  if (flag) return flag;
  const operand = operandAt(verb, rest.length);
  return operand ? { kind: "operand", verb: verb.name, operand, others: rest } : { kind: "nothing" };
}

function operandAt({ takes }: Verb, index: number): Operand | undefined {
  const last = takes.at(-1);
  return takes[index] ?? (last?.repeated ? last : undefined);
}

/** A value that is awaited or begun after `=`, or a flag that is begun. */
function atFlag({ awaits, ended }: Walked, flags: readonly Flag[], verb: string, word: string): Place | undefined {
  if (awaits) return { kind: "value", verb, flag: awaits, typed: word };
  if (ended || !word.startsWith("-")) return undefined;
  const equals = word.indexOf("=");
  if (equals < 0) return { kind: "flag", flags };
  const flag = findFlag(flags, word.slice(0, equals));
  return flag ? { kind: "value", verb, flag, typed: word.slice(equals + 1) } : { kind: "nothing" };
}

interface Walked {
  readonly rest: readonly string[];
  /** The last word is a flag whose value comes next. */
  readonly awaits?: Flag;
  /** `--` was there. */
  readonly ended: boolean;
}

/** As `readFlagsOf`, but a flag that nobody knows is passed over. */
function walk(flags: readonly Flag[], words: readonly string[], stops: boolean): Walked {
  const rest: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--") return { rest: [...rest, ...words.slice(at + 1)], ended: true };
    if (!word.startsWith("-") || word === "-") {
      if (stops) return { rest: words.slice(at), ended: false };
      rest.push(word);
      continue;
    }
    const flag = awaiting(flags, word);
    if (!flag) continue;
    if (at === words.length - 1) return { rest, awaits: flag, ended: false };
    at++;
  }
  return { rest, ended: false };
}

/** The flag of this word whose value is the next word. */
function awaiting(flags: readonly Flag[], word: string): Flag | undefined {
  if (word.startsWith("--")) {
    const flag = findFlag(flags, word);
    return flag && flag.type !== "switch" ? flag : undefined;
  }
  for (let at = 1; at < word.length; at++) {
    const flag = findFlag(flags, `-${word.charAt(at)}`);
    if (!flag || flag.type !== "switch") return at === word.length - 1 ? flag : undefined;
  }
  return undefined;
}
