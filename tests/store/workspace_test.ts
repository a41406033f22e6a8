/** Tests of the learner's folder: what is laid out, what is kept, and that no link leads out of it. */

import assert from "node:assert/strict";
import { UserError } from "../../lib/content/user_error.ts";
import { layOut, takeAway } from "../../lib/store/workspace.ts";

/** A lab with two starter files, an empty place for the workspace, and a folder of somebody else. */
function places() {
  const root = Deno.makeTempDirSync();
  const [lab, workspace, outside] = [`${root}/lab`, `${root}/state/workspaces/web`, `${root}/outside`];
  Deno.mkdirSync(`${lab}/workspace/html`, { recursive: true });
  Deno.mkdirSync(outside);
  Deno.writeTextFileSync(`${lab}/workspace/Dockerfile`, "FROM busybox\n");
  Deno.writeTextFileSync(`${lab}/workspace/html/index.html`, "hola\n");
  return {
    lab,
    workspace,
    outside,
    files: ["Dockerfile", "html/index.html"],
    [Symbol.dispose]: () => Deno.removeSync(root, { recursive: true }),
  };
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("starter files are laid out once; what the learner changed stays, also after clean-up", () => {
  using at = places();
  layOut(at.workspace, at.lab, at.files);
  Deno.writeTextFileSync(`${at.workspace}/Dockerfile`, "FROM nginx\n");
  layOut(at.workspace, at.lab, at.files);
  assert.equal(Deno.readTextFileSync(`${at.workspace}/Dockerfile`), "FROM nginx\n");
  assert.deepEqual(takeAway(at.workspace, at.lab, at.files), ["Dockerfile"]);
  assert.deepEqual(names(at.workspace), ["Dockerfile"]);
});

Deno.test("a workspace that is as it came goes away as a whole, twice without harm", () => {
  using at = places();
  layOut(at.workspace, at.lab, at.files);
  assert.deepEqual(takeAway(at.workspace, at.lab, at.files), []);
  assert.throws(() => Deno.lstatSync(at.workspace), Deno.errors.NotFound);
  assert.deepEqual(takeAway(at.workspace, at.lab, at.files), []);
});

Deno.test("a folder of the workspace that is a link is not written through", () => {
  using at = places();
  Deno.mkdirSync(at.workspace, { recursive: true });
  Deno.symlinkSync(at.outside, `${at.workspace}/html`);
  assert.throws(() => layOut(at.workspace, at.lab, at.files), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.what.en, /is a link/);
    return true;
  });
  assert.deepEqual(names(at.outside), []);
});

Deno.test("a link in the place of a starter file is neither written through nor taken away", () => {
  using at = places();
  Deno.mkdirSync(at.workspace, { recursive: true });
  Deno.writeTextFileSync(`${at.outside}/mine`, "FROM busybox\n");
  Deno.symlinkSync(`${at.outside}/mine`, `${at.workspace}/Dockerfile`);
  Deno.symlinkSync(`${at.outside}/none`, `${at.workspace}/html`);
  assert.throws(() => layOut(at.workspace, at.lab, at.files), UserError);
  assert.deepEqual(names(at.outside), ["mine"]);
  assert.deepEqual([...takeAway(at.workspace, at.lab, at.files)].sort(), ["Dockerfile", "html"]);
  assert.equal(Deno.readTextFileSync(`${at.outside}/mine`), "FROM busybox\n");
});

Deno.test("nothing is deleted behind a link, although it is as a starter file came", () => {
  using at = places();
  layOut(at.workspace, at.lab, at.files);
  Deno.removeSync(`${at.workspace}/html`, { recursive: true });
  Deno.writeTextFileSync(`${at.outside}/index.html`, "hola\n");
  Deno.symlinkSync(at.outside, `${at.workspace}/html`);
  assert.deepEqual(takeAway(at.workspace, at.lab, at.files), ["html"]);
  assert.deepEqual(names(at.outside), ["index.html"]);
});

Deno.test("a starter file for which there is no room is not left half written, as if the learner had changed it", async () => {
  using at = places();
  Deno.writeTextFileSync(`${at.lab}/workspace/Dockerfile`, `FROM busybox\n${"#".repeat(100_000)}\n`);
  const script = `
    import { layOut } from ${JSON.stringify(new URL("../../lib/store/workspace.ts", import.meta.url).href)};
    try {
      layOut(${JSON.stringify(at.workspace)}, ${JSON.stringify(at.lab)}, ["Dockerfile"]);
    } catch (error) {
      console.log(error.exitCode, error.what.en);
    }`;
  // A file may have 64 blocks of 512 bytes, and no signal says so.
  const { stdout } = await new Deno.Command("sh", {
    args: ["-c", `trap '' XFSZ; ulimit -f 64; exec "$0" eval "$1"`, Deno.execPath(), script],
    stderr: "null",
  }).output();
  assert.match(new TextDecoder().decode(stdout), /^3 Cannot lay out the workspace .*too large/i);
  assert.deepEqual(names(at.workspace), []);
  layOut(at.workspace, at.lab, ["Dockerfile"]);
  assert.equal(Deno.statSync(`${at.workspace}/Dockerfile`).size, 100_014);
});
