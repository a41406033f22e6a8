/** What can be wrong with the state folder: each is said, with a way out; nothing acknowledged is lost, and it goes on when the cause is gone. */

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../lib/store/event_store.ts";
import { grumete, project, type Ran, temporaryFolder } from "./grumete.ts";
import { writeQuiz } from "./nine_kinds.ts";

/** Answers some of the nine questions, in a fixed order, and leaves. */
async function answer(folder: string, state: string, lines = ["docker ps -a", "dockerd"]): Promise<Ran> {
  const quiz = `${folder}/nine-kinds.yaml`;
  if (!exists(quiz)) writeQuiz(folder);
  return await grumete(["quiz", quiz, "--plain", "--seed", "7", "--state", state, "--lang", "en"], {
    stdin: [...lines, "q", ""].join("\n"),
  });
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Ids of the questions whose answers are stored. */
function answered(state: string): readonly string[] {
  using store = openStore(state);
  assert.deepEqual(store.flaws(), []);
  return store.read().flatMap((event) => event.kind === "quiz-answered" ? [event.question] : []);
}

/** All went well: the quiz was left before its end, so it is not passed. */
function left({ code, stdout, stderr }: Ran): void {
  assert.equal(code, 1, stdout + stderr);
  assert.match(stdout, /What you have answered is stored/);
}

/** Any of the words that stand before an explanation. */
const verdict = /Correct|Partly correct|Incorrect/;

/** It could not go on, and says so in words that a learner can use. */
function refused({ code, stdout, stderr }: Ran, says: RegExp, next: RegExp): void {
  assert.equal(code, 3, stdout + stderr);
  assert.match(stderr, says);
  assert.match(stderr, next);
  assert.doesNotMatch(stdout + stderr, /^\s+at .+:\d+:\d+|SQLITE|Uncaught/m);
}

/** Only root can do it; where the engine is required, root runs the tests. */
async function mounted(args: readonly string[], target: string): Promise<AsyncDisposable | undefined> {
  const { success } = await new Deno.Command("mount", { args: [...args, target], stderr: "null" }).output();
  assert.ok(success || Deno.env.get("GRUMETE_ENGINE") !== "required", `mount ${args.join(" ")} ${target}`);
  if (!success) return undefined;
  return {
    async [Symbol.asyncDispose]() {
      await new Deno.Command("umount", { args: ["-l", target] }).output();
    },
  };
}

Deno.test("a disk that fills up stops the quiz before an answer is shown as kept; with room again it goes on", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/small`;
  Deno.mkdirSync(state);
  await using disk = await mounted(["-t", "tmpfs", "-o", "size=400k", "tmpfs"], state);
  if (!disk) return;
  left(await answer(folder.path, state));
  assert.deepEqual(answered(state), ["list", "socket"]);
  const filler = Deno.openSync(`${state}/filler`, { create: true, append: true });
  try {
    while (true) filler.writeSync(new Uint8Array(4096));
  } catch (error) {
    assert.match(String(error), /No space left/);
  } finally {
    filler.close();
  }
  const full = await answer(folder.path, state, ["a"]);
  refused(full, /disk is full/, /Free some space/);
  assert.doesNotMatch(full.stdout, verdict);
  Deno.removeSync(`${state}/filler`);
  assert.deepEqual(answered(state), ["list", "socket"]);
  left(await answer(folder.path, state, ["a"]));
  assert.deepEqual(answered(state), ["list", "socket", "objects"]);
});

Deno.test("a state folder that is read-only is said before the first question, and what is in it can be exported", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state`;
  Deno.mkdirSync(state);
  await using disk = await mounted(["-t", "tmpfs", "tmpfs"], state);
  if (!disk) return;
  left(await answer(folder.path, state));
  await new Deno.Command("mount", { args: ["-o", "remount,ro", state] }).output();
  const ran = await answer(folder.path, state);
  refused(ran, /read-only/, /--state FOLDER/);
  assert.equal(ran.stdout, "");
  const exported = await grumete(["export-progress", "--state", state, "--lang", "en"]);
  assert.equal(exported.code, 0, exported.stderr);
  assert.equal(exported.stdout.trimEnd().split("\n").length, 4);
  await new Deno.Command("mount", { args: ["-o", "remount,rw", state] }).output();
  left(await answer(folder.path, state, ["a"]));
  assert.deepEqual(answered(state), ["list", "socket", "objects"]);
});

Deno.test("a store that may not be written, in a folder that may, is said and left as it is", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state`;
  left(await answer(folder.path, state));
  const path = `${state}/grumete.db`;
  {
    await using bound = await mounted(["--bind", path], path);
    if (!bound) return;
    await new Deno.Command("mount", { args: ["-o", "remount,ro,bind", path] }).output();
    const ran = await answer(folder.path, state, ["a"]);
    refused(ran, /read-only/, /--state FOLDER/);
    assert.doesNotMatch(ran.stdout, verdict);
  }
  assert.deepEqual(answered(state), ["list", "socket"]);
});

Deno.test("a store from a newer grumete is left as it is", async () => {
  using folder = temporaryFolder();
  left(await answer(folder.path, folder.path));
  const format = (version: number) => {
    using database = new DatabaseSync(`${folder.path}/grumete.db`);
    database.exec(`PRAGMA user_version = ${version}`);
  };
  format(9);
  refused(await answer(folder.path, folder.path), /newer grumete wrote it \(format 9\)/, /Update grumete/);
  format(2);
  assert.deepEqual(answered(folder.path), ["list", "socket"]);
});

const damages: Readonly<Record<string, (path: string) => void>> = {
  "a text": (path) => Deno.writeTextFileSync(path, "my diary ".repeat(900)),
  "cut in the middle": (path) => Deno.truncateSync(path, 9000),
  "cut in the first page": (path) => Deno.truncateSync(path, 60),
  "full of zeros": (path) => Deno.writeFileSync(path, new Uint8Array(Deno.statSync(path).size)),
  "changed in its first page": (path) => flip(path, 100, 4000),
  "changed in every page": (path) => flip(path, 4096, 60_000),
};

function flip(path: string, from: number, to: number): void {
  const bytes = Deno.readFileSync(path);
  for (let at = from; at < Math.min(to, bytes.length); at += 7) bytes[at] = 255 - (bytes[at] ?? 0);
  Deno.writeFileSync(path, bytes);
}

for (const [name, damage] of Object.entries(damages)) {
  Deno.test(`a store that is ${name} is said to be damaged, with the way out; it is not touched, and the way out works`, async () => {
    using folder = temporaryFolder();
    const state = `${folder.path}/state`;
    left(await answer(folder.path, state));
    const copy = `${folder.path}/copy.jsonl`;
    assert.equal((await grumete(["export-progress", "--state", state, "--out", copy])).code, 0);
    const path = `${state}/grumete.db`;
    damage(path);
    const broken = Deno.readFileSync(path);
    for (const args of [["quiz", `${folder.path}/nine-kinds.yaml`, "--plain"], ["export-progress"]]) {
      const ran = await grumete([...args, "--state", state, "--lang", "en"], { stdin: "" });
      refused(ran, /damaged or not grumete's/, /mv grumete\.db\*.+import-progress/s);
    }
    const doctor = await grumete(["doctor", "--state", state, "--lang", "en"]);
    assert.match(doctor.stdout, /BAD .*damaged/);
    assert.deepEqual(Deno.readFileSync(path), broken);
    for (const { name } of [...Deno.readDirSync(state)].filter(({ name }) => name.startsWith("grumete.db"))) {
      Deno.renameSync(`${state}/${name}`, `${folder.path}/${name}`);
    }
    assert.equal((await grumete(["import-progress", copy, "--state", state])).code, 0);
    assert.deepEqual(answered(state), ["list", "socket"]);
  });
}

Deno.test("an empty file in the place of the store becomes one, and a folder there is explained", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(`${folder.path}/grumete.db`, "");
  left(await answer(folder.path, folder.path));
  assert.deepEqual(answered(folder.path), ["list", "socket"]);
  Deno.mkdirSync(`${folder.path}/state/grumete.db`, { recursive: true });
  refused(await answer(folder.path, `${folder.path}/state`), /something else has that name/, /--state FOLDER/);
});

/** A program that stores events and is killed: its last ones stand in the log only. */
async function leaveLog(state: string): Promise<readonly string[]> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", `${project}/tests/store/append.ts`, state, "100000"],
    stdout: "piped",
  }).spawn();
  let said = "";
  let killed = false;
  const decoder = new TextDecoder();
  for await (const chunk of child.stdout) {
    said += decoder.decode(chunk);
    // What it had said before still comes in afterwards.
    if (killed || said.split("\n").length <= 200) continue;
    child.kill("SIGKILL");
    killed = true;
  }
  await child.status;
  return said.split("\n").slice(0, -1);
}

Deno.test("what a killed program left in the log is there when the store is opened again", async () => {
  using folder = temporaryFolder();
  const uids = await leaveLog(folder.path);
  assert.ok(exists(`${folder.path}/grumete.db-wal`));
  Deno.removeSync(`${folder.path}/grumete.db-shm`);
  left(await answer(folder.path, folder.path));
  using store = openStore(folder.path);
  const stored = new Set(store.read().map(({ uid }) => uid));
  assert.deepEqual(uids.filter((uid) => !stored.has(uid)), []);
  assert.deepEqual(store.flaws(), []);
});

Deno.test("a store without its log is an older one, and sound", async () => {
  using folder = temporaryFolder();
  left(await answer(folder.path, folder.path));
  await leaveLog(folder.path);
  Deno.removeSync(`${folder.path}/grumete.db-wal`);
  left(await answer(folder.path, folder.path, ["a"]));
  assert.deepEqual(answered(folder.path), ["list", "socket", "objects"]);
});

Deno.test("a log whose store is gone is not thrown away: it may hold the last answers", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state`;
  const uids = await leaveLog(state);
  Deno.renameSync(`${state}/grumete.db`, `${folder.path}/elsewhere.db`);
  const log = Deno.readFileSync(`${state}/grumete.db-wal`);
  refused(await answer(folder.path, state), /gone or empty.*grumete\.db-wal/, /Put grumete\.db back/);
  Deno.writeTextFileSync(`${state}/grumete.db`, "");
  refused(await answer(folder.path, state), /gone or empty.*grumete\.db-wal/, /Put grumete\.db back/);
  assert.deepEqual(Deno.readFileSync(`${state}/grumete.db-wal`), log);
  Deno.renameSync(`${folder.path}/elsewhere.db`, `${state}/grumete.db`);
  using store = openStore(state);
  const stored = new Set(store.read().map(({ uid }) => uid));
  assert.deepEqual(uids.filter((uid) => !stored.has(uid)), []);
});

Deno.test("who comes while another program holds the store waits, and is told when it takes too long", async () => {
  using folder = temporaryFolder();
  left(await answer(folder.path, folder.path));
  {
    using other = new DatabaseSync(`${folder.path}/grumete.db`);
    other.exec("BEGIN EXCLUSIVE");
    const waiting = answer(folder.path, folder.path, ["a"]);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    other.exec("COMMIT");
    left(await waiting);
    other.exec("BEGIN EXCLUSIVE");
    refused(
      await answer(folder.path, folder.path, ["client", "daemon"]),
      /another grumete keeps it busy/,
      /Wait a moment/,
    );
    other.exec("ROLLBACK");
  }
  assert.deepEqual(answered(folder.path), ["list", "socket", "objects"]);
});

Deno.test("of programs that open a new store at the same time none is refused", async () => {
  for (let round = 0; round < 6; round++) {
    using folder = temporaryFolder();
    const ran = await Promise.all([1, 2, 3, 4].map(() =>
      new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "-q", `${project}/tests/store/append.ts`, folder.path, "5"],
      }).output()
    ));
    assert.deepEqual(ran.map(({ stderr }) => new TextDecoder().decode(stderr)), ["", "", "", ""]);
    using store = openStore(folder.path);
    assert.equal(store.read().length, 20);
  }
});

Deno.test("two programs that store a thousand events each at once lose none", async () => {
  using folder = temporaryFolder();
  const ran = await Promise.all([1, 2].map(() =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "-q", `${project}/tests/store/append.ts`, folder.path, "1000"],
    }).output()
  ));
  const uids = ran.flatMap(({ stdout }) => new TextDecoder().decode(stdout).trimEnd().split("\n"));
  using store = openStore(folder.path);
  assert.deepEqual(store.read().map(({ uid }) => uid).sort(), uids.sort());
  assert.equal(uids.length, 2000);
  assert.deepEqual(store.flaws(), []);
});
