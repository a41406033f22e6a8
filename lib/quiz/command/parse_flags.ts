/** Reads flags as docker's own flag library does: joined short ones, `=` or a space, `--` ends them. */

import type { Text } from "../../content/text.ts";
import { findFlag, type Flag } from "./grammar.ts";
import type { FlagUse } from "./parse.ts";
import { badSwitch, badWhole, missingValue, unknownFlag } from "./parse_problems.ts";

export type FlagsRead =
  | { readonly kind: "flags"; readonly uses: readonly FlagUse[]; readonly rest: readonly string[] }
  | { readonly kind: "problem"; readonly what: Text };

/** `stops`: flags end at the first word that is none; else they may stand anywhere. */
export function readFlagsOf(
  flags: readonly Flag[],
  words: readonly string[],
  scope: FlagUse["scope"],
  stops: boolean,
): FlagsRead {
  const uses: FlagUse[] = [];
  const rest: string[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? "";
    at++;
    if (word === "--") {
      rest.push(...words.slice(at));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      rest.push(word);
      if (!stops) continue;
      rest.push(...words.slice(at));
      break;
    }
    const read = word.startsWith("--") ? long(flags, word, words[at], scope) : short(flags, word, words[at], scope);
    if (read.kind === "problem") return read;
    uses.push(...read.uses);
    if (read.tookNext) at++;
  }
  return { kind: "flags", uses, rest };
}

type WordRead =
  | { readonly kind: "read"; readonly uses: readonly FlagUse[]; readonly tookNext: boolean }
  | { readonly kind: "problem"; readonly what: Text };

function long(flags: readonly Flag[], word: string, next: string | undefined, scope: FlagUse["scope"]): WordRead {
  const equals = word.indexOf("=");
  const written = equals < 0 ? word : word.slice(0, equals);
  const flag = findFlag(flags, written);
  if (!flag) return problem(unknownFlag(written, flags));
  if (equals >= 0) return used(flag, written, word.slice(equals + 1), scope, false);
  if (flag.type === "switch") return used(flag, written, "true", scope, false);
  return next === undefined ? problem(missingValue(written)) : used(flag, written, next, scope, true);
}

/** `-it`, `-p 80:80`, `-p80:80`, `-p=80:80`, `-dp 80:80`. */
function short(flags: readonly Flag[], word: string, next: string | undefined, scope: FlagUse["scope"]): WordRead {
  const uses: FlagUse[] = [];
  let letters = word.slice(1);
  while (letters !== "") {
    const written = `-${String.fromCodePoint(letters.codePointAt(0) ?? 0)}`;
    const flag = findFlag(flags, written);
    if (!flag) return problem(unknownFlag(word.length > 2 && letters === word.slice(1) ? word : written, flags));
    letters = letters.slice(written.length - 1);
    if (letters.startsWith("=")) return joined(uses, used(flag, written, letters.slice(1), scope, false));
    if (flag.type === "switch") {
      uses.push({ flag, scope, written, value: "true" });
      continue;
    }
    if (letters !== "") return joined(uses, used(flag, written, letters, scope, false));
    return next === undefined ? problem(missingValue(written)) : joined(uses, used(flag, written, next, scope, true));
  }
  return { kind: "read", uses, tookNext: false };
}

/** Checks what docker itself would refuse at once. */
function used(flag: Flag, written: string, value: string, scope: FlagUse["scope"], tookNext: boolean): WordRead {
  if (flag.type === "switch") {
    const on = switchValue(value);
    if (on === undefined) return problem(badSwitch(written, value));
    return { kind: "read", uses: [{ flag, scope, written, value: String(on) }], tookNext };
  }
  if (flag.type === "int" && !/^[+-]?\d+$/.test(value) && /^[-\w.]*$/.test(value)) {
    return problem(badWhole(written, value));
  }
  return { kind: "read", uses: [{ flag, scope, written, value }], tookNext };
}

/** The spellings that Go's `strconv.ParseBool` takes. */
function switchValue(value: string): boolean | undefined {
  if (/^(?:1|t|T|true|TRUE|True)$/.test(value)) return true;
  return /^(?:0|f|F|false|FALSE|False)$/.test(value) ? false : undefined;
}

function joined(before: readonly FlagUse[], read: WordRead): WordRead {
  return read.kind === "problem" ? read : { ...read, uses: [...before, ...read.uses] };
}

function problem(what: Text): WordRead {
  return { kind: "problem", what };
}
