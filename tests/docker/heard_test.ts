/** What lines of docker say of how far it is, however they are cut. */

import { deepStrictEqual as deepEqual } from "node:assert/strict";
import { type Heard, listener } from "../../lib/docker/heard.ts";

function heard(...pieces: readonly string[]): readonly Heard[] {
  const all: Heard[] = [];
  const hear = listener((one) => all.push(one));
  for (const piece of pieces) hear(new TextEncoder().encode(piece));
  return all;
}

Deno.test("the classic builder counts its steps, and what its commands say is less than the step", () => {
  deepEqual(
    heard("Sending build context\nStep 1/3 : FROM busybox\n", "Step 2/3 : RU", "N make\n ---> Running in 1f\n"),
    [
      { line: "Step 1/3 : FROM busybox", steps: { done: 0, total: 3 } },
      { line: "Step 2/3 : RUN make", steps: { done: 1, total: 3 } },
    ],
  );
});

Deno.test("BuildKit counts its steps too, with or without the name of a stage", () => {
  deepEqual(heard("#5 [2/4] RUN make\n#6 0.31 out\n", "#7 [build 4/4] COPY . .\n"), [
    { line: "[2/4] RUN make", steps: { done: 1, total: 4 } },
    { line: "[build 4/4] COPY . .", steps: { done: 3, total: 4 } },
  ]);
});

Deno.test("an image is as many layers as are named, and those are done that are there", () => {
  const [a, b] = ["a1b2c3d4e5f6", "0123456789ab"];
  const lines = `1.27: Pulling from library/nginx\n${a}: Pulling fs layer\n${b}: Already exists\n`;
  deepEqual(heard(lines, `${a}: Download complete\n${a}: Pull complete\n`), [
    { line: `${b}: Already exists`, steps: { done: 1, total: 2 } },
    { line: `${a}: Pull complete`, steps: { done: 2, total: 2 } },
  ]);
});

Deno.test("half a line is not told, nor kept without end", () => {
  deepEqual(heard("half", "x".repeat(100_000)), []);
  deepEqual(heard("é".slice(0, 1), "\r\n\r\nlast\n"), [{ line: "last" }]);
});
