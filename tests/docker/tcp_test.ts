/** Connections from the host, against listeners of this process. */

import { deepEqual, equal, ok } from "node:assert/strict";
import type { TcpFacts } from "../../lib/lab/host_facts.ts";
import { connect } from "../../lib/docker/tcp.ts";
import { contains, tcpCheck } from "../lab/samples.ts";

const open = (port: number) => tcpCheck(`127.0.0.1:${port}`, { open: { is: "equal", value: true } });
const banner = (port: number) => tcpCheck(`127.0.0.1:${port}`, { banner: contains("x") });

async function ask(check: ReturnType<typeof open>): Promise<TcpFacts> {
  const sighting = await connect(check, new AbortController().signal);
  if (sighting.kind !== "found") throw new Error(JSON.stringify(sighting));
  return sighting.facts;
}

/** Treats each connection in its own way while `body` runs. */
async function serving(treat: (connection: Deno.TcpConn) => void, body: (port: number) => Promise<void>) {
  const server = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const accepted: Deno.TcpConn[] = [];
  const treated = (async () => {
    for await (const connection of server) {
      accepted.push(connection);
      treat(connection);
    }
  })();
  try {
    await body(server.addr.port);
  } finally {
    server.close();
    await treated;
    for (const connection of accepted) {
      try {
        connection.close();
      } catch {
        // Closed by the test already.
      }
    }
  }
}

const say = (text: string) => (connection: Deno.TcpConn) =>
  void connection.write(new TextEncoder().encode(text)).then(() => connection.close(), () => {});

Deno.test("who waits to be spoken to is open, without a banner", async () => {
  await serving(() => {}, async (port) => {
    deepEqual(await ask(open(port)), { kind: "open", banner: "" });
    const begun = performance.now();
    deepEqual(await ask({ ...banner(port), timeout: 0.3 }), { kind: "open", banner: "" });
    ok(performance.now() - begun < 1500);
  });
});

Deno.test("who hangs up without a word is as docker's proxy is for a container in which nobody listens", async () => {
  await serving((connection) => connection.close(), async (port) => {
    equal((await ask(open(port))).kind, "reset");
  });
});

Deno.test("the first words are kept, and who says them before hanging up is open", async () => {
  await serving(say("SSH-2.0-x\r\n"), async (port) => {
    deepEqual(await ask(open(port)), { kind: "open", banner: "SSH-2.0-x\r\n" });
    deepEqual(await ask(banner(port)), { kind: "open", banner: "SSH-2.0-x\r\n" });
  });
  await serving(say("y".repeat(5000)), async (port) => {
    const facts = await ask(banner(port));
    equal(facts.kind === "open" && facts.banner.length, 1024);
  });
});

Deno.test("a banner that takes its time is waited for, where one is asked for", async () => {
  const later = (connection: Deno.TcpConn) => void setTimeout(() => say("220 x\r\n")(connection), 400);
  await serving(later, async (port) => {
    deepEqual(await ask(banner(port)), { kind: "open", banner: "220 x\r\n" });
  });
});

Deno.test("a port that nobody has is refused, and a look that is cancelled says nothing", async () => {
  const free = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = free.addr;
  free.close();
  equal((await ask(open(port))).kind, "refused");
  await serving(() => {}, async (port) => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 30);
    const sighting = await connect(banner(port), cancel.signal);
    equal(sighting.kind === "unknown" && sighting.fault.kind, "cancelled");
  });
});
