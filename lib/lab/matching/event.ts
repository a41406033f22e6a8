/** Which events a filter means. */

import type { EventFilter } from "../../content/schema/checks/event.ts";
import type { Matcher, Scalar } from "../../content/schema/matcher.ts";
import type { PastEvent, Snapshot } from "../snapshot.ts";
import { holds } from "./holds.ts";
import { withScalars } from "./scalars.ts";
import { signals } from "./signals.ts";
import type { Shape, Value } from "./value.ts";

type Containers = Snapshot["containers"];

/** Of the object that is meant, whatever happened to it. */
export function isAbout({ type, name }: EventFilter, event: PastEvent): boolean {
  if (event.type !== type) return false;
  if (name === undefined) return true;
  return [event.name, ...event.references ?? []].some((known) =>
    agrees(name, known, type === "image" ? "image" : "text")
  );
}

export function isAction({ actions }: Pick<EventFilter, "actions">, { action }: PastEvent): boolean {
  return actions.includes(action) || actions.includes(action.replace(/: .*$/, ""));
}

/** What an event carries beside its object and action: the first that differs, or nothing. */
export function otherDetail(
  { exitCode, signal, image, command, container }: EventFilter,
  event: PastEvent,
  containers: Containers,
): "exitCode" | "signal" | "image" | "command" | "container" | undefined {
  if (exitCode && !agrees(exitCode, event.exitCode, "whole")) return "exitCode";
  if (signal && !agrees(signalMatcher(signal), signalName(event.signal), "text")) return "signal";
  if (image && !agrees(image, event.image, "image")) return "image";
  if (command && !agrees(command, event.command, "text")) return "command";
  if (container && !agrees(container, containerName(event, containers), "text")) return "container";
  return undefined;
}

export function means(filter: EventFilter, event: PastEvent, containers: Containers): boolean {
  return isAbout(filter, event) && isAction(filter, event) && otherDetail(filter, event, containers) === undefined;
}

/** `SIGKILL` for 9, KILL and sigkill; what is unknown stays. */
export function signalName(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const word = written.toUpperCase();
  return signals[Number(word)] ?? (/^[A-Z]/.test(word) && !word.startsWith("SIG") ? `SIG${word}` : word);
}

/** A matcher for signals, however its author writes them. */
export function signalMatcher(matcher: Matcher): Matcher {
  return withScalars(matcher, (value: Scalar) => signalName(String(value)) ?? value);
}

/** A container that the record knows only by its id may be among those that were looked at. */
function containerName({ container }: PastEvent, containers: Containers): string | undefined {
  for (const [name, sighting] of containers) {
    if (sighting.kind === "found" && sighting.facts.id === container) return name;
  }
  return container;
}

function agrees(matcher: Matcher, value: Value, shape: Shape): boolean {
  return holds(matcher, value, shape, { workspace: "" });
}
