/** Tests of what counts as a yes before something is run or removed. */

import assert from "node:assert/strict";
import { isYes } from "../../lib/cli/yes.ts";

Deno.test("only a yes is a yes: nothing, the end of the input and everything else is a no", () => {
  for (const answer of ["s", "sí", "SI", " y ", "Yes"]) assert.ok(isYes(answer), answer);
  for (const answer of ["", " ", undefined, "n", "no", "sin", "yep", "todo", "s\nno"]) {
    assert.ok(!isYes(answer), answer);
  }
});
