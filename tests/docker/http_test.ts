/** Requests from the host, against listeners of this process. */

import { deepEqual, equal } from "node:assert/strict";
import type { HttpCheck } from "../../lib/content/schema/checks/host.ts";
import type { HttpFacts } from "../../lib/lab/host_facts.ts";
import { endOf, request } from "../../lib/docker/http.ts";

async function ask(port: number, extra: Partial<HttpCheck> = {}): Promise<HttpFacts> {
  const url = `http://127.0.0.1:${port}/`;
  const check: HttpCheck = { kind: "http", url, method: "GET", timeout: 2, expects: [], ...extra };
  const sighting = await request(check, new AbortController().signal);
  if (sighting.kind !== "found") throw new Error(JSON.stringify(sighting));
  return sighting.facts;
}

/** Treats each connection in its own way while `body` runs. */
async function serving(treat: (connection: Deno.TcpConn) => Promise<void>, body: (port: number) => Promise<void>) {
  const server = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const treated = (async () => {
    for await (const connection of server) await treat(connection).catch(() => {});
  })();
  try {
    await body(server.addr.port);
  } finally {
    server.close();
    await treated;
  }
}

const answer = (text: string) => async (connection: Deno.TcpConn) => {
  await connection.read(new Uint8Array(4096));
  await connection.write(new TextEncoder().encode(text));
  connection.close();
};

Deno.test("an answer comes with status, headers and body, and redirects are not followed", async () => {
  await serving(
    answer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 4\r\n\r\nhola"),
    async (port) => {
      const facts = await ask(port);
      deepEqual(facts, {
        kind: "answered",
        status: 302,
        body: "hola",
        headers: { "content-length": "4", location: "http://127.0.0.1:1/" },
      });
    },
  );
});

Deno.test("the body is cut at 64 KiB, and says so", async () => {
  for (const [size, cut] of [[65536, undefined], [65537, true]] as const) {
    await serving(answer(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n${"x".repeat(size)}`), async (port) => {
      const facts = await ask(port);
      deepEqual(facts.kind === "answered" && [facts.body.length, facts.cut], [65536, cut]);
    });
  }
});

Deno.test("a port that nobody has is refused; one that hangs up is a reset", async () => {
  const free = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = free.addr;
  free.close();
  equal((await ask(port)).kind, "refused");
  await serving((connection) => Promise.resolve(connection.close()), async (port) => {
    equal((await ask(port)).kind, "reset");
  });
});

Deno.test("a server that says nothing is a timeout, one that speaks something else has failed", async () => {
  const open: Deno.Conn[] = [];
  await serving((connection) => Promise.resolve(void open.push(connection)), async (port) => {
    equal((await ask(port, { timeout: 0.1 })).kind, "timeout");
  });
  open.forEach((connection) => connection.close());
  await serving(answer("SSH-2.0-OpenSSH_9.2\r\n"), async (port) => {
    equal((await ask(port)).kind, "failed");
  });
});

Deno.test("a proxy for the rest of the world is not asked", async () => {
  const before = Deno.env.get("HTTP_PROXY");
  Deno.env.set("HTTP_PROXY", "http://127.0.0.1:1");
  await serving(answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"), async (port) => {
    equal((await ask(port)).kind, "answered");
  });
  equal(Deno.env.get("HTTP_PROXY"), "http://127.0.0.1:1");
  if (before === undefined) Deno.env.delete("HTTP_PROXY");
  else Deno.env.set("HTTP_PROXY", before);
});

Deno.test("a trouble of this machine is no answer: only what the other side did counts as an end", () => {
  const end = (said: string) => {
    const sighting = endOf(
      new TypeError("error sending request for url (http://localhost/)", { cause: new Error(said) }),
    );
    return sighting.kind === "found" ? sighting.facts.kind : sighting.kind;
  };
  equal(end("tcp connect error: Connection refused (os error 111)"), "refused");
  equal(end("Se ha denegado la conexión (os error 10061)"), "refused");
  equal(end("connection error: Connection reset by peer (os error 104)"), "reset");
  equal(end("tcp connect error: Connection timed out (os error 110)"), "timeout");
  equal(end("tcp connect error: Too many open files (os error 24)"), "unknown");
  equal(end("tcp connect error: Cannot assign requested address (os error 99)"), "unknown");
  equal(end("invalid HTTP version parsed"), "failed");
});
