/** What the judge says of a real engine: plan, look, verdict. */

import type { Check } from "../../lib/content/schema/check.ts";
import { createEngine } from "../../lib/docker/engine.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { planOf } from "../../lib/lab/plan.ts";
import type { Snapshot } from "../../lib/lab/snapshot.ts";
import type { CheckVerdict } from "../../lib/lab/verdict.ts";
import { eq, objectCheck } from "../lab/samples.ts";
import { docker, haveEngine } from "./real_engine.ts";

export function test(sentence: string, body: () => Promise<void>): void {
  Deno.test({ name: `judged: ${sentence}`, ignore: !haveEngine, fn: body });
}

export interface Judged {
  readonly snapshot: Snapshot;
  readonly verdicts: readonly CheckVerdict[];
}

export async function judged(checks: readonly Check[], client = docker): Promise<Judged> {
  await using engine = createEngine({ docker: client });
  const snapshot = await engine.look(planOf(checks));
  return { snapshot, verdicts: checks.map((check) => judgeCheck(check, { snapshot, workspace: "/tmp", advise })) };
}

export async function statuses(...checks: readonly Check[]): Promise<readonly string[]> {
  return (await judged(checks)).verdicts.map(({ status }) => status);
}

export const running = (name: string) => objectCheck("container", name, { state: eq("running") });
