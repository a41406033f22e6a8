/** A graded session line by line, where the world does not do as it should. */

import assert from "node:assert/strict";
import type { ExamSitting } from "../../../lib/cli/exam/exam_sitting.ts";
import { plainExam } from "../../../lib/cli/exam/plain_exam.ts";
import { same } from "../../../lib/content/text.ts";
import { UserError } from "../../../lib/content/user_error.ts";
import { noProgress } from "../../../lib/exam/attempt/attempt.ts";
import type { Conversation } from "../../../lib/terminal/conversation.ts";

/** Somebody who leaves after a second; `live` is what becomes of a sign of life. */
function sitThrough(live: () => void): Promise<boolean> {
  const sitting = {
    exam: { pack: { title: same("Parcial") }, paper: [] },
    begun: true,
    isOver: false,
    progress: noProgress,
    live,
  };
  const talk: Pick<Conversation, "say" | "ask" | "width"> = {
    say: () => {},
    width: () => 80,
    ask: () => new Promise((resolve) => setTimeout(() => resolve("q"), 1200)),
  };
  const options = { lang: "en", yes: true, rules: same(""), labs: undefined } as const;
  return plainExam(talk as Conversation, sitting as unknown as ExamSitting, options);
}

Deno.test("a sign of life that a full disk does not take ends nobody's session; anything else is a bug and goes up", async () => {
  let tried = 0;
  const over = await sitThrough(() => {
    tried++;
    throw new UserError(same("Cannot use the store: the disk is full"), undefined, 3);
  });
  assert.equal(over, false);
  assert.ok(tried > 0);
  await assert.rejects(
    sitThrough(() => {
      throw new TypeError("a bug");
    }),
    /a bug/,
  );
});
