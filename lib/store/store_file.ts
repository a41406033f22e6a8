/** The file of the store as the system sees it, before SQLite opens it. */

import { leftOver } from "./store_faults.ts";

/**
 * SQLite says only that it cannot open its file; the system knows why. The file itself is not opened to find out: closing it
 * would take away the locks of every other connection of this process, and with them answers that are in the log.
 */
export function obstacleIn(folder: string): unknown {
  try {
    if (isFolder(`${folder}/grumete.db`)) return new Deno.errors.IsADirectory("is a directory");
    const probe = `${folder}/${crypto.randomUUID()}.probe`;
    Deno.openSync(probe, { createNew: true, write: true }).close();
    Deno.removeSync(probe);
    return undefined;
  } catch (error) {
    // What failed before says more of a folder that is not there.
    return error instanceof Deno.errors.NotFound ? undefined : error;
  }
}

function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

/** Throws a `UserError`. SQLite would throw away, or add to an empty store, what stands in the log of a file that is gone. */
export function refuseLeftOver(path: string): void {
  // In this order: who makes a store meanwhile writes the file before the log.
  if (sizeOf(`${path}-wal`) > 0 && sizeOf(path) === 0) throw leftOver(path);
}

function sizeOf(path: string): number {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}

/** The folder may be one that others can read; SQLite gives its other files the mode of this one. */
export function createPrivately(path: string): void {
  try {
    Deno.openSync(path, { createNew: true, write: true, mode: 0o600 }).close();
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
}
