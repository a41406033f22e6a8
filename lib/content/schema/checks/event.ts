/** A check of what happened on the engine since the lab began, whatever is there now. */

import * as v from "valibot";
import { some } from "../basics.ts";
import { closed } from "../closed.ts";
import { type CheckCommon, common, commonKeys } from "../expectation.ts";
import { type Matcher, matcherFor } from "../matcher.ts";
import { pick } from "../pick.ts";
import { because } from "../refusal.ts";
import { eventTypes } from "../vocabulary.ts";

export type EventType = (typeof eventTypes)[number];

/** What docker tells of each kind of object (moby: api/types/events). Health is told with its new state. */
export const eventActions = {
  container: [
    "attach",
    "commit",
    "copy",
    "create",
    "destroy",
    "detach",
    "die",
    "exec_create",
    "exec_detach",
    "exec_die",
    "exec_start",
    "export",
    "health_status",
    "health_status: healthy",
    "health_status: unhealthy",
    "kill",
    "oom",
    "pause",
    "prune",
    "rename",
    "resize",
    "restart",
    "start",
    "stop",
    "top",
    "unpause",
    "update",
  ],
  image: ["delete", "import", "load", "prune", "pull", "push", "save", "tag", "untag"],
  volume: ["create", "destroy", "mount", "prune", "unmount"],
  network: ["connect", "create", "destroy", "disconnect", "prune", "remove", "update"],
  service: ["create", "remove", "update"],
  node: ["create", "remove", "update"],
  secret: ["create", "remove", "update"],
  config: ["create", "remove", "update"],
} as const satisfies Readonly<Record<EventType, readonly string[]>>;

/** Which events are meant: all that is given must hold. */
export interface EventFilter {
  readonly type: EventType;
  /** The object's name; an image by its reference. Absent: any. */
  readonly name?: Matcher;
  /** Docker's own words, see `eventActions`. */
  readonly actions: readonly string[];
  readonly exitCode?: Matcher;
  readonly signal?: Matcher;
  /** The image of a container, the command of an exec, the container that was connected to a network. */
  readonly image?: Matcher;
  readonly command?: Matcher;
  readonly container?: Matcher;
}

/** `after` and `before`: at least `count` of the events must come after (before) one of the other kind. */
export interface EventCheck extends CheckCommon {
  readonly kind: "event";
  /** `container web kill`, as mistakes name the check. */
  readonly name: string;
  readonly filter: EventFilter;
  readonly count: Matcher;
  readonly after?: EventFilter;
  readonly before?: EventFilter;
}

const words = matcherFor("text");
const typeKeys = Object.fromEntries(eventTypes.map((type) => [type, v.exactOptional(words)]));
const action = v.picklist([...new Set(Object.values(eventActions).flat())]);
const someActions = some(action);

/** `{ container: web, action: kill }`: exactly one key of a type, the network's `container` apart. */
const filter = v.pipe(
  closed({
    ...typeKeys,
    action: pick([action, someActions], (input) => Array.isArray(input) ? someActions : action),
    exitCode: v.exactOptional(matcherFor("whole")),
    signal: v.exactOptional(matcherFor("text")),
    command: v.exactOptional(words),
  }),
  v.check((written) => typeOf(written) !== undefined, because("eventType")),
  v.transform((written): EventFilter => {
    const raw = written as Readonly<Record<string, unknown>>;
    const type = typeOf(written) ?? "container";
    const { action } = written;
    const also = (key: string) => raw[key] === undefined || key === type ? {} : { [key]: raw[key] as Matcher };
    const name = raw[type] as Matcher;
    const any = name.is === "equal" && name.value === "*";
    return {
      type,
      ...(any ? {} : { name }),
      actions: typeof action === "string" ? [action] : action,
      ...also("exitCode"),
      ...also("signal"),
      ...also("image"),
      ...also("command"),
      ...also("container"),
    };
  }),
);

/** `container` may stand beside `network`, `image` beside `container`: what they say more of it. */
function typeOf(written: object): EventType | undefined {
  const found = eventTypes.filter((type) => Object.hasOwn(written, type));
  if (found.length === 1) return found[0];
  if (found.length !== 2) return undefined;
  if (found.includes("container") && found.includes("network")) return "network";
  return found.includes("container") && found.includes("image") ? "container" : undefined;
}

export const event = v.pipe(
  closed({
    event: filter,
    count: v.exactOptional(matcherFor("whole")),
    after: v.exactOptional(filter),
    before: v.exactOptional(filter),
    ...commonKeys,
  }),
  v.transform((written): EventCheck => ({
    kind: "event",
    name: eventName(written.event),
    filter: written.event,
    count: written.count ?? { is: "range", min: 1 },
    ...(written.after ? { after: written.after } : {}),
    ...(written.before ? { before: written.before } : {}),
    ...common(written),
  })),
);

/** `container web kill`; `*` for any object. */
function eventName({ type, name, actions }: EventFilter): string {
  const object = name === undefined ? "*" : name.is === "equal" ? String(name.value) : "…";
  return `${type} ${object} ${actions.join("|")}`;
}
