/** Tests of a page or a port of the host that does not answer: where on the way it was lost, in both languages. */

import type { Listener } from "../../lib/lab/listeners.ts";
import type { HttpFacts, TcpFacts } from "../../lib/lab/host_facts.ts";
import type { ContainerFacts, PortBinding } from "../../lib/lab/snapshot.ts";
import { container, contains, eq, httpCheck, type Seen, takenAt, tcpCheck } from "./samples.ts";
import { snap } from "./saying.ts";

const web = (facts: Partial<ContainerFacts>): Seen => ({ containers: [container("web", facts)] });
const at = (port: number, address = "0.0.0.0"): PortBinding => ({ port, address });
const publishes = (port: number, more: Partial<ContainerFacts> = {}) =>
  web({ ports: { "80/tcp": [at(port)] }, ...more });
const lost = (kind: "refused" | "reset" | "timeout" | "failed", detail = "") => ({ kind, detail } as const);

const get = httpCheck("http://localhost:8080/", { status: eq(200), body: contains("hola") });
const http = (facts: HttpFacts, seen: Seen = {}): Seen => ({ ...seen, https: [[get, facts]] });

Deno.test("a page that does not come: where on its way it was lost", async (t) => {
  const answered = (status: number, body = "hola") => ({ kind: "answered", status, body, headers: {} } as const);
  await snap(t, [
    ["refused, nobody", get, http(lost("refused"))],
    ["refused, other port", get, http(lost("refused"), publishes(8081))],
    ["refused, stopped", get, http(lost("refused"), publishes(8080, { state: "exited" }))],
    ["refused, other address", get, http(lost("refused"), web({ ports: { "80/tcp": [at(8080, "192.168.1.5")] } }))],
    ["reset", get, http(lost("reset"), publishes(8080))],
    ["reset by a stranger", get, http(lost("reset"))],
    ["timeout", get, http(lost("timeout"), publishes(8080))],
    ["failed", get, http(lost("failed", "invalid HTTP response"))],
    ["404", get, http(answered(404), publishes(8080))],
    ["403", get, http(answered(403))],
    ["500", get, http(answered(500), publishes(8080))],
    ["302", get, http(answered(302))],
    ["other body", get, http(answered(200, "<h1>Welcome to nginx!</h1>"), publishes(8080))],
  ]);
});

Deno.test("who listens inside tells a wrong port, a closed address and an idle program apart", async (t) => {
  const heard = (kind: "refused" | "reset" | "timeout", ...listeners: readonly Listener[]) =>
    http(lost(kind), { ...publishes(8080), listeners: { web: listeners } });
  const any = (port: number) => ({ address: "0.0.0.0", port });
  const local = (port: number) => ({ address: "127.0.0.1", port });
  await snap(t, [
    ["nobody listens", get, heard("reset")],
    ["another port", get, heard("reset", any(8000))],
    ["without docker's proxy it is refused", get, heard("refused", any(8000))],
    ["only loopback", get, heard("reset", local(80))],
    ["only loopback, IPv6", get, heard("reset", { address: "::1", port: 80 })],
    ["another port, only loopback", get, heard("reset", local(8000))],
    ["loopback and any", get, heard("reset", local(80), { address: "::", port: 80 })],
    ["there, but slow", get, heard("timeout", any(80))],
    ["an address of the container's own", get, heard("timeout", { address: "172.18.0.2", port: 80 })],
  ]);
});

Deno.test("a container that does not run, or is no part of the lab, is named", async (t) => {
  const stranger = { name: "vieja", image: "nginx:1.25", state: "running", ports: { "80/tcp": [at(8080)] } } as const;
  const fallen = publishes(8080, { state: "exited", exitCode: 1, finishedAt: takenAt - 20_000 });
  const clash = "driver failed: Bind for 0.0.0.0:8080 failed: port is already allocated";
  await snap(t, [
    ["fell", get, http(lost("refused"), { ...fallen, lastWords: { web: "starting\nno such file: app.js\n" } })],
    ["paused", get, http(lost("timeout"), publishes(8080, { state: "paused" }))],
    ["crash loop", get, http(lost("reset"), publishes(8080, { state: "restarting", exitCode: 1, restarts: 3 }))],
    ["never started", get, http(lost("refused"), publishes(8080, { state: "created" }))],
    ["the port went to a stranger", get, {
      ...http(lost("reset"), publishes(8080, { state: "created", error: clash })),
      strangers: [stranger],
    }],
    ["a stranger publishes it", get, { ...http(lost("reset"), web({})), strangers: [stranger] }],
    ["nobody of the lab is known", get, {
      ...http(lost("reset")),
      strangers: [stranger],
      listeners: { vieja: [{ address: "0.0.0.0", port: 3000 }] },
    }],
    ["not published at all", get, http(lost("refused"), web({ ports: {} }))],
    [
      "one of several does not publish",
      get,
      http(lost("refused"), {
        containers: [container("web"), container("db", { image: "postgres" })],
      }),
    ],
  ]);
});

Deno.test("a port of the host: nobody there, somebody there, or somebody else", async (t) => {
  const open = tcpCheck("localhost:5432", { open: eq(true) });
  const closed = tcpCheck("localhost:5432", { open: eq(false) });
  const ssh = tcpCheck("localhost:2222", { banner: { is: "startsWith", prefix: "SSH-2.0" } });
  const tcp = (check: typeof open, facts: TcpFacts, seen: Seen = {}): Seen => ({ ...seen, tcps: [[check, facts]] });
  const db = (port: number): Seen => ({ containers: [container("db", { ports: { "5432/tcp": [at(port)] } })] });
  const said = (banner: string): TcpFacts => ({ kind: "open", banner });
  await snap(t, [
    ["nobody", open, tcp(open, lost("refused"))],
    ["published, nobody inside", open, { ...tcp(open, lost("reset"), db(5432)), listeners: { db: [] } }],
    ["published elsewhere", open, tcp(open, lost("refused"), db(5433))],
    ["slow", open, tcp(open, lost("timeout"))],
    ["no route", open, tcp(open, lost("failed", "No route to host (os error 113)"))],
    ["should be closed", closed, tcp(closed, said(""), db(5432))],
    ["should be closed, a program of the host", closed, tcp(closed, said(""))],
    ["no banner", ssh, tcp(ssh, said(""))],
    ["another program", ssh, tcp(ssh, said("220 mail ESMTP\r\n"))],
    ["no banner: closed", ssh, tcp(ssh, lost("refused"))],
  ]);
});
