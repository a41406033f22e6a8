/** `export-progress` and `import-progress` as two machines use them: nothing twice, all or nothing, and no file that breaks them. */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import { encodeEvent, encodeHeader } from "../../lib/study/exported.ts";
import { grumete, project, type Ran, temporaryFolder } from "./grumete.ts";
import { leftBehind } from "./killing.ts";
import { writeQuiz } from "./nine_kinds.ts";

async function answer(folder: string, machine: string, lines: readonly string[]): Promise<void> {
  const ran = await grumete(["quiz", writeQuiz(folder), "--plain", "--seed", "7", ...at(folder, machine)], {
    stdin: [...lines, "q", ""].join("\n"),
  });
  assert.match(ran.stdout, /What you have answered is stored/, ran.stderr);
}

function at(folder: string, machine: string): readonly string[] {
  return ["--state", `${folder}/${machine}`, "--lang", "en"];
}

function kinds(folder: string, machine: string): readonly string[] {
  using store = openStore(`${folder}/${machine}`);
  return store.read().map(({ kind, uid }) => `${kind} ${uid}`);
}

/** One line of output, without an error. */
function said({ code, stdout, stderr }: Ran): string {
  assert.deepEqual([code, stderr], [0, ""]);
  return stdout.trimEnd();
}

Deno.test("two machines that exchange their progress have the same, and a second time nothing is new", async () => {
  using folder = temporaryFolder();
  const here = folder.path;
  await answer(here, "a", ["docker ps -a", "dockerd"]);
  await answer(here, "b", ["docker ps"]);
  const run = async (...args: readonly string[]) => said(await grumete(args));
  const [fromA, fromB] = [`${here}/a.jsonl`, `${here}/b.jsonl`];
  assert.match(await run("export-progress", "--out", fromA, ...at(here, "a")), /^3 events exported\. .*a\.jsonl$/);
  assert.equal((Deno.statSync(fromA).mode ?? 0) & 0o777, 0o600);
  const would = await run("import-progress", fromA, "--dry-run", ...at(here, "b"));
  assert.equal(would, "New events that would be imported: 3. Here already: 0. Nothing was changed.");
  assert.equal(kinds(here, "b").length, 2);
  assert.equal(await run("import-progress", fromA, ...at(here, "b")), "New events: 3. Here already: 0.");
  await run("export-progress", "--out", fromB, ...at(here, "b"));
  assert.equal(await run("import-progress", fromB, ...at(here, "a")), "New events: 2. Here already: 3.");
  assert.equal(await run("import-progress", fromB, ...at(here, "a")), "New events: 0. Here already: 5.");
  assert.equal(await run("import-progress", fromA, ...at(here, "a")), "New events: 0. Here already: 3.");
  assert.deepEqual(kinds(here, "a"), kinds(here, "b"));
  // What was begun on the other machine goes on here.
  const ran = await grumete(["quiz", writeQuiz(here), "--plain", ...at(here, "a")], { stdin: "q\n" });
  assert.match(ran.stdout, /Question 2 of 9/);
});

Deno.test("what goes to standard output is the document alone, and standard input takes it", async () => {
  using folder = temporaryFolder();
  const here = folder.path;
  await answer(here, "a", ["docker ps -a"]);
  const { code, stdout, stderr } = await grumete(["export-progress", ...at(here, "a")]);
  assert.deepEqual([code, stderr], [0, "2 events exported.\n"]);
  assert.equal(stdout.split("\n").length, 4);
  for (const line of stdout.trimEnd().split("\n")) JSON.parse(line);
  const windows = `\ufeff${stdout.replaceAll("\n", "\r\n")}\r\n`;
  const taken = await grumete(["import-progress", "-", ...at(here, "b")], { stdin: windows });
  assert.equal(said(taken), "New events: 2. Here already: 0.");
});

Deno.test("who only asks leaves no store behind, and where nothing is stored nothing is exported", async () => {
  using folder = temporaryFolder();
  const here = folder.path;
  await answer(here, "a", ["docker ps -a"]);
  await grumete(["export-progress", "--out", `${here}/a.jsonl`, ...at(here, "a")]);
  const would = await grumete(["import-progress", `${here}/a.jsonl`, "--dry-run", ...at(here, "new")]);
  assert.match(said(would), /^New events that would be imported: 2\./);
  const none = await grumete(["export-progress", ...at(here, "new")]);
  assert.equal(none.code, 2);
  assert.match(none.stderr, /nothing is stored there yet\n.*--state FOLDER/);
  assert.throws(() => Deno.statSync(`${here}/new`), Deno.errors.NotFound);
});

const event = (question: string) =>
  encodeEvent({
    ...{ uid: `uid-${question}`, turn: 10, at: 10, zone: 0 },
    event: { kind: "quiz-skipped", quiz: "redes", attempt: "a", question },
  });

const header = (events: number) => encodeHeader({ program: "0.1.0", store: "s", exported: "2026", events });

const refusals: Readonly<Record<string, { readonly text: string | Uint8Array<ArrayBuffer>; readonly says: RegExp }>> = {
  "empty": { text: "", says: /file:1:1\n.*not a progress file/ },
  "a quiz": { text: "format: 1\nid: redes\n", says: /file:1:1\n.*not a progress file/ },
  "of a newer format": {
    text: header(1).replace('"format":1', '"format":7'),
    says: /file:1:11.*\n.*Cannot read format 7/,
  },
  "cut in a line": { text: header(2) + event("uno") + event("dos").slice(0, 60), says: /file:3:\d+\n.*not JSON/ },
  "cut between lines": { text: header(3) + event("uno") + event("dos"), says: /it was cut, it has 2 of 3 events/ },
  "wrong in one line": {
    text: header(2) + event("uno") + event("dos").replace('"dos"', "7"),
    says: /file:3:\d+ +event\.question\n.*a text was expected/,
  },
  "wrong in every line": {
    text: header(50) + "{}\n".repeat(50),
    says: /^(?:.*file:\d+:1.*\n.*"uid" is missing\n){10} +Nothing was imported/,
  },
  "not UTF-8": {
    text: new Uint8Array([...new TextEncoder().encode(header(1)), 0xff, 0xfe, 10]),
    says: /file:2:1\n.*UTF-8/,
  },
  "one line of 50 MB": { text: header(1) + `{"uid":"${"x".repeat(50_000_000)}`, says: /file:2:1\n.*8 MB/ },
  "steering the terminal": {
    text: header(1) + event("uno").replace('"uno"', '"\\u001b]0;owned"'),
    says: /file:2:\d+ +event\.question/,
  },
};

for (const [name, { text, says }] of Object.entries(refusals)) {
  Deno.test(`a file of progress that is ${name} is refused with its place, and nothing of it is kept`, async () => {
    using folder = temporaryFolder();
    await answer(folder.path, "a", ["docker ps -a"]);
    const before = kinds(folder.path, "a");
    const path = `${folder.path}/file`;
    if (typeof text === "string") Deno.writeTextFileSync(path, text);
    else Deno.writeFileSync(path, text);
    const ran = await grumete(["import-progress", path, ...at(folder.path, "a")]);
    assert.equal(ran.code, 4, ran.stdout + ran.stderr);
    assert.match(ran.stderr, says);
    assert.doesNotMatch(ran.stderr, /^\s+at .+:\d+:\d+|Uncaught/m);
    assert.ok(!ran.stderr.includes("\u001b"));
    assert.deepEqual(kinds(folder.path, "a"), before);
  });
}

Deno.test("a stream without an end is given up, and a file that is not there is said", async () => {
  using folder = temporaryFolder();
  const zero = await new Deno.Command("sh", {
    args: ["-c", `exec ${Deno.execPath()} run -A -q ${project}/main.ts import-progress - --lang en < /dev/zero`],
  }).output();
  assert.equal(zero.code, 4);
  assert.match(new TextDecoder().decode(zero.stderr), /-:1:1\n.*8 MB/);
  for (const [path, says] of [["none", /does not exist/], [".", /it is a folder/]] as const) {
    const ran = await grumete(["import-progress", `${folder.path}/${path}`, ...at(folder.path, "a")]);
    assert.equal(ran.code, 4, ran.stderr);
    assert.match(ran.stderr, says);
  }
});

Deno.test("an import that is killed adds all or nothing, and says how far it is when it takes long", async () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/many.jsonl`;
  const count = 60_000;
  Deno.writeTextFileSync(
    path,
    header(count) + Array.from({ length: count }, (_, index) => event(`q${index}`)).join(""),
  );
  let told = "";
  for (const ms of [200, 600, 1000, 1400, 60_000]) {
    const state = `${folder.path}/state-${ms}`;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "-q", `${project}/main.ts`, "import-progress", path, "--state", state, "--lang", "en"],
      stdout: "null",
      stderr: "piped",
    }).spawn();
    const timer = setTimeout(() => child.kill("SIGKILL"), ms);
    told += new TextDecoder().decode((await child.output()).stderr);
    clearTimeout(timer);
    const kept = storeIsThere(state) ? leftBehind(state, (store) => store.exported().count) : 0;
    assert.ok(kept === 0 || kept === count, `${kept} after ${ms} ms`);
    if (ms === 60_000) assert.equal(kept, count);
  }
  if (told !== "") assert.match(told, /\d+ lines; Ctrl-C stops it, and nothing is imported/);
});

function storeIsThere(state: string): boolean {
  try {
    return Deno.statSync(`${state}/grumete.db`).size > 0;
  } catch {
    return false;
  }
}
