/** Paths as people like to read them. */

import { environment } from "../../store/state_folder.ts";

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

/** As it can be typed into a shell: quoted where it holds more than letters, figures and signs that mean nothing there. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
