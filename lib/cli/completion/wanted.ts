/** What can stand where the cursor is, by the table of verbs alone. */

import type { Commands } from "../table/verb_parts.ts";
import type { Cursor } from "./line_words.ts";

type Command = Commands[string];
type Flags = NonNullable<Command["parameters"]["flags"]>;
type Flag = Flags[string];

/** Where candidates come from that the table does not know. */
export type Source = "quizzes" | "labs" | "concepts" | "tasks" | "contexts";

export type Wanted =
  /** `group`: what has been typed of verbs of two words, with a blank behind it. */
  | { readonly kind: "verbs"; readonly group?: string }
  /** `names` with their two dashes. */
  | { readonly kind: "flags"; readonly names: readonly (readonly [name: string, brief: string])[] }
  | { readonly kind: "values"; readonly values: readonly string[] }
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "files" | "folders" | "nothing" };

/** What stands on the line besides; of a flag that was given twice the last value, but all folders of content. */
export interface Line {
  readonly lang?: string;
  readonly state?: string;
  readonly content: readonly string[];
  /** What is no flag, without the verb. */
  readonly positional: readonly string[];
}

export interface Completing {
  readonly wanted: Wanted;
  /** What the candidates are compared with; behind `--flag=` only the value. */
  readonly typed: string;
  /** `--flag=`, or nothing. */
  readonly lead: string;
  readonly line: Line;
}

/** `words` begin with the name of the program. */
export function completing(commands: Commands, { words, at }: Cursor): Completing {
  const current = words[at] ?? "";
  const before = read(commands, words.slice(1, at));
  // The value that is being typed is one; a word that is being typed is not given yet.
  const all = read(commands, before.open === undefined ? words.slice(1).toSpliced(at - 1, 1) : words.slice(1));
  const line: Line = {
    ...valueOf(all.given, "lang"),
    ...valueOf(all.given, "state"),
    content: all.given.flatMap(([name, value]) => name === "content" && value !== undefined ? [value] : []),
    positional: all.positional,
  };
  const { verb, open, given, positional, onlyWords } = before;
  const command = commandOf(commands, verb);
  const flags = command?.parameters.flags ?? {};
  const asWhole = (wanted: Wanted): Completing => ({ wanted, typed: current, lead: "", line });
  if (!command && isGroup(commands, verb)) return asWhole({ kind: "verbs", group: `${verb} ` });
  if (!command) return asWhole({ kind: "nothing" });
  if (open !== undefined) return asWhole(valueWanted(open, flags[open]));
  const [, lead = "", name = "", value = ""] = /^(--([\w-]+)=)(.*)$/s.exec(current) ?? [];
  if (lead !== "" && !onlyWords) {
    const key = keyOf(flags, name);
    return { wanted: key === undefined ? nothing : valueWanted(key, flags[key]), typed: value, lead, line };
  }
  if (current.startsWith("-") && !onlyWords) {
    const used = new Set(given.map(([name]) => name));
    const free = Object.entries(flags).filter(([name, flag]) => !used.has(name) || isVariadic(flag));
    return asWhole({ kind: "flags", names: free.map(([name, { brief }]) => [`--${kebab(name)}`, brief]) });
  }
  return asWhole(verb === undefined ? { kind: "verbs" } : argumentWanted(command, positional));
}

/** No verb is the home screen; a word that is no verb has no flags either. */
function commandOf(commands: Commands, verb = "home"): Command | undefined {
  return Object.hasOwn(commands, verb) ? commands[verb] : undefined;
}

/** The first word of verbs that have two. */
function isGroup(commands: Commands, verb: string | undefined): verb is string {
  return verb !== undefined && Object.keys(commands).some((name) => name.startsWith(`${verb} `));
}

interface Read {
  readonly verb: string | undefined;
  readonly given: readonly (readonly [name: string, value: string | undefined])[];
  readonly positional: readonly string[];
  /** A flag whose value comes next. */
  readonly open: string | undefined;
  /** Behind `--`. */
  readonly onlyWords: boolean;
}

function read(commands: Commands, words: readonly string[]): Read {
  let verb: string | undefined;
  let open: string | undefined;
  let onlyWords = false;
  const given: (readonly [string, string | undefined])[] = [];
  const positional: string[] = [];
  for (const word of words) {
    const flags = commandOf(commands, verb)?.parameters.flags ?? {};
    if (open !== undefined) {
      given.push([open, word]);
      open = undefined;
    } else if (!onlyWords && word === "--") {
      onlyWords = true;
    } else if (!onlyWords && word.startsWith("--")) {
      const [name = "", ...values] = word.slice(2).split("=");
      const key = keyOf(flags, name);
      if (key === undefined) continue;
      if (values.length > 0 || !takesValue(flags[key])) given.push([key, values.join("=")]);
      else open = key;
    } else if (onlyWords || !word.startsWith("-") || word === "-") {
      if (verb === undefined) verb = word;
      else if (isGroup(commands, verb)) verb = `${verb} ${word}`;
      else positional.push(word);
    }
  }
  return { verb, given, positional, open, onlyWords };
}

function valueOf<Name extends string>(given: Read["given"], name: Name): { readonly [_ in Name]?: string } {
  const value = given.findLast((one) => one[0] === name)?.[1];
  return (value === undefined ? {} : { [name]: value }) as { readonly [_ in Name]?: string };
}

const nothing: Wanted = { kind: "nothing" };

function takesValue(flag: Flag | undefined): boolean {
  return flag?.kind === "parsed" || flag?.kind === "enum";
}

function isVariadic(flag: Flag): boolean {
  return "variadic" in flag && flag.variadic !== undefined && flag.variadic !== false;
}

/** A flag may be written in either way. */
function keyOf(flags: Flags, name: string): string | undefined {
  return Object.keys(flags).find((key) => key === name || kebab(key) === name);
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Flags whose placeholder does not say it. */
const sourceOfFlag: Readonly<Record<string, Source>> = { task: "tasks", concept: "concepts", context: "contexts" };

function valueWanted(name: string, flag: Flag | undefined): Wanted {
  if (flag?.kind === "enum") return { kind: "values", values: flag.values };
  const source = sourceOfFlag[name];
  if (source !== undefined) return { kind: "source", source };
  return wantedBy(flag?.kind === "parsed" ? flag.placeholder ?? "" : "");
}

function argumentWanted({ parameters: { positional } }: Command, given: readonly string[]): Wanted {
  if (positional === undefined) return nothing;
  if (positional.kind === "array") return wantedBy(positional.parameter.placeholder ?? "");
  return wantedBy(positional.parameters[given.length]?.placeholder ?? "");
}

/** By what the help calls it; words with a bar between them are the choice itself. */
function wantedBy(placeholder: string): Wanted {
  switch (placeholder) {
    case "REF":
      return { kind: "source", source: "quizzes" };
    case "LAB":
      return { kind: "source", source: "labs" };
    case "ID":
      return { kind: "source", source: "concepts" };
    case "DIR":
      return { kind: "folders" };
    case "FILE":
    case "FILE|-":
    case "SPEC.yaml":
    case "PATH":
    case "RUTA":
      return { kind: "files" };
    default:
      return /^[a-z0-9]+(?:\|[a-z0-9]+)+$/.test(placeholder)
        ? { kind: "values", values: placeholder.split("|") }
        : nothing;
  }
}
