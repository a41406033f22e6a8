/** YAML text to data, within limits, and back from data to places in the text; the only file that knows the YAML library. */

import {
  constructFromEvents,
  dump,
  type Event,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from "js-yaml";

/** UTF-16 units. A question takes about 500. */
export const maxTextLength = 20_000_000;
/** Scalars and ends of lists and mappings in one file; a question takes about 35. */
export const maxValues = 600_000;
const maxDepth = 60;

/** Offsets are UTF-16 units from the start of the text. */
export type YamlFault =
  | { readonly kind: "too-large" | "too-many-values" | "empty-document"; readonly offset: number }
  | { readonly kind: "too-deep" | "multiple-documents" | "alias" | "complex-key"; readonly offset: number }
  /** `reason` is the library's own phrase: see yaml_reason.ts. */
  | { readonly kind: "syntax" | "tag"; readonly offset: number; readonly reason: string };

export interface YamlDocument {
  /** Mappings are plain objects; where a key was written twice the last value counts. */
  readonly value: unknown;
  /** Looked up only when something is to be said about the text. */
  readonly layout: Layout;
  /** Whether some mapping has a key twice. */
  readonly hasDuplicates: boolean;
}

export type Parsed =
  | { readonly kind: "document"; readonly document: YamlDocument }
  | { readonly kind: "faults"; readonly faults: readonly [YamlFault, ...YamlFault[]] };

/** Never throws on any text. */
export function parseYaml(text: string): Parsed {
  if (text.length > maxTextLength) return refused({ kind: "too-large", offset: 0 });
  let events: Event[] = [];
  try {
    events = parseEvents(text, { maxDepth });
    if (events.length > maxValues) return refused({ kind: "too-many-values", offset: 0 });
    const [first, ...more] = unwanted(events);
    if (first) return refused(first, ...more);
    if (events.length === 0) return refused({ kind: "empty-document", offset: 0 });
    return { kind: "document", document: construct(events, text) };
  } catch (error) {
    if (error instanceof YAMLException) return refused(faultOf(error, events));
    throw error;
  }
}

function refused(...faults: readonly [YamlFault, ...YamlFault[]]): Parsed {
  return { kind: "faults", faults };
}

/** Second documents, anchors and aliases: a text that says the same thing in two places is hard to mend. */
function unwanted(events: readonly Event[]): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  let documents = 0;
  for (let index = 0; index < events.length && faults.length < 100; index++) {
    const event = events[index];
    if (!event || event.type === EVENT_ID.POP) continue;
    if (event.type === EVENT_ID.DOCUMENT) {
      if (++documents === 2) faults.push({ kind: "multiple-documents", offset: startOf(events[index + 1]) });
    } else if (event.anchorStart >= 0) faults.push({ kind: "alias", offset: event.anchorStart - 1 });
  }
  return faults;
}

function construct(events: Event[], source: string): YamlDocument {
  const layout = layoutOf(source);
  const options = { source, maxAliases: 0 };
  try {
    return { value: constructFromEvents(events, options)[0], layout, hasDuplicates: false };
  } catch (error) {
    if (!(error instanceof YAMLException) || error.reason !== "duplicated mapping key") throw error;
    // Read again with the last of two values, so that the rest of the file is looked at too.
    return { value: constructFromEvents(events, { ...options, json: true })[0], layout, hasDuplicates: true };
  }
}

function faultOf({ reason, mark }: YAMLException, events: readonly Event[]): YamlFault {
  const offset = mark?.position ?? 0;
  if (reason.startsWith("nesting exceeded")) return { kind: "too-deep", offset };
  if (reason === "object-based map does not support complex keys") {
    return { kind: "complex-key", offset: complexKey(events) };
  }
  if (/^unknown \w+ tag|explicit tag$|^undeclared tag/.test(reason)) return { kind: "tag", offset, reason };
  return { kind: "syntax", offset, reason };
}

/** Where the first list or mapping stands that is used as a key. */
function complexKey(events: readonly Event[]): number {
  const open: { readonly isMapping: boolean; keyNext: boolean }[] = [];
  for (const event of events) {
    const parent = open.at(-1);
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.DOCUMENT) open.push({ isMapping: false, keyNext: false });
    else {
      const isKey = parent?.keyNext === true;
      if (isKey && event.type !== EVENT_ID.SCALAR) return Math.max(0, startOf(event));
      if (parent?.isMapping) parent.keyNext = !parent.keyNext;
      const isMapping = event.type === EVENT_ID.MAPPING;
      if (isMapping || event.type === EVENT_ID.SEQUENCE) open.push({ isMapping, keyNext: isMapping });
    }
  }
  return 0;
}

/** Opaque outside this file but for the text. */
export interface Layout {
  readonly source: string;
  readonly events: () => readonly Event[];
}

/** Parsed again when something is to be said: events kept in memory slow down the checking of a good file, the usual one. */
function layoutOf(source: string): Layout {
  let events: readonly Event[] | undefined;
  return { source, events: () => events ??= parseEvents(source, { maxDepth }) };
}

/** One value of the document: its step from its parent and where key and value stand (-1 where there is no key). */
export interface Node {
  readonly step: string | number;
  readonly keyOffset: number;
  readonly offset: number;
}

interface Frame<State> {
  readonly kind: "document" | "list" | "mapping";
  readonly state: State | undefined;
  readonly isKey: boolean;
  index: number;
  key: { readonly name: string; readonly offset: number } | undefined;
}

/**
 * Walks all values in the order of the text. `enter` gets the state of the parent and returns that of the value; where it
 * returns undefined nothing below that value is told. The root has the step "".
 */
export function walkLayout<State>(
  { source, events }: Layout,
  enter: (parent: State | undefined, node: Node) => State | undefined,
): void {
  const frames: Frame<State>[] = [];
  for (const event of events()) {
    const frame = frames.at(-1);
    if (event.type === EVENT_ID.POP) {
      frames.pop();
      continue;
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      frames.push({ kind: "document", state: undefined, isKey: false, index: 0, key: undefined });
      continue;
    }
    const isKey = frame?.kind === "mapping" && frame.key === undefined;
    let state: State | undefined;
    if (frame && isKey) {
      const named = event.type === EVENT_ID.SCALAR && frame.state !== undefined;
      frame.key = { name: named ? keyName(source, event) : "", offset: startOf(event, source) };
    } else if (frame && (frame.kind === "document" || frame.state !== undefined)) {
      const keyOffset = frame.key?.offset ?? -1;
      const own = startOf(event, source);
      const step = frame.kind === "document" ? "" : frame.key?.name ?? frame.index;
      state = enter(frame.state, { step, keyOffset, offset: own < 0 ? keyOffset : own });
    }
    if (frame && !isKey) {
      frame.index++;
      frame.key = undefined;
    }
    if (event.type === EVENT_ID.SEQUENCE) frames.push({ kind: "list", state, isKey, index: 0, key: undefined });
    if (event.type === EVENT_ID.MAPPING) frames.push({ kind: "mapping", state, isKey, index: 0, key: undefined });
  }
}

/** As the library names it: `null`, `TRUE` and numbers become words in their usual spelling. */
function keyName(source: string, event: ScalarEvent): string {
  const written = getScalarValue(source, event);
  const isWord = event.style !== SCALAR_STYLE.PLAIN || /^[\p{L}_]/u.test(written);
  if (isWord && event.tagStart < 0 && !/^(?:null|true|false)$/i.test(written)) return written;
  const document = { type: EVENT_ID.DOCUMENT, explicitStart: false, explicitEnd: false, directives: [] };
  try {
    return String(constructFromEvents([document, event, { type: EVENT_ID.POP }], { source })[0]);
  } catch {
    return written;
  }
}

/** Where the text of a value starts, its quote included; -1 for a value that was not written. */
function startOf(event: Event | undefined, source = ""): number {
  if (!event || !("anchorStart" in event)) return -1;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  if (event.tagStart >= 0) return event.tagStart;
  if (event.type !== EVENT_ID.SCALAR) return event.start;
  if (event.valueStart < 0) return -1;
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return event.valueStart;
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return event.valueStart - 1;
    default: {
      let start = event.valueStart;
      while (/[ \r\n]/.test(source[start] ?? "")) start++;
      return start;
    }
  }
}

/** A value as YAML that this program and people read: a generated content file is edited like any other. */
export function writeYaml(value: unknown): string {
  return dump(value, { lineWidth: 120, noRefs: true });
}
