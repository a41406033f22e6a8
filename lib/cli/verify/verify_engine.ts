/** Verifies a lab on one engine: looks as long as there is something to wait for, and keeps what is passed. */

import { later } from "../../content/later.ts";
import type { Lab } from "../../content/schema/lab.ts";
import type { DockerEngine } from "../../docker/engine.ts";
import type { LabVerdict, TaskVerdict } from "../../lab/verdict.ts";
import { lookAndKeep, type Looked } from "../lab/lab_look.ts";
import { exitCodeOf } from "./lab_report.ts";
import type { Patience } from "../lab/look_again.ts";
import type { GoingAttempt } from "./verify_attempt.ts";

export interface Verification {
  readonly lab: Lab;
  readonly engine: DockerEngine;
  /** Absolute path of the learner's workspace. */
  readonly workspace: string;
  /** Whoever does the lab does it on another machine, and so is their workspace. */
  readonly workspaceElsewhere?: boolean;
  /** Only this task; those that it needs are looked at too, but do not count. */
  readonly task?: string | undefined;
  /** ms that it may take to become passed, whatever the author says. */
  readonly wait: number;
  /** What is remembered of this lab, and who keeps what is passed now. */
  readonly attempt?: GoingAttempt | undefined;
  /** Told once, when the first look did not settle it: ms that it may still take. */
  readonly waiting?: Patience["waiting"];
}

/** The last look. Rejects with a `UserError` when a pass cannot be kept. */
export async function verifyOn(verification: Verification): Promise<Looked> {
  const { lab, engine, workspace, workspaceElsewhere = false, task, wait, waiting } = verification;
  let { attempt } = verification;
  // Asked while the first look is under way.
  const isElsewhere = attempt?.isElsewhere();
  const look = async (passedNow: ReadonlyMap<string, number>): Promise<Looked> => {
    const { progress, history } = attempt ?? {};
    const looked = await lookAndKeep(lab, engine, {
      passed: new Map([...progress?.passed ?? [], ...passedNow]),
      hints: progress?.hints,
      givenUp: progress?.givenUp,
      resets: progress?.resets,
      before: progress?.before,
      history,
      workspace,
      workspaceElsewhere,
      only: task,
    });
    if (attempt && await isElsewhere) {
      attempt = undefined;
      return await look(passedNow);
    }
    attempt?.remember(looked.verdict);
    return looked;
  };
  const isDone = (verdict: LabVerdict) => exitCodeOf(counted(verdict, task)) === 0;
  const began = performance.now();
  const first = await look(new Map());
  const last = isDone(first.verdict) || Math.max(wait, first.patience) === 0
    ? first
    : await (await lookingAgain()).lookUntil({ engine, first, began, look, isDone, wait, waiting });
  await attempt?.rememberMistakes(last.verdict);
  return last;
}

function lookingAgain(): Promise<typeof import("../lab/look_again.ts")> {
  return later<typeof import("../lab/look_again.ts")>(import.meta.url, "../lab/look_again.ts");
}

/** With `--task` the tasks that it needs are looked at too, but do not count. */
export function counted({ tasks }: LabVerdict, task: string | undefined): readonly TaskVerdict[] {
  return task === undefined ? tasks : tasks.filter(({ id }) => id === task);
}
