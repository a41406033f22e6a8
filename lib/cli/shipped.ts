/** Whether a lab comes with grumete; of any other one it is asked whether it may run what it runs. */

import type { Lab } from "../content/schema/lab.ts";
import type { ContentFile } from "../store/library.ts";
import { later } from "../content/later.ts";
import type { Opened } from "./load.ts";
import type { AgreeOptions } from "./trust.ts";
import { projectFolder, type World } from "./world.ts";

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

/** For verbs, before anything of the lab is run; see `requireTrust`. */
export async function agreed(
  world: World,
  opened: Opened<Lab>,
  options: AgreeOptions = {},
): Promise<void> {
  if (isShipped(opened.file)) return;
  const { requireTrust } = await later<typeof import("./trust.ts")>(import.meta.url, "./trust.ts");
  await requireTrust(world, opened, options);
}
