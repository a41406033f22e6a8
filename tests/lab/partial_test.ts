/** Tests of the points that a part of a task gives. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { same } from "../../lib/content/text.ts";
import { partOf, pointsFor } from "../../lib/lab/partial.ts";
import type { CheckVerdict, FieldVerdict, Status } from "../../lib/lab/verdict.ts";
import { eq, execCheck, objectCheck, task } from "./samples.ts";

function verdict(status: Status, ...fields: readonly Status[]): CheckVerdict {
  const about = { kind: "container", subject: "web", expected: same("a"), actual: same("b") } as const;
  return {
    ...about,
    status,
    fields: fields.map((status, index): FieldVerdict => ({
      field: `f${index}`,
      status,
      expected: about.expected,
      actual: about.actual,
    })),
  };
}

const web = objectCheck("container", "web", { state: eq("running"), user: eq("ana") });
const file = execCheck("web", ["true"], { exitCode: eq(0) });

Deno.test("every thing that a check asks for counts the same, in whichever check it stands", () => {
  const both = task("uno", [web, file], {});
  assert.deepEqual(partOf(both, [verdict("failed", "passed", "failed"), verdict("blocked", "blocked")]), {
    right: 1,
    of: 3,
  });
  assert.deepEqual(partOf(both, [verdict("passed", "passed", "passed"), verdict("failed", "failed")]), {
    right: 2,
    of: 3,
  });
});

Deno.test("a check of which nothing could be compared counts in full against the learner", () => {
  assert.deepEqual(partOf(task("uno", [web, file], {}), [verdict("failed"), verdict("passed")]), { right: 1, of: 3 });
  const steady = task("uno", [{ ...web, steady: 3 }], {});
  assert.deepEqual(partOf(steady, [verdict("failed", "blocked", "blocked")]), { right: 0, of: 3 });
});

Deno.test("a part gives points in proportion, to the hundredth", () => {
  assert.equal(pointsFor({ right: 1, of: 3 }, 1), 0.33);
  assert.equal(pointsFor({ right: 2, of: 3 }, 2), 1.33);
  assert.equal(pointsFor({ right: 0, of: 3 }, 2), 0);
  assert.equal(pointsFor({ right: 0, of: 0 }, 2), 0);
});

Deno.test("a part is never the whole, and never less than nothing", () => {
  assert.equal(pointsFor({ right: 999, of: 1000 }, 1), 0.99);
  assert.equal(pointsFor({ right: 1, of: 2 }, 0.01), 0);
  fc.assert(
    fc.property(
      fc.nat(50),
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0.01, max: 1000, noNaN: true }),
      (right, more, points) => {
        const given = pointsFor({ right, of: right + more }, points);
        assert.ok(given >= 0 && given < points);
        assert.ok(pointsFor({ right: right + 1, of: right + more + 1 }, points) >= given);
      },
    ),
  );
});
