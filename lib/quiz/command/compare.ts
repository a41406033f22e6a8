/** Compares two docker commands by what they mean and says, flag by flag, where they differ. */

import type { Text } from "../../content/text.ts";
import { inlineCode } from "../inline_code.ts";
import {
  type Canonical,
  canonical,
  canonicalFlagName,
  type FlagMeant,
  type Meant,
  type OperandsMeant,
} from "./canonical.ts";
import * as say from "./compare_texts.ts";
import type { ParsedCommand } from "./parse.ts";
import { shownWords } from "./word.ts";

export type Comparison =
  | { readonly kind: "equal" }
  | {
    readonly kind: "different";
    readonly differences: readonly Text[];
    /** Whether both ask for the same verb, so that the differences are about details. */
    readonly sameVerb: boolean;
  };

export interface CompareOptions {
  /** Long flags that may be there or not, with any value. */
  readonly allowFlags?: readonly string[];
}

/** `differences` are said of `typed`, most specific first. */
export function compareCommands(
  accepted: ParsedCommand,
  typed: ParsedCommand,
  options: CompareOptions = {},
): Comparison {
  const [wanted, given] = [canonical(accepted), canonical(typed)];
  const allowed = new Set(
    (options.allowFlags ?? []).flatMap((name) => [
      canonicalFlagName(accepted.grammar.flags, name),
      canonicalFlagName(typed.grammar.flags, name),
    ]),
  );
  const sameVerb = wanted.verb === given.verb;
  const differences = sameVerb
    ? [
      ...misplacedFlags(wanted, given),
      ...flagDifferences(wanted, given, allowed),
      ...operandDifferences(wanted.operands, given.operands),
      ...commandDifferences(wanted.command, given.command),
    ]
    : [say.otherVerb(typed.writtenVerb, accepted.writtenVerb)];
  return differences.length === 0 ? { kind: "equal" } : { kind: "different", differences, sameVerb };
}

/** `docker run nginx -d` gives -d to the container: the usual slip deserves its own words. */
function misplacedFlags(wanted: Canonical, given: Canonical): readonly Text[] {
  const first = given.command[0];
  if (first === undefined || !first.startsWith("-") || wanted.command[0]?.startsWith("-")) return [];
  return [say.flagTooLate(first)];
}

function flagDifferences(wanted: Canonical, given: Canonical, allowed: ReadonlySet<string>): readonly Text[] {
  const names = [...new Set([...wanted.flags.keys(), ...given.flags.keys()])].filter((name) => !allowed.has(name))
    .sort();
  return names.flatMap((name) => {
    const [want, got] = [wanted.flags.get(name), given.flags.get(name)];
    if (want && got) return valueDifferences(want, got);
    return [
      ...(want?.values ?? []).map(({ shown }) => say.missingFlag(shown)),
      ...(got?.values ?? []).map(({ shown }) => say.extraFlag(shown)),
    ];
  });
}

function valueDifferences(want: FlagMeant, got: FlagMeant): readonly Text[] {
  const missing = without(want.values, got.values);
  const extra = without(got.values, want.values);
  const [one, other] = [missing[0], extra[0]];
  if (!one && !other) {
    const inOrder = want.values.every(({ meaning }, index) => got.values[index]?.meaning === meaning);
    return inOrder ? [] : [say.flagOrder(got.name)];
  }
  if (missing.length === 1 && extra.length === 1 && one && other) {
    if (want.type === "port" && swapped(one.meaning) === other.meaning) return [say.portsSwapped(other.shown)];
    return [say.otherValue(other.shown, one.shown)];
  }
  return [...missing.map(({ shown }) => say.missingFlag(shown)), ...extra.map(({ shown }) => say.extraFlag(shown))];
}

/** 8080:80/tcp → 80:8080/tcp. */
function swapped(port: string): string {
  return port.replace(/^(\d+):(\d+)/, "$2:$1");
}

/** A multiset difference by meaning. */
function without(values: readonly Meant[], taken: readonly Meant[]): readonly Meant[] {
  const left = taken.map(({ meaning }) => meaning);
  return values.filter(({ meaning }) => {
    const at = left.indexOf(meaning);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function operandDifferences(wanted: readonly OperandsMeant[], given: readonly OperandsMeant[]): readonly Text[] {
  const flat = (operands: readonly OperandsMeant[]): readonly string[] =>
    operands.flatMap(({ values }) => values.map(({ meaning }) => meaning));
  const [wantedWords, givenWords] = [flat(wanted), flat(given)];
  const sameWords = wantedWords.length === givenWords.length &&
    [...wantedWords].sort().join("\0") === [...givenWords].sort().join("\0");
  const sameOrder = wantedWords.every((word, index) => word === givenWords[index]);
  if (sameWords) return sameOrder ? [] : [say.operandOrder];
  const length = Math.max(wanted.length, given.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const [want, got] = [wanted[index], given[index]];
    const missing = without(want?.values ?? [], got?.values ?? []);
    const extra = without(got?.values ?? [], want?.values ?? []);
    const name = want?.name ?? got?.name ?? "ARGUMENT";
    const [one, other] = [missing[0], extra[0]];
    if (missing.length === 1 && extra.length === 1 && one && other) {
      return [say.otherOperand(name, other.shown, one.shown)];
    }
    return [
      ...missing.map(({ shown }) => say.missingOperandValue(name, shown)),
      ...extra.map(({ shown }) => say.extraOperandValue(shown)),
    ];
  });
}

function commandDifferences(wanted: readonly string[], given: readonly string[]): readonly Text[] {
  if (wanted.length === given.length && wanted.every((word, index) => word === given[index])) return [];
  const [want, got] = [inlineCode(shownWords(wanted)), inlineCode(shownWords(given))];
  if (wanted.length === 0) return [say.extraCommand(got)];
  return given.length === 0 ? [say.missingCommand(want)] : [say.otherCommand(got, want)];
}
