/** What happened since a lab began: which events are kept, whether the record has gaps, and what the kept ones mean. */

import type { Check } from "../content/schema/check.ts";
import type { EventFilter } from "../content/schema/checks/event.ts";
import type { Lab } from "../content/schema/lab.ts";
import { eventTypes } from "../content/schema/vocabulary.ts";
import { checksOf } from "./graph.ts";
import type { Inventory } from "./inventory.ts";
import { listenersProgram } from "./listeners.ts";
import type { Gap, History, PastEvent } from "./snapshot.ts";

/**
 * How far a record reaches. `event`: the last event that was seen, kept or not. `empty`: the engine remembered none when it was
 * asked; `engine` then tells a later start of the engine apart, where it is known.
 */
export type Mark =
  | { readonly kind: "event"; readonly key: string; readonly timeNano: string }
  | { readonly kind: "empty"; readonly at: number; readonly engine?: string };

/** All that an engine remembers of the time since the mark, that of the mark included: the oldest first, none left out. */
export interface Stretch {
  readonly events: readonly PastEvent[];
  /** As many as an engine remembers: there may have been more. */
  readonly full: boolean;
  /** ms since 1970. */
  readonly takenAt: number;
  /** As in the mark. */
  readonly engine?: string;
}

/** What a stretch adds to a record. */
export interface Continuation {
  readonly events: readonly PastEvent[];
  readonly gap?: Gap;
  readonly mark: Mark;
}

/** Tells events apart: an engine gives the same one again whenever it is asked. */
export function keyOf({ timeNano, type, action, id, command, exec, container }: PastEvent): string {
  return [timeNano, type, action, id, command ?? "", exec ?? "", container ?? ""].join(" ");
}

/** ms since 1970. */
export function timeOf({ timeNano }: { readonly timeNano: string }): number {
  return Math.floor(Number(timeNano) / 1e6);
}

/** As text, because no number holds nanoseconds; equal length makes text order time order. */
export function byTime(a: PastEvent, b: PastEvent): number {
  const [one, other] = [a.timeNano.padStart(20, "0"), b.timeNano.padStart(20, "0")];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** `began`: ms since 1970, used only where there is no mark, as for a lab that nobody watched from its beginning. */
export function continued(mark: Mark | undefined, stretch: Stretch, began: number): Continuation {
  const { events, full, takenAt, engine } = stretch;
  const [first] = events;
  const last = events.at(-1);
  const next: Mark = last ? markAt(last) : { kind: "empty", at: takenAt, ...(engine === undefined ? {} : { engine }) };
  const until = first ? timeOf(first) : takenAt;
  const lost = (from: number, why: Gap["why"]): Gap => ({ from, to: Math.max(from, until), why });
  if (mark === undefined) {
    const since = events.filter((event) => timeOf(event) >= began);
    // What it remembers of the time before proves that it remembers all of the time after.
    if (since.length < events.length) return { events: since, mark: next };
    return { events: since, mark: next, gap: lost(began, full ? "overflow" : "unwatched") };
  }
  if (mark.kind === "empty") {
    const another = mark.engine !== undefined && engine !== undefined && mark.engine !== engine;
    const why = another ? "restart" : full ? "overflow" : undefined;
    return { events, mark: next, ...(why ? { gap: lost(mark.at, why) } : {}) };
  }
  const at = events.findIndex((event) => keyOf(event) === mark.key);
  // An engine that forgot the last event that is known has forgotten what came after it as well.
  if (at < 0) return { events, mark: next, gap: lost(timeOf(mark), full ? "overflow" : "restart") };
  return { events: events.slice(at + 1), mark: next };
}

/** `asked`: the mark of the record when the engine was asked. Another grumete may have gone on with the record since. */
export function merged(
  record: Mark | undefined,
  asked: Mark | undefined,
  stretch: Stretch,
  began: number,
): Continuation {
  const found = continued(asked, stretch, began);
  if (record === undefined || sameMark(record, asked)) return found;
  const mark = markTime(record) >= markTime(found.mark) ? record : found.mark;
  // Whoever went on knows of the gap, if there is one; what it did not know of follows on its mark.
  return found.gap === undefined || mark === record
    ? { events: found.events, mark }
    : continued(record, stretch, began);
}

function sameMark(one: Mark, other: Mark | undefined): boolean {
  if (one.kind === "event") return other?.kind === "event" && one.key === other.key;
  return other?.kind === "empty" && one.at === other.at;
}

function markTime(mark: Mark): number {
  return mark.kind === "event" ? timeOf(mark) : mark.at;
}

export function markAt(event: PastEvent): Mark {
  return { kind: "event", key: keyOf(event), timeNano: event.timeNano };
}

/** Told of many things that nobody asked for, again and again. */
const noise =
  /^(exec_.*|health_status.*|top|attach|detach|resize|archive-path|extract-to-dir|copy|export|mount|unmount)$/;
const types: readonly string[] = eventTypes;

function filtersOf(check: Check): readonly EventFilter[] {
  return check.kind === "event" ? [check.filter, check.after, check.before].flatMap((filter) => filter ?? []) : [];
}

/**
 * Chooses what is kept. Noise is kept only where a check asks for it, and never what grumete does itself to look: the programs
 * of exec checks, and what docker mounts to copy a file. `known` holds the ids of execs that were kept before: their end does
 * not name the command.
 */
export function keeperOf(lab: Lab): (events: readonly PastEvent[], known: ReadonlySet<string>) => readonly PastEvent[] {
  const checks = checksOf(lab);
  const asked = new Set(checks.flatMap(filtersOf).flatMap(({ actions }) => actions).flatMap(family));
  const own = new Set(checks.flatMap((check) => check.kind === "exec" ? [`${check.name} ${typed(check.run)}`] : []));
  const copies = checks.some((check) => check.kind === "file" && check.container !== undefined);
  const isKept = ({ type, action, name, command }: PastEvent): boolean => {
    if (!types.includes(type)) return false;
    if (!noise.test(action)) return true;
    if (!family(action).some((word) => asked.has(word))) return false;
    if (copies && type === "volume") return false;
    return command === undefined || (command !== typed(listenersProgram) && !own.has(`${name} ${command}`));
  };
  return (events, known) => {
    const execs = new Set(known);
    return events.filter((event) => {
      if (event.action === "exec_die" && event.exec !== undefined && !execs.has(event.exec)) return false;
      if (!isKept(event)) return false;
      if (event.exec !== undefined) execs.add(event.exec);
      return true;
    });
  };
}

/** As events tell it. */
function typed(words: readonly string[]): string {
  return words.join(" ").trimEnd();
}

/** Actions that are kept together: the end of an exec says nothing without its beginning. */
function family(action: string): readonly string[] {
  if (action.startsWith("exec_")) return ["exec_"];
  return action.startsWith("health_status") ? ["health_status"] : [action];
}

/** The part of the record that begins at `from`, ms since 1970. */
export function historySince({ events, gaps }: History, from: number): History {
  return {
    events: events.filter((event) => timeOf(event) >= from),
    gaps: gaps.filter(({ to }) => to > from).map((gap) => ({ ...gap, from: Math.max(gap.from, from) })),
  };
}

/** Names in place of ids, where the record or what was there before the lab knows them; the oldest first. */
export function historyOf(kept: readonly PastEvent[], gaps: readonly Gap[], before?: Inventory): History {
  const events = kept.toSorted(byTime);
  const names = new Map(before?.containers.map(({ id, name }) => [id, name]));
  for (const { type, id, name } of events) if (type === "container") names.set(id, name);
  const references = new Map<string, readonly string[]>();
  const known = (id: string, reference: string) => references.set(id, [...references.get(id) ?? [], reference]);
  for (const { id, tag } of before?.images ?? []) known(id, tag);
  const commands = new Map<string, string>();
  return {
    events: events.map((event): PastEvent => {
      const { type, id, name, exec, command, container } = event;
      if (exec !== undefined && command !== undefined) commands.set(exec, command);
      const ran = exec === undefined ? undefined : commands.get(exec);
      if (type === "image" && name !== id) known(id, name);
      return {
        ...event,
        ...(ran === undefined ? {} : { command: ran }),
        ...(container === undefined ? {} : { container: names.get(container) ?? container }),
        ...(type === "image" && name === id ? { references: references.get(id) ?? [] } : {}),
      };
    }),
    gaps: gaps.toSorted((a, b) => a.from - b.from),
  };
}
