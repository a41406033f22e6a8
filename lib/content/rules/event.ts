/** What a check of the past may ask: events that docker tells of such an object, and only what they carry. */

import { suggest } from "../near.ts";
import type { Finding } from "../problem.ts";
import { eventActions, type EventCheck, type EventFilter } from "../schema/checks/event.ts";
import { quoted, quotedList } from "../shown.ts";

/** Paths start at the check. */
export function eventFindings(check: EventCheck): readonly Finding[] {
  const { filter, after, before } = check;
  const filters = [["event", filter], ["after", after], ["before", before]] as const;
  return filters.flatMap(([key, filter]) => filter ? [...untold(key, filter), ...notCarried(key, filter)] : []);
}

function untold(key: string, { type, actions }: EventFilter): readonly Finding[] {
  const known: readonly string[] = eventActions[type];
  return actions.filter((action) => !known.includes(action)).map((action) => ({
    at: [key, "action"],
    code: "bad-event",
    what: {
      es: `No se puede esperar ${quoted(action)}: docker no cuenta ese suceso de un objeto «${type}»`,
      en: `Cannot expect ${quoted(action)}: docker tells no such event of a ${type}`,
    },
    next: suggest(action, known),
  }));
}

/** Which events carry what a filter may ask for (moby: daemon/events.go and libnetwork's). */
const carriers = {
  exitCode: ["die", "exec_die"],
  signal: ["kill"],
  // The end of an exec is known by its beginning.
  command: ["exec_create", "exec_start", "exec_die"],
  image: eventActions.container,
  container: ["connect", "disconnect"],
} as const satisfies Partial<Record<keyof EventFilter, readonly string[]>>;

function notCarried(key: string, filter: EventFilter): readonly Finding[] {
  return (Object.keys(carriers) as (keyof typeof carriers)[]).flatMap((asked): readonly Finding[] => {
    const events: readonly string[] = carriers[asked];
    const without = filter[asked] === undefined ? undefined : filter.actions.find((action) => !events.includes(action));
    if (without === undefined) return [];
    return [{
      at: [key, asked],
      on: "key",
      code: "bad-event",
      what: {
        es: `No se puede pedir «${asked}» de ${quoted(without)}: ese suceso no lo lleva`,
        en: `Cannot ask for "${asked}" of ${quoted(without)}: that event does not carry it`,
      },
      next: {
        es: `Lo llevan: ${quotedList(events)}.`,
        en: `It comes with: ${quotedList(events)}.`,
      },
    }];
  });
}
