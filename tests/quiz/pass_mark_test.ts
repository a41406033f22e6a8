import assert from "node:assert/strict";
import { isPassed } from "../../lib/quiz/pass_mark.ts";

Deno.test("a quiz is passed with exactly the points that it takes, whatever binary arithmetic makes of them", () => {
  for (let percent = 0; percent <= 100; percent++) {
    for (let max = 1; max <= 100; max++) {
      for (let score = 0; score <= max; score++) {
        assert.equal(
          isPassed({ score, max }, percent / 100),
          100 * score >= percent * max,
          `${score}/${max} ${percent}%`,
        );
      }
    }
  }
});
