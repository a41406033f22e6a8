/** The learner's folder: starter files come once, and only what is unchanged goes away. */

import assert from "node:assert/strict";
import { layOut, takeAway, workspaceFolder } from "../../lib/store/workspace.ts";

function withLab(work: (workspace: string, lab: string) => void): void {
  const folder = Deno.makeTempDirSync();
  try {
    Deno.mkdirSync(`${folder}/lab/workspace/site`, { recursive: true });
    Deno.writeTextFileSync(`${folder}/lab/workspace/site/index.html`, "hola");
    work(workspaceFolder(`${folder}/state`, "redes"), `${folder}/lab`);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const files = ["site/index.html"];

Deno.test("starter files are laid out under the same names", () =>
  withLab((workspace, lab) => {
    layOut(workspace, lab, files);
    assert.equal(Deno.readTextFileSync(`${workspace}/site/index.html`), "hola");
  }));

Deno.test("what the learner changed is not overwritten when the lab is opened again", () =>
  withLab((workspace, lab) => {
    layOut(workspace, lab, files);
    Deno.writeTextFileSync(`${workspace}/site/index.html`, "mío");
    layOut(workspace, lab, files);
    assert.equal(Deno.readTextFileSync(`${workspace}/site/index.html`), "mío");
  }));

Deno.test("unchanged files and empty folders go, the learner's own stay and are named", () =>
  withLab((workspace, lab) => {
    layOut(workspace, lab, files);
    assert.deepEqual(takeAway(workspace, lab, files), []);
    assert.throws(() => Deno.statSync(workspace), Deno.errors.NotFound);

    layOut(workspace, lab, files);
    Deno.writeTextFileSync(`${workspace}/notas.txt`, "no borrar");
    assert.deepEqual(takeAway(workspace, lab, files), ["notas.txt"]);
    assert.equal(Deno.readTextFileSync(`${workspace}/notas.txt`), "no borrar");
  }));

Deno.test("a starter file that the lab does not bring is said in words", () =>
  withLab((workspace, lab) => {
    assert.throws(() => layOut(workspace, lab, ["nada.txt"]), /Cannot read .*nada\.txt/);
  }));
