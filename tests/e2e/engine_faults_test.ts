/** The engine out of reach, in every way that can be made here: exit code 3, the repair, never a wrong verdict. */

import assert from "node:assert/strict";
import { grumete, temporaryFolder } from "./grumete.ts";

async function verifying(env: Readonly<Record<string, string>>) {
  using folder = temporaryFolder();
  const began = performance.now();
  const ran = await grumete(["verify", "first-container", "--format", "json", "--lang", "en", "--state", folder.path], {
    env,
  });
  return { ...ran, report: JSON.parse(ran.stdout), took: performance.now() - began };
}

function unchecked(report: { status: string; score: number; tasks: { status: string }[] }): void {
  assert.equal(report.status, "unchecked");
  assert.ok(report.tasks.every(({ status }) => status === "unchecked" || status === "blocked"), JSON.stringify(report));
}

Deno.test("docker is not installed: unchecked, exit code 3, and how to install it", async () => {
  const { code, report, stdout } = await verifying({ PATH: "/nonexistent" });
  assert.equal(code, 3);
  unchecked(report);
  assert.match(stdout, /install/i);
});

Deno.test("nobody listens on the socket: unchecked, exit code 3", async () => {
  const { code, report } = await verifying({ DOCKER_HOST: "unix:///nonexistent/docker.sock" });
  assert.equal(code, 3);
  unchecked(report);
});

Deno.test("a daemon that accepts and never answers does not hang the verification", async () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/docker.sock`;
  const listener = Deno.listen({ transport: "unix", path });
  const open: Deno.UnixConn[] = [];
  const accepting = (async () => {
    for await (const connection of listener) open.push(connection as Deno.UnixConn);
  })().catch(() => {});
  try {
    const { code, report, took } = await verifying({ DOCKER_HOST: `unix://${path}` });
    assert.equal(code, 3);
    unchecked(report);
    assert.ok(took < 15_000, `${took} ms`);
  } finally {
    listener.close();
    open.forEach((connection) => connection.close());
    await accepting;
  }
});

Deno.test("something that is not docker behind the socket is named", async () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/docker.sock`;
  const listener = Deno.listen({ transport: "unix", path });
  const accepting = (async () => {
    for await (const connection of listener) {
      await connection.write(new TextEncoder().encode("220 smtp ready\r\n")).catch(() => {});
      connection.close();
    }
  })().catch(() => {});
  try {
    const { code, report } = await verifying({ DOCKER_HOST: `unix://${path}` });
    assert.equal(code, 3);
    unchecked(report);
  } finally {
    listener.close();
    await accepting;
  }
});

Deno.test("a context that does not exist is named, with the repair", async () => {
  const { code, report, stdout } = await verifying({ DOCKER_HOST: "", DOCKER_CONTEXT: "nowhere" });
  assert.equal(code, 3);
  unchecked(report);
  assert.match(stdout, /docker context/);
});

Deno.test("prepare and cleanup say the same and change nothing", async () => {
  using folder = temporaryFolder();
  for (const verb of ["prepare", "cleanup"]) {
    const { code, stderr } = await grumete([verb, "first-container", "--state", folder.path, "--lang", "en"], {
      env: { DOCKER_HOST: "unix:///nonexistent/docker.sock" },
    });
    assert.equal(code, 3, verb);
    assert.match(stderr, /docker/i);
    assert.doesNotMatch(stderr, /^\s+at /m);
  }
});

Deno.test("doctor ends with 3 and the repair when the engine is down", async () => {
  const { code, stdout } = await grumete(["doctor", "--json"], {
    env: { DOCKER_HOST: "unix:///nonexistent/docker.sock" },
  });
  assert.equal(code, 3);
  const document = JSON.parse(stdout);
  assert.ok(document.findings.some(({ status, next }: { status: string; next?: string }) => status === "bad" && next));
});
