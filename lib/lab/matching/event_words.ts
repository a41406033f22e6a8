/** Events as they are read: what is waited for, and what happened to an object. Plain text, no Markdown. */

import type { EventCheck, EventFilter, EventType } from "../../content/schema/checks/event.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import { both, join, same, type Text } from "../../content/text.ts";
import { describe } from "./describe.ts";
import { isAbout, signalMatcher, signalName } from "./event.ts";
import { printable } from "./printable.ts";
import type { Shape } from "./value.ts";
import type { PastEvent } from "../snapshot.ts";

/** Events of one object that are told; more are cut. */
const mostTold = 8;

export function expectedEvents({ filter, count, after, before }: EventCheck): Text {
  const [what, first, last] = [filterText(filter), after && filterText(after), before && filterText(before)];
  const usual = count.is === "range" && count.min === 1 && count.max === undefined;
  const many = usual ? undefined : describe(count, "whole", { workspace: "" });
  return {
    es: `${what.es}${many ? `, veces: ${many.es}` : ""}${first ? `, después de ${first.es}` : ""}${
      last ? `, antes de ${last.es}` : ""
    }`,
    en: `${what.en}${many ? `, times: ${many.en}` : ""}${first ? `, after ${first.en}` : ""}${
      last ? `, before ${last.en}` : ""
    }`,
  };
}

/** `web: kill (SIGKILL)`. */
export function filterText(filter: EventFilter): Text {
  const { type, name, actions, exitCode, signal, image, command, container } = filter;
  const object = name ? text(name, type === "image" ? "image" : "text") : anyObject[type];
  const details = [
    ...exitCode ? [prefixed({ es: "código", en: "code" }, text(exitCode, "whole"))] : [],
    ...signal ? [text(signalMatcher(signal), "text")] : [],
    ...image ? [text(image, "image")] : [],
    ...command ? [text(command, "text")] : [],
    ...container ? [text(container, "text")] : [],
  ];
  const detail = details.length === 0 ? same("") : join([same(" ("), join(details, ", "), same(")")], "");
  return both((lang) => `${object[lang]}: ${actions.join(lang === "es" ? " o " : " or ")}${detail[lang]}`);
}

/** What happened to the objects that are meant: `web: start ×2, die (0)`. */
export function seenEvents(filter: EventFilter, events: readonly PastEvent[]): Text {
  const told = events.filter((event) => isAbout(filter, event));
  const objects = Map.groupBy(told, ({ name, references }) => references?.[0] ?? name);
  if (objects.size === 0) {
    const object = filter.name ? text(filter.name, filter.type === "image" ? "image" : "text") : anyObject[filter.type];
    return {
      es: `${object.es}: nada desde que empezó el laboratorio`,
      en: `${object.en}: nothing since the lab began`,
    };
  }
  const lines = [...objects].slice(0, mostTold).map(([name, own]) => `${printable(name, 60)}: ${countedEvents(own)}`);
  return same(`${lines.join("; ")}${objects.size > mostTold ? "; …" : ""}`);
}

/** `start ×2, die (0)`, in the order of their first time. */
export function countedEvents(events: readonly PastEvent[]): string {
  const kinds = Map.groupBy(events, eventText);
  const told = [...kinds].slice(0, mostTold).map(([what, own]) => own.length > 1 ? `${what} ×${own.length}` : what);
  return `${told.join(", ")}${kinds.size > mostTold ? ", …" : ""}`;
}

function eventText({ action, exitCode, signal, command, container }: PastEvent): string {
  const detail = exitCode ?? signalName(signal) ?? command ?? container;
  return printable(detail === undefined ? action : `${action} (${detail})`, 80);
}

const anyObject: Readonly<Record<EventType, Text>> = {
  container: { es: "cualquier contenedor", en: "any container" },
  image: { es: "cualquier imagen", en: "any image" },
  volume: { es: "cualquier volumen", en: "any volume" },
  network: { es: "cualquier red", en: "any network" },
  service: { es: "cualquier servicio", en: "any service" },
  node: { es: "cualquier nodo", en: "any node" },
  secret: { es: "cualquier secreto", en: "any secret" },
  config: { es: "cualquier config", en: "any config" },
};

function text(matcher: Matcher, shape: Shape): Text {
  return describe(matcher, shape, { workspace: "" });
}

function prefixed(prefix: Text, what: Text): Text {
  return join([prefix, what], " ");
}
