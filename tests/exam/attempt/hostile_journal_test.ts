/** Journals that nobody who takes a session honestly hands in: they cost little, say little, and stop nobody. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeLab } from "../../../lib/content/decode_lab.ts";
import { attemptOf } from "../../../lib/exam/attempt/attempt.ts";
import { attemptFindings } from "../../../lib/exam/inspection/attempt_findings.ts";
import { classFindings } from "../../../lib/exam/inspection/class_findings.ts";
import { gradeAttempt } from "../../../lib/exam/grading/grading.ts";
import { readJournal } from "../../../lib/exam/attempt/journal_lines.ts";
import type { Entry } from "../../../lib/exam/attempt/journal.ts";
import { verifySignature } from "../../../lib/store/ed25519.ts";
import networkNew from "../../lab/recorded/28.2-network-and-ports.json" with { type: "json" };
import volumesNew from "../../lab/recorded/28.2-volumes-and-mounts.json" with { type: "json" };
import type { RecordedLab } from "../../lab/recorded_labs.ts";
import { submissionOf } from "../sample_attempt.ts";
import { begunStep, someSigner, written } from "../sample_journal.ts";

const [begun] = written(someSigner(), [begunStep(someSigner())]).entries;
assert.ok(begun);
const place = (n: number) => ({ n, at: begun.at + n, up: n, before: begun.before });

Deno.test("a hundred thousand answers to as many questions are no more than a hundred thousand steps", () => {
  const entries = [
    begun,
    ...Array.from({ length: 100_000 }, (_, index): Entry => ({
      kind: "answered",
      question: `q${index}`,
      raw: "x",
      ...place(index + 1),
    })),
  ];
  const start = performance.now();
  assert.equal(attemptOf(entries)?.answers.size, 100_000);
  // Copied at each step they would take minutes.
  assert.ok(performance.now() - start < 5000);
});

Deno.test("a clock that goes back and forth a thousand times is told in a few sentences", () => {
  const entries = [
    begun,
    ...Array.from({ length: 2000 }, (_, index): Entry => ({
      kind: "alive",
      ...place(index + 1),
      at: begun.at + (index % 2 === 0 ? 600_000 : 0),
    })),
  ];
  const attempt = attemptOf(entries);
  assert.ok(attempt);
  const findings = attemptFindings(attempt, entries, {});
  assert.ok(findings.length < 15, `${findings.length}`);
  assert.ok(findings.some(({ text }) => /went back 995 times more, by 165 h 50 min in all/.test(text.en)));
  assert.ok(findings.some(({ text }) => /995 more gaps/.test(text.en)));
});

Deno.test("a thousand copies name a few of the others", () => {
  const { examined } = submissionOf();
  const copies = Array.from({ length: 1000 }, (_, index) => ({ ...examined, file: `${index}.submission` }));
  const [first] = classFindings(copies, 1).get("999.submission") ?? [];
  assert.match(first?.text.en ?? "", /the same attempt as 0\.submission, 1\.submission, 2\.submission \(\+996\)/);
});

Deno.test("ten million empty lines, and a list of ten million lists, are no journal", () => {
  for (
    const text of [
      "\n".repeat(1e7),
      `${"[".repeat(1e7)}\t\n`,
      `{"a":${"[".repeat(1e6)}${"]".repeat(1e6)}}\t${"A".repeat(86)}\n`,
    ]
  ) {
    assert.deepEqual(readJournal(text, verifySignature).fault, { kind: "unreadable", line: 1 });
  }
});

Deno.test("a ticket of thirty megabytes in a journal is no journal", () => {
  const signer = someSigner();
  const ticket = "A".repeat(30_000_000);
  const { text } = written(signer, [{ ...begunStep(signer), ticket }]);
  assert.deepEqual(readJournal(text, verifySignature).fault, { kind: "unreadable", line: 1 });
});

const nonsense = fc.oneof(
  fc.constantFrom<unknown>(null, "", "\x1b[2J\u202e", -1, 1e308, {}, [], [[]], "__proto__", true, "9".repeat(2000)),
  fc.string(),
  fc.array(fc.anything({ maxDepth: 2 }).filter(isJson)),
);

for (const { yaml, moments } of [volumesNew, networkNew] as unknown as readonly RecordedLab[]) {
  const { value: lab } = decodeLab(yaml, "lab.yaml");
  Deno.test(`whatever a look claims to have seen, ${lab?.id} is graded or owed, and never an exception`, () => {
    assert.ok(lab);
    const key = { questions: new Map(), labs: [{ lab, tasks: lab.tasks, questions: new Map() }], pass: 0.5 };
    const graded = (recording: unknown) => {
      const look = { kind: "lab-looked", lab: lab.id, recording: JSON.stringify(recording), ...place(1) } as const;
      const attempt = attemptOf([begun, look]);
      assert.ok(attempt);
      const taken = { attempt, entries: [begun, look], seed: "00".repeat(32), end: "" };
      return gradeAttempt({ file: "", taken, findings: [] }, [], key);
    };
    const telling = moments.filter(({ recording }) => graded(recording).owed === 0);
    let judged = 0;
    const changes = fc.array(fc.tuple(fc.nat(), nonsense), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(fc.constantFrom(...telling), changes, ({ recording }, changes) => {
      const { score, max, owed, answers } = graded(changes.reduce(spoiled, structuredClone(recording) as unknown));
      assert.ok(Number.isFinite(score) && score <= max && score >= 0 && owed >= 0);
      assert.equal(answers.length, lab.tasks.length);
      if (max > 0) judged++;
      const said = JSON.stringify(answers);
      assert.doesNotMatch(said, /\\u001b|\u202e/);
      assert.ok(said.length < 200_000);
    }));
    // Nonsense that is never judged would prove nothing.
    assert.ok(judged > 5, `${judged}`);
  });
}

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/** The part of the snapshot that is the `place`th, counted around, is something else. */
function spoiled(recording: unknown, [place, value]: readonly [number, unknown]): unknown {
  const slots: (readonly [object, string])[] = [];
  const walk = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      slots.push([node, key]);
      walk((node as Readonly<Record<string, unknown>>)[key]);
    }
  };
  walk((recording as { readonly snapshot: unknown }).snapshot);
  const [node, key] = slots[place % slots.length] ?? [{}, ""];
  (node as Record<string, unknown>)[key] = value;
  return recording;
}
