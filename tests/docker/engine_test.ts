/** The layer against a real engine, with every client that this machine has. */

import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { HttpCheck } from "../../lib/content/schema/checks/host.ts";
import type { ExecCheck, LogsCheck } from "../../lib/content/schema/checks/inside.ts";
import { execKey, httpKey, logsKey } from "../../lib/lab/plan.ts";
import { planFor } from "../lab/plans.ts";
import type { PastEvent, Sighting } from "../../lib/lab/snapshot.ts";
import { leftovers } from "../../lib/lab/ledger.ts";
import { createEngine } from "../../lib/docker/engine.ts";
import { changesSomething } from "../../lib/docker/event_line.ts";
import { examine } from "../../lib/docker/doctor.ts";
import { takeInventory } from "../../lib/docker/inventory.ts";
import { removeObjects } from "../../lib/docker/removal.ts";
import { runSetup } from "../../lib/docker/setup.ts";
import { runSteps } from "../../lib/docker/steps.ts";
import { watch } from "../../lib/docker/watch.ts";
import { clients, docker, freePort, haveEngine, ownNames, ownSubnet, sh } from "./real_engine.ts";
import { eventually } from "./eventually.ts";

function test(sentence: string, body: () => Promise<void>): void {
  Deno.test({ name: `engine: ${sentence}`, ignore: !haveEngine, fn: body });
}

function found<Facts>(sighting: Sighting<Facts> | undefined): Facts {
  if (sighting?.kind !== "found") throw new Error(`expected to find it: ${JSON.stringify(sighting)}`);
  return sighting.facts;
}

const http = (port: number, path = "/"): HttpCheck => ({
  kind: "http",
  url: `http://127.0.0.1:${port}${path}`,
  method: "GET",
  timeout: 1,
  expects: [],
});
const exec = (name: string, ...run: readonly string[]): ExecCheck => ({
  kind: "exec",
  name,
  run,
  timeout: 5,
  expects: [],
});
const logs = (name: string): LogsCheck => ({ kind: "logs", name, tail: 100, expects: [] });

test("it says which engine it is, with each client", async () => {
  for (const client of clients) {
    await using engine = createEngine({ docker: client });
    const identity = await engine.identify();
    if (identity.kind !== "ok") throw new Error(JSON.stringify(identity));
    equal(identity.value.binary, client.path);
    match(identity.value.version, /^\d+\./);
    match(identity.value.host, /^(unix|tcp):\/\//);
  }
});

test("one look brings objects, programs, pages and logs, with each client", async () => {
  await using names = ownNames();
  const [web, once, volume, network] = [names.of("web"), names.of("once"), names.of("vol"), names.of("net")];
  const [port, loopback, nobody] = [freePort(), freePort(), freePort()];
  await sh("volume", "create", "--label", "a=1", volume);
  const { subnet } = ownSubnet();
  await sh("network", "create", "--subnet", subnet, network);
  await sh(
    ...["run", "-d", "--name", web, "--network", network, "-v", `${volume}:/data:ro`, "--tmpfs", "/scratch"],
    ...[
      "-p",
      `127.0.0.1:${port}:80`,
      "-p",
      `127.0.0.1:${loopback}:81`,
      "-e",
      "A=b=c",
      "--memory",
      "64m",
      "--cpus",
      "0.5",
    ],
    ...["--pids-limit", "50", "--restart", "on-failure:2", "--user", "0:0", "--hostname", "barco", "busybox"],
    ...["sh", "-c", "echo hola >/tmp/index.html; echo out; sleep 0.1; echo err >&2; exec httpd -f -p 80 -h /tmp"],
  );
  await sh("run", "--name", once, "busybox", "sh", "-c", "echo bye; exit 0");
  await eventually(() =>
    fetch(`http://127.0.0.1:${port}/`).then((page) => page.body?.cancel().then(() => true) ?? true, () => false)
  );
  const plan = planFor({
    container: [web, once, names.of("nope")],
    image: ["busybox", "nada:1"],
    volume: [volume, names.of("nope")],
    network: [network, names.of("nope")],
  }, {
    expectedImages: [{ container: web, image: "busybox:1.35" }, { container: once, image: "busybox:latest" }],
    execs: [
      exec(web, "cat", "/proc/net/tcp"),
      exec(web, "nada"),
      exec(web, "sh", "-c", "echo no >&2; exit 3"),
      exec(once, "true"),
    ],
    https: [http(port), http(loopback), http(nobody), http(port, "/nada")],
    logs: [logs(web), logs(once), logs(names.of("nope"))],
  });
  for (const client of clients) {
    await using engine = createEngine({ docker: client });
    const snapshot = await engine.look(plan);
    const facts = found(snapshot.containers.get(web));
    equal(facts.state, "running");
    equal(facts.hostname, "barco");
    // Another name of the same image is looked up, the same name in other words is not.
    equal(found(snapshot.images.get("busybox:1.35")).id, facts.imageId);
    equal(snapshot.images.has("busybox:latest"), false);
    deepEqual(facts.ports?.["80/tcp"], [{ port, address: "127.0.0.1" }]);
    deepEqual(facts.mounts, [
      { type: "volume", source: volume, target: "/data", readonly: true },
      { type: "tmpfs", source: "", target: "/scratch", readonly: false },
    ]);
    deepEqual([facts.memory, facts.cpus, facts.pids, facts.restart], [67108864, 0.5, 50, "on-failure:2"]);
    deepEqual([facts.networks, facts.env?.["A"], facts.image], [[network], "b=c", "busybox"]);
    equal(found(snapshot.containers.get(once)).exitCode, 0);
    equal(found(snapshot.containers.get(once)).state, "exited");
    equal(facts.imageId, found(snapshot.images.get("busybox")).id);
    deepEqual(found(snapshot.volumes.get(volume)).labels, { a: "1" });
    deepEqual(found(snapshot.networks.get(network)).containers, [web]);
    deepEqual(found(snapshot.networks.get(network)).subnets, [subnet]);
    for (const map of [snapshot.containers, snapshot.volumes, snapshot.networks]) {
      equal(map.get(names.of("nope"))?.kind, "missing");
    }
    equal(snapshot.images.get("nada:1")?.kind, "missing");
    const [listening, absent, failing, ended] = plan.execs.map((check) => snapshot.execs.get(execKey(check)));
    match(found(listening).stdout, /local_address/);
    ok([126, 127].includes(found(absent).exitCode));
    deepEqual(found(failing), { exitCode: 3, stdout: "", stderr: "no\n" });
    equal(ended?.kind, "missing");
    const [page, reset, refused, lost] = plan.https.map((check) => found(snapshot.https.get(httpKey(check))));
    equal(page?.kind === "answered" && page.body, "hola\n");
    equal(lost?.kind === "answered" && lost.status, 404);
    deepEqual([reset?.kind, refused?.kind], ["reset", "refused"]);
    equal(found(snapshot.logs.get(logsKey(logs(once)))).output, "bye\n");
    const said = found(snapshot.logs.get(logsKey(logs(web))));
    deepEqual([said.stdout, said.stderr, said.output], ["out\n", "err\n", "out\nerr\n"]);
    equal(snapshot.logs.get(logsKey(logs(names.of("nope"))))?.kind, "missing");
    ok(snapshot.neighbours.containers.some(({ name, image }) => name === web && image === "busybox"));
    ok(snapshot.neighbours.volumes.includes(volume));
    ok(snapshot.neighbours.networks.includes(network));
    ok(snapshot.neighbours.images.includes("busybox:latest"));
  }
});

test("nothing missing, nobody looks for neighbours; a prefix of an id is no name", async () => {
  await using names = ownNames();
  const id = await sh("create", "--name", names.of("made"), "busybox", "true");
  await using engine = createEngine();
  const snapshot = await engine.look(planFor({ container: [names.of("made")] }));
  deepEqual(snapshot.neighbours, { containers: [], volumes: [], networks: [], images: [] });
  equal(
    (await engine.look(planFor({ container: [id.slice(0, 12)] }))).containers.get(id.slice(0, 12))?.kind,
    "missing",
  );
  equal((await engine.look(planFor({ image: ["busybox:1.35"] }))).images.get("busybox:1.35")?.kind, "found");
});

test("a container that could not start keeps the reason", async () => {
  await using names = ownNames();
  const port = freePort();
  await sh("run", "-d", "--name", names.of("first"), "-p", `127.0.0.1:${port}:80`, "busybox", "sleep", "600");
  await sh("run", "-d", "--name", names.of("second"), "-p", `127.0.0.1:${port}:80`, "busybox", "sleep", "600").catch(
    () => {},
  );
  await using engine = createEngine();
  const facts = found(
    (await engine.look(planFor({ container: [names.of("second")] }))).containers.get(names.of("second")),
  );
  equal(facts.state, "created");
  match(facts.error ?? "", /port is already allocated/);
  equal(facts.startedAt, undefined);
});

test("a program inside that does not end is unknown after its time, not failed", async () => {
  await using names = ownNames();
  await sh("run", "-d", "--name", names.of("slow"), "busybox", "sleep", "600");
  const check: ExecCheck = { ...exec(names.of("slow"), "sleep", "30"), timeout: 0.2 };
  await using engine = createEngine();
  const sighting = (await engine.look(planFor({}, { execs: [check] }))).execs.get(execKey(check));
  equal(sighting?.kind === "unknown" && sighting.fault.kind, "hung");
});

test("events lead to a new look, and closing ends the stream", async () => {
  await using names = ownNames();
  const web = names.of("web");
  await using engine = createEngine();
  const states: string[] = [];
  const told: PastEvent[] = [];
  const watched = watch({
    // Others are at work on the engine too.
    events: (hear) =>
      engine.events((heard) => {
        if (heard.kind !== "event" || heard.event.name === web) hear(heard);
      }),
    heard: (event) => told.push(event),
    look: async () => {
      const sighting = (await engine.look(planFor({ container: [web] }))).containers.get(web);
      const state = sighting?.kind === "found" ? sighting.facts.state ?? "?" : sighting?.kind ?? "?";
      if (states.at(-1) !== state) states.push(state);
    },
  });
  await eventually(() => states.length === 1);
  await sh("run", "-d", "--name", web, "busybox", "sleep", "600");
  await eventually(() => states.at(-1) === "running");
  // What is only looked at inside is told for the record, and changes no verdict.
  await sh("exec", web, "true");
  await eventually(() => told.some(({ action }) => action === "exec_die"));
  await sh("rm", "-f", web);
  await eventually(() => states.at(-1) === "missing");
  await watched[Symbol.asyncDispose]();
  const actions = told.filter(changesSomething).map(({ action }) => action);
  deepEqual(actions.filter((action) => /^(create|start|destroy|exec_.*)$/.test(action)), [
    "create",
    "start",
    "destroy",
  ]);
});

test("setup labels what it creates, and clean-up removes that and nothing else", async () => {
  await using names = ownNames();
  const folder = await Deno.makeTempDir();
  const [kept, made, volume, network] = ["kept", "made", "vol", "net"].map(names.of);
  await sh("create", "--name", kept ?? "", "busybox", "true");
  const before = await takeInventory(docker);
  const results = await runSetup(docker, [
    `docker volume create ${volume}`,
    `docker network create ${network}`,
    `docker run -d --name ${made} --network ${network} --mount type=volume,source=${volume},target=/data busybox sleep 600`,
  ], { folder, labels: { "grumete.lab": "gt-lab" } });
  deepEqual(results.map(({ kind }) => kind), ["done", "done", "done"], JSON.stringify(results.at(-1)));
  equal(await sh("container", "inspect", "--format", '{{index .Config.Labels "grumete.lab"}}', made ?? ""), "gt-lab");
  const solution = [{ file: "a/b.txt", content: "hola" }, "docker run --rm -v $PWD/a:/a busybox cat /a/b.txt"];
  const solved = await runSteps(docker, solution, { folder });
  const last = solved.at(-1);
  equal(last?.kind === "done" ? last.stdout : JSON.stringify(last), "hola");
  const now = await takeInventory(docker);
  if (before.kind !== "ok" || now.kind !== "ok") throw new Error("no inventory");
  const lab = { id: "gt-lab", setup: [], tasks: [], images: [] } as unknown as Parameters<typeof leftovers>[0];
  const { remove } = leftovers(lab, before.value, now.value);
  deepEqual(remove.containers.map(({ name }) => name), [made]);
  const removals = await removeObjects(docker, remove);
  deepEqual(removals.map(({ kind, end }) => [kind, end]), [["container", "removed"], ["network", "removed"], [
    "volume",
    "removed",
  ]]);
  deepEqual((await removeObjects(docker, remove)).map(({ end }) => end), ["gone", "gone", "gone"]);
  const after = await takeInventory(docker);
  if (after.kind !== "ok") throw new Error("no inventory");
  ok(after.value.containers.some(({ name }) => name === kept));
  ok(!after.value.volumes.some(({ name }) => name === volume));
  await Deno.remove(folder, { recursive: true });
});

test("a command that a lab may not give is refused before any runs", async () => {
  await using names = ownNames();
  const results = await runSetup(docker, [
    `docker volume create ${names.of("v")}`,
    "docker run --privileged busybox true",
  ], {
    folder: "/tmp",
    labels: { "grumete.lab": "gt-lab" },
  });
  deepEqual(results.map(({ kind }) => kind), ["failed"]);
  await using engine = createEngine();
  equal((await engine.look(planFor({ volume: [names.of("v")] }))).volumes.get(names.of("v"))?.kind, "missing");
});

test("doctor finds nothing wrong but compose, perhaps", async () => {
  const findings = await examine(docker);
  deepEqual(findings.filter(({ status }) => status === "bad"), []);
  for (const id of ["binary", "client", "context", "engine", "swarm", "compose"]) {
    ok(findings.some((finding) => finding.id === id), id);
  }
});

test("a daemon that accepts and never answers is hung, with each client", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/hung.sock`;
  const server = Deno.listen({ transport: "unix", path });
  const open: Deno.Conn[] = [];
  const serving = (async () => {
    for await (const connection of server) open.push(connection);
  })();
  await Promise.all(clients.map(async (client) => {
    const variables = { ...client.environment.variables, DOCKER_HOST: `unix://${path}` };
    await using engine = createEngine({ docker: { ...client, environment: { inherit: false, variables } } });
    const identity = await engine.identify();
    equal(identity.kind === "fault" && identity.fault.kind, "hung");
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 100);
    const sighting = (await engine.look(planFor({ container: ["web"] }), cancel.signal)).containers.get("web");
    equal(sighting?.kind === "unknown" && sighting.fault.kind, "cancelled");
  }));
  open.forEach((connection) => connection.close());
  server.close();
  await serving;
  await Deno.remove(folder, { recursive: true });
});

test("a connection that is cut leads to a report, and to a new one", async () => {
  const host = docker.environment.variables["DOCKER_HOST"] ?? "unix:///var/run/docker.sock";
  if (!host.startsWith("unix://")) return;
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cut.sock`;
  const open = new Set<Deno.Conn>();
  const server = Deno.listen({ transport: "unix", path });
  const serving = (async () => {
    for await (const connection of server) {
      const real = await Deno.connect({ transport: "unix", path: host.slice(7) });
      open.add(connection).add(real);
      connection.readable.pipeTo(real.writable).catch(() => {});
      real.readable.pipeTo(connection.writable).catch(() => {});
    }
  })();
  const heard: string[] = [];
  await using names = ownNames();
  {
    await using engine = createEngine({
      docker: {
        ...docker,
        environment: { inherit: false, variables: { ...docker.environment.variables, DOCKER_HOST: `unix://${path}` } },
      },
    });
    await using _stream = engine.events((said) => heard.push(said.kind === "event" ? said.event.action : said.kind));
    await eventually(() => heard.includes("connected"));
    await sh("volume", "create", names.of("one"));
    await eventually(() => heard.includes("create"));
    for (const connection of open) {
      try {
        connection.close();
      } catch {
        // Closed by the other side already.
      }
    }
    await eventually(() => heard.includes("disconnected"));
    await sh("volume", "create", names.of("two"));
    await eventually(() => heard.lastIndexOf("connected") > heard.indexOf("disconnected"));
    await eventually(() => heard.filter((action) => action === "create").length === 2);
  }
  server.close();
  await serving;
  await Deno.remove(folder, { recursive: true });
});
