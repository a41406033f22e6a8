/** Tests of what reaches a terminal without a screen. */

import assert from "node:assert/strict";
import { cleanWriter } from "../../../lib/cli/output/print.ts";
import { UserError } from "../../../lib/content/user_error.ts";

Deno.test("what the command library quotes of the user cannot steer the terminal", () => {
  const written: string[] = [];
  const stream = {
    writeSync(bytes: Uint8Array) {
      // A little at a time, as a slow pipe does.
      written.push(new TextDecoder().decode(bytes.subarray(0, 3)));
      return Math.min(3, bytes.length);
    },
  };
  cleanWriter(stream).write("No verb \x1b[31mred\x1b]0;title\x07\nTry --help\n");
  assert.equal(written.join(""), "No verb red\nTry --help\n");
});

Deno.test("help that nobody reads to its end is no failure", () => {
  const gone = {
    writeSync(): number {
      throw new Deno.errors.BrokenPipe("nobody reads");
    },
  };
  cleanWriter(gone).write("help\n");
});

Deno.test("a document that could not be written to its end is an error in plain words with exit code 3", () => {
  const full = {
    writeSync(): number {
      throw Object.assign(new Error("No space left on device (os error 28)"), { code: "ENOSPC" });
    },
  };
  assert.throws(() => cleanWriter(full).write("[]\n"), (error: unknown) => {
    assert.ok(error instanceof UserError);
    assert.equal(error.what.en, "Cannot write to standard output: no space is left on the disk");
    assert.equal(error.exitCode, 3);
    return true;
  });
});
