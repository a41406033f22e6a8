/** A lab about what happened and about files, as a learner does it, on an engine that may be restarted meanwhile. */

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { canStartEngines } from "../docker/named_engine.ts";
import { type PastEngine, pastEngine } from "../docker/past_engine.ts";
import { eventually } from "../docker/eventually.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";
import { writePastLab } from "./past_lab.ts";

interface Place {
  readonly engine: PastEngine;
  /** `grumete VERB LAB …` with a state of its own; the document where it is one. */
  readonly run: (verb: string, ...args: readonly string[]) => Promise<{ readonly code: number; readonly said: string }>;
  /** Runs `verify`: the status of each task, and what is said of the first check that is not passed. */
  readonly verify: () => Promise<{ readonly statuses: string; readonly because: string }>;
  readonly folder: string;
  readonly workspace: string;
  readonly state: string;
  readonly id: string;
}

function test(sentence: string, body: (place: Place) => Promise<void>): void {
  Deno.test({
    name: sentence,
    ignore: !canStartEngines,
    fn: async () => {
      using folder = temporaryFolder();
      await using engine = await pastEngine("pastlab");
      const { id, folder: lab } = writePastLab(folder.path, "pasado");
      const state = `${folder.path}/state`;
      const run: Place["run"] = async (verb, ...args) => {
        const { code, stdout, stderr } = await grumete(
          [verb, lab, "--state", state, "--lang", "en", "--yes", ...args],
          {
            env: { DOCKER_HOST: engine.host },
          },
        );
        return { code, said: `${stdout}${stderr}` };
      };
      const verify: Place["verify"] = async () => {
        const { said } = await run("verify", "--json");
        const tasks: readonly { status: string; checks: readonly { status: string; because: string }[] }[] =
          JSON.parse(said).tasks;
        const open = tasks.flatMap(({ checks }) => checks).find(({ status }) => status !== "passed");
        return { statuses: tasks.map(({ status }) => status).join(" "), because: open?.because ?? "" };
      };
      await body({ engine, run, verify, folder: lab, workspace: `${state}/workspaces/${id}`, state, id });
    },
  });
}

test("a lab about the past: what was done counts once it is done, whoever looks and when", async (at) => {
  const { engine, verify, run, id } = at;
  assert.match((await run("verify")).said, /The lab has not begun here/);
  assert.equal((await run("prepare")).code, 0);
  assert.equal((await verify()).statuses, "failed blocked failed failed");
  await engine.sh("stop", "-t", "0", id);
  assert.match((await verify()).because, /stopped with `?docker stop/);
  await engine.sh("start", id);
  await engine.sh("kill", id);
  await engine.sh("start", id);
  assert.equal((await verify()).statuses, "passed passed failed failed");
  await engine.sh("exec", id, "ls", "/");
  assert.equal((await verify()).statuses, "passed passed failed failed");
  await engine.sh("exec", id, "ls", "/tmp");
  Deno.writeTextFileSync(`${at.workspace}/menu.txt`, "pescado\n", { mode: 0o644 });
  assert.equal((await verify()).statuses, "passed passed passed failed");
  await engine.sh("cp", `${at.workspace}/menu.txt`, `${id}:/menu.txt`);
  await engine.sh("stop", "-t", "0", id);
  // A file is seen in a container that does not run.
  assert.equal((await verify()).statuses, "passed passed passed passed");
  assert.equal((await run("cleanup")).code, 0);
});

test("the proof of a lab about the past asks what happened since the lab was set up, each time anew", async ({ run }) => {
  const { code, said } = await run("prove");
  assert.equal(code, 0, said);
});

test("when the engine restarts, what was passed stays passed, and the rest is unchecked until it is done again", async (at) => {
  const { engine, verify, run, id } = at;
  await run("prepare");
  await engine.sh("kill", id);
  assert.equal((await verify()).statuses, "passed failed failed failed");
  await engine.sh("start", id);
  await engine.sh("exec", id, "ls", "/tmp");
  await engine.stop();
  const down = await run("verify");
  assert.equal(down.code, 3);
  await engine.start();
  const torn = await verify();
  assert.equal(torn.statuses, "passed unchecked unchecked failed");
  assert.match(torn.because, /history is incomplete: the Docker engine was restarted/);
  assert.equal((await run("verify", "--task", "again")).code, 3);
  await engine.sh("start", id);
  await engine.sh("kill", id);
  await engine.sh("start", id);
  await engine.sh("exec", id, "ls", "/tmp");
  assert.equal((await verify()).statuses, "passed passed passed failed");
  await run("cleanup");
});

test("while a lab is open nothing is lost, however much happens at once", async ({ engine, state, folder, id }) => {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "-q",
      `${project}/main.ts`,
      "lab",
      folder,
      "--plain",
      "--yes",
      "--lang",
      "en",
      "--state",
      state,
    ],
    env: { DOCKER_HOST: engine.host, NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const stdin = child.stdin.getWriter();
  let said = "";
  const heard = child.stdout.pipeThrough(new TextDecoderStream()).pipeTo(
    new WritableStream({ write: (text) => void (said += text) }),
  );
  await eventually(() => /nothing since the lab began|Kill it/.test(said), 15_000);
  await eventually(() => running(engine, id), 15_000);
  // The stream stands some moments after the first look.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await engine.burst(300);
  await engine.sh("kill", id);
  await engine.burst(300);
  await eventually(() => /kill.*passed|Start it afterwards/is.test(said), 15_000);
  await stdin.close();
  await child.status;
  await heard;
  using database = new DatabaseSync(`${state}/grumete.db`);
  assert.deepEqual(database.prepare("SELECT why FROM journal_gaps").all(), []);
  const tags = database.prepare("SELECT count(*) AS many FROM journal WHERE data LIKE '%\"tag\"%'").get();
  assert.equal(tags?.["many"], 600);
});

async function running(engine: PastEngine, id: string): Promise<boolean> {
  return (await engine.sh("container", "ls", "-q", "--filter", `name=${id}`)) !== "";
}

test("two that verify at once say the same, and keep every event once", async (at) => {
  const { engine, verify, run, id } = at;
  await run("prepare");
  await engine.sh("kill", id);
  await engine.sh("start", id);
  const both = await Promise.all([verify(), verify()]);
  assert.deepEqual(both.map(({ statuses }) => statuses), [
    "passed passed failed failed",
    "passed passed failed failed",
  ]);
  using database = new DatabaseSync(`${at.state}/grumete.db`);
  const kept = database.prepare("SELECT data FROM journal").all().map(({ data }) => JSON.parse(String(data)));
  const own = kept.filter(({ type }) => type === "container").map(({ action }) => action);
  assert.deepEqual(own, ["kill", "die", "start"]);
  assert.equal(database.prepare("SELECT count(*) AS gaps FROM journal_gaps").get()?.["gaps"], 0);
  await run("cleanup");
});

test("a lab that asks for nothing that happened keeps no record", async ({ engine, state }) => {
  using folder = temporaryFolder();
  Deno.mkdirSync(`${folder.path}/quieto`);
  Deno.writeTextFileSync(
    `${folder.path}/quieto/lab.yaml`,
    `format: 1
id: quieto
title: Quieto
concepts: [docker-volume]
minutes: 5
tasks:
  - id: uno
    title: Uno
    text: Crea el volumen quieto.
    checks: [{ volume: quieto, exists: true }]
    explanation: Ya.
    solution: [docker volume create quieto]
`,
  );
  const env = { DOCKER_HOST: engine.host };
  const args = [`${folder.path}/quieto`, "--state", state, "--yes"];
  await grumete(["prepare", ...args], { env });
  await engine.sh("volume", "create", "quieto");
  assert.equal((await grumete(["verify", ...args], { env })).code, 0);
  using database = new DatabaseSync(`${state}/grumete.db`);
  assert.deepEqual(database.prepare("SELECT name FROM sqlite_master WHERE name LIKE 'journal%'").all(), []);
  await grumete(["cleanup", ...args], { env });
});
