/** What docker says when it does not give a file, in the words of two generations of clients. */

import { deepEqual, equal } from "node:assert/strict";
import type { FileCheck } from "../../lib/content/schema/checks/inside.ts";
import { fileIn } from "../../lib/docker/file.ts";
import { readingOfCopy } from "../../lib/docker/faults.ts";
import { container } from "../lab/samples.ts";
import { fakeDocker } from "./fake_docker.ts";

const reading = (stderr: string) =>
  readingOfCopy({ argv: [], end: "exited", code: 1, stdout: "", stderr, overflow: false });

Deno.test("a path that is not there is missing, whatever docker calls it", () => {
  for (
    const said of [
      "Error response from daemon: Could not find the file /nada in container web",
      "Error response from daemon: Could not find the file /a b/c d in container 0a1b2c",
      "Error: No such container:path: web:/nada",
      "Error response from daemon: lstat /var/lib/docker/overlay2/80/merged/etc/passwd/x: not a directory",
      "Error response from daemon: No such container: web",
    ]
  ) equal(reading(said).kind, "missing", said);
});

Deno.test("any other refusal is a fault", () => {
  const down = "Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?";
  deepEqual(reading(down), { kind: "fault", fault: { kind: "daemon-down", detail: down } });
  for (const said of ["Error response from daemon: open /x/merged/f: input/output error", "no space left on device"]) {
    equal(reading(said).kind, "fault", said);
  }
});

const check: FileCheck = { kind: "file", name: "web:/x", container: "web", path: "/x", exists: true, expects: [] };
const ask = async (script: string) => {
  using fake = fakeDocker(script);
  return await fileIn(fake.docker, check, { kind: "found", facts: container("web") }, new AbortController().signal);
};

Deno.test("an answer that is no archive is unknown, and so is one that never ends", async () => {
  equal((await ask("echo hola")).kind, "unknown");
  equal((await ask("exit 0")).kind, "unknown");
  const endless = await ask("exec cat /dev/zero");
  deepEqual(endless, { kind: "unknown", fault: { kind: "unknown", detail: "docker cp gave no archive" } });
});
