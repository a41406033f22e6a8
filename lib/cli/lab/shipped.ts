/** Whether a lab comes with grumete; of any other one it is asked whether it may run what it runs. */

import type { Lab } from "../../content/schema/lab.ts";
import { type LabRuns, runsNothing, runsOf } from "../../lab/runs.ts";
import type { ContentFile } from "../../store/library.ts";
import { later } from "../../content/later.ts";
import type { Opened } from "../load.ts";
import type { AgreeOptions } from "./trust.ts";
import { projectFolder, type World } from "../world.ts";

/** In the program's own folder, whatever links lead there. */
export function isShipped({ path }: ContentFile): boolean {
  const own = real(`${decodeURIComponent(projectFolder)}/labs`);
  return own !== undefined && real(path)?.startsWith(`${own}/`) === true;
}

function real(path: string): string | undefined {
  try {
    return Deno.realPathSync(path);
  } catch {
    return undefined;
  }
}

/** What a lab runs by itself of which somebody has to be asked; `steps`: with its solutions. */
export function strangeRuns({ content, file }: Opened<Lab>, steps: boolean): LabRuns | undefined {
  if (isShipped(file)) return undefined;
  const runs = runsOf(content, { steps });
  return runsNothing(runs) ? undefined : runs;
}

/** For verbs, before anything of the lab is run; see `requireTrust`. */
export async function agreed(
  world: World,
  opened: Opened<Lab>,
  options: AgreeOptions = {},
): Promise<void> {
  if (!strangeRuns(opened, options.steps === true)) return;
  const { requireTrust } = await later<typeof import("./trust.ts")>(import.meta.url, "./trust.ts");
  await requireTrust(world, opened, options);
}
