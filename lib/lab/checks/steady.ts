/** `steady`: the container has been in its state for so long, so that a crash loop does not pass between two crashes. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import { same, type Text } from "../../content/text.ts";
import type { ContainerFacts } from "../snapshot.ts";
import type { CheckVerdict, FieldVerdict } from "../verdict.ts";
import { labelled } from "./field_judgement.ts";
import type { Look } from "./look.ts";

/** Docker itself takes ten seconds of running as the sign that a restart succeeded (moby: restartmanager). */
const afterRestart = 10;

/** Long enough for a program that falls at once to have fallen. */
const firstRun = 2;

/**
 * Seconds; undefined where none are needed. What docker restarts by itself is running again and again, for a moment each
 * time: that moment must not pass for running.
 */
export function impliedSteady(check: ObjectCheck, { state, restart = "no" }: ContainerFacts): number | undefined {
  const asked = check.expects.some(({ field }) => field === "state");
  return asked && state === "running" && restart !== "no" ? firstRun : undefined;
}

/** Adds the field to a verdict of the other fields; it is looked at only once the state is right. `seconds` as written. */
export function withSteady(
  verdict: CheckVerdict,
  seconds: number,
  facts: ContainerFacts,
  { snapshot, advise }: Look,
): CheckVerdict {
  const needed = (facts.restarts ?? 0) > 0 && facts.state === "running" ? Math.max(seconds, afterRestart) : seconds;
  const expected: Text = {
    es: `al menos ${needed} s en el mismo estado`,
    en: `at least ${needed} s in the same state`,
  };
  if (verdict.status !== "passed") {
    const waiting: FieldVerdict = { field: "steady", status: "blocked", expected, actual: same("–") };
    return { ...verdict, fields: [...verdict.fields, waiting] };
  }
  const elapsed = elapsedMs(facts, snapshot.takenAt);
  const actual: Text = { es: `${tenths(elapsed).replace(".", ",")} s`, en: `${tenths(elapsed)} s` };
  const ok = elapsed >= needed * 1000;
  const field: FieldVerdict = { field: "steady", status: ok ? "passed" : "failed", expected, actual };
  const fields = [...verdict.fields, field];
  if (ok) return { ...verdict, fields };
  return {
    ...verdict,
    status: "failed",
    expected: labelled("steady", expected),
    actual: labelled("steady", actual),
    ...advise("steady", facts),
    fields,
    lookAgainIn: Math.max(1, Math.ceil(needed * 1000 - elapsed)),
  };
}

/** A clock of the engine that is ahead of ours counts as "just now". */
function elapsedMs(facts: ContainerFacts, takenAt: number): number {
  const stopped = facts.state === "exited" || facts.state === "dead";
  const since = (stopped ? facts.finishedAt : facts.startedAt) ?? takenAt;
  return Math.max(0, takenAt - since);
}

function tenths(ms: number): string {
  return (Math.floor(ms / 100) / 10).toFixed(1);
}
