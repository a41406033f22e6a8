/** Which of several errors is told. */

import assert from "node:assert/strict";
import { UserError } from "../../lib/content/user_error.ts";
import { same } from "../../lib/content/text.ts";
import { firstFailure } from "../../lib/cli/first_failure.ts";

Deno.test("an engine that stops in the middle is told as such, although giving back fails as well", async () => {
  const stopped = new UserError(same("the engine does not answer"), undefined, 3);
  const failing = () => ({ [Symbol.asyncDispose]: () => Promise.reject(new Error("cannot clean up")) });
  const work = async () => {
    await using _outer = failing();
    await using _inner = failing();
    throw stopped;
  };
  const error = await work().then(() => undefined, (error: unknown) => error);
  assert.equal(firstFailure(error), stopped);
  assert.equal(firstFailure(stopped), stopped);
});
