/** Tests of what the command library says in our words. */

import assert from "node:assert/strict";
import { commandTexts } from "../../../lib/cli/table/command_texts.ts";

Deno.test("a verb that cannot be loaded is a failure of the program, not of what was typed", () => {
  const broken = new SyntaxError("no export");
  for (const lang of ["es", "en"] as const) {
    assert.throws(
      () => commandTexts(lang).exceptionWhileLoadingCommandFunction(broken, false),
      (error) => error === broken,
    );
  }
});
