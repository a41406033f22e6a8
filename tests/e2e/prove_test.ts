/** `grumete prove` on small labs: a good one is proven, a bad one is not and says why, and nothing is left either way. */

import assert from "node:assert/strict";
import { docker, engineTest, everything } from "./engine.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";
import { eventually } from "../docker/eventually.ts";
import { type ProvableLab, prove, proven, takesTime, writeProvable } from "./proof.ts";

engineTest(
  "a good lab is proven step by step, in its own state, and leaves nothing on the engine or on disk",
  async () => {
    using folder = temporaryFolder();
    await using lab = writeProvable(folder.path, takesTime, [
      "'touch /ready; sleep 300'",
      "'sleep 1; touch /ready; sleep 300'",
    ]);
    const before = await everything();
    const { code, proof, wrong } = await prove(lab, folder.path);
    assert.deepEqual(wrong, []);
    assert.equal(code, 0);
    assert.deepEqual(proof.steps.map(({ kind, task }) => `${kind} ${task ?? "-"}`), [
      "lint -",
      "unsolved run",
      "solution run",
      "unsolved keep",
      "solution keep",
      "cleanup -",
      "alternative run",
      "mistake run",
      "mistake keep",
      "cleanup -",
    ]);
    for (const { seconds, name } of proof.steps) assert.ok(seconds >= 0 && seconds < 20 && name !== "", name);
    assert.deepEqual(await everything(), before);
    assert.deepEqual([...Deno.readDirSync(`${folder.path}/state/proving`)], []);
    assert.ok(
      ![...Deno.readDirSync(`${folder.path}/state`)].some(({ name }) => name.endsWith(".db")),
      "no attempt is kept",
    );
  },
);

engineTest("what happened in one mistake is forgotten in the next, and in the solution", async () => {
  using folder = temporaryFolder();
  await using lab = writeProvable(
    folder.path,
    ["      - container: ID-old\n        exists: false\n", "      - event: { container: ID-old, action: restart }\n"],
    [
      'solution: ["docker volume create ID-data", "docker rm -f ID-old"]',
      'solution: ["docker volume create ID-data", "docker restart -t 0 ID-old"]',
    ],
    [
      '    mistakes:\n      - run: ["docker volume create ID-dato", "docker rm -f ID-old"]',
      `    mistakes:
      - run: ["docker volume create ID-data"]
        fails: event container ID-old restart
        says: ID-old
      - run: ["docker restart -t 0 ID-old", "docker volume create ID-dato"]`,
    ],
    [
      "says: ID-dato\n",
      `says: ID-dato
      - run: ["docker volume create ID-data", "docker stop -t 0 ID-old"]
        fails: event container ID-old restart
        says: ID-old
`,
    ],
  );
  const { code, wrong } = await prove(lab, folder.path);
  assert.deepEqual(wrong, []);
  assert.equal(code, 0);
});

engineTest("a name that is taken is told as prepare tells it, and stays whose it was", async () => {
  using folder = temporaryFolder();
  await using lab = writeProvable(folder.path);
  await docker("volume", "create", `${lab.id}-data`);
  const { code, proof } = await prove(lab, folder.path);
  assert.equal(code, 1);
  assert.equal(proof.status, "unchecked");
  assert.deepEqual(proof.steps, []);
  assert.match(proof.problem ?? "", /something is in the way/);
  assert.match(proof.problem ?? "", new RegExp(`docker volume rm ${lab.id}-data`));
  assert.deepEqual(await lab.objects(), [`volume ${lab.id}-data`]);
});

engineTest("an engine out of reach is told with its repair and exit code 3", async () => {
  using folder = temporaryFolder();
  await using lab = writeProvable(folder.path);
  const args = ["prove", lab.folder, "--yes", "--lang", "en", "--state", `${folder.path}/state`];
  const env = { DOCKER_HOST: `unix://${folder.path}/none.sock` };
  const told = await grumete(args, { env });
  assert.equal(told.code, 3);
  assert.match(told.stdout, /engine/);
  const [proof] = proven(await grumete([...args, "--json"], { env }));
  assert.equal(proof?.status, "unchecked");
  assert.notEqual(proof?.problem ?? "", "");
});

engineTest("several labs are proven one after the other, and the worst end is the exit code", async () => {
  using folder = temporaryFolder();
  await using fine = writeProvable(folder.path);
  await using poor = writeProvable(folder.path, ["says: ID-dato", "says: nothing like it"]);
  const ran = await grumete([
    "prove",
    fine.folder,
    poor.folder,
    "--yes",
    "--lang",
    "es",
    "--state",
    `${folder.path}/state`,
  ]);
  assert.equal(ran.code, 1, ran.stdout + ran.stderr);
  assert.match(ran.stdout, new RegExp(`✔ ${fine.id}: demostrado, 10 pasos`));
  assert.match(ran.stdout, new RegExp(`✘ ${poor.id}: sin demostrar, 1 de 10 pasos`));
  assert.match(ran.stdout, /falla, pero no dice "nothing like it"/);
});

engineTest("a lab from elsewhere is not run without being asked about", async () => {
  using folder = temporaryFolder();
  await using lab = writeProvable(folder.path);
  const ran = await grumete(["prove", lab.folder, "--json", "--lang", "en", "--state", `${folder.path}/state`]);
  assert.equal(ran.code, 2);
  assert.equal(ran.stdout, "");
  assert.match(ran.stderr, /docker volume create/);
  assert.match(ran.stderr, /--yes/);
  assert.deepEqual(await lab.objects(), []);
});

/** A proof that is under way: the container of its solution is there. */
async function underWay(lab: ProvableLab, state: string): Promise<Deno.ChildProcess> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", `${project}/main.ts`, "prove", lab.folder, "--yes", "--lang", "en", "--state", state],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  await eventually(async () => (await lab.objects()).includes(`container ${lab.id}`), 20_000);
  return child;
}

engineTest("interrupted, it cleans up after itself and says so", async () => {
  using folder = temporaryFolder();
  await using lab = writeProvable(folder.path);
  const child = await underWay(lab, `${folder.path}/state`);
  child.kill("SIGINT");
  const { code, stdout, stderr } = await child.output();
  const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert.equal(code, 130, said);
  assert.match(said, /Interrupted: cleaning up/);
  assert.deepEqual(await lab.objects(), []);
  assert.deepEqual([...Deno.readDirSync(`${folder.path}/state/proving`)], []);
});

engineTest("killed, it leaves what cleanup knows by its label", async () => {
  using folder = temporaryFolder();
  await using lab = writeProvable(folder.path);
  const child = await underWay(lab, `${folder.path}/state`);
  child.kill("SIGKILL");
  await child.output();
  assert.notDeepEqual(await lab.objects(), []);
  const again = await prove(lab, folder.path);
  assert.equal(again.code, 1);
  assert.match(again.proof.problem ?? "", /grumete cleanup/);
  const cleaned = await grumete(["cleanup", lab.folder, "--yes", "--state", `${folder.path}/state`]);
  assert.equal(cleaned.code, 0, cleaned.stdout + cleaned.stderr);
  assert.deepEqual(await lab.objects(), []);
});
