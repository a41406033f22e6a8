/** The escape hatch: any path into what `docker inspect` says of an object, with any matcher. */

import * as v from "valibot";
import { closed } from "../closed.ts";
import { type CheckCommon, common, commonKeys } from "../expectation.ts";
import { type Matcher, matcherFor } from "../matcher.ts";
import { imageName, objectName } from "../names.ts";
import { because } from "../refusal.ts";

/** What docker can inspect by name. */
const inspectable = [
  "container",
  "image",
  "volume",
  "network",
  "service",
  "node",
  "secret",
  "config",
] as const;
export type Inspectable = (typeof inspectable)[number];

export interface InspectCheck extends CheckCommon {
  readonly kind: "inspect";
  readonly object: Inspectable;
  /** The object's name. */
  readonly name: string;
  /** Keys and indexes, as in `HostConfig.LogConfig.Type` or `Mounts[0].Source` or `Config.Labels["com.example.a"]`. */
  readonly path: readonly string[];
  readonly matcher: Matcher;
}

const object = v.pipe(
  closed(
    Object.fromEntries(
      inspectable.map((kind) => [kind, v.exactOptional(kind === "image" ? imageName : objectName)]),
    ),
  ),
  v.check((written) => Object.keys(written).length === 1, because("oneObject")),
);

const path = v.pipe(v.string(), v.check((written) => pathOf(written) !== undefined, because("inspectPath")));

/** The steps of a path; undefined when it is not one. */
export function pathOf(written: string): readonly string[] | undefined {
  const steps: string[] = [];
  let rest = written;
  while (rest !== "") {
    const step = /^(?:\.?([A-Za-z0-9_/-]+)|\[(\d+)\]|\["([^"\]]+)"\])/.exec(rest);
    if (!step || (steps.length === 0 && rest.startsWith("."))) return undefined;
    steps.push(step[1] ?? step[2] ?? step[3] ?? "");
    rest = rest.slice(step[0].length);
  }
  return steps.length === 0 || steps.length > 20 ? undefined : steps;
}

export const inspect = v.pipe(
  closed({ inspect: object, path, value: matcherFor("raw"), ...commonKeys }),
  v.transform((written): InspectCheck => {
    const [[kind, name] = ["container", ""]] = Object.entries(written.inspect);
    return {
      kind: "inspect",
      object: kind as Inspectable,
      name: String(name),
      path: pathOf(written.path) ?? [],
      matcher: written.value,
      ...common(written),
    };
  }),
);
