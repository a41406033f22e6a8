/** "Did you mean" offers what a hurried hand meant, and keeps quiet otherwise. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { editDistance, nearest } from "../../lib/content/near.ts";

Deno.test("a swapped, missing, extra or changed letter is one step away", () => {
  for (const written of ["runnign", "runing", "runnning", "ranning"]) assert.equal(editDistance(written, "running"), 1);
});

Deno.test("the nearest known word is offered whatever its case", () => {
  assert.equal(nearest("Explanacion", ["id", "prompt", "explanation"]), "explanation");
  assert.equal(nearest("maximum", ["min", "max"]), "max");
});

Deno.test("nothing is offered for a word that is like none", () => {
  assert.equal(nearest("autor", ["prompt", "kind"]), undefined);
  assert.equal(nearest("x".repeat(1000), ["x"]), undefined);
});

Deno.test("distance is symmetric, zero only for equal words, and at most the longer length", () => {
  const short = fc.string({ maxLength: 8 });
  fc.assert(fc.property(short, short, (one, other) => {
    const distance = editDistance(one, other);
    assert.equal(distance, editDistance(other, one));
    assert.equal(distance === 0, one === other);
    assert.ok(distance <= Math.max(one.length, other.length));
  }));
});
