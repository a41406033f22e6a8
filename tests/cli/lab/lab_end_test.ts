/** Tests of the exit code of a lab that was watched. */

import assert from "node:assert/strict";
import { LabEnd } from "../../../lib/cli/lab/lab_end.ts";
import type { Status } from "../../../lib/lab/verdict.ts";
import type { Message } from "../../../lib/screens/message.ts";
import { sampleGate } from "../../screens/sample_gate.ts";
import { sampleVerdict } from "../../screens/sample_lab.ts";

function codeAfter(...messages: readonly Message[]): number {
  const end = new LabEnd();
  for (const message of messages) end.hear(message);
  return end.code;
}

const seen = (...statuses: readonly Status[]): Message => ({
  kind: "lab-verdict",
  lab: "volumenes",
  verdict: sampleVerdict(...statuses),
});
const gate = (there: boolean): Message => ({
  kind: "lab-gate",
  lab: "volumenes",
  ...(there ? { gate: sampleGate() } : {}),
});

Deno.test("who leaves a lab gets the exit code of the last look, whatever was seen before", () => {
  assert.equal(codeAfter(seen("passed", "failed", "blocked"), seen("passed", "passed", "passed")), 0);
  assert.equal(codeAfter(seen("passed", "failed", "blocked")), 1);
  assert.equal(codeAfter(seen("passed", "failed", "blocked"), seen("passed", "unchecked", "unchecked")), 3);
});

Deno.test("a lab that was never looked at could not be checked; one that was left at its gate is not passed", () => {
  assert.equal(codeAfter(), 3);
  assert.equal(codeAfter(gate(true)), 1);
  assert.equal(codeAfter(gate(true), gate(false), seen("passed", "passed", "passed")), 0);
});
