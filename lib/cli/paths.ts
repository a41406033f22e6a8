/** Paths as people like to read them. */

import { environment } from "../store/state_folder.ts";

/** Relative to where the user stands when it is below that, absolute otherwise. */
export function relative(path: string): string {
  const here = environment("INIT_CWD") ?? Deno.cwd();
  return path.startsWith(`${here}/`) ? path.slice(here.length + 1) : path;
}

/** `~` for the home folder. */
export function homely(path: string): string {
  const home = environment("HOME");
  return home && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
