/** All that a lab makes happen by itself: what somebody has to agree to before a lab from elsewhere is opened. */

import type { Check } from "../content/schema/check.ts";
import type { Lab, SolutionStep } from "../content/schema/lab.ts";

export interface LabRuns {
  /** Docker commands that prepare it. */
  readonly setup: readonly string[];
  /** Programs that it runs in containers to look, as `docker exec` has them: container, then words. */
  readonly execs: readonly (readonly [container: string, ...words: readonly string[]])[];
  /** Requests to servers of this machine: `GET http://localhost:8080/`. */
  readonly requests: readonly string[];
  /** Docker commands and names of files that `prove` carries out; without it they stay text. */
  readonly steps: readonly string[];
  readonly images: readonly string[];
  readonly ports: readonly number[];
}

/** `steps`: with those of solutions, alternatives and mistakes. */
export function runsOf(lab: Lab, { steps }: { readonly steps: boolean }): LabRuns {
  const checks = lab.tasks.flatMap((task) => [
    ...task.checks,
    ...task.hints.flatMap((hint) => "when" in hint && hint.when ? [hint.when] : []),
  ]);
  const taken = lab.tasks.flatMap(({ solution, alternatives, mistakes }) => [
    ...solution,
    ...alternatives.flat(),
    ...mistakes.flatMap(({ run }) => run),
  ]);
  return {
    setup: lab.setup,
    execs: unlike(checks.flatMap(execOf)),
    requests: [...new Set(checks.flatMap(requestOf))],
    steps: steps ? [...new Set(taken.map(stepText))] : [],
    images: lab.images,
    ports: lab.ports,
  };
}

/** A lab that only looks with `docker inspect` runs nothing. */
export function runsNothing({ setup, execs, requests, steps }: LabRuns): boolean {
  return [setup, execs, requests, steps].every((list) => list.length === 0);
}

function execOf(check: Check): LabRuns["execs"] {
  return check.kind === "exec" ? [[check.name, ...check.run]] : [];
}

function requestOf(check: Check): readonly string[] {
  if (check.kind === "http") return [`${check.method} ${check.url}`];
  return check.kind === "tcp" ? [`TCP ${check.address}`] : [];
}

function stepText(step: SolutionStep): string {
  return typeof step === "string" ? step : step.file;
}

function unlike(execs: LabRuns["execs"]): LabRuns["execs"] {
  return [...new Map(execs.map((exec) => [JSON.stringify(exec), exec])).values()];
}
