/** Verifies a lab on one engine: looks as long as there is something to wait for, and keeps what is passed. */

import type { Lab } from "../content/schema/lab.ts";
import type { DockerEngine } from "../docker/engine.ts";
import type { LabVerdict, TaskVerdict } from "../lab/verdict.ts";
import type { LabProgress } from "../study/progress.ts";
import { type Elsewhere, elsewhere } from "./bound_engine.ts";
import type { LabHistory } from "./lab_history.ts";
import { lookAndKeep, type Looked } from "./lab_look.ts";
import { exitCodeOf } from "./lab_report.ts";
import { lookUntil } from "./look_again.ts";

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
  readonly attempt?: LabProgress | undefined;
  readonly remember?: (attempt: LabProgress, verdict: LabVerdict) => void;
  /** What happened since the attempt began, where the lab asks for it. */
  readonly history?: LabHistory | undefined;
  /** The attempt belongs to another engine: then nothing of it counts here, and nothing is kept. */
  readonly strange?: (elsewhere: Elsewhere) => void;
  /** Told once, when the first look did not settle it: ms that it may still take. */
  readonly waiting?: (ms: number) => void;
}

/** The last look. Rejects with a `UserError` when a pass cannot be kept. */
export async function verifyOn(verification: Verification): Promise<Looked> {
  const { lab, engine, workspace, workspaceElsewhere = false, task, remember, strange, waiting } = verification;
  let { attempt } = verification;
  // Asked while the first look is under way.
  const other = attempt && elsewhere(engine, attempt);
  const look = async (passedNow: ReadonlyMap<string, number>): Promise<Looked> => {
    const looked = await lookAndKeep(lab, engine, {
      passed: new Map([...attempt?.passed ?? [], ...passedNow]),
      hints: attempt?.hints,
      givenUp: attempt?.givenUp,
      before: attempt?.before,
      history: attempt && verification.history,
      workspace,
      workspaceElsewhere,
      only: task,
    });
    const found = attempt && await other;
    if (found) {
      strange?.(found);
      attempt = undefined;
      return await look(passedNow);
    }
    if (attempt) remember?.(attempt, looked.verdict);
    return looked;
  };
  return await lookUntil({
    engine,
    look,
    isDone: (verdict) => exitCodeOf(counted(verdict, task)) === 0,
    wait: verification.wait,
    waiting,
  });
}

/** With `--task` the tasks that it needs are looked at too, but do not count. */
export function counted({ tasks }: LabVerdict, task: string | undefined): readonly TaskVerdict[] {
  return task === undefined ? tasks : tasks.filter(({ id }) => id === task);
}
