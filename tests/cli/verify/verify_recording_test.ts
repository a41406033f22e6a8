/** A recording is judged again as it was, and one that is not what it should be is refused in words. */

import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import fc from "fast-check";
import { judgeAgain, recordingOf } from "../../../lib/cli/verify/verify_recording.ts";
import { writeSecret } from "../../../lib/cli/output/output_file.ts";
import type { Opened } from "../../../lib/cli/load.ts";
import { decodeLab } from "../../../lib/content/decode_lab.ts";
import type { Lab } from "../../../lib/content/schema/lab.ts";
import { UserError } from "../../../lib/content/user_error.ts";
import { advise } from "../../../lib/lab/diagnosis/advisers.ts";
import { judgeLab } from "../../../lib/lab/judge.ts";
import { container, snapshot, takenAt, workspace } from "../../lab/samples.ts";

const text = `
format: 1
id: muelle
title: Muelle
concepts: [docker-cli]
minutes: 5
tasks:
  - id: web
    title: Un servidor
    points: 3
    text: Arranca \`web\`.
    checks: [{ container: web, state: running, networks: { contains: red } }]
    explanation: Vive.
    solution: [docker run -d --name web busybox sleep 60]
  - id: datos
    title: Un volumen
    text: Crea \`datos\`.
    checks: [{ volume: datos, exists: true }]
    explanation: Dura.
    solution: [docker volume create datos]
`;

interface Desk extends Disposable {
  readonly folder: string;
  readonly opened: Opened<Lab>;
  readonly file: (text: string) => string;
}

function desk(yaml = text): Desk {
  const folder = Deno.makeTempDirSync({ prefix: "grumete-recording-" });
  const path = `${folder}/lab.yaml`;
  Deno.writeTextFileSync(path, yaml);
  const { value } = decodeLab(yaml, "lab.yaml");
  if (!value) throw new Error("the lab of this test has errors");
  return {
    folder,
    opened: { content: value, file: { kind: "lab", id: "muelle", path, folder } },
    file: (text) => {
      Deno.writeTextFileSync(`${folder}/r.json`, text);
      return `${folder}/r.json`;
    },
    [Symbol.dispose]: () => Deno.removeSync(folder, { recursive: true }),
  };
}

const options = { passed: new Map([["datos", takenAt]]), workspace, hintCosts: new Map([["web", 1]]) };
const seen = { seconds: 0.25, options, snapshot: snapshot({ containers: [container("web")] }) };

Deno.test("the same lab gets the same verdict, with what was passed and what hints cost", async () => {
  using at = desk();
  const { report, changed } = await judgeAgain(at.opened, at.file(await recordingOf(at.opened, seen)), undefined);
  deepEqual(report, { verdict: judgeLab(at.opened.content, seen.snapshot, options, advise), seconds: 0.25 });
  deepEqual([changed, report.verdict.score], [false, 1]);
});

Deno.test("a lab that was corrected since is judged as it is now, and that is said", async () => {
  using before = desk();
  using after = desk(text.replace("contains: red", "contains: bridge"));
  const kept = await recordingOf(before.opened, seen);
  const { report, changed } = await judgeAgain(after.opened, after.file(kept), undefined);
  deepEqual([changed, report.verdict.score], [true, 3]);
});

Deno.test("a task that was not looked at is no task that was not done", async () => {
  using before = desk();
  using after = desk(text.replace("volume: datos", "volume: otros"));
  const kept = await recordingOf(before.opened, { ...seen, options: { ...options, passed: new Map() } });
  const { report } = await judgeAgain(after.opened, after.file(kept), undefined);
  deepEqual(report.verdict.tasks.map(({ status }) => status), ["failed", "unchecked"]);
});

Deno.test("what was taken with --task is judged for that task alone", async () => {
  using at = desk();
  const path = at.file(await recordingOf(at.opened, { ...seen, options: { ...options, only: "web" } }));
  deepEqual((await judgeAgain(at.opened, path, undefined)).report.verdict.tasks.map(({ id }) => id), ["web"]);
  deepEqual((await judgeAgain(at.opened, path, "web")).report.verdict.tasks.map(({ id }) => id), ["web"]);
  await rejects(judgeAgain(at.opened, path, "datos"), (error) => says(error, /only the task "web" was looked at/));
});

function says(error: unknown, words: RegExp): boolean {
  ok(error instanceof UserError, String(error));
  equal(error.exitCode, 4);
  match(error.what.en, /r\.json/);
  match(error.what.en, words);
  return true;
}

/** How the file is spoilt, and what is said of it. */
const spoilt: readonly (readonly [string, (good: string) => string, RegExp])[] = [
  ["cut off", (good) => good.slice(0, good.length / 2), /not what grumete verify --save keeps, or it is damaged$/],
  ["empty", () => "", /damaged/],
  ["of a newer format", (good) => good.replace('"format": 1', '"format": 7'), /newer grumete wrote it \(format 7\)/],
  [
    "of another lab",
    (good) => good.replace('"lab": "muelle"', '"lab": "otro"'),
    /it is of the lab "otro", not of "muelle"/,
  ],
  [
    "with a kind that is none",
    (good) => good.replace('"kind": "found"', '"kind": "seen"'),
    /\(snapshot\.containers\.web\.kind\)/,
  ],
  // Facts are taken as they are: where they make no sense the judge finds out.
  [
    "with facts of another type",
    (good) => good.replace(/"networks": \[\s*"bridge"\s*\]/, '"networks": 5'),
    /Cannot judge/,
  ],
];

for (const [how, spoil, words] of spoilt) {
  Deno.test(`a recording ${how} is refused with the name of its file`, async () => {
    using at = desk();
    const path = at.file(spoil(await recordingOf(at.opened, seen)));
    await rejects(judgeAgain(at.opened, path, undefined), (error) => says(error, words));
  });
}

Deno.test("facts that make no sense are judged or refused, whatever they are: nothing crashes", async () => {
  using at = desk();
  const good = await recordingOf(at.opened, seen);
  const facts = Object.keys(container("web"));
  await fc.assert(fc.asyncProperty(fc.constantFrom(...facts), fc.jsonValue({ maxDepth: 2 }), async (fact, value) => {
    const document = JSON.parse(good);
    document.snapshot.containers.web.facts[fact] = value;
    const { status } = await judgeAgain(at.opened, at.file(JSON.stringify(document)), undefined).then(
      ({ report }) => report.verdict,
      (error) => ({ status: says(error, /Cannot judge/) }),
    );
    ok(status);
  }));
});

Deno.test("a file that is not there is told", async () => {
  using at = desk();
  await rejects(judgeAgain(at.opened, `${at.folder}/r.json`, undefined), (error) => says(error, /it does not exist/));
});

Deno.test("what was seen is for its owner's eyes, replaces what was there at once, and leaves devices and links alone", () => {
  using at = desk();
  const path = `${at.folder}/seen.json`;
  Deno.writeTextFileSync(path, "old", { mode: 0o644 });
  Deno.symlinkSync(path, `${at.folder}/link`);
  writeSecret(`${at.folder}/link`, "new", "--save");
  equal(Deno.readTextFileSync(path), "new");
  equal((Deno.statSync(path).mode ?? 0) & 0o777, 0o600);
  ok(Deno.lstatSync(`${at.folder}/link`).isSymlink);
  deepEqual([...Deno.readDirSync(at.folder)].map(({ name }) => name).sort(), ["lab.yaml", "link", "seen.json"]);
  writeSecret("/dev/null", "new", "--save");
  ok(Deno.statSync("/dev/null").isCharDevice);
  for (const impossible of [at.folder, `${at.folder}/none/r.json`, `${path}/r.json`]) {
    let error: unknown;
    try {
      writeSecret(impossible, "new", "--save");
    } catch (caught) {
      error = caught;
    }
    ok(error instanceof UserError && error.exitCode === 2, impossible);
    match(error.next?.en ?? "", /--save/);
  }
});
