/** One look at a lab: what is not passed yet is looked at and judged, together with what was passed before. */

import type { Lab } from "../content/schema/lab.ts";
import type { Engine } from "../lab/engine.ts";
import { openChecks } from "../lab/graph.ts";
import type { Inventory } from "../lab/inventory.ts";
import type { JudgeOptions } from "../lab/judge.ts";
import { planOf } from "../lab/plan.ts";
import type { LabVerdict } from "../lab/verdict.ts";
import type { Snapshot } from "../lab/snapshot.ts";
import { later } from "./later.ts";
import type { LabProgress } from "../study/progress.ts";

export interface LookOptions {
  /** Tasks passed before, with their times. */
  readonly passed: ReadonlyMap<string, number>;
  readonly hints: LabProgress["hints"] | undefined;
  readonly workspace: string;
  readonly only?: string | undefined;
  /** What the engine held when the lab began: none of it is the learner's work with another name. */
  readonly before?: Inventory | undefined;
}

/** A verdict, and what it was made from: with the lab it can be made again. */
export interface Looked {
  readonly verdict: LabVerdict;
  readonly snapshot: Snapshot;
  readonly options: JudgeOptions;
}

/** Never rejects for what docker does: that stands in the verdict. */
export async function lookAt(lab: Lab, engine: Engine, options: LookOptions): Promise<LabVerdict> {
  return (await lookAndKeep(lab, engine, options)).verdict;
}

/** As `lookAt`. */
export async function lookAndKeep(
  lab: Lab,
  engine: Engine,
  { passed, hints, workspace, only, before }: LookOptions,
): Promise<Looked> {
  const looking = engine.look(planOf(openChecks(lab, passed, only)));
  // Loaded while docker is at work.
  const { judgeLab } = await later<typeof import("../lab/judge.ts")>(import.meta.url, "../lab/judge.ts");
  const seen = await looking;
  const snapshot = before ? withoutStrangers(seen, before) : seen;
  const options: JudgeOptions = {
    passed,
    workspace,
    ...(only === undefined ? {} : { only }),
    hintCosts: new Map([...hints ?? []].map(([task, { cost }]) => [task, cost])),
  };
  return { verdict: judgeLab(lab, snapshot, options), snapshot, options };
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
