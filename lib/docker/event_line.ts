/** One line of `docker events --format '{{json .}}'`, and what of it can change a verdict. */

import type { PastEvent } from "../lab/snapshot.ts";
import { facts, rawOf, wordsOf } from "./facts.ts";

/**
 * Programs run inside (also by health checks and by ourselves) and mere looking change nothing, nor does what docker mounts to
 * copy a file: a container that starts or ends tells so itself.
 */
const idle = /^(exec_|top$|attach$|detach$|resize$|archive-path$|extract-to-dir$|copy$|export$|mount$|unmount$)/;

/** Whether a verdict may be another one after it. */
export function changesSomething({ action }: PastEvent): boolean {
  return !idle.test(action);
}

/** `undefined` when the line is no event. `timeNano` is taken from the text: it is too long for a number. */
export function parseEvent(line: string): PastEvent | undefined {
  let raw;
  try {
    raw = rawOf(JSON.parse(line));
  } catch {
    return undefined;
  }
  const type = wordsOf(raw?.["Type"]);
  // Until API 1.51 older fields repeat these.
  const told = wordsOf(raw?.["Action"]) ?? wordsOf(raw?.["status"]);
  const timeNano = /"timeNano":(\d+)/.exec(line)?.[1];
  if (type === undefined || told === undefined || timeNano === undefined) return undefined;
  const actor = rawOf(raw?.["Actor"]);
  const attributes = rawOf(actor?.["Attributes"]);
  const attribute = (key: string) => wordsOf(attributes?.[key]);
  const id = wordsOf(actor?.["ID"]) ?? wordsOf(raw?.["id"]) ?? "";
  // "exec_create: ls -l": the command is the event's, not part of its name.
  const [, exec, command] = /^(exec_\w+): (.*)$/s.exec(told) ?? [];
  const code = attribute("exitCode");
  return facts<PastEvent>({
    type,
    action: exec ?? told,
    id,
    // Of what was pulled or pushed the attribute has no tag, and the id is the whole reference.
    name: type === "image" && id !== "" && !id.startsWith("sha256:") ? id : attribute("name") ?? id,
    timeNano,
    exitCode: code !== undefined && /^\d+$/.test(code) ? Number(code) : undefined,
    signal: attribute("signal"),
    image: type === "container" ? attribute("image") : undefined,
    command: command?.trimEnd(),
    exec: attribute("execID"),
    container: type === "container" ? undefined : attribute("container"),
    references: undefined,
  });
}

/** As `--since` and `--until` want it: seconds with nine decimals. */
export function momentOf(timeNano: string): string {
  const padded = timeNano.padStart(10, "0");
  return `${padded.slice(0, -9)}.${padded.slice(-9)}`;
}
