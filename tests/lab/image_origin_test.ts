/** Whoever judges later what was seen by one who did not know the expected image: its id and all its names tell. */

import assert from "node:assert/strict";
import * as v from "valibot";
import { check } from "../../lib/content/schema/check.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { emptySnapshot, type Snapshot } from "../../lib/lab/snapshot.ts";

const id = `sha256:${"ab".repeat(32)}`;

/** Made from an id: nothing of the reference is left in the container itself. */
function seen(tags: readonly string[]): Snapshot {
  return {
    ...emptySnapshot(0),
    containers: new Map([["web", {
      kind: "found",
      facts: { id: "c", name: "web", state: "running", image: "abababababab", imageId: id },
    }]]),
    images: new Map([[id, { kind: "found", facts: { id, tags } }]]),
  } as Snapshot;
}

function status(image: unknown, tags: readonly string[]): string {
  const look = { snapshot: seen(tags), workspace: "/w", subjects: {}, advise: () => ({}) } as never;
  return judgeCheck(v.parse(check, { container: "web", image }), look).status;
}

Deno.test("an image under another of its names is the one that was expected", () => {
  assert.equal(status("mio:1", ["otro:2", "mio:1"]), "passed");
  assert.equal(status("nginx", ["nginx:latest"]), "passed");
  assert.equal(status("docker.io/library/nginx:latest", ["nginx:latest"]), "passed");
  assert.equal(status({ oneOf: ["a:1", "mio:1"] }, ["mio:1"]), "passed");
});

Deno.test("an image without that name is another one", () => {
  assert.equal(status("mio:1", ["mio:2"]), "failed");
  assert.equal(status("mio:1", []), "failed");
});
