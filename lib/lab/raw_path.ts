/** Follows a path into what docker says of an object, and tells where it breaks off. */

/** Anything that JSON can say. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** What stands at a path into the raw object; nothing else of that object is kept. */
export type RawFacts =
  | { readonly kind: "value"; readonly value: Json }
  /** The path breaks off after `reached` steps; `keys` are what is there instead of the next one. */
  | { readonly kind: "nothing"; readonly reached: number; readonly keys: readonly string[] };

/** Enough to find the key that was meant; a map of labels may have any number. */
const keyLimit = 100;

/** Steps are keys of mappings and indexes of lists. */
export function follow(raw: Json, path: readonly string[]): RawFacts {
  let here = raw;
  for (const [reached, step] of path.entries()) {
    const next = within(here, step);
    if (next === undefined) return { kind: "nothing", reached, keys: keysOf(here).slice(0, keyLimit) };
    here = next;
  }
  return { kind: "value", value: here };
}

function within(here: Json, step: string): Json | undefined {
  if (isItems(here)) return /^\d{1,9}$/.test(step) ? here[Number(step)] : undefined;
  return isMapping(here) && Object.hasOwn(here, step) ? here[step] : undefined;
}

function keysOf(here: Json): readonly string[] {
  if (isItems(here)) return [...here.keys()].map(String);
  return isMapping(here) ? Object.keys(here) : [];
}

function isItems(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function isMapping(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** As it is written in a lab: `Mounts[0].Source`, `Config.Labels["com.example.a"]`. */
export function pathText(path: readonly string[]): string {
  return path.reduce((text, step) => {
    if (/^\d+$/.test(step)) return `${text}[${step}]`;
    if (!/^[\w/-]+$/.test(step)) return `${text}["${step}"]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}
