/** Grades of the last time: compared where they can be read, and passed over where somebody has spoiled them. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { gradeClass, gradeSubmission } from "../../../lib/exam/grading/graded_class.ts";
import { decodeGrades } from "../../../lib/exam/grading/grades_document.ts";
import { regradeOf } from "../../../lib/exam/grading/moved.ts";
import { allRight, keyFrom, knownPack, submissionOf } from "../sample_attempt.ts";

const known = knownPack();
const key = keyFrom();
const submissions = ["ana", "bea", "carlos"].map((student, index) =>
  gradeSubmission(submissionOf({ student, steps: allRight.slice(index) }).examined, known.pack, key)
);
const grades = gradeClass({ known, key, keyHash: "00", submissions });
const stored = JSON.stringify(grades, null, 1);

Deno.test("grades that were stored are the same again: nobody moves, and no statistic does", () => {
  const before = decodeGrades(stored);
  assert.ok(before);
  const { moves, items, mean } = regradeOf(before, grades);
  assert.deepEqual([moves, items], [[], []]);
  assert.equal(mean.before, mean.after);
});

Deno.test("whatever a hand has made of them, they are compared or passed over, and never an exception", () => {
  const values = fc.constantFrom<unknown>(null, "", -1, 1e308, {}, [], [null], true, "x");
  let compared = 0;
  fc.assert(
    fc.property(fc.nat(), values, (place, value) => {
      const document = JSON.parse(stored);
      const slots: (readonly [Record<string, unknown>, string])[] = [];
      const walk = (node: unknown) => {
        if (typeof node !== "object" || node === null) return;
        for (const [key, inner] of Object.entries(node)) {
          slots.push([node as Record<string, unknown>, key]);
          walk(inner);
        }
      };
      walk(document);
      const [node, key] = slots[place % slots.length] ?? [document, "format"];
      node[key] = value;
      const before = decodeGrades(JSON.stringify(document));
      if (before) regradeOf(before, grades);
      if (before) compared++;
    }),
    { numRuns: 300 },
  );
  assert.ok(compared > 5, `${compared}`);
  for (const text of ["", "[]", "{}", '{"format":1,"items":[1],"students":[2]}', "[".repeat(1e6)]) {
    assert.equal(decodeGrades(text), undefined);
  }
});
