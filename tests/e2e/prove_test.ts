/** `grumete prove` on small labs: a good one is proven, a bad one is not and says why, and nothing is left either way. */

import assert from "node:assert/strict";
import { docker, engineTest, everything } from "./engine.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";
import { eventually } from "../docker/eventually.ts";
import { type ProvableLab, proven, type ProvenLab, type ProvenStep, writeProvable } from "./proof.ts";

type Change = readonly [from: string, to: string];

/** What is to be there may come in a while. */
const takesTime: Change = ["run: [test, -e, /ready]\n", "run: [test, -e, /ready]\n        within: 4s\n"];

interface Proof {
  readonly code: number;
  readonly proof: ProvenLab;
  /** Those that did not pass. */
  readonly wrong: readonly ProvenStep[];
}

async function prove(lab: ProvableLab, parent: string): Promise<Proof> {
  const args = ["prove", lab.folder, "--json", "--yes", "--lang", "en", "--state", `${parent}/state`];
  const ran = await grumete(args);
  const [proof] = proven(ran);
  assert.ok(proof, ran.stdout);
  return { code: ran.code, proof, wrong: proof.steps.filter(({ status }) => status !== "passed") };
}

/** A lab with something wrong in it: `steps` are those that must not pass, as `kind task status`. */
function badLab(name: string, changes: readonly Change[], steps: readonly string[], ...words: readonly RegExp[]): void {
  engineTest(name, async () => {
    using folder = temporaryFolder();
    await using lab = writeProvable(folder.path, ...changes);
    const before = await everything();
    const { code, proof, wrong } = await prove(lab, folder.path);
    const shown = JSON.stringify(proof, null, 1);
    assert.deepEqual(wrong.map(({ kind, task, status }) => `${kind} ${task ?? "-"} ${status}`), steps, shown);
    const said = wrong.map(({ problem }) => problem ?? "").join("\n");
    for (const word of words) assert.match(said, word);
    assert.equal(code, steps[0]?.startsWith("lint") ? 4 : 1);
    assert.equal(proof.status, "failed");
    assert.deepEqual(await everything(), before);
  });
}

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

badLab(
  "a solution that does not pass is told with what was seen, and what comes after it is left out",
  [[
    "docker run -d --name ID --label team=a busybox sh -c 'touch /ready; sleep 300'",
    "docker create --name ID busybox",
  ]],
  ["solution run failed", "unsolved keep skipped", "solution keep skipped", "mistake keep skipped"],
  /does not pass the task/,
  /container \S+: failed\n[^]*expected: state: running\n\s+seen: state: created/,
);

badLab(
  "a solution that docker refuses is told with docker's words",
  [['"docker volume create ID-data", "docker rm -f ID-old"', '"docker volume create ID-data", "docker start ID-none"']],
  ["solution keep failed"],
  /"docker start \S+-none" failed: .*No such container/,
);

badLab(
  "another solution that does not pass is told",
  [["docker create --name ID --label team=a busybox sh", "docker create --name ID --label team=b busybox sh"]],
  ["alternative run failed"],
  /does not pass the task[\s\S]*labels/,
);

badLab(
  "a mistake that passes is told",
  [["'touch /ready; exit 7'", "'touch /ready; sleep 300'"]],
  ["mistake run failed"],
  /The mistake passes the task; container \S+ had to fail/,
);

badLab(
  "a mistake that only fails until its time has come is one that passes",
  [takesTime, ["'touch /ready; exit 7'", "'sleep 2; touch /ready; sleep 300'"], [
    "fails: container ID\n        says: { es: código 7, en: code 7 }",
    "fails: exec ID\n        says: { es: '1', en: '1' }",
  ]],
  ["mistake run failed"],
  /The mistake passes the task/,
);

badLab(
  "words that are said in one language only are not said",
  [["says: { es: código 7, en: code 7 }", "says: code 7"]],
  ["mistake run failed"],
  /fails, but does not say "code 7" \(es\)/,
  /es\s+porque: .*código 7/,
);

badLab(
  "a mistake that shows at another check is told with the checks as they are",
  [["fails: volume ID-data", "fails: container ID-old"]],
  ["mistake keep failed"],
  /container \S+-old does not fail, which is where the mistake had to show/,
  /volume \S+-data: failed/,
);

badLab(
  "a task that passes with nothing done is told",
  [
    ["      - volume: ID-data\n        exists: true\n      - container: ID-old\n", "      - container: ID-gone\n"],
    ["retira `ID-old`", "retira `ID-gone`"],
    ["remove `ID-old`", "remove `ID-gone`"],
    ["fails: volume ID-data", "fails: container ID-gone"],
  ],
  ["solution run failed", "unsolved keep failed", "alternative run failed", "mistake keep failed"],
  /passes a later task as well: keep/,
  /passes with nothing done/,
);

badLab(
  "a solution that passes a later task as well is told",
  [["needs: [run]", "needs: []"], [
    'solution: ["docker run -d',
    'solution: [docker volume create ID-data, docker rm -f ID-old, "docker run -d',
  ]],
  ["solution run failed", "unsolved keep failed", "mistake keep failed"],
  /passes a later task as well: keep/,
);

badLab(
  "a task in which nothing fails, because it asks inside what is not there, is told",
  [
    [
      "      - container: ID\n        state: running\n        image: busybox\n        labels: { exactly: { team: a } }\n",
      "",
    ],
    ["fails: container ID\n        says: { es: código 7, en: code 7 }", "fails: exec ID\n        says: ID"],
    ["'touch /ready; exit 7'", "'sleep 300'"],
  ],
  ["unsolved run failed"],
  /none of its checks fails/,
);

badLab(
  "what clean-up does not find by its name is told, and taken away all the same",
  [[
    'solution: ["docker volume create ID-data"',
    'solution: [docker run -d busybox sleep 300, "docker volume create ID-data"',
  ]],
  ["cleanup - failed"],
  /something is left that was not there before/,
  /container [a-z]+_[a-z]+/,
);

badLab(
  "a name that the text does not state is bad content, and the rest is proven all the same",
  [['en: "Create `ID-data` and remove', 'en: "Create a volume and remove']],
  ["lint - failed"],
  /demands "\S+-data" and the text does not say so in English/,
);

badLab(
  "a lab that would use another engine is not run at all",
  [['"docker volume create ID-data", "docker rm', '"docker -H tcp://127.0.0.1:1 volume create ID-data", "docker rm']],
  ["lint - failed"],
  /-H/,
);

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
