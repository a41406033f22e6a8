/** A check without what it expects: what must be looked at, so that somebody else can judge it. */

import * as v from "valibot";
import type { Check } from "../../content/schema/check.ts";
import { objectFields, type ObjectKind } from "../../content/schema/checks/object.ts";
import type { Sealed } from "../../content/schema/expectation.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import { filePlace, imageName, localAddress, localUrl, objectName } from "../../content/schema/names.ts";
import { namedItems, readsBanner, references } from "../../lab/plan.ts";

const objectKinds = Object.keys(objectFields) as readonly ObjectKind[];
const inspectables = ["container", "image", "volume", "network", "service", "node", "secret", "config"] as const;

const some = v.pipe(v.string(), v.maxLength(1000));
const name = v.union([objectName, imageName]);
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(60));
const others = v.optional(v.pipe(v.array(name), v.maxLength(100)), []);
const flag = v.exactOptional(v.literal(true));

/** As it stands in the lab of a pack; `sealed` is the kind of the check. */
const written = v.variant("sealed", [
  v.strictObject({ sealed: v.picklist(objectKinds), name, others, history: flag }),
  v.strictObject({
    sealed: v.literal("exec"),
    name: objectName,
    run: v.pipe(v.array(some), v.minLength(1), v.maxLength(200)),
    user: v.exactOptional(some),
    timeout: seconds,
  }),
  v.strictObject({
    sealed: v.literal("logs"),
    name: objectName,
    tail: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  }),
  v.strictObject({ sealed: v.literal("file"), name: filePlace }),
  v.strictObject({
    sealed: v.literal("http"),
    url: localUrl,
    method: v.picklist(["GET", "HEAD", "POST"]),
    timeout: seconds,
  }),
  v.strictObject({ sealed: v.literal("tcp"), address: localAddress, timeout: seconds, banner: flag }),
  v.strictObject({
    sealed: v.literal("inspect"),
    object: v.picklist(inspectables),
    name,
    path: v.pipe(v.array(some), v.minLength(1), v.maxLength(20)),
  }),
  v.strictObject({ sealed: v.literal("event"), others }),
  v.strictObject({ sealed: v.literal("swarm") }),
]);

export type SealedCheck = v.InferOutput<typeof written>;

/**
 * What `planOf` would look at stays: names of objects, programs to run, pages, paths into what docker says. Where a check compares its
 * object with others (`sameNetworkAs`, `builtFrom`), their names stay too, in no order: docker is only asked about what is named.
 * The image of a container is not named: its own is looked at with all its names.
 */
export function sealCheck(check: Check): SealedCheck {
  switch (check.kind) {
    case "exec": {
      const { name, run, user, timeout } = check;
      return { sealed: "exec", name, run: [...run], ...(user === undefined ? {} : { user }), timeout };
    }
    case "logs":
      return { sealed: "logs", name: check.name, tail: check.tail };
    case "file":
      return { sealed: "file", name: check.name };
    case "http":
      return { sealed: "http", url: check.url, method: check.method, timeout: check.timeout };
    case "tcp":
      return {
        sealed: "tcp",
        address: check.address,
        timeout: check.timeout,
        ...(readsBanner(check) ? { banner: true } : {}),
      };
    case "inspect":
      return { sealed: "inspect", object: check.object, name: check.name, path: [...check.path] };
    case "event": {
      const filters = [check.filter, check.after ?? [], check.before ?? []].flat();
      const named = filters.flatMap(({ type, container }) =>
        type === "network" && container ? references(container) : []
      );
      return { sealed: "event", others: sorted(named) };
    }
    case "swarm":
      return { sealed: "swarm" };
    default: {
      const named = check.expects.flatMap(({ field, matcher }) => comparedWith(field, matcher));
      const history = check.kind === "image" && check.expects.some(({ field }) => field === "history");
      return { sealed: check.kind, name: check.name, others: sorted(named), ...(history ? { history: true } : {}) };
    }
  }
}

function comparedWith(field: string, matcher: Matcher): readonly string[] {
  return field === "sameNetworkAs" || field === "builtFrom" ? namedItems(matcher) : [];
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** Planned like the check that it was, and never judged: see `Sealed`. */
export const sealedCheck: v.GenericSchema<unknown, Check> = v.pipe(written, v.transform(opened));

function opened(check: SealedCheck): Check {
  const sealed: Sealed = { others: [] };
  const hidden = { hidden: true, sealed } as const;
  switch (check.sealed) {
    case "exec": {
      const { sealed: kind, ...rest } = check;
      return { kind, ...rest, expects: [], ...hidden };
    }
    case "logs":
      return { kind: "logs", name: check.name, tail: check.tail, expects: [], ...hidden };
    case "file": {
      const colon = check.name.indexOf(":");
      return {
        kind: "file",
        name: check.name,
        ...(colon < 0 ? {} : { container: check.name.slice(0, colon) }),
        path: check.name.slice(colon + 1),
        exists: true,
        expects: [],
        ...hidden,
      };
    }
    case "http": {
      const { url, method, timeout } = check;
      return { kind: "http", url, method, timeout, expects: [], ...hidden };
    }
    case "tcp": {
      const { address, timeout, banner } = check;
      const colon = address.lastIndexOf(":");
      const host = address.slice(0, colon).replace(/^\[|\]$/g, "");
      const port = Number(address.slice(colon + 1));
      const look = { ...sealed, ...(banner ? { banner } : {}) };
      return { kind: "tcp", address, host, port, timeout, expects: [], hidden: true, sealed: look };
    }
    case "inspect": {
      const { object, name, path } = check;
      return { kind: "inspect", object, name, path, matcher: nothing, ...hidden };
    }
    case "event":
      return {
        kind: "event",
        name: "*",
        filter: { type: "container", actions: [] },
        count: nothing,
        hidden: true,
        sealed: { others: check.others },
      };
    case "swarm":
      return { kind: "swarm", state: "active", expects: [], ...hidden };
    default: {
      const { sealed: kind, name, others, history } = check;
      const look = { others, ...(history ? { history } : {}) };
      return { kind, name, exists: true, expects: [], hidden: true, sealed: look };
    }
  }
}

/** Asks for nothing. */
const nothing: Matcher = { is: "all", of: [] };
