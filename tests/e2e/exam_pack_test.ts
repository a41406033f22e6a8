/** Keys, a session of one's own content, a class: what a teacher does before the day, through the real program. */

import assert from "node:assert/strict";
import { hashOf } from "../../lib/exam/hash.ts";
import type { Pack } from "../../lib/exam/pack/pack.ts";
import { decodePack } from "../../lib/exam/pack/pack_document.ts";
import { openSigned } from "../../lib/exam/signed.ts";
import type { Ticket } from "../../lib/exam/tickets/ticket.ts";
import { decodeTicket } from "../../lib/exam/tickets/ticket_document.ts";
import { openKeys } from "../../lib/store/exam_keys.ts";
import { verifySignature } from "../../lib/store/ed25519.ts";
import { packRecord } from "../../lib/store/pack_records.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";

const quiz = `format: 1
id: propio
title: { es: Mío, en: Mine }
questions:
${
  Array.from({ length: 6 }, (_, at) =>
    `  - kind: choice
    id: pregunta-${at}
    concepts: [bridge]
    prompt: { es: "¿Cuál es la ${at}?", en: "Which is ${at}?" }
    explanation: { es: "Explicación secreta ${at}", en: "Secret explanation ${at}" }
    choices:
      - { text: { es: "buena ${at}", en: "good ${at}" }, correct: true, feedback: { es: "Elogio secreto", en: "Secret praise" } }
      - { text: { es: "mala ${at}", en: "bad ${at}" } }`).join("\n")
}
`;

const spec = `format: 1
id: parcial-1
title: { es: Parcial, en: Mid-term }
opens: 2026-12-01T09:00+01:00
closes: 2026-12-01T11:00+01:00
minutes: 60
draw:
  - quiz: contenido/propio.yaml
    count: 4
`;

/** A folder with keys, a session and a class. */
async function prepared() {
  const folder = temporaryFolder();
  const { path } = folder;
  Deno.mkdirSync(`${path}/contenido`);
  Deno.writeTextFileSync(`${path}/contenido/propio.yaml`, quiz);
  Deno.writeTextFileSync(`${path}/parcial.yaml`, spec);
  Deno.writeTextFileSync(`${path}/clase.csv`, "\ufeffid;nombre;minutos\na01;Ana Núñez;90\nñ/02;Luis;\n");
  const run = (...args: readonly string[]) =>
    grumete([...args, "--lang", "en", "--state", `${path}/state`], { cwd: path, env: { INIT_CWD: path } });
  const pack = (...more: readonly string[]) =>
    run("exam", "pack", "parcial.yaml", "--key", "claves", "--out", "parcial.exam", ...more);
  const keys = await run("exam", "keygen", "--out", "claves");
  assert.equal(keys.code, 0, keys.stderr);
  return { path, run, pack, keys, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

function signed(kind: "exam" | "ticket", path: string): Uint8Array {
  const opened = openSigned(kind, Deno.readFileSync(path), verifySignature);
  assert.ok(opened.kind === "signed", opened.kind);
  return opened.body;
}

function packIn(path: string): Pack {
  const read = decodePack(signed("exam", path));
  assert.ok(read.kind === "pack", JSON.stringify(read));
  return read.pack;
}

function ticketIn(path: string): Ticket {
  const read = decodeTicket(signed("ticket", path));
  assert.ok(read.kind === "ticket");
  return read.ticket;
}

Deno.test("from keys to a signed session and a ticket for each student, and no answer in either", async () => {
  using teacher = await prepared();
  const { path, pack, keys } = teacher;
  assert.match(keys.stdout, /Fingerprint: (?:[0-9a-f]{4} ?){4}/);
  const { code, stdout, stderr } = await pack("--roster", "clase.csv", "--tickets", "tickets", "--json");
  assert.deepEqual([code, stderr], [0, ""]);
  const file = Deno.readFileSync(`${path}/parcial.exam`);
  const said = JSON.parse(stdout);
  assert.deepEqual({ ...said, signer: "", bytes: 0 }, {
    exam: "parcial-1",
    pack: hashOf(file),
    file: `${path}/parcial.exam`,
    bytes: 0,
    signer: "",
    pools: [{ title: "Mine", count: 4, of: 6 }],
    questions: 6,
    labs: [],
    tickets: { folder: `${path}/tickets`, written: 2, kept: 0 },
    warnings: [],
  });
  const packed = packIn(`${path}/parcial.exam`);
  assert.deepEqual([packed.minutes, packed.opens, packed.tickets], [60, Date.UTC(2026, 11, 1, 8), true]);
  assert.doesNotMatch(new TextDecoder().decode(file), /secret|pregunta-|correct/i);
  const ana = ticketIn(`${path}/tickets/a01.ticket`);
  assert.deepEqual([ana.student, ana.minutes, ana.pack], [{ id: "a01", name: "Ana Núñez" }, 90, hashOf(file)]);
  const names = [...Deno.readDirSync(`${path}/tickets`)].map(({ name }) => name).sort();
  assert.equal(names.length, 2);
  assert.match(names[1] ?? "", /^n_02-[0-9a-f]{8}\.ticket$/);
  const record = packRecord(`${path}/claves`, hashOf(file));
  assert.deepEqual(Object.values(record?.tickets ?? {}).sort(), ["a01", "ñ/02"]);
  assert.deepEqual(record?.sources.map(({ kind, text }) => [kind, text]), [["quiz", quiz]]);
  const { signer, recipient } = await openKeys(`${path}/claves`);
  assert.equal(packed.recipient, recipient);
  assert.ok(verifySignature(signer.publicKey, new Uint8Array(), signer.sign(new Uint8Array())));
});

Deno.test("packed again it is the same file, byte for byte, and the tickets stay; changed, nothing is replaced in silence", async () => {
  using teacher = await prepared();
  const { path, pack } = teacher;
  const all = ["--roster", "clase.csv", "--tickets", "tickets"];
  await pack(...all);
  const read = () =>
    [Deno.readFileSync(`${path}/parcial.exam`), Deno.readFileSync(`${path}/tickets/a01.ticket`)].map(hashOf);
  const before = read();
  const again = await pack(...all, "--json");
  assert.deepEqual(JSON.parse(again.stdout).tickets, { folder: `${path}/tickets`, written: 0, kept: 2 });
  assert.deepEqual(read(), before);
  const wrongBefore = packIn(`${path}/parcial.exam`);
  Deno.writeTextFileSync(`${path}/contenido/propio.yaml`, quiz.replace("¿Cuál es la 0?", "¿Cuál de ellas es la 0?"));
  const refused = await pack(...all);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /Cannot write "parcial\.exam" nor another 2: there is one from before/);
  assert.deepEqual(read(), before);
  assert.equal((await pack(...all, "--replace")).code, 0);
  assert.notDeepEqual(read(), before);
  // The names and the variant of each student are the same: a corrected text changes nothing else.
  const after = packIn(`${path}/parcial.exam`);
  assert.deepEqual(after.pools, wrongBefore.pools);
  assert.equal(after.seed, wrongBefore.seed);
});

Deno.test("a longer class gets the tickets that are missing, and those given out stay", async () => {
  using teacher = await prepared();
  const { path, pack } = teacher;
  const all = ["--roster", "clase.csv", "--tickets", "tickets", "--json"];
  await pack(...all);
  const before = hashOf(Deno.readFileSync(`${path}/tickets/a01.ticket`));
  Deno.writeTextFileSync(`${path}/clase.csv`, "id,minutes\na01,90\nc03,\n");
  const other = await pack(...all);
  assert.equal(other.code, 2, "the name of a01 is gone: that is another ticket");
  Deno.writeTextFileSync(`${path}/clase.csv`, "id,name,minutes\na01,Ana Núñez,90\nc03,,\n");
  const more = await pack(...all);
  assert.deepEqual(JSON.parse(more.stdout).tickets, { folder: `${path}/tickets`, written: 1, kept: 1 });
  assert.equal(hashOf(Deno.readFileSync(`${path}/tickets/a01.ticket`)), before);
});

Deno.test("what is wrong has its place and exit code 4, and nothing is written", async () => {
  using teacher = await prepared();
  const { path, pack } = teacher;
  Deno.writeTextFileSync(`${path}/clase.csv`, "id;nombre\na01;Ana\na01;Otra\n");
  const roster = await pack("--roster", "clase.csv", "--tickets", "tickets");
  assert.equal(roster.code, 4);
  assert.match(roster.stderr, /^clase\.csv:3:1\n {2}"a01" already stands in line 2/);
  Deno.writeTextFileSync(`${path}/parcial.yaml`, spec.replace("count: 4", "count: 40"));
  const count = await pack();
  assert.equal(count.code, 4);
  assert.match(
    count.stderr,
    /^parcial\.yaml:9:12 {2}draw\[0\]\.count\n {2}Cannot draw that many questions: there are 6/,
  );
  Deno.writeTextFileSync(`${path}/parcial.yaml`, spec);
  Deno.writeTextFileSync(`${path}/contenido/propio.yaml`, quiz.replaceAll("buena 0", "buena 0 (correcta)"));
  const leak = await pack();
  assert.equal(leak.code, 4);
  assert.match(
    leak.stderr,
    /^contenido\/propio\.yaml:\d+:\d+ {2}questions\[0\]\.choices\[0\]\n {2}The choice says of itself/,
  );
  assert.throws(() => Deno.statSync(`${path}/parcial.exam`), Deno.errors.NotFound);
  assert.throws(() => Deno.statSync(`${path}/claves/packs`), Deno.errors.NotFound);
});

Deno.test("a wrong call has exit code 2 and says what to write", async () => {
  using teacher = await prepared();
  const { run, pack } = teacher;
  const keys = await run("exam", "keygen", "--out", "claves");
  assert.deepEqual([keys.code, /there are some already/.test(keys.stderr)], [2, true]);
  const alone = await pack("--roster", "clase.csv");
  assert.deepEqual([alone.code, /--roster and --tickets go together/.test(alone.stderr)], [2, true]);
  const none = await run("exam", "pack", "parcial.yaml", "--key", "otras", "--out", "x.exam");
  assert.deepEqual([none.code, /there are no keys/.test(none.stderr)], [2, true]);
});

Deno.test("content that every student has is packed with a warning, and with --strict not at all", async () => {
  using teacher = await prepared();
  const { path, pack } = teacher;
  Deno.writeTextFileSync(
    `${path}/parcial.yaml`,
    `${spec}  - { quiz: compose, count: 1 }\nlabs: [{ lab: first-container, tasks: [stop] }]\n`,
  );
  const strict = await pack("--strict");
  assert.equal(strict.code, 4, strict.stdout);
  assert.match(
    strict.stderr,
    /\d+ questions come with grumete: every student has their answers/,
  );
  const loose = await pack();
  assert.equal(loose.code, 0, loose.stderr);
  const [lab] = packIn(`${path}/parcial.exam`).labs;
  assert.equal(lab?.id, "first-container");
  assert.ok(loose.stdout.includes("Lab first-container:"));
});

Deno.test("the narrow permissions of the task are enough to make keys and to pack", async () => {
  using teacher = await prepared();
  const { path } = teacher;
  const permissions = ["--allow-read", `--allow-write=${path}`, "--allow-env", "--allow-sys=statfs"];
  const args = ["exam", "pack", "parcial.yaml", "--key", "claves", "--out", "p.exam", "--state", `${path}/s`];
  const ran = await grumete(args, { cwd: path, env: { INIT_CWD: path }, permissions });
  assert.deepEqual([ran.code, ran.stderr], [0, ""], project);
});
