/** What a submission shows of itself: each way of tampering has its name. */

import assert from "node:assert/strict";
import type { Examined } from "../../../lib/exam/inspection/examined.ts";
import { sampleQuiz } from "../../screens/sample_quiz.ts";
import { beginning, begunStep, someSigner, type Timed, written } from "../sample_journal.ts";
import { allRight, knownPack, submissionOf } from "../sample_attempt.ts";

const kinds = ({ findings }: Examined) => findings.map(({ kind, weight }) => `${kind} ${weight}`);
const minute = 60_000;

Deno.test("of an attempt that went as it should nothing is to be said", () => {
  const { examined } = submissionOf();
  assert.deepEqual(kinds(examined), []);
  assert.equal(examined.taken?.attempt.answers.size, sampleQuiz.questions.length);
  assert.equal(examined.taken?.seed, "11".repeat(32));
});

Deno.test("a changed answer is a wrong signature, and nothing is graded", () => {
  const { examined } = submissionOf({ journal: (text) => text.replace('"kind":"answered"', '"kind":"Answered"') });
  assert.deepEqual(kinds(examined), ["chain-broken refused"]);
  const typed = submissionOf({ journal: (text) => text.replace(/"raw":(true|false)/, '"raw":"otra"') });
  assert.deepEqual(kinds(typed.examined), ["signature-wrong refused"]);
  assert.equal(typed.examined.taken, undefined);
});

Deno.test("a line that was taken out, put twice or moved breaks the chain", () => {
  const change = (edit: (lines: string[]) => string[]) =>
    kinds(submissionOf({ journal: (text) => edit(text.trimEnd().split("\n")).join("\n") + "\n" }).examined);
  assert.deepEqual(change((lines) => lines.toSpliced(2, 1)), ["chain-broken refused"]);
  assert.deepEqual(change((lines) => lines.toSpliced(2, 0, lines[2] ?? "")), ["chain-broken refused"]);
  assert.deepEqual(change((lines) => lines.toSpliced(2, 2, lines[3] ?? "", lines[2] ?? "")), ["chain-broken refused"]);
  assert.deepEqual(change(() => []), ["chain-broken refused"]);
});

Deno.test("a journal that goes on with the lines of another attempt is spliced", () => {
  const other = submissionOf({ student: "luis" }).journal.trimEnd().split("\n");
  const { examined } = submissionOf({
    journal: (text) => [...text.trimEnd().split("\n").slice(0, 3), ...other.slice(3)].join("\n") + "\n",
  });
  assert.deepEqual(kinds(examined), ["chain-broken refused"]);
});

Deno.test("a ticket of somebody else, of another session, of another teacher and an altered one are each named", () => {
  assert.deepEqual(kinds(submissionOf({ student: "ana", ticket: { student: { id: "luis" } } }).examined), [
    "ticket-of-another doubt",
  ]);
  assert.deepEqual(kinds(submissionOf({ ticket: { pack: "cd".repeat(32) } }).examined), ["ticket-wrong doubt"]);
  assert.deepEqual(kinds(submissionOf({ ticketSigner: someSigner() }).examined), ["ticket-wrong doubt"]);
  assert.deepEqual(kinds(submissionOf({ ticket: "none" }).examined), ["ticket-missing note"]);
  assert.deepEqual(kinds(submissionOf({ ticket: "none", known: knownPack({ tickets: true }) }).examined), [
    "ticket-missing doubt",
  ]);
});

Deno.test("an attempt beyond those that are allowed says so by itself", () => {
  const third = (text: string, signer = someSigner()) => {
    const { kind: _, ...begun } = JSON.parse(text.split("\t", 1)[0] ?? "");
    return written(signer, [{ ...begunStep(signer), ticket: begun.ticket, attempt: 3 }, ...allRight]).text;
  };
  assert.deepEqual(kinds(submissionOf({ journal: third }).examined), ["too-many-attempts doubt"]);
  const known = knownPack({ attempts: 3 });
  assert.deepEqual(kinds(submissionOf({ known, journal: third }).examined), []);
});

Deno.test("without a ticket the variant follows from who says to have taken it", () => {
  const seeds = ["ana", "luis"].map((student) => submissionOf({ student, ticket: "none" }).examined.taken?.seed);
  assert.match(seeds[0] ?? "", /^[0-9a-f]{64}$/);
  assert.notEqual(seeds[0], seeds[1]);
});

Deno.test("before it opens, after it closes and beyond the minutes are told apart, with how long", () => {
  const late: readonly Timed[] = [
    { ...first(), at: 1000 },
    { ...first(), at: 31 * minute },
    { kind: "finished", by: "student", at: 31 * minute + 1 },
  ];
  const opens = knownPack({ opens: beginning + minute });
  assert.deepEqual(kinds(submissionOf({ known: opens }).examined), ["before-opening doubt"]);
  const closes = submissionOf({ known: knownPack({ closes: beginning + 30 * minute }), steps: late }).examined;
  assert.deepEqual(kinds(closes), ["after-closing doubt", "gap note"]);
  const over = submissionOf({ known: knownPack({ minutes: 30 }), steps: late }).examined;
  assert.deepEqual(kinds(over), ["over-time doubt", "gap note"]);
  assert.match(over.findings[0]?.text.en ?? "", /1 step comes after that, up to 1 min later/);
  const more = submissionOf({ known: knownPack({ minutes: 30 }), steps: late, ticket: { minutes: 45 } }).examined;
  assert.deepEqual(kinds(more), ["gap note"]);
});

Deno.test("handing in after the end is no fault: what counts are the steps that earn points", () => {
  const steps: readonly Timed[] = [{ ...first(), at: 1000 }, { kind: "finished", by: "time", at: 40 * minute }];
  assert.deepEqual(kinds(submissionOf({ known: knownPack({ minutes: 30 }), steps }).examined), ["gap note"]);
});

Deno.test("the last look at a lab may take as long as docker does; one that comes later still is told", () => {
  const looked = (at: number): readonly Timed[] => [
    { kind: "alive", at: 15 * minute },
    { kind: "lab-looked", lab: "puerto", recording: "{}", at },
  ];
  const found = (at: number) => {
    const { examined } = submissionOf({ known: knownPack({ minutes: 30 }), steps: looked(at) });
    return kinds(examined).filter((kind) => kind.startsWith("over-time"));
  };
  assert.deepEqual(found(30 * minute + 20_000), []);
  assert.deepEqual(found(30 * minute + 40_000), ["over-time doubt"]);
});

Deno.test("a clock that was set back is seen although the wall clock says nothing", () => {
  const steps: readonly Timed[] = [
    { ...first(), at: 10_000, up: 10_000 },
    { ...first(), at: 5000, up: 15_000 },
    { kind: "finished", by: "student", at: 6000, up: 16_000 },
  ];
  const { examined } = submissionOf({ steps });
  assert.deepEqual(kinds(examined), ["clock-went-back doubt"]);
  assert.match(examined.findings[0]?.text.es ?? "", /retrocedió 10 s/);
});

Deno.test("a crash, a silence, a lost engine and an end that never came are notes, with their lengths", () => {
  const steps: readonly Timed[] = [
    { ...first(), at: 1000, up: 1000 },
    { kind: "reopened", at: 10 * minute, up: 5 },
    { kind: "engine-lost", fault: "not-running", at: 10 * minute + 1000, up: 1005 },
    { kind: "engine-back", at: 10 * minute + 21_000, up: 21_005 },
    { ...first(), at: 12 * minute, up: 120_005 },
  ];
  const { examined } = submissionOf({ steps });
  assert.deepEqual(kinds(examined), ["gap note", "gap note", "reopened note", "unfinished note", "engine-lost note"]);
  const said = examined.findings.map(({ text }) => text.en);
  assert.match(said[0] ?? "", /closed for 9 min 59 s/);
  assert.match(said[1] ?? "", /silence of 1 min 39 s/);
  assert.match(said[4] ?? "", /did not answer 1 time, for 20 s in all/);
});

Deno.test("every finding is a sentence in both languages", () => {
  for (const { findings } of [submissionOf({ ticket: "none" }).examined, submissionOf({ steps: [] }).examined]) {
    for (const { text } of findings) for (const words of [text.es, text.en]) assert.match(words, /^[\p{Lu}].*[.]$/u);
  }
});

function first(): Timed {
  const [step] = allRight;
  assert.ok(step);
  return step;
}
