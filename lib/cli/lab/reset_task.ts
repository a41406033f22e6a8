/** Does one task of a lab over: its objects go, its files come back as they were, its pass is forgotten. */

import type { Lab } from "../../content/schema/lab.ts";
import { UserError } from "../../content/user_error.ts";
import { takeInventory } from "../../docker/inventory.ts";
import { disconnect, type Removal, removeObjects } from "../../docker/removal.ts";
import { runSteps } from "../../docker/steps.ts";
import { attemptLabel, labLabel } from "../../lab/labels.ts";
import { type Reset, resetOf } from "../../lab/reset.ts";
import { setAside } from "../../store/set_aside.ts";
import { workspaceFolder } from "../../store/state_folder.ts";
import { hasStarter, layOut } from "../../store/workspace.ts";
import type { LabProgress } from "../../study/progress.ts";
import { elsewhere, otherEngine } from "./bound_engine.ts";
import type { CleaningWorld } from "./clean_lab.ts";
import { halfPrepared, refuseForbiddenSetup, unreachable } from "./lab_attempt.ts";
import { isReady, openAttempt } from "./lab_passes.ts";

export interface ResetPlan extends Reset {
  readonly attempt: LabProgress;
}

/** `aside`: new names of the learner's files. */
export interface ResetEnd {
  readonly removals: readonly Removal[];
  readonly aside: readonly string[];
}

/** Throws a `UserError`: no such task (2), the lab is not going on (1), out of reach (3). */
export async function planReset(lab: Lab, task: string, world: CleaningWorld): Promise<ResetPlan> {
  const { store, engine, stateFolder } = world;
  refuseUnknownTask(lab, task);
  refuseForbiddenSetup(lab);
  const attempt = store && openAttempt(store, lab.id);
  if (!attempt) throw notGoingOn(lab, task);
  const other = await elsewhere(engine, attempt);
  if (other) throw otherEngine(lab, other);
  if (!isReady(lab, attempt)) throw halfPrepared(lab);
  const now = await takeInventory(engine.docker);
  if (now.kind === "fault") throw unreachable(now.fault);
  const options = { attempt: attempt.attempt, workspace: workspaceFolder(stateFolder, lab.id) };
  return { ...resetOf(lab, task, attempt.before, now.value, options), attempt };
}

/** The pass is forgotten last: until then a look at what is half gone changes nothing. Throws a `UserError`. */
export async function resetTask(
  lab: Lab,
  labFolder: string,
  plan: ResetPlan,
  world: CleaningWorld,
  onRemoval?: (removal: Removal) => void,
): Promise<ResetEnd> {
  const { store, engine, stateFolder } = world;
  const { attempt } = plan.attempt;
  await disconnect(engine.docker, plan.disconnect);
  const removals = await removeObjects(engine.docker, plan.remove, onRemoval ? { onRemoval } : {});
  const fault = removals.find((removal) => removal.fault)?.fault;
  if (fault) throw unreachable(fault);
  const stubborn = removals.find(({ end }) => end === "kept");
  if (stubborn) throw stays(stubborn);
  const folder = workspaceFolder(stateFolder, lab.id);
  const aside = plan.files.flatMap((file) => {
    const starter = hasStarter(labFolder, file) ? `${labFolder}/workspace/${file}` : undefined;
    return setAside(folder, file, starter) ?? [];
  });
  layOut(folder, labFolder, lab.workspace);
  const labels = { [labLabel]: lab.id, [attemptLabel]: attempt };
  const last = (await runSteps(engine.docker, plan.setup, { folder, labels })).at(-1);
  if (last?.kind === "fault") throw unreachable(last.fault);
  if (last?.kind === "failed") throw notMadeAgain(lab, String(last.step), last.detail);
  store?.append({ kind: "lab-task-reset", lab: lab.id, attempt, tasks: plan.tasks }, world.now());
  return { removals, aside };
}

function refuseUnknownTask(lab: Lab, task: string): void {
  if (lab.tasks.some(({ id }) => id === task)) return;
  const ids = lab.tasks.map(({ id }) => id).join(", ");
  throw new UserError(
    {
      es: `No se puede rehacer la tarea "${task}": ${lab.id} no la tiene`,
      en: `Cannot do the task "${task}" again: ${lab.id} has none of that name`,
    },
    { es: `Sus tareas: ${ids}`, en: `Its tasks: ${ids}` },
  );
}

function notGoingOn(lab: Lab, task: string): UserError {
  return new UserError(
    {
      es: `No se puede rehacer la tarea "${task}": ${lab.id} no está en marcha aquí`,
      en: `Cannot do the task "${task}" again: ${lab.id} is not going on here`,
    },
    { es: `Empieza con: grumete lab ${lab.id}`, en: `Begin with: grumete lab ${lab.id}` },
    1,
  );
}

function stays({ name, detail }: Removal): UserError {
  return new UserError(
    { es: `No se puede quitar "${name}": ${detail}`, en: `Cannot remove "${name}": ${detail}` },
    {
      es: "Arréglalo y repite: hasta entonces la tarea cuenta como antes",
      en: "Mend it and try again: until then the task counts as before",
    },
    1,
  );
}

function notMadeAgain(lab: Lab, line: string, detail: string): UserError {
  return new UserError(
    {
      es: `No se puede volver a preparar lo de la tarea: "${line}" ha fallado: ${detail}`,
      en: `Cannot prepare again what the task needs: "${line}" failed: ${detail}`,
    },
    {
      es: `Arréglalo y repite, o empieza de nuevo con: grumete cleanup ${lab.id}`,
      en: `Mend it and try again, or begin anew with: grumete cleanup ${lab.id}`,
    },
    1,
  );
}
