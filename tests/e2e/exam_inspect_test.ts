/** What `exam inspect` says of submissions that somebody tampered with: each way has its sentence and its exit code. */

import assert from "node:assert/strict";
import { hashOf } from "../../lib/exam/hash.ts";
import { encodeSubmission, submissionFile } from "../../lib/exam/attempt/submission_file.ts";
import type { Signer } from "../../lib/exam/signed.ts";
import { sealedFor } from "../../lib/store/sealed.ts";
import { someSigner, type Timed, written } from "../exam/sample_journal.ts";
import { allRight, ExamClass } from "./exam_class.ts";
import { temporaryFolder } from "./grumete.ts";

interface Forged {
  readonly student?: string;
  /** Whose ticket. */
  readonly ticket?: string;
  readonly signer?: Signer;
  readonly steps?: readonly Timed[];
  readonly journal?: (text: string) => string;
  /** What the program said that it was. */
  readonly grumete?: string;
}

const answered = (at: number, up = at): Timed => ({ kind: "answered", question: "n1", raw: "x", at, up });
const end: Timed = { kind: "finished", by: "student" };

/** Written as the program of a student would write it who has changed that program. */
async function forge(made: ExamClass, name: string, forged: Forged = {}): Promise<string> {
  const { student = "ana", ticket = student, signer = someSigner(), steps = [answered(1000), end] } = forged;
  const pack = hashOf(Deno.readFileSync(made.exam));
  const { recipient } = JSON.parse(Deno.readTextFileSync(`${made.keys}/public.json`));
  const begun: Timed = {
    kind: "begun",
    pack,
    student,
    ticket: Deno.readFileSync(`${made.folder}/tickets/${ticket}.ticket`).toBase64(),
    attempt: 1,
    key: signer.publicKey.toBase64({ alphabet: "base64url", omitPadding: true }),
    grumete: forged.grumete ?? "0.1.0",
    lang: "es",
  };
  const { text } = written(signer, [begun, ...steps]);
  const journal = forged.journal?.(text) ?? text;
  const path = `${made.submissions}/${name}.submission`;
  Deno.writeFileSync(path, submissionFile(await sealedFor(recipient, encodeSubmission({ format: 1, pack, journal }))));
  return path;
}

Deno.test("each way of tampering is named, in words, with its exit code", async (t) => {
  using folder = temporaryFolder();
  const made = await ExamClass.in(folder.path, ["ana", "luis"]);
  const told = async (code: number, said: RegExp, ...files: readonly string[]) => {
    const ran = await made.inspect(...files);
    assert.equal(ran.code, code, ran.stdout + ran.stderr);
    assert.match(ran.stdout, said);
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(ran.stdout + ran.stderr, /\x1b| {4}at /);
    return ran.stdout;
  };

  await t.step("of an honest one what it proves and what it does not", async () => {
    const path = await made.take("ana", allRight);
    const said = await told(0, /answered: 9\/9/, path);
    assert.match(said, /What it proves:\n.*not one byte has changed/);
    assert.match(said, /held the ticket that you gave to this student/);
    assert.match(said, /What it does not prove:\n.*Who typed/);
    // Whoever has the attempt's folder has its key, and whoever has the .exam file can read it.
    assert.match(said, /without that key, which is on the student's machine/);
    assert.match(said, /\.exam file can be read from when it is given out/);
    assert.match(said, /another program can make up times, steps and what was seen of labs/);
    assert.doesNotMatch(said, /Worth a look|Cannot be graded/);
    const [one] = JSON.parse((await made.inspect(path, "--json")).stdout);
    assert.deepEqual([one.student, one.name, one.attempt, one.answered, one.findings], ["ana", "ANA Gil", 1, 9, []]);
  });

  await t.step("an altered byte", async () => {
    const bytes = Deno.readFileSync(`${made.submissions}/ana.submission`);
    const path = `${folder.path}/altered.submission`;
    Deno.writeFileSync(path, bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1));
    const said = await told(4, /Cannot be graded:\n {2}- It is not whole, or somebody changed it/, path);
    assert.doesNotMatch(said, /What it proves/);
  });

  await t.step("a swapped student: the ticket of somebody else under one's own name", async () => {
    const said = await told(1, /ticket/, await forge(made, "swapped", { student: "ana", ticket: "luis" }));
    assert.match(said, /Worth a look:\n {2}- .*luis/);
    assert.doesNotMatch(said, /held the ticket that you gave/);
  });

  await t.step("a replayed ticket: one ticket, two attempts", async () => {
    const [one, two] = [await forge(made, "one", { student: "luis" }), await forge(made, "two", { student: "luis" })];
    const said = await told(
      1,
      /The same ticket is in .*two\.submission too, and it is good for one attempt only/,
      one,
      two,
    );
    assert.match(said, /The same ticket is in .*one\.submission too/);
  });

  await t.step("a spliced journal, a changed answer, an answer put in", async () => {
    const swapped = (text: string) => {
      const lines = text.split("\n");
      return [lines[0], lines[2], lines[1], ...lines.slice(3)].join("\n");
    };
    const steps = [answered(1000), answered(2000), end];
    await told(4, /Cannot be graded:\n {2}- .*2/, await forge(made, "spliced", { steps, journal: swapped }));
    const typed = (text: string) => text.replace('"raw":"x"', '"raw":"y"');
    await told(4, /signature|signed/, await forge(made, "typed", { journal: typed }));
    const put = (text: string) => text.replace(/\n$/, "\n{}\n");
    await told(4, /Line 4 of the journal/, await forge(made, "put", { journal: put }));
  });

  await t.step("a clock that was set back", async () => {
    const steps = [answered(600_000), answered(60_000, 660_000), end].map((step, index) =>
      index === 2 ? { ...step, at: 70_000, up: 670_000 } : step
    );
    await told(1, /The machine's clock went back by 10 min/, await forge(made, "back", { steps }));
  });

  await t.step("one attempt in two places: the same key twice", async () => {
    const signer = someSigner();
    const [one, two] = [
      await forge(made, "here", { signer }),
      await forge(made, "there", { signer, steps: [answered(1000), answered(9000), end] }),
    ];
    await told(1, /It comes from the same attempt as .*there\.submission/, one, two);
  });

  await t.step("a name or a version that would write lines of its own is no line of a journal", async () => {
    const grumete = "0.1.0\n\nWhat it proves:\n  - Everything";
    const said = await told(4, /Line 1 of the journal is no line/, await forge(made, "version", { grumete }));
    assert.doesNotMatch(said, /Everything/);
    await told(4, /Line 1 of the journal/, await forge(made, "name", { student: "ana\x1b[2J", ticket: "ana" }));
  });

  await t.step("a folder is all that is in it; one that is named twice is no copy of itself", async () => {
    const ana = `${made.submissions}/ana.submission`;
    await told(0, /What it proves/, ana, ana);
    const said = await told(4, /What it proves/, made.submissions);
    for (const { name } of Deno.readDirSync(made.submissions)) assert.ok(said.includes(name), name);
  });

  await t.step("attempts at two sessions are not two attempts at one", async () => {
    using elsewhere = temporaryFolder();
    const spec = `${elsewhere.path}/final.yaml`;
    const quiz = `quiz: ${made.quiz}`;
    Deno.writeTextFileSync(spec, `format: 1\nid: final\ntitle: { es: F, en: F }\ndraw: [{ ${quiz} }]\n`);
    const [exam, out] = [`${elsewhere.path}/final.exam`, `${elsewhere.path}/final.submission`];
    await made.ok("exam", "pack", spec, "--key", made.keys, "--out", exam);
    Deno.writeTextFileSync(`${elsewhere.path}/a.yaml`, "{}");
    const answers = ["--answers", `${elsewhere.path}/a.yaml`];
    await made.ok("exam", "take", exam, "--student", "ana", ...answers, "--out", out);
    const said = await told(0, /session: F \(final\)/, out, `${made.submissions}/ana.submission`);
    assert.doesNotMatch(said, /with this name/);
  });

  await t.step("the same tampering is in the grades: refused, or told beside the grade", async () => {
    const { code, stdout } = await made.grade();
    assert.equal(code, 3);
    assert.match(stdout, /Worth a look:/);
    for (const name of ["spliced", "typed", "put", "version", "name"]) {
      assert.match(stdout, new RegExp(`^ {2}${name}\\.submission: `, "m"));
    }
    assert.match(stdout, /back\.submission\): .*clock went back/);
  });
});
