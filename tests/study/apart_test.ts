import assert from "node:assert/strict";
import fc from "fast-check";
import { apart } from "../../lib/study/apart.ts";

interface Thing {
  readonly at: number;
  readonly kinds: readonly string[];
}

const kinds = ({ kinds }: Thing) => kinds;

function things(of: fc.Arbitrary<readonly string[]>, maxLength: number): fc.Arbitrary<readonly Thing[]> {
  return fc.array(of, { maxLength, size: "max" }).map((lists) => lists.map((kinds, at) => ({ at, kinds })));
}

/** How often two siblings stand back to back. */
function clashes(order: readonly Thing[]): number {
  return order.filter((thing, at) => order[at - 1]?.kinds.some((kind) => thing.kinds.includes(kind))).length;
}

/** By trying all. */
function canBeApart(rest: readonly Thing[], last?: Thing): boolean {
  if (rest.length === 0) return true;
  return rest.some((next, at) =>
    !last?.kinds.some((kind) => next.kinds.includes(kind)) && canBeApart(rest.toSpliced(at, 1), next)
  );
}

Deno.test("nothing is lost and nothing comes twice", () => {
  const any = things(fc.subarray(["a", "b", "c", "d"]), 40);
  fc.assert(fc.property(any, (given) => {
    assert.deepEqual(apart(given, kinds).toSorted((one, other) => one.at - other.at), given);
  }));
});

Deno.test("what has no siblings side by side keeps its order", () => {
  fc.assert(fc.property(things(fc.subarray(["a", "b", "c", "d", "e"], { maxLength: 2 }), 30), (given) => {
    fc.pre(clashes(given) === 0);
    assert.deepEqual(apart(given, kinds), given);
  }));
});

Deno.test("siblings stand apart wherever another order exists", () => {
  const few = things(fc.subarray(["a", "b", "c", "d"], { minLength: 1, maxLength: 3 }), 7);
  fc.assert(
    fc.property(few, (given) => {
      if (canBeApart(given)) assert.equal(clashes(apart(given, kinds)), 0);
    }),
    { numRuns: 500 },
  );
});

Deno.test("of any number with one concept each, none stand together that need not", () => {
  const one = fc.constantFrom("a", "a", "a", "b", "c").map((kind) => [kind]);
  fc.assert(fc.property(things(one, 120), (given) => {
    const most = Math.max(0, ...["a", "b", "c"].map((kind) => given.filter(({ kinds }) => kinds[0] === kind).length));
    const must = Math.max(0, most - (given.length - most) - 1);
    assert.equal(clashes(apart(given, kinds)), must);
  }));
});

Deno.test("five hundred with several concepts each take no time that a person would notice", () => {
  const given = Array.from({ length: 500 }, (_, at) => ({ at, kinds: [`c${at % 60}`, `c${(at * 7) % 60}`] }));
  const began = performance.now();
  assert.equal(clashes(apart(given, kinds)), 0);
  assert.ok(performance.now() - began < 500);
});
