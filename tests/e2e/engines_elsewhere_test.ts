/** Labs on engines elsewhere: contexts, the engine an attempt belongs to, published ports of another machine, many at once. */

import assert from "node:assert/strict";
import { docker } from "./engine.ts";
import { grumete, temporaryFolder, withoutSigns } from "./grumete.ts";
import { engineSocket, Proxy } from "./proxy.ts";
import { contexts, enginesTest, forward, secondEngine, withoutChoice } from "./second_engine.ts";
import { type SmallLab, writeLab } from "./small_lab.ts";

const here = `unix://${engineSocket()}`;

/** What solves the small lab, on an engine of its own choice; disposing of it removes it there. */
async function solved(lab: SmallLab, host: string): Promise<AsyncDisposable> {
  await docker("--host", host, "run", "-d", "--name", lab.id, "busybox", "sleep", "300");
  await docker("--host", host, "volume", "create", lab.volume);
  return {
    async [Symbol.asyncDispose]() {
      await docker("--host", host, "container", "rm", "-f", lab.id);
      await docker("--host", host, "volume", "rm", lab.volume);
    },
  };
}

enginesTest("one lab on many engines: a row each, the dead and the mute one hold up nobody", async () => {
  using folder = temporaryFolder();
  await using lab = writeLab(folder.path);
  const { host } = await secondEngine();
  await using _there = await solved(lab, host);
  await using mute = new Proxy(`${folder.path}/mute.sock`);
  mute.freeze();
  using config = await contexts({
    first: here,
    second: host,
    mute: mute.host,
    dead: `unix://${folder.path}/dead.sock`,
  });
  const names = ["mute", "first", "dead", "second", "nowhere"];
  const verify = (names: readonly string[], ...args: readonly string[]) =>
    grumete(
      ["verify", lab.folder, "--state", folder.path, ...names.flatMap((name) => ["--context", name]), ...args],
      config,
    );

  const began = performance.now();
  const { code, stdout, stderr } = await verify(names, "--lang", "en", "--json");
  assert.ok(performance.now() - began < 15_000);
  assert.equal(code, 3);
  const { contexts: rows } = JSON.parse(stdout);
  // In the order asked for, each with all that verify says of one engine.
  const seen = rows.map((row: Record<string, unknown> & { readonly engine: { readonly host: string } | null }) =>
    [row["context"], row["lab"], row["status"], row["score"], row.engine?.host].join(" ")
  );
  assert.deepEqual(seen, [
    `mute ${lab.id} unchecked 0 `,
    `first ${lab.id} failed 0 ${here}`,
    `dead ${lab.id} unchecked 0 `,
    `second ${lab.id} failed 3 ${host}`,
    `nowhere ${lab.id} unchecked 0 `,
  ]);
  // Said as they are known: whoever hangs comes last.
  const said = withoutSigns(stderr).trimEnd().split("\n").map((line) => line.split(/\s+/)[0]);
  assert.deepEqual([said[0], said.at(-1), said.length], ["context", "mute", 6]);

  for (const lang of ["es", "en"]) {
    const table = await verify(names.slice(1), "--lang", lang);
    assert.equal(table.code, 3);
    assert.ok(table.stdout.split("\n").every((line) => [...line].length <= 80), table.stdout);
    assert.match(table.stdout, /^second +(no superado|not passed) +3\/4 +stop$/m);
    assert.match(table.stdout, /^nowhere +(sin comprobar|unchecked) +0\/4 +(no existe|it does not exist)$/m);
  }
  const failed = await verify(["first", "second"]);
  assert.equal(failed.code, 1);
});

enginesTest("what was passed on this machine does not count where many engines are looked at", async () => {
  using folder = temporaryFolder();
  await using lab = writeLab(folder.path);
  using config = await contexts({ first: here, second: (await secondEngine()).host });
  const on = (verb: string, ...args: readonly string[]) =>
    grumete([verb, lab.folder, "--state", folder.path, "--lang", "en", ...args], config);
  assert.equal((await on("prepare", "--context", "first")).code, 0);
  {
    await using _done = await solved(lab, here);
    assert.equal(JSON.parse((await on("verify", "--context", "first", "--json")).stdout).score, 3);
  }
  // A pass stays passed for the learner, but not in the row of their engine.
  assert.equal(JSON.parse((await on("verify", "--context", "first", "--json")).stdout).score, 3);
  const { contexts: rows } = JSON.parse(
    (await on("verify", "--context", "first", "--context", "second", "--json")).stdout,
  );
  assert.deepEqual(rows.map(({ score }: { score: number }) => score), [0, 0]);
});

enginesTest("an attempt belongs to its engine: elsewhere nothing of it counts, and nothing is removed", async () => {
  using folder = temporaryFolder();
  await using lab = writeLab(folder.path);
  const { host } = await secondEngine();
  using config = await contexts({ first: here, second: host });
  const on = (verb: string, context: string, ...args: readonly string[]) =>
    grumete([verb, lab.folder, "--state", folder.path, "--lang", "en", "--context", context, ...args], config);
  assert.equal((await on("prepare", "first")).code, 0);
  await using _there = await solved(lab, host);

  const looked = await on("verify", "second", "--json");
  assert.match(looked.stderr, /Cannot go on with .* on this engine \(second · .*\): it began on another \(first · /);
  assert.match(looked.stderr, /--context first/);
  assert.equal(JSON.parse(looked.stdout).score, 3);
  // Nothing of that was kept for the attempt.
  assert.equal(JSON.parse((await on("verify", "first", "--json")).stdout).score, 0);

  for (const verb of ["prepare", "cleanup"]) {
    const refused = await on(verb, "second");
    assert.equal(refused.code, 1, refused.stdout);
    assert.match(refused.stderr, /it began on another \(first · /);
  }
  assert.match(await docker("--host", host, "volume", "ls", "-q"), new RegExp(lab.volume));
  assert.equal((await on("cleanup", "first")).code, 0);
});

enginesTest("the engine is chosen once: putting another context in use in the middle changes nothing", async () => {
  using folder = temporaryFolder();
  await using lab = writeLab(folder.path);
  const { host } = await secondEngine();
  await using _there = await solved(lab, host);
  using config = await contexts({ first: here, second: host });
  const use = (name: string) =>
    Deno.writeTextFileSync(`${config.env["DOCKER_CONFIG"]}/config.json`, JSON.stringify({ currentContext: name }));
  const verify = () =>
    grumete(["verify", lab.folder, "--state", folder.path, "--format", "json", "--wait", "3s"], {
      env: { ...withoutChoice(), ...config.env },
      clearEnv: true,
    });
  use("first");
  const waiting = verify();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  use("second");
  const report = JSON.parse((await waiting).stdout);
  assert.deepEqual([report.engine.context, report.score], ["first", 0]);
  const later = JSON.parse((await verify()).stdout);
  assert.deepEqual([later.engine.context, later.score], ["second", 3]);
});

const pageLab = (id: string) =>
  `format: 1
id: ${id}
title: { es: Una página, en: A page }
concepts: [docker-cli]
minutes: 5
images: [busybox]
ports: [18473]
tasks:
  - id: page
    title: { es: Una página, en: A page }
    text: { es: "Sirve \`http://localhost:18473/passwd\`.", en: "Serve \`http://localhost:18473/passwd\`." }
    checks:
      - container: ${id}
        state: running
      - http: http://localhost:18473/passwd
        status: 200
      - tcp: localhost:18473
        open: true
    explanation: { es: "El puerto está en el anfitrión del motor.", en: "The port is on the engine's host." }
    solution: ["docker run -d --name ${id} -p 18473:80 busybox httpd -f -p 80 -h /etc"]
`;

enginesTest(
  "a published port is asked for on the engine's machine; where that may not be, it is unchecked and says how",
  async () => {
    using folder = temporaryFolder();
    const id = `grumete-page-${Deno.pid}`;
    const lab = `${folder.path}/${id}`;
    Deno.mkdirSync(lab);
    Deno.writeTextFileSync(`${lab}/lab.yaml`, pageLab(id));
    const second = await secondEngine();
    // The second engine as a machine of the network: its API on TCP, at the address where its ports are.
    await using remote = await forward(`tcp:${second.address}:0`, second.host.replace("unix://", "unix:"), second.pid);
    const on = (...args: readonly string[]) => docker("--host", second.host, ...args);
    const run = (published: string) =>
      on("run", "-d", "--name", id, "-p", published, "busybox", "httpd", "-f", "-p", "80", "-h", "/etc");
    const verify = async (permissions?: readonly string[]) => {
      const ran = await grumete(["verify", lab, "--state", folder.path, "--yes", "--json", "--lang", "en"], {
        env: { DOCKER_HOST: `tcp://${second.address}:${remote.at}` },
        ...(permissions ? { permissions } : {}),
      });
      assert.notEqual(ran.stdout, "", ran.stderr);
      const checks: readonly { kind: string; status: string; because: string; next: string }[] =
        JSON.parse(ran.stdout).tasks[0].checks;
      return { code: ran.code, checks, statuses: checks.map(({ status }) => status) };
    };
    try {
      await run("18473:80");
      const open = await verify();
      assert.deepEqual([open.code, open.statuses], [0, ["passed", "passed", "passed"]], JSON.stringify(open.checks));
      const guarded = await verify([
        "--allow-read",
        "--allow-env",
        "--allow-run",
        `--allow-write=${folder.path}`,
        "--allow-net=localhost,127.0.0.1,[::1]",
      ]);
      assert.deepEqual([guarded.code, guarded.statuses], [3, ["passed", "unchecked", "unchecked"]]);
      assert.match(
        `${guarded.checks[1]?.because} ${guarded.checks[1]?.next}`,
        /has no permission to connect.*--allow-net/s,
      );
      // Open on that machine for itself alone: nobody can tell from here.
      await on("rm", "-f", id);
      await run("127.0.0.1:18473:80");
      assert.deepEqual((await verify()).statuses, ["passed", "unchecked", "unchecked"]);
      // Not published at all: that is an answer.
      await on("rm", "-f", id);
      await on("run", "-d", "--name", id, "busybox", "sleep", "300");
      assert.deepEqual((await verify()).statuses, ["passed", "failed", "failed"]);
    } finally {
      await on("rm", "-f", id);
    }
  },
);
