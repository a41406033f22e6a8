/** Two labs, or two learners, on one engine: they do not disturb each other, and what was there before comes back. */

import assert from "node:assert/strict";
import { docker, engineTest } from "./engine.ts";
import { grumete, temporaryFolder, withoutSigns } from "./grumete.ts";
import { type PreparedLab, writePreparedLab } from "./prepared_lab.ts";

/** One learner: a state folder of their own. */
function learner(parent: string, name: string) {
  const state = `${parent}/state-${name}`;
  const run = (verb: string) => (lab: PreparedLab, ...args: readonly string[]) =>
    grumete([verb, lab.folder, "--state", state, "--lang", "en", ...args]);
  return { state, prepare: run("prepare"), verify: run("verify"), cleanup: run("cleanup"), lab: run("lab") };
}

engineTest("two learners with a lab each work side by side, and each cleans up only their own", async () => {
  using folder = temporaryFolder();
  await using one = writePreparedLab(folder.path);
  await using other = writePreparedLab(folder.path);
  const [ana, eva] = [learner(folder.path, "ana"), learner(folder.path, "eva")];
  const prepared = await Promise.all([ana.prepare(one), eva.prepare(other)]);
  assert.deepEqual(prepared.map(({ code }) => code), [2, 2], "labs from elsewhere are asked about");
  const agreed = await Promise.all([ana.prepare(one, "--yes"), eva.prepare(other, "--yes")]);
  assert.deepEqual(agreed.map(({ code, stderr }) => [code, withoutSigns(stderr)]), [[0, ""], [0, ""]]);
  for (const lab of [one, other]) {
    await docker("run", "-d", "--name", lab.web, "busybox", "sleep", "600");
    await docker("volume", "create", lab.datos);
  }
  const theirs = await other.objects();
  assert.equal(theirs.length, 5);
  assert.equal((await ana.verify(one)).code, 0);

  const cleaned = await ana.cleanup(one);
  assert.equal(cleaned.code, 0, cleaned.stdout + cleaned.stderr);
  assert.deepEqual(await one.objects(), []);
  assert.deepEqual(await other.objects(), theirs);
  // What is of the other lab is not even told.
  assert.doesNotMatch(cleaned.stdout, new RegExp(other.faro));
  assert.equal((await eva.verify(other)).code, 0);
  assert.equal((await eva.cleanup(other)).code, 0);
  assert.deepEqual(await other.objects(), []);
});

engineTest(
  "a lab that uses the names of one that is going on is refused in a clear sentence, for both learners",
  async () => {
    using folder = temporaryFolder();
    await using one = writePreparedLab(folder.path);
    await using other = writePreparedLab(folder.path, { web: one.faro });
    const [ana, eva] = [learner(folder.path, "ana"), learner(folder.path, "eva")];
    assert.equal((await ana.prepare(one, "--yes")).code, 0);
    const same = await ana.prepare(other, "--yes");
    assert.equal(same.code, 1);
    assert.match(
      same.stderr,
      new RegExp(`The lab \`${one.id}\` is going on and uses what this one uses: \`${one.faro}\``),
    );
    assert.match(same.stderr, new RegExp(`grumete cleanup ${one.id}`));
    const elsewhere = await eva.prepare(other, "--yes");
    assert.equal(elsewhere.code, 1);
    assert.match(elsewhere.stderr, /from another state folder or by somebody else/);
    assert.deepEqual(await other.objects(), [`container ${one.faro}`], "nothing of it was made");
    assert.equal((await ana.cleanup(one)).code, 0);
    assert.equal((await eva.prepare(other, "--yes")).code, 0);
    assert.equal((await eva.cleanup(other)).code, 0);
  },
);

engineTest("what another state folder prepared is removed only by who says so", async () => {
  using folder = temporaryFolder();
  await using lab = writePreparedLab(folder.path);
  const [ana, eva] = [learner(folder.path, "ana"), learner(folder.path, "eva")];
  assert.equal((await ana.prepare(lab, "--yes")).code, 0);
  const twice = await eva.prepare(lab, "--yes");
  assert.match(twice.stderr, /prepared on this engine already, from another state folder/);
  const there = await lab.objects();
  const refused = await eva.cleanup(lab);
  assert.equal(refused.code, 1, refused.stdout);
  assert.match(refused.stderr, /another state folder, or somebody else, prepared it[^]*--yes/);
  assert.deepEqual(await lab.objects(), there);
  // Their own run is found again.
  assert.match((await ana.prepare(lab)).stdout, /Going on already/);
  assert.equal((await eva.cleanup(lab, "--yes")).code, 0);
  assert.deepEqual(await lab.objects(), []);
});

engineTest("what else is new is told and left alone, unless one says to take it too", async () => {
  using folder = temporaryFolder();
  await using lab = writePreparedLab(folder.path);
  const ana = learner(folder.path, "ana");
  assert.equal((await ana.prepare(lab, "--yes")).code, 0);
  const stranger = `${lab.id.replace("life", "strange")}`;
  await docker("volume", "create", stranger);
  try {
    const dry = await ana.cleanup(lab, "--dry-run");
    assert.match(dry.stdout, new RegExp(`Also new since the lab began[^]*volume ${stranger}`));
    assert.equal((await lab.objects()).length, 3);
    const cleaned = await ana.cleanup(lab);
    assert.equal(cleaned.code, 0);
    assert.match(cleaned.stdout, /Nothing of the lab is left/);
    assert.equal((await docker("volume", "ls", "-q", "--filter", `name=${stranger}`)).trim(), stranger);
  } finally {
    await docker("volume", "rm", stranger);
  }
});

engineTest(
  "a task begun anew: its objects go, its file comes back, its pass is forgotten, the first stays",
  async () => {
    using folder = temporaryFolder();
    await using lab = writePreparedLab(folder.path);
    const ana = learner(folder.path, "ana");
    assert.equal((await ana.prepare(lab, "--yes")).code, 0);
    const note = `${ana.state}/workspaces/${lab.id}/nota.txt`;
    await docker("run", "-d", "--name", lab.web, "busybox", "sleep", "600");
    await docker("volume", "create", lab.datos);
    Deno.writeTextFileSync(note, "adios\n");
    assert.equal((await ana.verify(lab)).code, 0);

    const reset = await ana.cleanup(lab, "--task", "datos");
    assert.equal(reset.code, 0, reset.stdout + reset.stderr);
    assert.match(reset.stdout, new RegExp(`removed {2}volume ${lab.datos}[^]*Your version stays in nota\\.txt\\.bak`));
    assert.equal(Deno.readTextFileSync(note), "hola\n");
    assert.equal(Deno.readTextFileSync(`${note}.bak`), "adios\n");
    const report = JSON.parse((await ana.verify(lab, "--format", "json")).stdout);
    assert.deepEqual(report.tasks.map(({ status }: { readonly status: string }) => status), ["passed", "failed"]);

    // The other one takes this one with it.
    await docker("volume", "create", lab.datos);
    assert.equal((await ana.verify(lab)).code, 0);
    const both = await ana.cleanup(lab, "--task", "web");
    assert.match(both.stdout, /With web these are done again too: datos/);
    const after = JSON.parse((await ana.verify(lab, "--format", "json")).stdout);
    assert.deepEqual(after.tasks.map(({ status }: { readonly status: string }) => status), ["failed", "blocked"]);
    assert.deepEqual((await lab.objects()).length, 3, "what setup made is there");
    assert.equal((await ana.cleanup(lab, "--task", "nada")).code, 2);
    assert.equal((await ana.cleanup(lab)).code, 0);
    assert.equal((await ana.cleanup(lab, "--task", "web")).code, 1, "it is not going on any more");
  },
);
