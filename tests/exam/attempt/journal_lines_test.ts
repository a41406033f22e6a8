/** Tests of the journal's lines: what was written is read, and nothing else. */

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Step } from "../../../lib/exam/attempt/journal.ts";
import { emptyChain, journalLine, readJournal } from "../../../lib/exam/attempt/journal_lines.ts";
import { verifySignature } from "../../../lib/store/ed25519.ts";
import { begunStep, someSigner, type Timed, written } from "../sample_journal.ts";

const signer = someSigner();
const begun = begunStep(signer);

const name = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
const raw = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.boolean(),
  fc.array(fc.string()),
  fc.dictionary(fc.string(), fc.string()),
);
const steps: fc.Arbitrary<Step> = fc.oneof(
  name.map((question): Step => ({ kind: "shown", question })),
  fc.record({ question: name, raw }).map((step): Step => ({ kind: "answered", ...step })),
  name.map((question): Step => ({ kind: "cleared", question })),
  fc.record({ question: name, on: fc.boolean() }).map((step): Step => ({ kind: "flagged", ...step })),
  fc.record({ question: name, tier: fc.integer({ min: 1, max: 9 }) }).map((step): Step => ({
    kind: "hinted",
    ...step,
  })),
  fc.record({ lab: name, recording: fc.string() }).map((step): Step => ({ kind: "lab-looked", ...step })),
  fc.constantFrom<Step>({ kind: "alive" }, { kind: "reopened" }, { kind: "engine-back" }),
);

Deno.test("whatever was written is read as it was, tabs, line feeds and all", () => {
  fc.assert(fc.property(fc.array(steps, { maxLength: 12 }), (list) => {
    const { text, entries, end } = written(signer, [begun, ...list]);
    const read = readJournal(text, verifySignature);
    assert.equal(read.fault, undefined);
    assert.deepEqual(read.lines.map(({ entry }) => entry), JSON.parse(JSON.stringify(entries)));
    assert.deepEqual(read.end, end);
  }));
});

const some: readonly Timed[] = [
  begun,
  { kind: "shown", question: "n1" },
  { kind: "answered", question: "n1", raw: "imagen" },
  { kind: "finished", by: "student" },
];
const { text, lines } = written(signer, some);

Deno.test("a changed byte is a fault, wherever it is", () => {
  const bytes = new TextEncoder().encode(text);
  for (const at of bytes.keys()) {
    for (const bit of [1, 2, 0x20, 0x80]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ bit;
      const { fault } = readJournal(new TextDecoder().decode(changed), verifySignature);
      assert.ok(fault, `byte ${at} ^ ${bit}`);
    }
  }
});

Deno.test("a line that is missing, doubled, swapped or of another journal breaks the chain where it is", () => {
  const other = written(signer, [begun, { kind: "shown", question: "n2" }, { kind: "alive" }]).lines;
  const at = (...changed: readonly (string | undefined)[]) => readJournal(changed.join(""), verifySignature).fault;
  assert.deepEqual(at(lines[0], lines[2], lines[3]), { kind: "chain-broken", line: 2 });
  assert.deepEqual(at(lines[0], lines[1], lines[1]), { kind: "chain-broken", line: 3 });
  assert.deepEqual(at(lines[0], lines[2], lines[1]), { kind: "chain-broken", line: 2 });
  assert.deepEqual(at(lines[0], lines[1], other[2]), { kind: "chain-broken", line: 3 });
  assert.deepEqual(at(lines[1]), { kind: "chain-broken", line: 1 });
});

Deno.test("a line signed by another key is named, in a chain that is whole", () => {
  const start = written(signer, some.slice(0, 2));
  const forged = written(someSigner(), [{ kind: "answered", question: "n1", raw: "otra" }], start.end);
  const read = readJournal(start.text + forged.text, verifySignature);
  assert.deepEqual(read.fault, { kind: "signature-wrong", line: 3 });
  assert.equal(read.lines.length, 2);
});

Deno.test("nothing comes after the end, nothing begins twice, and nothing begins with anything else", () => {
  const over = written(signer, [...some, { kind: "alive" }]).text;
  assert.deepEqual(readJournal(over, verifySignature).fault, { kind: "unreadable", line: 5 });
  assert.deepEqual(readJournal(written(signer, [begun, begun]).text, verifySignature).fault, {
    kind: "unreadable",
    line: 2,
  });
  assert.deepEqual(readJournal(written(signer, [{ kind: "alive" }]).text, verifySignature).fault, {
    kind: "unreadable",
    line: 1,
  });
});

Deno.test("a field that is not known, and a value of another kind, are no line", () => {
  const { end, text } = written(signer, [begun]);
  for (const step of [{ kind: "alive", more: 1 }, { kind: "answered", question: "n1" }, { kind: "boo" }, {}]) {
    const { line } = journalLine(step as unknown as Step, { at: 1, up: 1 }, end, signer.sign);
    assert.deepEqual(readJournal(text + line, verifySignature).fault, { kind: "unreadable", line: 2 });
  }
});

Deno.test("an empty journal is no fault", () => {
  assert.deepEqual(readJournal("", verifySignature), { lines: [], end: emptyChain });
});
