/** Judges the lab of an attempt from what was seen on the student's machine: no engine, any number of times. */

import type { Lab } from "../../content/schema/lab.ts";
import { advise } from "../../lab/diagnosis/advisers.ts";
import { judgeLab } from "../../lab/judge.ts";
import { decodeRecording, type Recording } from "../../lab/recording.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import type { Entry } from "../attempt/journal.ts";

/** A look: what was seen, and when (ms since 1970). */
interface Seen {
  readonly at: number;
  readonly recording: Recording;
}

/**
 * What was passed in some look stays passed, as on the student's screen; what never was is as in the last one. Undefined where no
 * look came back that can be judged: then all of it is owed.
 */
export function judgeEntries(lab: Lab, entries: readonly Entry[]): LabVerdict | undefined {
  const passed = new Map<string, number>();
  let verdict: LabVerdict | undefined;
  for (const entry of entries) {
    const seen = entry.kind === "lab-looked" && entry.lab === lab.id ? seenIn(entry.recording, entry.at) : undefined;
    const judged = seen && judge(lab, seen, passed);
    if (!judged) continue;
    verdict = judged;
    for (const { id, status } of judged.tasks) if (status === "passed" && !passed.has(id)) passed.set(id, entry.at);
  }
  return verdict;
}

function seenIn(text: string, at: number): Seen | undefined {
  const decoded = decodeRecording(text);
  return decoded.kind === "recording" ? { at, recording: decoded.recording } : undefined;
}

/** The judge takes facts for what they claim to be; a student's may be anything, and what it stumbles over was not seen. */
function judge(
  lab: Lab,
  { recording: { snapshot, options } }: Seen,
  passed: ReadonlyMap<string, number>,
): LabVerdict | undefined {
  try {
    return judgeLab(lab, snapshot, { workspace: options.workspace, passed: new Map(passed) }, advise);
  } catch {
    return undefined;
  }
}
