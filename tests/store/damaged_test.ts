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

/** The file of a store with some hundred events. */
function soundStore(folder: string): Uint8Array<ArrayBuffer> {
  {
    using store = openStore(folder);
    for (const [index, quiz] of ["z1", "z2", "z3"].entries()) store.appendAll(events(quiz), 1000 + index);
  }
  return Deno.readFileSync(`${folder}/grumete.db`);
}

/** What comes of a store with this file. */
function endOf(bytes: Uint8Array, state: string, says: RegExp): "sound" | "flawed" | "refused" {
  Deno.mkdirSync(state);
  Deno.writeFileSync(`${state}/grumete.db`, bytes);
  try {
    return useAll(state);
  } catch (error) {
    assert.ok(error instanceof UserError, error instanceof Error ? error.stack : String(error));
    assert.match(error.what.en, says);
    assert.equal(error.exitCode, 3);
    return "refused";
  }
}

/** Where SQLite writes about the file itself. */
const header = 100;

Deno.test("whatever bytes of a store are changed, it works or is said to be damaged", () => {
  using folder = temporaryFolder();
  const sound = soundStore(`${folder.path}/sound`);
  const ends = { sound: 0, flawed: 0, refused: 0 };
  for (let seed = 1; seed <= 150; seed++) {
    const rng = seeded(seed);
    const bytes = sound.slice();
    for (let change = Math.floor(rng() * 30); change >= 0; change--) {
      bytes[header + Math.floor(rng() * (bytes.length - header))] = Math.floor(rng() * 256);
    }
    const cut = seed % 5 === 0 ? bytes.slice(0, Math.floor(rng() * bytes.length)) : bytes;
    ends[endOf(cut, `${folder.path}/${seed}`, /: the file is damaged or not grumete's$/)]++;
  }
  assert.ok(Math.min(ends.refused, ends.flawed) > 0, JSON.stringify(ends));
});

Deno.test("whatever is changed in the first bytes of a store, what is said of it is in words", () => {
  using folder = temporaryFolder();
  const sound = soundStore(`${folder.path}/sound`);
  const says = /: (?:the file is damaged or not grumete's|it is read-only|a newer grumete wrote it \(format \d+\))$/;
  const ends = { sound: 0, flawed: 0, refused: 0 };
  for (let at = 0; at < header; at++) {
    for (const value of [0, 1, 128]) {
      const bytes = sound.slice();
      bytes[at] = value;
      ends[endOf(bytes, `${folder.path}/${at}-${value}`, says)]++;
    }
  }
  assert.ok(ends.refused > 50, JSON.stringify(ends));
});
