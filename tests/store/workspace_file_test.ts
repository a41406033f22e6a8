/** Reading the learner's files: what they are, and nothing behind a link that leads out of the workspace. */

import { deepEqual, equal } from "node:assert/strict";
import { contentLimit } from "../../lib/lab/file_content.ts";
import type { FileFacts } from "../../lib/lab/snapshot.ts";
import { namesBeside, readWorkspaceFile } from "../../lib/store/workspace_file.ts";

function workspace(): { readonly path: string; readonly outside: string } & Disposable {
  const root = Deno.makeTempDirSync({ prefix: "grumete-workspace-" });
  Deno.mkdirSync(`${root}/workspace`);
  Deno.mkdirSync(`${root}/outside`);
  Deno.writeTextFileSync(`${root}/outside/secret`, "secret");
  return {
    path: `${root}/workspace`,
    outside: `${root}/outside`,
    [Symbol.dispose]: () => Deno.removeSync(root, { recursive: true }),
  };
}

function facts(folder: string, path: string): FileFacts {
  const sighting = readWorkspaceFile(folder, path);
  if (sighting.kind !== "found") throw new Error(JSON.stringify(sighting));
  return sighting.facts;
}

Deno.test("a file tells its content, size, permissions and owner", () => {
  using at = workspace();
  Deno.writeTextFileSync(`${at.path}/menu.txt`, "sopa\n");
  Deno.chmodSync(`${at.path}/menu.txt`, 0o640);
  deepEqual(facts(at.path, "menu.txt"), {
    type: "file",
    size: 5,
    mode: "640",
    owner: `${Deno.statSync(at.path).uid}:${Deno.statSync(at.path).gid}`,
    content: "sopa\n",
  });
});

Deno.test("a folder and a pipe have no content, and nobody waits for one", async () => {
  using at = workspace();
  Deno.mkdirSync(`${at.path}/src`);
  deepEqual([facts(at.path, "src").type, facts(at.path, "src").content], ["directory", undefined]);
  await new Deno.Command("mkfifo", { args: [`${at.path}/pipe`] }).output();
  deepEqual([facts(at.path, "pipe").type, facts(at.path, "pipe").content], ["other", undefined]);
});

Deno.test("only the beginning of a large file is read, and what is no text is told as such", () => {
  using at = workspace();
  Deno.writeTextFileSync(`${at.path}/large`, "ñ".repeat(contentLimit));
  equal(facts(at.path, "large").content, "ñ".repeat(contentLimit / 2));
  equal(facts(at.path, "large").size, 2 * contentLimit);
  Deno.writeFileSync(`${at.path}/binary`, new Uint8Array([0x7f, 0x45, 0]));
  deepEqual([facts(at.path, "binary").content, facts(at.path, "binary").binary], [undefined, true]);
});

Deno.test("a link inside the workspace is read through, one to nothing is a link all the same", () => {
  using at = workspace();
  Deno.writeTextFileSync(`${at.path}/menu.txt`, "sopa");
  Deno.symlinkSync("menu.txt", `${at.path}/hoy`);
  deepEqual([facts(at.path, "hoy").type, facts(at.path, "hoy").link, facts(at.path, "hoy").content], [
    "link",
    "menu.txt",
    "sopa",
  ]);
  Deno.symlinkSync("nada", `${at.path}/nunca`);
  deepEqual(facts(at.path, "nunca"), { type: "link", link: "nada" });
});

Deno.test("nothing is read behind a link that leads out of the workspace", () => {
  using at = workspace();
  Deno.symlinkSync(`${at.outside}/secret`, `${at.path}/file`);
  deepEqual(facts(at.path, "file"), { type: "link", link: `${at.outside}/secret`, outside: true });
  Deno.symlinkSync(at.outside, `${at.path}/folder`);
  deepEqual(facts(at.path, "folder/secret"), { type: "other", outside: true });
  deepEqual(namesBeside(at.path, "folder/secrets"), []);
  // A folder whose name begins alike is outside too.
  Deno.mkdirSync(`${at.path}-b`);
  Deno.writeTextFileSync(`${at.path}-b/x`, "x");
  Deno.symlinkSync(`${at.path}-b/x`, `${at.path}/near`);
  equal(facts(at.path, "near").outside, true);
});

Deno.test("a missing file, folder or workspace is missing, and what stands beside is told", () => {
  using at = workspace();
  Deno.mkdirSync(`${at.path}/src`);
  Deno.writeTextFileSync(`${at.path}/src/app.py`, "");
  for (const path of ["nada", "nada/x", "src/app.py/x"]) equal(readWorkspaceFile(at.path, path).kind, "missing", path);
  equal(readWorkspaceFile(`${at.path}/nada`, "x").kind, "missing");
  deepEqual(namesBeside(at.path, "src/app.js"), ["src/app.py"]);
  deepEqual(namesBeside(at.path, "nada/x"), []);
  deepEqual(namesBeside(`${at.path}/nada`, "x"), []);
});

Deno.test("what the system does not let us look at is unknown, not missing", () => {
  using at = workspace();
  equal(readWorkspaceFile(at.path, "x".repeat(300)).kind, "unknown");
});
