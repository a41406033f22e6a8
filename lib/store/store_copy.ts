/** The store of a folder that may not be written: read from a copy, for SQLite wants to write even where it only reads. */

import { type EventStore, openStore } from "./event_store.ts";
import { obstacleIn } from "./store_file.ts";

/** As `openStore`, but where the folder is read-only it opens a copy, which goes away with it. What is appended there is lost. */
export function openForReading(folder: string): EventStore {
  try {
    return openStore(folder);
  } catch (error) {
    // What is busy or damaged is so in a folder that can be written.
    const copy = obstacleIn(folder) === undefined ? undefined : copied(folder);
    if (copy === undefined) throw error;
    try {
      return withoutCopy(openStore(copy), copy);
    } catch {
      Deno.removeSync(copy, { recursive: true });
      throw error;
    }
  }
}

/** Nothing where there is no room, or no permission, for it. With the log, which may hold what came last. */
function copied(folder: string): string | undefined {
  try {
    const copy = Deno.makeTempDirSync({ prefix: "grumete-" });
    for (const { name } of Deno.readDirSync(folder)) {
      if (name !== "grumete.db" && name !== "grumete.db-wal") continue;
      Deno.writeFileSync(`${copy}/${name}`, Deno.readFileSync(`${folder}/${name}`), { mode: 0o600 });
    }
    return copy;
  } catch {
    return undefined;
  }
}

function withoutCopy(store: EventStore, copy: string): EventStore {
  const close = store[Symbol.dispose].bind(store);
  store[Symbol.dispose] = () => {
    close();
    Deno.removeSync(copy, { recursive: true });
  };
  return store;
}
