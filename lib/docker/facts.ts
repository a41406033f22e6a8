/** Reading JSON that any generation of engine wrote: what is not there, or is of another type, is simply absent. */

export type Raw = Readonly<Record<string, unknown>>;

/** Every field must be named, so that the compiler notices one that is forgotten; `undefined` ones are left out. */
type Written<Facts> = { readonly [Key in keyof Required<Facts>]: Required<Facts>[Key] | undefined };

/** Drops what was not reported. Fields that the type requires must not be `undefined`. */
export function facts<Facts extends object>(written: Written<Facts>): Facts {
  const kept = Object.entries(written).filter(([, value]) => value !== undefined);
  // Entries lose the types of their fields; `Written` has checked them.
  return Object.fromEntries(kept) as Facts;
}

export function rawOf(value: unknown): Raw | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value as Raw : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Absent also when it is empty, as engines write "nothing to say". */
export function wordsOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export function flagOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** A list of texts; one text is a list of one, `null` the empty list. */
export function listOf(value: unknown): readonly string[] | undefined {
  if (value === null) return [];
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}

/** A map of texts; `null` is the empty one. */
export function mapOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (value === null) return {};
  const raw = rawOf(value);
  return raw && fromPairs(Object.entries(raw).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

/** `NAME=value` lines; one without `=` is the empty value. */
export function envOf(value: unknown): Readonly<Record<string, string>> | undefined {
  return listOf(value) && fromPairs((listOf(value) ?? []).map((line): [string, string] => {
    const at = line.indexOf("=");
    return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 1)];
  }));
}

/** ms since 1970; the year 1 is docker's way to write "never". */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== "string" || value.startsWith("0001-")) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** The keys come from outside: `__proto__` stays a key like any other. */
function fromPairs(pairs: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs);
}
