/** Tests of when two image references mean the same image. */

import assert from "node:assert/strict";
import { familiar, repository, sameImage } from "../../lib/lab/matching/reference.ts";

Deno.test("an image has one familiar name, however it was written", () => {
  for (const long of ["nginx", "nginx:latest", "library/nginx", "docker.io/nginx", "index.docker.io/library/nginx"]) {
    assert.equal(familiar(long), "nginx:latest", long);
  }
  assert.equal(familiar("docker.io/ana/web:2"), "ana/web:2");
  assert.equal(familiar("localhost:5000/web"), "localhost:5000/web:latest");
  assert.equal(familiar("nginx@sha256:ab"), "nginx@sha256:ab");
  const id = `sha256:${"a".repeat(64)}`;
  assert.equal(familiar(id), id);
  assert.equal(repository("localhost:5000/web:2"), "localhost:5000/web");
});

Deno.test("two names of one id are the same image; two unknown ids are not", () => {
  assert.ok(sameImage("mine:1", "nginx", { actualId: "sha256:a", expectedId: "sha256:a" }));
  assert.ok(!sameImage("mine:1", "nginx", {}));
  assert.ok(sameImage("docker.io/library/nginx", "nginx:latest", {}));
});
