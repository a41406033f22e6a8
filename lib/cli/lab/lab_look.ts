/** One look at a lab: what is not passed yet is looked at and judged, together with what was passed before. */

import type { Lab } from "../../content/schema/lab.ts";
import type { DockerEngine } from "../../docker/engine.ts";
import type { Advise } from "../../lab/checks/look.ts";
import type { Engine } from "../../lab/engine.ts";
import { asksForHistory, hintChecks, openChecks } from "../../lab/graph.ts";
import type { Inventory } from "../../lab/inventory.ts";
import type { JudgeOptions } from "../../lab/judge.ts";
import { type Plan, planOf } from "../../lab/plan.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import type { Snapshot } from "../../lab/snapshot.ts";
import type { LabProgress } from "../../study/progress.ts";
import type { LabHistory } from "./lab_history.ts";
import { later } from "../../content/later.ts";

export interface LookOptions {
  /** Tasks passed before, with their times. */
  readonly passed: ReadonlyMap<string, number>;
  readonly hints: LabProgress["hints"] | undefined;
  readonly givenUp?: LabProgress["givenUp"] | undefined;
  readonly resets?: LabProgress["resets"] | undefined;
  /** Also looks at what the conditions of hints ask for: somebody is there to take a hint. */
  readonly conditions?: boolean;
  readonly workspace: string;
  /** Whoever does the lab does it on another machine, and so is their workspace. */
  readonly workspaceElsewhere?: boolean;
  readonly only?: string | undefined;
  /** What the engine held when the lab began: none of it is the learner's work with another name. */
  readonly before?: Inventory | undefined;
  /** Absent where the lab asks for nothing that happened, or has not begun. */
  readonly history?: LabHistory | undefined;
}

/** A verdict, and what it was made from: with the lab it can be made again. */
export interface Looked {
  readonly verdict: LabVerdict;
  readonly snapshot: Snapshot;
  readonly options: JudgeOptions;
  /** ms, counted from the first look, that what is not passed may still take in its author's opinion. */
  readonly patience: number;
}

/** Never rejects for what docker does: that stands in the verdict. */
export async function lookAt(lab: Lab, engine: Engine, options: LookOptions): Promise<LabVerdict> {
  return (await lookAndKeep(lab, engine, options)).verdict;
}

/** As `lookAt`. */
export async function lookAndKeep(
  lab: Lab,
  engine: Engine,
  {
    passed,
    hints = new Map(),
    givenUp,
    resets,
    conditions = false,
    workspace,
    workspaceElsewhere = false,
    only,
    before,
    history,
  }: LookOptions,
): Promise<Looked> {
  const wanted = conditions ? hintChecks(lab, passed, hints) : [];
  const plan = planOf([...openChecks(lab, passed, only), ...wanted]);
  const looking = Promise.all([engine.look(plan), plan.history ? history?.known() : undefined]);
  // Loaded while docker is at work.
  const { judgeLab, patienceOf } = await later<typeof import("../../lab/judge.ts")>(
    import.meta.url,
    "../../lab/judge.ts",
  );
  const [onEngine, past] = await looking;
  const withPast = past ? { ...onEngine, history: past } : onEngine;
  const seen = await withWorkspaceFiles(withPast, plan, workspaceElsewhere ? undefined : workspace);
  const snapshot = before ? withoutStrangers(seen, before) : seen;
  const options: JudgeOptions = {
    passed,
    workspace: (workspaceElsewhere ? await workspaceSeen(snapshot, lab) : undefined) ?? workspace,
    ...(only === undefined ? {} : { only }),
    hintCosts: new Map([...hints].map(([task, { cost }]) => [task, cost])),
    ...(givenUp && givenUp.size > 0 ? { givenUp } : {}),
    ...(resets && resets.size > 0 ? { since: resets } : {}),
  };
  const bare = judgeLab(lab, snapshot, options);
  const verdict = bare.status === "passed" ? bare : judgeLab(lab, snapshot, options, await adviser());
  return { verdict, snapshot, options, patience: patienceOf(verdict) };
}

/** Who says why something is not passed: as much code as all the rest, and many looks do not need it. */
async function adviser(): Promise<Advise> {
  const { advise } = await later<typeof import("../../lab/diagnosis/advisers.ts")>(
    import.meta.url,
    "../../lab/diagnosis/advisers.ts",
  );
  return advise;
}

/** Read here, because the engine knows nothing of the learner's folder. */
async function withWorkspaceFiles(
  snapshot: Snapshot,
  plan: Plan,
  workspace: string | undefined,
): Promise<Snapshot> {
  const paths = plan.files.flatMap(({ container, path }) => container === undefined ? [path] : []);
  if (paths.length === 0) return snapshot;
  if (workspace === undefined) {
    const unknown = { kind: "unknown", fault: { kind: "workspace-elsewhere", detail: "" } } as const;
    return { ...snapshot, files: new Map([...snapshot.files, ...paths.map((path) => [path, unknown] as const)]) };
  }
  const { namesBeside, readWorkspaceFile } = await later<typeof import("../../store/workspace_file.ts")>(
    import.meta.url,
    "../../store/workspace_file.ts",
  );
  const files = new Map(paths.map((path) => [path, readWorkspaceFile(workspace, path)]));
  const lacking = paths.filter((path) => files.get(path)?.kind === "missing");
  return {
    ...snapshot,
    files: new Map([...snapshot.files, ...files]),
    neighbours: {
      ...snapshot.neighbours,
      ...(lacking.length === 0 ? {} : { files: [...new Set(lacking.flatMap((path) => namesBeside(workspace, path)))] }),
    },
  };
}

async function workspaceSeen(snapshot: Snapshot, { id }: Lab): Promise<string | undefined> {
  const { workspaceSeen } = await later<typeof import("../../lab/workspace_seen.ts")>(
    import.meta.url,
    "../../lab/workspace_seen.ts",
  );
  return workspaceSeen(snapshot, id);
}

/** "Is that yours?" is asked only of what was made since the lab began. */
function withoutStrangers(snapshot: Snapshot, before: Inventory): Snapshot {
  const { containers, volumes, networks } = snapshot.neighbours;
  const named = (objects: readonly { readonly name: string }[]) => new Set(objects.map(({ name }) => name));
  const [old, oldVolumes, oldNetworks] = [named(before.containers), named(before.volumes), named(before.networks)];
  return {
    ...snapshot,
    neighbours: {
      ...snapshot.neighbours,
      containers: containers.filter(({ name }) => !old.has(name)),
      volumes: volumes.filter((name) => !oldVolumes.has(name)),
      networks: networks.filter((name) => !oldNetworks.has(name)),
    },
  };
}

/** The record of an attempt; nothing for a lab that asks for nothing that happened: its looks must not cost more. */
export async function historyOf(
  lab: Lab,
  attempt: LabProgress | undefined,
  path: string,
  engine: DockerEngine,
): Promise<LabHistory | undefined> {
  if (!attempt || !asksForHistory(lab)) return undefined;
  const { attemptHistory } = await histories();
  return attemptHistory(lab, attempt, path, engine);
}

export function histories(): Promise<typeof import("./lab_history.ts")> {
  return later<typeof import("./lab_history.ts")>(import.meta.url, "./lab_history.ts");
}
