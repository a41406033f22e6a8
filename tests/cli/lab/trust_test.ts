/** Tests of the question before a lab from elsewhere runs anything. */

import assert from "node:assert/strict";
import { openStore } from "../../../lib/store/event_store.ts";
import { fakeDocker } from "../../docker/fake_docker.ts";
import { grumete, project, temporaryFolder } from "../../e2e/grumete.ts";
import { emptyEngine } from "../sample_world.ts";

function labText(setup: readonly string[], exec: boolean): string {
  const check = exec ? '{ exec: faro, run: [cat, "/tmp/a b"], exitCode: 0 }' : "{ volume: datos, exists: true }";
  return `
format: 1
id: muelle
title: Muelle
concepts: [docker-volume]
minutes: 5
setup: ${JSON.stringify(setup)}
tasks:
  - id: volumen
    title: Un volumen
    text: Crea el volumen.
    checks: [${check}]
    explanation: Ya.
    solution: [docker volume create datos]
`;
}

/** A lab somewhere, and a docker on which nothing is. */
function place(setup: readonly string[] = ["docker volume create bodega"], exec = true) {
  const folder = temporaryFolder();
  const fake = fakeDocker(emptyEngine);
  const lab = `${folder.path}/muelle`;
  const write = (text: string) => Deno.writeTextFileSync(`${lab}/lab.yaml`, text);
  Deno.mkdirSync(lab);
  write(labText(setup, exec));
  const env = { PATH: `${fake.folder}:${Deno.env.get("PATH") ?? ""}` };
  return {
    state: `${folder.path}/state`,
    write,
    calls: () => fake.calls().filter((call) => !/^(info|version|events)/.test(call)),
    run: (verb: string, ...args: readonly string[]) =>
      grumete([verb, lab, "--state", `${folder.path}/state`, "--lang", "en", ...args], { env }),
    [Symbol.dispose]() {
      folder[Symbol.dispose]();
      fake[Symbol.dispose]();
    },
  };
}

Deno.test("where nobody can be asked, a lab from elsewhere runs nothing, and says what it would run", async (t) => {
  using at = place();
  for (const verb of ["prepare", "verify", "lab"]) {
    const { code, stdout, stderr } = await at.run(verb);
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, /--yes/);
  }
  await t.assertSnapshot((await at.run("prepare")).stderr);
  assert.deepEqual(at.calls(), []);
  assert.throws(() => Deno.statSync(`${at.state}/grumete.db`), Deno.errors.NotFound, "nothing is stored either");
});

Deno.test("agreed to once, it is not asked again until the lab's file is another", async () => {
  using at = place();
  assert.equal((await at.run("prepare", "--yes")).code, 0);
  assert.equal((await at.run("prepare")).code, 0);
  assert.notEqual((await at.run("verify")).code, 2);
  using store = openStore(at.state);
  assert.equal(store.read().filter(({ kind }) => kind === "lab-trusted").length, 1);
  at.write(labText(["docker volume create otra"], true));
  const changed = await at.run("verify");
  assert.equal(changed.code, 2);
  assert.match(changed.stderr, /docker volume create otra/);
});

Deno.test("progress from another machine agrees to nothing in the learner's place", async () => {
  using at = place();
  using elsewhere = temporaryFolder();
  const exported = `${elsewhere.path}/progress.jsonl`;
  assert.equal((await at.run("prepare", "--yes")).code, 0);
  assert.equal((await grumete(["export-progress", "--out", exported, "--state", at.state])).code, 0);
  Deno.removeSync(at.state, { recursive: true });
  assert.equal((await grumete(["import-progress", exported, "--state", at.state])).code, 0);
  const before = at.calls().length;
  for (const verb of ["verify", "prepare"]) {
    const { code, stderr } = await at.run(verb);
    assert.equal(code, 2, stderr);
    assert.match(stderr, /docker volume create bodega/);
  }
  assert.equal(at.calls().length, before);
});

Deno.test("a look that is agreed to on the command line leaves no state behind", async () => {
  using at = place();
  assert.notEqual((await at.run("verify", "--yes")).code, 2);
  assert.throws(() => Deno.statSync(`${at.state}/grumete.db`), Deno.errors.NotFound);
});

Deno.test("a lab that runs nothing by itself is not asked about, and clean-up never is", async () => {
  using at = place([], false);
  assert.equal((await at.run("prepare")).code, 0);
  using other = place();
  assert.equal((await other.run("cleanup")).code, 0);
});

Deno.test("a task is not begun anew with a setup that nobody has agreed to", async () => {
  const setup = (time: number) => labText([`docker run -d --name faro busybox sleep ${time}`], true);
  using at = place();
  at.write(setup(600));
  assert.equal((await at.run("prepare", "--yes")).code, 0);
  at.write(setup(900));
  const asked = await at.run("cleanup", "--task", "volumen");
  assert.deepEqual([asked.code, /sleep 900/.test(asked.stderr)], [2, true], asked.stderr);
  const runs = () => at.calls().filter((call) => call.includes("sleep 900")).length;
  assert.equal(runs(), 0);
  assert.equal((await at.run("cleanup", "--task", "volumen", "--yes")).code, 0);
  assert.equal(runs(), 1);
});

Deno.test("a shipped lab is not asked about, whatever way leads to it", async () => {
  using folder = temporaryFolder();
  Deno.symlinkSync(`${project}/labs/first-container`, `${folder.path}/first-container`);
  for (const reference of ["first-container", `${project}/labs/first-container`, `${folder.path}/first-container`]) {
    const { stderr } = await grumete(["verify", reference, "--state", `${folder.path}/state`], {
      env: { DOCKER_HOST: "unix:///nowhere" },
    });
    assert.doesNotMatch(stderr, /--yes/, reference);
  }
});
