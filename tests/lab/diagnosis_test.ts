/** Tests of the diagnosis: for each way to be wrong, what the learner reads, in both languages. */

import assert from "node:assert/strict";
import { langs } from "../../lib/content/text.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { nearest } from "../../lib/lab/diagnosis/nearest.ts";
import { exitText } from "../../lib/lab/diagnosis/exit_code.ts";
import type { ContainerFacts, PortBinding } from "../../lib/lab/snapshot.ts";
import {
  blindSnapshot,
  container,
  contains,
  eq,
  exactly,
  execCheck,
  fields,
  includes,
  logsCheck,
  mounted,
  objectCheck,
  published,
  type Seen,
  takenAt,
  workspace,
} from "./samples.ts";
import { snap } from "./saying.ts";

const running = objectCheck("container", "web", { state: eq("running") });
const web = (facts: Partial<ContainerFacts>): Seen => ({ containers: [container("web", facts)] });
const at = (port: number, address = "0.0.0.0"): PortBinding => ({ port, address });

Deno.test("a missing object: the one that was probably meant, or the kind of command that makes one", async (t) => {
  const neighbour = { name: "wbe", image: "nginx:1.25", status: "Exited (1) 20 seconds ago" };
  const byImage = objectCheck("container", "web", { image: eq("nginx:1.27") });
  await snap(t, [
    ["nothing near", running, { missing: ["web"] }],
    ["a slip in the name", running, { missing: ["web"], neighbours: { containers: [neighbour] } }],
    ["another name, the right image", byImage, {
      missing: ["web"],
      neighbours: {
        containers: [{ name: "quirky_euler", image: "docker.io/library/nginx:1.27", status: "Up 3 minutes" }],
      },
    }],
    ["two slips, one of the right image", byImage, {
      missing: ["web"],
      neighbours: { containers: [neighbour, { name: "wob", image: "nginx:1.27", status: "Up 2 minutes" }] },
    }],
    ["a slip goes before a stranger of the right image", byImage, {
      missing: ["web"],
      neighbours: { containers: [{ name: "proxy", image: "nginx:1.27", status: "Up 2 minutes" }, neighbour] },
    }],
    ["several of the right image", byImage, {
      missing: ["web"],
      neighbours: {
        containers: ["uno", "proxy"].map((name) => ({ name, image: "nginx:1.27", status: "Up 2 minutes" })),
      },
    }],
    ["volume", objectCheck("volume", "datos"), { missing: ["datos"] }],
    ["volume, slip", objectCheck("volume", "datos"), { missing: ["datos"], neighbours: { volumes: ["dato", "otro"] } }],
    ["network", objectCheck("network", "backend"), {
      missing: ["backend"],
      neighbours: { networks: ["bridge", "host"] },
    }],
    ["network, slip", objectCheck("network", "backend"), {
      missing: ["backend"],
      neighbours: { networks: ["bakcend"] },
    }],
    ["image", objectCheck("image", "mi-web:1"), { missing: ["mi-web:1"], neighbours: { images: ["<none>:<none>"] } }],
    ["image, other tag", objectCheck("image", "mi-web:1"), {
      missing: ["mi-web:1"],
      neighbours: { images: ["mi-web:latest"] },
    }],
    ["image, slip", objectCheck("image", "mi-web:1"), {
      missing: ["mi-web:1"],
      neighbours: { images: ["busybox:latest", "mi-wbe:1"] },
    }],
  ]);
});

Deno.test("an object that should be gone: how to remove it", async (t) => {
  const gone = { exists: false };
  await snap(t, [
    ["running container", objectCheck("container", "web", {}, gone), web({})],
    ["stopped container", objectCheck("container", "web", {}, gone), web({ state: "exited" })],
    ["volume", objectCheck("volume", "datos", {}, gone), { volumes: [{ name: "datos" }] }],
    ["network", objectCheck("network", "red", {}, gone), { networks: [{ id: "1", name: "red" }] }],
    ["network in use", objectCheck("network", "red", {}, gone), {
      networks: [{ id: "1", name: "red", containers: ["web"] }],
    }],
    ["image", objectCheck("image", "mi-web:1", {}, gone), { images: { "mi-web:1": { id: "sha256:1" } } }],
  ]);
});

Deno.test("a container that should run and does not: why it ended or never began", async (t) => {
  const exited = (exitCode: number, more: Partial<ContainerFacts> = {}) => web({ state: "exited", exitCode, ...more });
  const other = container("otra", { ports: { "80/tcp": [at(8080)] } });
  const failed = (error: string): Seen => web({ state: "created", exitCode: 128, error });
  const inUse =
    "driver failed programming external connectivity on endpoint web (0b1): Bind for 0.0.0.0:8080 failed: port is already allocated";
  const hostUse =
    "driver failed programming external connectivity: Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use";
  const noProgram =
    'OCI runtime create failed: runc create failed: unable to start container process: exec: "sleeep": executable file not found in $PATH: unknown';
  await snap(t, [
    ["exit 0", running, exited(0)],
    ["exit 1", running, exited(1)],
    ["exit 126", running, exited(126)],
    ["exit 127", running, exited(127)],
    ["exit 137, killed", running, exited(137)],
    ["exit 137, memory, limit", running, exited(137, { oomKilled: true, memory: 64 * 1024 ** 2 })],
    ["exit 137, memory, no limit", running, exited(137, { oomKilled: true, memory: 0 })],
    ["exit 139", running, exited(139)],
    ["exit 143", running, exited(143)],
    ["paused", running, web({ state: "paused" })],
    ["created", running, web({ state: "created" })],
    ["crash loop", running, web({ state: "restarting", exitCode: 1, restarts: 4 })],
    ["port taken by a container", running, {
      containers: [container("web", { state: "created", error: inUse }), other],
    }],
    ["port taken by somebody", running, failed(inUse)],
    ["port taken by a program", running, failed(hostUse)],
    ["no such program", running, failed(noProgram)],
    ["exec format", running, failed("exec /usr/bin/app: exec format error")],
    ["not executable", running, failed('exec: "/app.sh": permission denied: unknown')],
    [
      "no such folder",
      running,
      failed('invalid mount config for type "bind": bind source path does not exist: /home/ana/html'),
    ],
    ["network gone", running, failed("network 3f2a not found")],
    ["anything else", running, failed("something new\nwith `two` lines")],
  ]);
});

Deno.test("other states that were asked for: the step that leads there", async (t) => {
  const state = (goal: string) => objectCheck("container", "web", { state: eq(goal) });
  await snap(t, [
    ["exited, but runs", state("exited"), web({})],
    ["exited, but paused", state("exited"), web({ state: "paused" })],
    ["exited, but created", state("exited"), web({ state: "created" })],
    [
      "exited, but docker could not start it",
      state("exited"),
      web({ state: "created", error: "unable to find user nobody: no matching entries in passwd file" }),
    ],
    ["paused, but runs", state("paused"), web({})],
    ["created, but runs", state("created"), web({})],
    ["exit code while running", objectCheck("container", "web", { exitCode: eq(3) }), web({})],
    ["other exit code", objectCheck("container", "web", { exitCode: eq(0) }), web({ state: "exited", exitCode: 2 })],
    ["not killed for memory", objectCheck("container", "web", { oomKilled: eq(true) }), web({})],
    [
      "killed for memory",
      objectCheck("container", "web", { oomKilled: eq(false) }),
      web({ exitCode: 137, oomKilled: true }),
    ],
    ["no health check", objectCheck("container", "web", { health: eq("healthy") }), web({})],
    ["health starting", objectCheck("container", "web", { health: eq("healthy") }), web({ health: "starting" })],
    [
      "unhealthy",
      objectCheck("container", "web", { health: eq("healthy") }),
      web({ health: "unhealthy", healthOutput: "db not reachable\n" }),
    ],
    [
      "steady, just started",
      objectCheck("container", "web", { state: eq("running") }, { steady: 3 }),
      web({ startedAt: takenAt - 1250 }),
    ],
    [
      "steady, restarted",
      objectCheck("container", "web", { state: eq("running") }, { steady: 3 }),
      web({ startedAt: takenAt - 4000, restarts: 2 }),
    ],
  ]);
});

Deno.test("ports, mounts, networks and limits: what differs and the smallest step", async (t) => {
  const ports = (wanted: number, inside = "80/tcp") =>
    objectCheck("container", "web", { ports: published({ [inside]: wanted }) });
  const mounts = (row: Readonly<Record<string, string | boolean>>) =>
    objectCheck("container", "web", { mounts: mounted(row) });
  const volume = { type: "volume", source: "datos", target: "/data", readonly: false };
  const networks = (matcher: ReturnType<typeof includes>) => objectCheck("container", "web", { networks: matcher });
  const local = fields({ "80/tcp": { is: "includes", items: [fields({ port: eq(8080), address: eq("127.0.0.1") })] } });
  await snap(t, [
    ["no ports", ports(8080), web({})],
    ["other host port", ports(8080), web({ ports: { "80/tcp": [at(8081), at(8081, "::")] } })],
    ["wrong way round", ports(8080), web({ ports: { "8080/tcp": [at(80)] } })],
    ["other container port", ports(8080), web({ ports: { "8000/tcp": [at(8080)] } })],
    ["only exposed", ports(8080), web({ ports: { "80/tcp": [] } })],
    ["other ports", ports(8080), web({ ports: { "443/tcp": [at(8443)] } })],
    ["udp", ports(53, "53/udp"), web({})],
    ["other address", objectCheck("container", "web", { ports: local }), web({ ports: { "80/tcp": [at(8080)] } })],
    [
      "should not be published",
      objectCheck("container", "web", { ports: fields({ "80/tcp": { is: "absent", absent: true } }) }),
      web({ ports: { "80/tcp": [at(8080)] } }),
    ],
    ["no mounts", mounts(volume), web({})],
    ["bind for volume", mounts(volume), web({ mounts: [{ ...volume, type: "bind", source: "/home/ana/datos" }] })],
    [
      "volume for bind",
      mounts({ type: "bind", source: "./html", target: "/data" }),
      web({ mounts: [{ ...volume, source: "html" }] }),
    ],
    ["other volume", mounts(volume), web({ mounts: [{ ...volume, source: "otro" }] })],
    ["other place", mounts(volume), web({ mounts: [{ ...volume, target: "/datos" }] })],
    ["should be read-only", mounts({ ...volume, readonly: true }), web({ mounts: [volume] })],
    ["should be writable", mounts(volume), web({ mounts: [{ ...volume, readonly: true }] })],
    ["tmpfs", mounts({ type: "tmpfs", target: "/cache" }), web({ mounts: [volume] })],
    ["network", networks(includes("backend")), web({})],
    ["network that does not exist", networks(includes("backend")), { ...web({}), missing: ["backend"] }],
    ["network too many", networks(exactly("backend")), web({ networks: ["backend", "bridge"] })],
    [
      "memory, no limit",
      objectCheck("container", "web", { memory: { is: "range", max: 128 * 1024 ** 2 } }),
      web({ memory: 0 }),
    ],
    ["memory too high", objectCheck("container", "web", { memory: eq(128 * 1024 ** 2) }), web({ memory: 1024 ** 3 })],
    ["cpus", objectCheck("container", "web", { cpus: eq(0.5) }), web({})],
    ["pids", objectCheck("container", "web", { pids: { is: "range", max: 100 } }), web({ pids: 500 })],
    ["restart", objectCheck("container", "web", { restart: eq("unless-stopped") }), web({ restart: "no" })],
  ]);
});

Deno.test("what is fixed at creation: the option that sets it", async (t) => {
  const check = (expects: Parameters<typeof objectCheck>[2]) => objectCheck("container", "web", expects);
  await snap(t, [
    ["image", check({ image: eq("nginx:1.27") }), web({ image: "nginx:1.25" })],
    ["command", check({ command: contains("sleep") }), web({ command: ["nginx", "-g", "daemon off;"] })],
    ["user", check({ user: eq("1000") }), web({})],
    ["hostname", check({ hostname: eq("faro") }), web({ hostname: "0a1b" })],
    ["variable missing", check({ env: fields({ MODE: eq("produccion") }) }), web({})],
    ["variable differs", check({ env: fields({ MODE: eq("produccion") }) }), web({ env: { MODE: "prueba" } })],
    ["variable misspelled", check({ env: fields({ MODE: eq("produccion") }) }), web({ env: { MODO: "produccion" } })],
    [
      "variable unwanted",
      check({ env: fields({ DEBUG: { is: "absent", absent: true } }) }),
      web({ env: { DEBUG: "1" } }),
    ],
    ["label", check({ labels: fields({ app: eq("web") }) }), web({ labels: {} })],
    ["read-only", check({ readonly: eq(true) }), web({})],
    ["privileged", check({ privileged: eq(false) }), web({ privileged: true })],
    ["image: user", objectCheck("image", "mi-web:1", { user: eq("app") }), { images: { "mi-web:1": { id: "1" } } }],
    ["image: exposed", objectCheck("image", "mi-web:1", { exposed: includes("80/tcp") }), {
      images: { "mi-web:1": { id: "1" } },
    }],
    ["image: size", objectCheck("image", "mi-web:1", { size: { is: "range", max: 10 * 1024 ** 2 } }), {
      images: { "mi-web:1": { id: "1", size: 20 * 1024 ** 2 } },
    }],
    ["image: label", objectCheck("image", "mi-web:1", { labels: fields({ autor: eq("ana") }) }), {
      images: { "mi-web:1": { id: "1" } },
    }],
    ["image: tag", objectCheck("image", "mi-web:1", { tags: includes("mi-web:2") }), {
      images: { "mi-web:1": { id: "1", tags: ["mi-web:1"] } },
    }],
    ["volume: label", objectCheck("volume", "datos", { labels: fields({ uso: eq("copia") }) }), {
      volumes: [{ name: "datos" }],
    }],
    ["network: internal", objectCheck("network", "red", { internal: eq(true) }), {
      networks: [{ id: "1", name: "red" }],
    }],
    ["network: subnet", objectCheck("network", "red", { subnets: includes("10.9.0.0/24") }), {
      networks: [{ id: "1", name: "red", subnets: ["172.18.0.0/16"] }],
    }],
    ["network: member missing", objectCheck("network", "red", { containers: includes("web") }), {
      networks: [{ id: "1", name: "red" }],
      missing: ["web"],
    }],
    ["network: member stopped", objectCheck("network", "red", { containers: includes("web") }), {
      networks: [{ id: "1", name: "red" }],
      containers: [container("web", { state: "exited", networks: ["red"] })],
    }],
    ["network: member elsewhere", objectCheck("network", "red", { containers: includes("web") }), {
      networks: [{ id: "1", name: "red" }],
      ...web({}),
    }],
  ]);
});

Deno.test("a program or a log that says something else: what it said, and how to see it", async (t) => {
  const cat = execCheck("web", ["cat", "/data/hola.txt"], { exitCode: eq(0), stdout: contains("hola") });
  const exec = (exitCode: number, stdout: string, stderr: string): Seen => ({
    ...web({}),
    execs: [[cat, { exitCode, stdout, stderr }]],
  });
  const logs = logsCheck("web", { output: contains("listo") });
  const stdout = logsCheck("web", { stdout: contains("listo") });
  const wrote = (stdout: string, stderr = "") => ({ stdout, stderr, output: stdout + stderr });
  await snap(t, [
    ["no such file", cat, exec(1, "", "cat: can't open '/data/hola.txt': No such file or directory\n")],
    ["other words", cat, exec(0, "adiós\n", "")],
    [
      "no such program",
      cat,
      exec(
        126,
        'OCI runtime exec failed: exec failed: exec: "cat": executable file not found in $PATH: unknown\r\n',
        "",
      ),
    ],
    ["container gone", cat, { missing: ["web"] }],
    ["container stopped", cat, web({ state: "exited" })],
    ["container paused", cat, web({ state: "paused" })],
    ["container stopped in between", cat, { ...web({}), execs: [] }],
    ["log without it", logs, { ...web({}), logs: [[logs, wrote("uno\ndos\n")]] }],
    ["empty log", logs, { ...web({}), logs: [[logs, wrote("")]] }],
    ["log of a container that never began", logs, { ...web({ state: "created" }), logs: [[logs, wrote("")]] }],
    ["the other stream", stdout, { ...web({}), logs: [[stdout, wrote("", "listo\n")]] }],
    ["log of no container", logs, { missing: ["web"] }],
  ]);
});

Deno.test("an engine that does not answer is never the learner's mistake", async (t) => {
  const look = { snapshot: blindSnapshot(["web", "datos"]), workspace, advise };
  const exec = execCheck("web", ["true"], { exitCode: eq(0) });
  const gone = objectCheck("volume", "datos", {}, { exists: false });
  const verdicts = [running, exec, gone].map((check) => judgeCheck(check, look));
  for (const verdict of verdicts) {
    assert.equal(verdict.status, "unchecked");
    for (const { status } of verdict.fields) assert.equal(status, "unchecked");
  }
  await t.assertSnapshot(verdicts.map(({ expected, actual, because, next }) => ({ expected, actual, because, next })));
});

Deno.test("a name is near only when it may be a slip", () => {
  assert.equal(nearest("web", ["db", "wbe"]), "wbe");
  assert.equal(nearest("web", ["proxy"]), undefined);
  assert.equal(nearest("Web", ["web"]), "web");
  assert.equal(nearest("web", ["web"]), undefined);
  assert.equal(nearest("web", ["web-server"]), undefined);
});

Deno.test("every exit code says something in both languages", () => {
  for (let code = 0; code < 256; code++) {
    for (const lang of langs) assert.match(exitText(code, false)[lang], new RegExp(`\\b${code}\\b`));
  }
});
