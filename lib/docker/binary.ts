/** Which docker is used: the first one on PATH, by its absolute path. */

import { type Environment, variableOf } from "./environment.ts";

/** `path` is absolute, or the bare name where folders may not be read: then the system finds it. */
export interface Docker {
  readonly path: string;
  readonly environment: Environment;
}

export interface Binaries {
  /** Executables named docker, in the order of PATH; the first is the one used. */
  readonly executable: readonly string[];
  /** Files named docker that nobody may execute. */
  readonly blocked: readonly string[];
  /** False when some folder could not be read: the lists may lack some. */
  readonly complete: boolean;
}

/** Looks along PATH; relative and empty entries are skipped, so that a file in the current folder is never used. */
export function findBinaries(environment: Environment, name = "docker"): Binaries {
  const windows = Deno.build.os === "windows";
  const file = windows ? `${name}.exe` : name;
  const executable: string[] = [];
  const blocked: string[] = [];
  // The same file may be reached through several folders (`/bin` is often a link to `/usr/bin`).
  const files = new Set<string>();
  let complete = variableOf(environment, "PATH") !== undefined;
  for (const folder of (variableOf(environment, "PATH") ?? "").split(windows ? ";" : ":")) {
    if (!(windows ? /^[a-z]:[\\/]/i : /^\//).test(folder)) continue;
    const path = `${folder.replace(/[\\/]+$/, "")}${windows ? "\\" : "/"}${file}`;
    try {
      const found = Deno.statSync(path);
      if (!found.isFile) continue;
      const list = windows || ((found.mode ?? 0o111) & 0o111) !== 0 ? executable : blocked;
      const identity = found.ino === null ? path : `${found.dev}:${found.ino}`;
      if (!files.has(identity)) list.push(path);
      files.add(identity);
    } catch (error) {
      if (error instanceof Deno.errors.NotCapable) complete = false;
    }
  }
  return { executable, blocked, complete };
}

/** Never fails: where nothing is found, starting it will say so. */
export function findDocker(environment: Environment): Docker {
  const { executable, blocked, complete } = findBinaries(environment);
  // An unreadable folder may come first on PATH, and `--allow-run=docker` means that one: let the system search.
  const path = complete ? executable[0] ?? blocked[0] : undefined;
  return { path: path ?? "docker", environment };
}
