/** Where progress and workspaces live: `--state`, then the XDG state directory. */

import { UserError } from "../content/user_error.ts";

/** An environment variable, or nothing where Deno may not read it. */
export function environment(name: string): string | undefined {
  try {
    return Deno.env.get(name) || undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) return undefined;
    throw error;
  }
}

/** The learner's own; the root where it is not known. */
export function homeFolder(): string {
  return environment("HOME") ?? environment("USERPROFILE") ?? "/";
}

/** Absolute path of the state folder; it need not exist yet. */
export function stateFolder(chosen: string | undefined): string {
  if (chosen !== undefined) return absolute(chosen);
  const xdg = environment("XDG_STATE_HOME");
  // The XDG specification: a relative path in the variable is to be ignored.
  if (xdg?.startsWith("/")) return `${xdg}/grumete`;
  const home = environment("HOME") ?? environment("USERPROFILE");
  if (home) return `${home}/.local/state/grumete`;
  throw new UserError(
    {
      es: "No se puede elegir la carpeta de estado: HOME no está definida",
      en: "Cannot choose the state folder: HOME is not set",
    },
    { es: "Indica una con --state CARPETA", en: "Name one with --state FOLDER" },
  );
}

/** Where a lab's workspace is. `id` is a checked id, so it cannot leave the folder. */
export function workspaceFolder(stateFolder: string, id: string): string {
  return `${stateFolder}/workspaces/${id}`;
}

/** `deno task` changes to the project's folder: what the user typed is relative to where they stood. */
export function absolute(path: string): string {
  if (path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path)) return path;
  const here = environment("INIT_CWD") ?? Deno.cwd();
  return `${here}/${path.replace(/^(?:\.\/)+/, "")}`.replace(/\/\.?$/, "");
}

/** Whether there is anything to read: opening would create it. What may not be read is there; opening it says so. */
export function storeExists(folder: string): boolean {
  try {
    return Deno.statSync(`${folder}/grumete.db`).isFile;
  } catch (error) {
    return error instanceof Deno.errors.PermissionDenied;
  }
}
