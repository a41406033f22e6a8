/** `verify --save` and `--from`: judged again where there is no docker at all, with the same result in every format. */

import assert from "node:assert/strict";
import { verifyFormats } from "../../lib/cli/table/choices.ts";
import { docker, engineTest } from "./engine.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { writeLab } from "./small_lab.ts";

/** No docker on the PATH, and none to be reached. */
const nowhere = { env: { PATH: "/nonexistent", DOCKER_HOST: "unix:///nonexistent/docker.sock" } };

engineTest("what was kept is judged without docker, byte for byte as at the engine, in every format", async () => {
  using folder = temporaryFolder();
  await using lab = writeLab(folder.path);
  const verify = (args: readonly string[], options = {}) =>
    grumete(["verify", lab.folder, "--state", `${folder.path}/state`, "--lang", "es", ...args], options);
  const kept = `${folder.path}/seen.json`;
  assert.equal((await grumete(["prepare", lab.folder, "--state", `${folder.path}/state`])).code, 0);
  await docker("run", "-d", "--name", lab.id, "busybox", "sleep", "300");
  // The first task is passed and remembered; the container that it asks for is gone at the second look.
  assert.equal((await verify([])).code, 1);
  await docker("rm", "-f", lab.id);
  for (const format of verifyFormats) {
    const there = await verify(["--format", format, "--save", kept]);
    assert.equal(there.code, 1);
    const here = await verify(["--format", format, "--from", kept], nowhere);
    assert.deepEqual([here.code, here.stdout, here.stderr], [1, there.stdout, ""], format);
    assert.equal((Deno.statSync(kept).mode ?? 0) & 0o777, 0o600);
  }
  const report = JSON.parse((await verify(["--format", "json", "--from", kept], nowhere)).stdout);
  assert.deepEqual([report.score, report.engine.host], [
    2,
    Deno.env.get("DOCKER_HOST") ?? "unix:///var/run/docker.sock",
  ]);

  // A corrected lab is judged as it is now.
  const path = `${lab.folder}/lab.yaml`;
  Deno.writeTextFileSync(path, Deno.readTextFileSync(path).replace("points: 2", "points: 3"));
  const corrected = await verify(["--format", "json", "--from", kept], nowhere);
  assert.match(corrected.stderr, /El laboratorio ha cambiado desde entonces/);
  assert.equal(JSON.parse(corrected.stdout).score, 3);
});

engineTest("with --wait the last look is kept", async () => {
  using folder = temporaryFolder();
  await using lab = writeLab(folder.path);
  const kept = `${folder.path}/seen.json`;
  const args = ["verify", lab.folder, "--state", folder.path, "--task", "keep", "--lang", "en"];
  const waiting = grumete([...args, "--wait", "20s", "--save", kept]);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await docker("volume", "create", lab.volume);
  assert.equal((await waiting).code, 0);
  const again = await grumete([...args, "--from", kept], nowhere);
  assert.deepEqual([again.code, again.stdout], [0, (await waiting).stdout]);
});

engineTest("an engine out of reach can be kept too: unchecked, with the reason", async () => {
  using folder = temporaryFolder();
  await using lab = writeLab(folder.path);
  const kept = `${folder.path}/seen.json`;
  const args = ["verify", lab.folder, "--state", folder.path, "--format", "json"];
  const there = await grumete([...args, "--save", kept], nowhere);
  const here = await grumete([...args, "--from", kept], nowhere);
  assert.deepEqual([there.code, here.code, here.stdout], [3, 3, there.stdout]);
  assert.equal(JSON.parse(here.stdout).engine, null);
});

engineTest("what the author gives time to is looked at again until the time is over, without --wait", async () => {
  using folder = temporaryFolder();
  await using lab = writeLab(folder.path);
  const path = `${lab.folder}/lab.yaml`;
  Deno.writeTextFileSync(
    path,
    Deno.readTextFileSync(path).replace("driver: local", "driver: local\n        within: 8s"),
  );
  const args = ["verify", lab.folder, "--state", folder.path, "--task", "keep", "--json"];
  const waiting = grumete(args);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await docker("volume", "create", lab.volume);
  assert.equal((await waiting).code, 0, (await waiting).stderr);
  await docker("volume", "rm", lab.volume);
  Deno.writeTextFileSync(path, Deno.readTextFileSync(path).replace("within: 8s", "within: 2s"));
  const began = performance.now();
  assert.equal((await grumete(args)).code, 1);
  const took = performance.now() - began;
  assert.ok(took >= 2000 && took < 7000, `${took} ms`);
});

Deno.test("what does not go together is refused before anything is looked at", async () => {
  const refused = async (...args: readonly string[]) => {
    const { code, stderr } = await grumete(["verify", "first-container", "--lang", "en", ...args], nowhere);
    assert.equal(code, 2, stderr);
    return stderr;
  };
  assert.match(await refused("--from", "a.json", "--save", "b.json"), /--from with --save/);
  assert.match(await refused("--from", "a.json", "--wait", "2s"), /--from with --wait/);
  assert.match(await refused("--from", "a.json", "--context", "a"), /--from with --context/);
  assert.match(await refused("--save", "a.json", "--context", "a", "--context", "b"), /--save with --context/);
  assert.match(await refused("--format", "tap", "--context", "a", "--context", "b"), /--format tap with --context/);
  assert.match(await refused("--format", "tap", "--json"), /--format tap with --json/);
});

Deno.test("a file that is no recording is told with its name and exit code 4", async () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/notes.json`;
  Deno.writeTextFileSync(path, '{"format": 1}');
  const { code, stderr } = await grumete(["verify", "first-container", "--from", path, "--lang", "en"], nowhere);
  assert.equal(code, 4);
  assert.match(stderr, /Cannot judge ".*notes\.json": it is not what grumete verify --save keeps/);
});
