/** What was typed at the prompt is there in the next session, and never in the way. */

import { deepEqual, equal, ok } from "node:assert/strict";
import { historyLimit, readHistory, rememberLine } from "../../lib/store/prompt_history.ts";

function withFolder(test: (folder: string) => void): void {
  const folder = Deno.makeTempDirSync({ prefix: "grumete-history-" });
  try {
    test(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

Deno.test("lines come back in their order, one that was repeated at once only once", () =>
  withFolder((folder) => {
    for (const line of ["docker ps", "docker ps", "docker images", "docker ps"]) rememberLine(`${folder}/new`, line);
    deepEqual(readHistory(`${folder}/new`), ["docker ps", "docker images", "docker ps"]);
    equal((Deno.statSync(`${folder}/new/prompt_history`).mode ?? 0) & 0o077, 0, "nobody else may read it");
  }));

Deno.test("the last lines are given back, and the file does not grow for ever", () =>
  withFolder((folder) => {
    for (let n = 0; n < 3 * historyLimit; n++) rememberLine(folder, `docker logs ${n}`);
    const lines = readHistory(folder);
    equal(lines.length, historyLimit);
    equal(lines.at(-1), `docker logs ${3 * historyLimit - 1}`);
    ok(Deno.readTextFileSync(`${folder}/prompt_history`).split("\n").length <= 2 * historyLimit + 1);
    deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["prompt_history"]);
  }));

Deno.test("where nothing can be read or kept there is no history, and no error", () =>
  withFolder((folder) => {
    deepEqual(readHistory(`${folder}/nowhere`), []);
    Deno.mkdirSync(`${folder}/prompt_history`);
    rememberLine(folder, "docker ps");
    deepEqual(readHistory(folder), []);
  }));
