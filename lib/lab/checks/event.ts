/** Judges what happened since the lab began; where the record has a gap, only what more events could not change. */

import type { EventCheck, EventFilter } from "../../content/schema/checks/event.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import { means } from "../matching/event.ts";
import { expectedEvents, seenEvents } from "../matching/event_words.ts";
import { holds } from "../matching/holds.ts";
import { killOf } from "../matching/kills.ts";
import type { History, PastEvent, Snapshot } from "../snapshot.ts";
import type { CheckVerdict, Status } from "../verdict.ts";
import { unseen } from "./field_judgement.ts";
import type { Advice, Look } from "./look.ts";

export function judgeEvent(check: EventCheck, look: Look): CheckVerdict {
  const { history } = look.snapshot;
  const expected = expectedEvents(check);
  const verdict = (status: Status, actual: CheckVerdict["actual"], advice: Advice): CheckVerdict => ({
    kind: "event",
    subject: check.name,
    status,
    expected,
    actual,
    ...advice,
    fields: [{ field: "count", status, expected, actual }],
  });
  if (history === undefined || history.kind === "missing") return verdict("unchecked", unseen, look.advise("noRecord"));
  if (history.kind === "unknown") {
    return verdict("unchecked", unseen, look.advise("fault", history.fault));
  }
  const { facts } = history;
  const found = occurrences(check, facts, look.snapshot);
  const seen = seenEvents(check.filter, facts.events);
  switch (outcome(check.count, found.events.length, facts.gaps.length > 0)) {
    case "passed":
      return verdict("passed", seen, {});
    case "unchecked":
      return verdict(
        "unchecked",
        seen,
        look.advise("gap", check, facts.gaps, mayGrow(check.count, found.events.length)),
      );
    case "failed": {
      if (found.wait !== undefined) {
        return { ...verdict("failed", seen, look.advise("openKill")), lookAgainIn: found.wait };
      }
      const tooMany = !mayGrow(check.count, found.events.length);
      return verdict("failed", seen, look.advise("event", check, found.events, facts.events, tooMany, look));
    }
  }
}

interface Occurrences {
  readonly events: readonly PastEvent[];
  /** ms until it is known whether an event counts. */
  readonly wait?: number;
}

function occurrences({ filter, after, before }: EventCheck, { events }: History, snapshot: Snapshot): Occurrences {
  const { events: meant, wait } = meantBy(filter, events, snapshot);
  const earlier = after && meantBy(after, events, snapshot).events[0];
  const later = before && meantBy(before, events, snapshot).events.at(-1);
  const position = new Map(events.map((event, at) => [event, at]));
  const at = (event: PastEvent | undefined, none: number) => (event && position.get(event)) ?? none;
  const inOrder = meant.filter((event) =>
    (after === undefined || at(event, -1) > at(earlier, Infinity)) &&
    (before === undefined || at(event, Infinity) < at(later, -1))
  );
  return { events: inOrder, ...(wait === undefined ? {} : { wait }) };
}

/** The oldest first. A signal that docker sends to stop a container is no `kill` that somebody asked for. */
function meantBy(filter: EventFilter, events: readonly PastEvent[], snapshot: Snapshot): Occurrences {
  const waits: number[] = [];
  const meant = events.filter((event) => means(filter, event, snapshot.containers)).filter((event) => {
    if (event.type !== "container" || event.action !== "kill") return true;
    const kill = killOf(event, events, snapshot.takenAt);
    if (kill.kind === "open") waits.push(Math.ceil(kill.wait));
    return kill.kind === "asked";
  });
  return { events: meant, ...(waits.length === 0 ? {} : { wait: Math.max(1, Math.min(...waits)) }) };
}

function outcome(count: Matcher, found: number, gaps: boolean): "passed" | "failed" | "unchecked" {
  if (!gaps) return isMet(count, found) ? "passed" : "failed";
  const possible = [found, ...furtherCounts(count, found)].map((many) => isMet(count, many));
  if (possible.every((met) => met)) return "passed";
  return possible.some((met) => met) ? "unchecked" : "failed";
}

/** Whether more of them would do. */
function mayGrow(count: Matcher, found: number): boolean {
  return furtherCounts(count, found).some((many) => isMet(count, many));
}

function isMet(count: Matcher, many: number): boolean {
  return holds(count, many, "whole", { workspace: "" });
}

/** Every greater number on which the answer of the matcher can turn, and one beyond all of them. */
function furtherCounts(count: Matcher, found: number): readonly number[] {
  return [...edges(count).flatMap((edge) => [edge, edge + 1]), Number.MAX_SAFE_INTEGER].filter((many) => many > found);
}

function edges(matcher: Matcher): readonly number[] {
  switch (matcher.is) {
    case "equal":
      return [Number(matcher.value)];
    case "oneOf":
      return matcher.values.map(Number);
    case "range":
      return [matcher.min, matcher.max].flatMap((edge) => edge ?? []);
    case "all":
    case "any":
      return matcher.of.flatMap(edges);
    case "not":
      return edges(matcher.of);
    default:
      return [];
  }
}
