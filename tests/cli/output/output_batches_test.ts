/** A command that writes a lot is told in bearable pieces, and waits when nobody keeps up. */

import { deepEqual, equal, ok } from "node:assert/strict";
import { outputBatches } from "../../../lib/cli/output/output_batches.ts";

function batches() {
  const told: (readonly [string, string])[] = [];
  return { told, made: outputBatches((stream, text) => void told.push([stream, text])) };
}

Deno.test("many reads are few messages, the streams in their order", async () => {
  const { told, made } = batches();
  for (const [stream, text] of [["out", "a"], ["out", "b"], ["err", "x"], ["out", "c"]] as const) {
    await made.hear(stream, text);
  }
  deepEqual(told, []);
  made.flush();
  deepEqual(told, [["out", "ab"], ["err", "x"], ["out", "c"]]);
  made.flush();
  equal(told.length, 3);
});

Deno.test("what is written is told by itself after a moment", async () => {
  const { told, made } = batches();
  await made.hear("out", "hola");
  await new Promise((done) => setTimeout(done, 100));
  deepEqual(told, [["out", "hola"]]);
});

Deno.test("of a flood the end is told, and the flood waits", async () => {
  const { told, made } = batches();
  const began = performance.now();
  for (let at = 0; at < 40; at++) await made.hear("out", `${at}`.padEnd(64 * 1024, "."));
  ok(performance.now() - began > 60, "it was held back at least twice");
  made.flush();
  ok(told.every(([, text]) => text.length <= 128 * 1024));
  ok(told.at(-1)?.[1].includes("39."));
});
