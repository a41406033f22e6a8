/** The events of a store as a text that another store takes: written and read line by line. */

import * as v from "valibot";
import { findingsOf } from "../content/issue.ts";
import { locate } from "../content/locate.ts";
import type { Finding, Problem } from "../content/problem.ts";
import { isRecord } from "../content/is_record.ts";
import type { Text } from "../content/text.ts";
import { parseYaml } from "../content/yaml.ts";
import { moment, name, schemaOf } from "./event_schema.ts";
import type { StudyEvent } from "./events.ts";

/** An event with what makes it the same event in every store, in the same place of the order. */
export interface Exported {
  readonly uid: string;
  /** Its place in the order: see lib/store/event_store.ts. Never less than `at`. */
  readonly turn: number;
  /** ms since 1970. */
  readonly at: number;
  /** Minutes ahead of UTC. */
  readonly zone: number;
  /** As it was stored: of a kind that this program does not know, where a newer one wrote it. */
  readonly event: StudyEvent;
}

/** The first line. */
export interface ExportHeader {
  /** The version of grumete that wrote it. */
  readonly program: string;
  /** The identity of the store. */
  readonly store: string;
  /** When it was written, ISO 8601. */
  readonly exported: string;
  /** Lines that follow: with it a file that was cut is noticed. */
  readonly events: number;
}

/** What a line gives: the value, or why it cannot be used and where. */
export type Line<Value> =
  | { readonly kind: "read"; readonly value: Value }
  | { readonly kind: "bad"; readonly problems: readonly Problem[] };

/** Where a line stands: `path` as it is shown, `line` from 1. */
export interface LinePlace {
  readonly path: string;
  readonly line: number;
}

const format = 1;
const what = "grumete-progress";

/**
 * Stored format 1, JSON Lines in UTF-8. First line: `{format, what: "grumete-progress", program, store, exported, events}`. Each
 * other line: `{uid, turn, at, zone, event}`, in the order of the events. Fields of an event that this program does not know, and
 * events of kinds that it does not know, are kept as they are; a newer `format` is refused.
 */
export function encodeHeader({ program, store, exported, events }: ExportHeader): string {
  return `${JSON.stringify({ format, what, program, store, exported, events })}\n`;
}

export function encodeEvent({ uid, turn, at, zone, event }: Exported): string {
  return `${JSON.stringify({ uid, turn, at, zone, event })}\n`;
}

const headerSchema = v.looseObject({
  format: v.literal(format),
  what: v.literal(what),
  program: name,
  store: name,
  exported: name,
  events: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const lineSchema = v.looseObject({
  uid: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,500}$/)),
  turn: moment,
  at: moment,
  zone: v.pipe(v.number(), v.integer(), v.minValue(-1440), v.maxValue(1440)),
  event: v.looseObject({ kind: name }),
});

/** One problem of a line is enough: a program wrote it, and nobody is going to mend it by hand. */
const first = { abortEarly: true } as const;

function wrong(issue: v.BaseIssue<unknown>): readonly Finding[] {
  return findingsOf(issue).map(({ next: _, ...finding }) => finding);
}

/** Never throws on any text. */
export function decodeHeader(text: string, place: LinePlace): Line<ExportHeader> {
  const json = parsed(text);
  if (!isRecord(json) || json["what"] !== what) return bad(text, place, [{ at: [], code: "wrong-value", ...notOurs }]);
  const written = json["format"];
  if (typeof written === "number" && written > format) {
    return bad(text, place, [{ at: ["format"], code: "format-too-new", ...tooNew(written) }]);
  }
  const read = v.safeParse(headerSchema, json, first);
  return read.success ? { kind: "read", value: read.output } : bad(text, place, read.issues.flatMap(wrong));
}

/** Never throws on any text. */
export function decodeEvent(text: string, place: LinePlace): Line<Exported> {
  const json = parsed(text);
  if (json === undefined) return bad(text, place, [{ ...brokenJson, offset: offsetOfFault(text) }]);
  const read = v.safeParse(lineSchema, json, first);
  if (!read.success) return bad(text, place, read.issues.flatMap(wrong));
  const { uid, turn, at, zone, event } = read.output;
  if (turn < at) return bad(text, place, [{ at: ["turn"], code: "out-of-range", what: turnTooEarly }]);
  const checked = v.safeParse(schemaOf(event.kind), event, first);
  if (!checked.success) {
    const findings = checked.issues.flatMap(wrong);
    return bad(text, place, findings.map((finding) => ({ ...finding, at: ["event", ...finding.at] })));
  }
  // What was written, not what the schema makes of it: nothing is left out.
  return { kind: "read", value: { uid, turn, at, zone, event: (json as { event: StudyEvent }).event } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON that breaks breaks as YAML too, nearly always. */
function offsetOfFault(text: string): number {
  const yaml = parseYaml(text);
  return yaml.kind === "faults" ? yaml.faults[0].offset : 0;
}

function bad(text: string, { path, line }: LinePlace, findings: readonly Finding[]): Line<never> {
  const yaml = findings.some(({ offset }) => offset === undefined) ? parseYaml(text) : undefined;
  const layout = yaml?.kind === "document" ? yaml.document.layout : undefined;
  const placed = layout ? findings : findings.map((finding) => ({ offset: 0, ...finding }));
  // The line is the whole text that was looked at.
  return { kind: "bad", problems: locate(placed, text, path, layout).map((problem) => ({ ...problem, line })) };
}

const notOurs: { readonly what: Text; readonly next: Text } = {
  what: {
    es: "No se puede importar: no es un archivo de progreso de grumete",
    en: "Cannot import this: it is not a progress file of grumete",
  },
  next: {
    es: "En la otra máquina: grumete export-progress --out progreso.jsonl",
    en: "On the other machine: grumete export-progress --out progress.jsonl",
  },
};

function tooNew(written: number): { readonly what: Text; readonly next: Text } {
  return {
    what: {
      es: `No se puede leer el formato ${written}: este programa conoce hasta el ${format}`,
      en: `Cannot read format ${written}: this program knows up to ${format}`,
    },
    next: { es: "Actualiza grumete en esta máquina", en: "Update grumete on this machine" },
  };
}

const brokenJson = {
  at: [],
  code: "wrong-value",
  what: { es: "No se puede leer la línea: no es JSON", en: "Cannot read the line: it is not JSON" },
} as const;

const turnTooEarly: Text = {
  es: "No se puede usar el turno: es anterior al momento del suceso («at»)",
  en: 'Cannot use the turn: it is before the time of the event ("at")',
};
