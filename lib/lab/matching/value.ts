/** What a matcher looks at: plain data taken from a snapshot, and what kind of thing it is. */

import type { FieldType } from "../../content/schema/field.ts";

/** `undefined` means that docker did not report it: it is not set. */
export type Value = undefined | string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** A field's type, or the type of a part of one: how parts are compared and shown. */
export type Shape = FieldType | "mount" | "source" | "path" | "bindings" | "binding" | "address";

export interface MatchContext {
  /** Absolute path of the learner's workspace: `./x` in a mount is inside it. */
  readonly workspace: string;
  /** Ids of the images that references (in their familiar form) mean now, and the id of the image in question. */
  readonly imageIds?: ReadonlyMap<string, string>;
  readonly imageId?: string;
  /** For limits: 0 means that there is none. */
  readonly zeroIsNoLimit?: boolean;
  /** Look at, and show, the end of a long text instead of its beginning. */
  readonly tail?: boolean;
  /** Of the text only a part is known. */
  readonly cut?: boolean;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === "object" && !Array.isArray(value);
}

/** A key that the map itself has: `constructor` is no field of an empty map. */
export function valueAt(map: { readonly [key: string]: Value }, key: string): Value {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Not reported, or empty: for a learner both are "nothing there". */
export function isAbsent(value: Value, context: MatchContext): boolean {
  if (value === undefined || value === "") return true;
  if (typeof value === "number") return context.zeroIsNoLimit === true && value <= 0;
  if (isList(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0;
}

/** The shape of a list's items. */
export function itemShape(shape: Shape): Shape {
  if (shape === "raw") return "raw";
  if (shape === "mounts") return "mount";
  if (shape === "bindings") return "binding";
  return "text";
}

/** The shape of a map's value under a key. */
export function partShape(shape: Shape, key: string): Shape {
  if (shape === "raw") return "raw";
  if (shape === "counts") return "whole";
  if (shape === "lists") return "list";
  if (shape === "ports") return "bindings";
  if (shape === "mount") {
    return key === "readonly" ? "flag" : key === "source" ? "source" : key === "target" ? "path" : "text";
  }
  if (shape === "binding") return key === "port" ? "whole" : "address";
  return "text";
}
