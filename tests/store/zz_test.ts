/** A store in which the disk has changed something works, or says that it is damaged; nothing else ever comes out of it. */

import assert from "node:assert/strict";
import { UserError } from "../../lib/content/user_error.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { openStore } from "../../lib/store/event_store.ts";
import type { StudyEvent } from "../../lib/study/events.ts";
import { temporaryFolder } from "../e2e/grumete.ts";

const events = (quiz: string): readonly StudyEvent[] =>
  Array.from({ length: 200 }, (_, index): StudyEvent => ({
    ...{ kind: "quiz-answered", quiz, attempt: "a", question: `q${index}`, answer: { kind: "text", typed: "ñandú" } },
    ...{ status: "correct", fraction: 1 },
  }));

/** All that a store can be asked for. */
function useAll(folder: string): "sound" | "flawed" {
  using store = openStore(folder);
  [...store.events()].length;
  [...store.exported().events].length;
  [...store.since(100) ?? []].length;
  store.read("z2");
  store.append({ kind: "quiz-skipped", quiz: "z1", attempt: "a", question: "q" }, 5);
  return store.flaws().length === 0 ? "sound" : "flawed";
}

Deno.test("whatever bytes of a store are changed, it works or is said to be damaged", () => {
  using folder = temporaryFolder();
  {
    using store = openStore(`${folder.path}/sound`);
    for (const [index, quiz] of ["z1", "z2", "z3"].entries()) store.appendAll(events(quiz), 1000 + index);
  }
  const sound = Deno.readFileSync(`${folder.path}/sound/grumete.db`);
  const ends = { sound: 0, flawed: 0, refused: 0 };
  for (let seed = 1; seed <= 3000; seed++) {
    const rng = seeded(seed);
    const bytes = sound.slice();
    const changes = 1 + Math.floor(rng() * 30);
    for (let change = 0; change < changes; change++) bytes[Math.floor(rng() * bytes.length)] = Math.floor(rng() * 256);
    const state = `${folder.path}/${seed}`;
    Deno.mkdirSync(state);
    Deno.writeFileSync(
      `${state}/grumete.db`,
      seed % 5 === 0 ? bytes.slice(0, Math.floor(rng() * bytes.length)) : bytes,
    );
    try {
      ends[useAll(state)]++;
    } catch (error) {
      assert.ok(error instanceof UserError, `seed ${seed}: ${error instanceof Error ? error.stack : error}`);
      if(!/the file is damaged/.test(error.what.en)) console.log(seed, error.what.en);
      assert.equal(error.exitCode, 3);
      ends.refused++;
    }
  }
  assert.ok(Math.min(ends.refused, ends.flawed) > 0, JSON.stringify(ends));
});
