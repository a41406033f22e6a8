/** Tests of what is made of several containers: verdicts and words about projects, services, stacks and the swarm. */

import assert from "node:assert/strict";
import type { Check } from "../../lib/content/schema/check.ts";
import type { SwarmCheck, SwarmState } from "../../lib/content/schema/checks/swarm.ts";
import type { ObjectKind } from "../../lib/content/schema/checks/object.ts";
import type { Expectation } from "../../lib/content/schema/expectation.ts";
import { swarmFields } from "../../lib/content/schema/field.ts";
import type { Matcher } from "../../lib/content/schema/matcher.ts";
import { langs } from "../../lib/content/text.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import type { FaultKind } from "../../lib/lab/fault.ts";
import { taskStatus } from "../../lib/lab/judge.ts";
import type {
  ComposeFacts,
  NodeFacts,
  ServiceFacts,
  ServiceTask,
  StackFacts,
  SwarmFacts,
} from "../../lib/lab/orchestration.ts";
import type { Neighbours, Sighting, Snapshot } from "../../lib/lab/snapshot.ts";
import type { CheckVerdict } from "../../lib/lab/verdict.ts";
import {
  container,
  contains,
  eq,
  exactly,
  fields,
  includes,
  mounted,
  objectCheck,
  published,
  snapshot,
  workspace,
} from "./samples.ts";

const atLeast = (min: number): Matcher => ({ is: "range", min });

function found<Facts>(facts: Facts): Sighting<Facts> {
  return { kind: "found", facts };
}

function judged(check: Check, seen: Partial<Snapshot>): CheckVerdict {
  return judgeCheck(check, { snapshot: { ...snapshot(), ...seen }, workspace, advise });
}

type Case = readonly [name: string, check: Check, seen: Partial<Snapshot>];

async function snap(t: Deno.TestContext, cases: readonly Case[]): Promise<void> {
  for (const lang of langs) {
    const texts = cases.map(([name, check, seen]) => {
      const verdict = judged(check, seen);
      assert.notEqual(verdict.status, "passed", name);
      return [
        `# ${name}`,
        `${verdict.kind} ${verdict.subject}: ${verdict.status}`,
        `  expected: ${verdict.expected[lang]}`,
        `  actual:   ${verdict.actual[lang]}`,
        `  because:  ${verdict.because?.[lang] ?? "–"}`,
        `  next:     ${verdict.next?.[lang] ?? "–"}`,
      ].join("\n");
    });
    await t.assertSnapshot(texts.join("\n\n"));
  }
}

// Compose

const member = (service: string, number: string, facts: Parameters<typeof container>[1] = {}) => ({
  ...container(`tienda-${service}-${number}`, facts),
  service,
  number,
});

const shop: ComposeFacts = {
  services: ["db", "web"],
  running: { db: 1, web: 1 },
  health: { db: "unhealthy" },
  images: { db: "postgres:16", web: "nginx:latest" },
  dependsOn: { db: [], web: ["db:service_started"] },
  networks: ["default"],
  volumes: ["datos"],
  files: ["compose.yaml"],
  generation: 2,
  folder: "/home/ana/tienda",
  containers: [member("db", "1", { health: "unhealthy", healthOutput: "no route" }), member("web", "1")],
};

const project = (expects: Readonly<Record<string, Matcher>>) => objectCheck("compose", "tienda", expects);
const asProject = (facts: Partial<ComposeFacts> = {}): Partial<Snapshot> => ({
  composes: new Map([["tienda", found({ ...shop, ...facts })]]),
});
const fallen = asProject({
  running: { db: 1, web: 0 },
  containers: [member("web", "1", { state: "exited", exitCode: 127 })],
});
const orphan = asProject({ services: ["db", "viejo", "web"] });

Deno.test("a project that differs: the line of its file, and the command that applies it", async (t) => {
  await snap(t, [
    ["a service without containers", project({ services: includes("cache") }), asProject()],
    ["a slip in a service's name", project({ services: includes("webb") }), asProject()],
    ["an orphan", project({ services: exactly("db", "web") }), orphan],
    ["too few containers", project({ running: fields({ web: eq(3) }) }), asProject()],
    ["at least so many", project({ running: fields({ web: atLeast(2) }) }), asProject()],
    ["a container that fell", project({ running: fields({ web: eq(1) }) }), fallen],
    ["too many containers", project({ running: fields({ web: eq(0) }) }), asProject()],
    ["running, but of no such service", project({ running: fields({ cache: eq(1) }) }), asProject()],
    ["unhealthy", project({ health: fields({ db: eq("healthy") }) }), asProject()],
    ["no health check", project({ health: fields({ web: eq("healthy") }) }), asProject()],
    ["another image", project({ images: fields({ db: eq("postgres:15") }) }), asProject()],
    ["waits for nobody", project({ dependsOn: fields({ db: includes("web") }) }), asProject()],
    ["waits in another way", project({ dependsOn: fields({ web: includes("db:service_healthy") }) }), asProject()],
    ["no such network", project({ networks: includes("backend") }), asProject()],
    ["a network too many", project({ networks: exactly() }), asProject()],
    ["no such volume", project({ volumes: includes("logs") }), asProject()],
    ["another file", project({ files: includes("prod.yaml") }), asProject()],
    ["the first generation", project({ generation: eq(2) }), asProject({ generation: 1 })],
    ["the second generation", project({ generation: eq(1) }), asProject()],
    [
      "a project under another name than its folder's",
      project({ services: includes("cache") }),
      asProject({
        folder: "C:\\Users\\ana\\Mi Tienda\\",
      }),
    ],
    ["the command of the first generation", project({ services: includes("cache") }), asProject({ generation: 1 })],
    [
      "what the first generation does not record",
      project({ dependsOn: fields({ web: includes("db") }) }),
      asProject({
        generation: 1,
        dependsOn: {},
      }),
    ],
  ]);
});

Deno.test("`db` in depends_on is enough, and its condition can be asked for", () => {
  for (const written of ["db", "db:service_started"]) {
    for (const list of [includes(written), exactly(written), contains(written)]) {
      assert.equal(judged(project({ dependsOn: fields({ web: list }) }), asProject()).status, "passed", written);
    }
  }
  const not: Matcher = { is: "not", of: includes("db") };
  assert.equal(judged(project({ dependsOn: fields({ web: not }) }), asProject()).status, "failed");
});

Deno.test("the images of a project are compared by meaning", () => {
  for (const image of ["nginx", "nginx:latest", "docker.io/library/nginx"]) {
    assert.equal(judged(project({ images: fields({ web: eq(image) }) }), asProject()).status, "passed", image);
  }
});

Deno.test("what the first generation does not record is never called wrong", () => {
  const seen = asProject({ generation: 1, dependsOn: {} });
  assert.equal(judged(project({ dependsOn: fields({ web: includes("db") }) }), seen).status, "unchecked");
  assert.equal(
    judged(project({ services: includes("cache"), dependsOn: fields({ web: includes("db") }) }), seen).status,
    "failed",
  );
});

// Services

const task = (slot: string, facts: Partial<ServiceTask> = {}): ServiceTask => ({
  slot,
  state: "running",
  desired: "running",
  node: "nodo1",
  ...facts,
});
const rejected = (error: string): Partial<ServiceFacts> => ({
  running: 0,
  tasks: [task("1", { state: "pending", error }), task("2", { state: "pending", error })],
});

const web: ServiceFacts = {
  id: "1",
  name: "web",
  mode: "replicated",
  replicas: 2,
  running: 2,
  image: "nginx:1.27",
  digest: `sha256:${"a".repeat(64)}`,
  command: [],
  args: ["sleep", "9"],
  env: { MODE: "dev" },
  user: "",
  labels: {},
  containerLabels: {},
  ports: { "80/tcp": [{ port: 8081, address: "0.0.0.0" }] },
  mounts: [{ type: "volume", source: "datos", target: "/data", readonly: false }],
  networks: ["dentro"],
  secrets: ["clave"],
  configs: [],
  constraints: ["node.role == worker"],
  memory: 0,
  cpus: 0,
  restart: "any",
  updateParallelism: 1,
  updateDelay: 0,
  updateOrder: "stop-first",
  failureAction: "pause",
  rollbackParallelism: 1,
  tasks: [task("1"), task("2", { node: "nodo2" })],
};

const service = (expects: Readonly<Record<string, Matcher>>) => objectCheck("service", "web", expects);
const asService = (facts: Partial<ServiceFacts> = {}): Partial<Snapshot> => ({
  services: new Map([["web", found({ ...web, ...facts })]]),
});

Deno.test("a service whose tasks do not run: what holds them up", async (t) => {
  const two = service({ running: eq(2) });
  const why = (error: string, more: Partial<ServiceFacts> = {}) => asService({ ...rejected(error), ...more });
  await snap(t, [
    ["too few asked for", service({ running: eq(3) }), asService()],
    ["a range", service({ running: atLeast(4) }), asService()],
    [
      "a label that no node has",
      two,
      why("no suitable node (scheduling constraints not satisfied on 1 node)", {
        constraints: ["node.labels.disco==ssd"],
      }),
    ],
    ["a role that no node has", two, why("no suitable node (scheduling constraints not satisfied on 1 node)")],
    ["too much reserved", two, why("no suitable node (insufficient resources on 1 node)")],
    ["port of the node taken", two, why("no suitable node (host-mode port already in use on 1 node)")],
    ["too many for one node", two, why("no suitable node (max replicas per node limit exceed)", { maxPerNode: 1 })],
    ["drained", two, why("no suitable node (1 node not available for new tasks)")],
    ["no such image", two, why("No such image: nginx:1.27")],
    ["its program falls", two, why("task: non-zero exit (1)")],
    [
      "its program is not there",
      two,
      why('starting container failed: exec: "nada": executable file not found in $PATH'),
    ],
    ["unhealthy", two, why("task: non-zero exit (137): dockerexec: unhealthy container")],
    ["no such folder", two, why('invalid mount config for type "bind": bind source path does not exist: /srv/x')],
    ["words nobody knows", two, why("the moon is in the way")],
    [
      "the newest try has not fallen yet",
      two,
      asService({
        running: 0,
        tasks: [
          task("1", { state: "ready", desired: "ready" }),
          task("1", { state: "failed", desired: "shutdown", error: "task: non-zero exit (3)" }),
        ],
      }),
    ],
    [
      "ends well, again and again",
      two,
      asService({
        running: 0,
        tasks: [task("1", { state: "ready", desired: "ready" }), task("1", { state: "complete", desired: "shutdown" })],
      }),
    ],
    [
      "still preparing",
      two,
      asService({
        running: 1,
        tasks: [task("1"), task("2", { state: "preparing" })],
      }),
    ],
    ["no task at all", service({ running: eq(1) }), asService({ replicas: 0, running: 0, tasks: [] })],
    [
      "a job that has not completed",
      service({ completed: eq(3) }),
      asService({
        mode: "replicated-job",
        completed: 1,
        running: 1,
        tasks: [
          task("1", { state: "complete", desired: "complete" }),
          task("2", { state: "failed", error: "task: non-zero exit (2)" }),
        ],
      }),
    ],
    ["no job", service({ completed: eq(3) }), asService()],
    ["its errors", service({ errors: { is: "absent", absent: true } }), why("No such image: nginx:1.27")],
    ["on another node", service({ nodes: includes("nodo3") }), asService()],
  ]);
});

Deno.test("a service that differs: the option of `docker service update` that mends it", async (t) => {
  await snap(t, [
    ["mode", service({ mode: eq("global") }), asService()],
    ["replicas", service({ replicas: eq(5) }), asService()],
    ["replicas of a global one", service({ replicas: eq(5) }), asService({ mode: "global" })],
    ["image", service({ image: eq("nginx:1.28") }), asService()],
    [
      "image, update paused",
      service({ image: eq("nginx:1.28") }),
      asService({
        updateState: "paused",
        updateMessage: "update paused due to failure or early termination of task abc",
      }),
    ],
    ["command", service({ command: eq("sleep 9") }), asService()],
    ["args", service({ args: eq("sleep infinity") }), asService()],
    ["env", service({ env: fields({ MODE: eq("prod") }) }), asService()],
    ["env that should go", service({ env: fields({ MODE: { is: "absent", absent: true } }) }), asService()],
    ["user", service({ user: eq("nobody") }), asService()],
    ["labels", service({ labels: fields({ capa: eq("web y más") }) }), asService()],
    ["labels of its containers", service({ containerLabels: fields({ capa: eq("web") }) }), asService()],
    ["another port", service({ ports: published({ "80/tcp": 8080 }) }), asService()],
    ["port not published", service({ ports: published({ "53/udp": 5353 }) }), asService()],
    ["port of another one", service({ ports: published({ "443/tcp": 8081 }) }), asService()],
    ["a port too many", service({ ports: fields({ "80/tcp": { is: "absent", absent: true } }) }), asService()],
    [
      "mount that may be written",
      service({ mounts: mounted({ type: "volume", source: "datos", target: "/data", readonly: true }) }),
      asService(),
    ],
    ["no mount there", service({ mounts: mounted({ type: "bind", source: "./web", target: "/srv" }) }), asService()],
    ["network", service({ networks: includes("fuera") }), asService()],
    ["a network too many", service({ networks: exactly() }), asService()],
    ["secret", service({ secrets: includes("clave", "otra") }), asService()],
    ["config", service({ configs: includes("ajustes") }), asService()],
    ["constraint", service({ constraints: includes("node.labels.zona==a") }), asService()],
    ["max per node", service({ maxPerNode: eq(1) }), asService()],
    ["memory", service({ memory: { is: "range", max: 64 * 1024 ** 2 } }), asService()],
    ["cpus", service({ cpus: eq(0.5) }), asService()],
    ["memory reserved", service({ memoryReservation: eq(1024 ** 2) }), asService()],
    ["cpus reserved", service({ cpusReservation: eq(0.1) }), asService()],
    ["restart", service({ restart: eq("on-failure") }), asService()],
    ["update parallelism", service({ updateParallelism: eq(2) }), asService()],
    ["update delay", service({ updateDelay: eq(10) }), asService()],
    ["update order", service({ updateOrder: eq("start-first") }), asService()],
    ["failure action", service({ failureAction: eq("rollback") }), asService()],
    ["rollback parallelism", service({ rollbackParallelism: eq(0) }), asService()],
    ["never updated", service({ updateState: eq("completed") }), asService()],
    ["updating", service({ updateState: eq("completed") }), asService({ updateState: "updating" })],
    [
      "paused",
      service({ updateState: eq("completed") }),
      asService({ updateState: "paused", updateMessage: "update paused" }),
    ],
    [
      "rolled back",
      service({ updateState: eq("completed") }),
      asService({ updateState: "rollback_completed", updateMessage: "rollback completed" }),
    ],
    ["not rolled back", service({ updateState: eq("rollback_completed") }), asService({ updateState: "completed" })],
  ]);
});

Deno.test("a constraint is the same whatever its blanks", () => {
  for (const written of ["node.role==worker", "node.role == worker", "node.role ==worker"]) {
    assert.equal(judged(service({ constraints: exactly(written) }), asService()).status, "passed", written);
  }
  assert.equal(judged(service({ constraints: exactly("node.role!=worker") }), asService()).status, "failed");
});

Deno.test("the image of a service is the same with its digest and without, but not with another one", () => {
  const status = (image: string) => judged(service({ image: eq(image) }), asService()).status;
  for (
    const image of ["nginx:1.27", "docker.io/library/nginx:1.27", `nginx:1.27@${web.digest}`, `nginx@${web.digest}`]
  ) {
    assert.equal(status(image), "passed", image);
  }
  assert.equal(status(`nginx:1.27@sha256:${"b".repeat(64)}`), "failed");
  assert.equal(status(`httpd:1.27@${web.digest}`), "failed");
  assert.equal(status("nginx"), "failed");
});

Deno.test("no limit is not a small limit", () => {
  assert.equal(judged(service({ memory: { is: "range", max: 1024 } }), asService()).status, "failed");
  assert.equal(judged(service({ memory: eq(0) }), asService()).status, "passed");
});

// Stacks, nodes, secrets, configs

const stack: StackFacts = {
  services: ["api", "web"],
  running: { api: 1, web: 1 },
  replicas: { web: 2 },
  images: { api: "httpd:2", web: "nginx:1.27" },
  networks: ["dentro"],
  volumes: ["datos"],
  secrets: ["clave"],
  configs: [],
  behind: [{ ...web, name: "pila_web", ...rejected("No such image: nginx:1.27"), running: 1 }],
};
const pila = (expects: Readonly<Record<string, Matcher>>) => objectCheck("stack", "pila", expects);
const asStack: Partial<Snapshot> = { stacks: new Map([["pila", found(stack)]]) };

Deno.test("a stack that differs: the service to blame, the line of its file", async (t) => {
  await snap(t, [
    ["a service that is not there", pila({ services: includes("cache") }), asStack],
    ["a slip in its name", pila({ services: includes("wbe") }), asStack],
    ["a service too many", pila({ services: exactly("web") }), asStack],
    ["too few tasks", pila({ running: fields({ web: eq(2) }) }), asStack],
    ["tasks of no such service", pila({ running: fields({ cache: eq(2) }) }), asStack],
    ["replicas", pila({ replicas: fields({ web: eq(3) }) }), asStack],
    ["image", pila({ images: fields({ web: eq("nginx:1.28") }) }), asStack],
    ["network", pila({ networks: includes("fuera") }), asStack],
    ["a network too many", pila({ networks: exactly() }), asStack],
    ["a secret too many", pila({ secrets: exactly() }), asStack],
    ["config", pila({ configs: includes("ajustes") }), asStack],
  ]);
});

const nodo: NodeFacts = {
  id: "n1",
  hostname: "nodo1",
  role: "worker",
  availability: "active",
  state: "down",
  leader: false,
  labels: { zona: "a" },
  engine: "28.2.2",
};
const node = (expects: Readonly<Record<string, Matcher>>) => objectCheck("node", "nodo1", expects);
const asNode = (facts: Partial<NodeFacts> = {}): Partial<Snapshot> => ({
  nodes: new Map([["nodo1", found({ ...nodo, ...facts })]]),
});

Deno.test("a node, a secret and a config that differ", async (t) => {
  const secret = { id: "1", name: "clave", labels: {} };
  const config = { id: "2", name: "ajustes", content: "puerto=80\n", labels: { v: "1" } };
  const secrets = new Map([["clave", found(secret)]]);
  const configs = new Map([["ajustes", found(config)]]);
  await snap(t, [
    ["role", node({ role: eq("manager") }), asNode()],
    ["role, back", node({ role: eq("worker") }), asNode({ role: "manager" })],
    ["drain", node({ availability: eq("drain") }), asNode()],
    ["open again", node({ availability: eq("active") }), asNode({ availability: "drain" })],
    ["from a pause", node({ availability: eq("active") }), asNode({ availability: "pause" })],
    ["state", node({ state: eq("ready") }), asNode()],
    ["leader", node({ leader: eq(true) }), asNode()],
    ["label", node({ labels: fields({ zona: eq("b") }) }), asNode()],
    ["label that should go", node({ labels: fields({ zona: { is: "absent", absent: true } }) }), asNode()],
    ["secret's label", objectCheck("secret", "clave", { labels: fields({ v: eq("2") }) }), { secrets }],
    ["secret's driver", objectCheck("secret", "clave", { driver: eq("vault") }), { secrets }],
    ["config's content", objectCheck("config", "ajustes", { content: eq("puerto=8080") }), { configs }],
    ["config in use", objectCheck("config", "ajustes", { content: eq("puerto=8080") }), {
      configs,
      ...asService({ configs: ["ajustes"] }),
    }],
  ]);
});

Deno.test("the line end that closes a config is no part of it", () => {
  const configs = new Map([["ajustes", found({ id: "2", name: "ajustes", content: "puerto=80\n" })]]);
  assert.equal(judged(objectCheck("config", "ajustes", { content: eq("puerto=80") }), { configs }).status, "passed");
});

Deno.test("what Compose did not write down of a project is unchecked, not failed", () => {
  const { files: _, generation: __, ...bare } = shop;
  const seen = { composes: new Map([["tienda", found(bare)]]) };
  for (const expects of [{ files: includes("compose.yaml") }, { generation: eq(2) }]) {
    assert.equal(judged(project(expects), seen).status, "unchecked", JSON.stringify(expects));
  }
  assert.equal(judged(project({ services: includes("web") }), seen).status, "passed");
});

// The swarm itself

function swarmCheck(state: SwarmState, expects: Readonly<Record<string, Matcher>> = {}): SwarmCheck {
  const list = Object.entries(swarmFields).flatMap(([field, type]): readonly Expectation[] => {
    const matcher = expects[field];
    return matcher ? [{ field, type, matcher }] : [];
  });
  return { kind: "swarm", state, expects: list };
}
const inSwarm = (facts: Partial<SwarmFacts> = {}): Partial<Snapshot> => ({
  swarm: found({ state: "active", manager: true, managers: 1, nodes: 1, ...facts }),
});
const outside = inSwarm({ state: "inactive", manager: false, managers: 0, nodes: 0 });

Deno.test("the part that the engine takes in a swarm", async (t) => {
  const worker: Partial<Snapshot> = { swarm: found({ state: "active", manager: false }) };
  await snap(t, [
    ["in none", swarmCheck("active"), outside],
    ["should be in none", swarmCheck("inactive"), inSwarm()],
    ["worker, should be in none", swarmCheck("inactive"), worker],
    ["no manager", swarmCheck("active", { manager: eq(true) }), worker],
    ["a manager too many", swarmCheck("active", { manager: eq(false) }), inSwarm()],
    ["too few nodes", swarmCheck("active", { nodes: atLeast(3) }), inSwarm()],
    ["too few managers", swarmCheck("active", { managers: eq(3) }), inSwarm()],
    ["a worker cannot count", swarmCheck("active", { nodes: eq(3) }), worker],
    ["pending", swarmCheck("active"), inSwarm({ state: "pending", manager: false })],
    ["locked", swarmCheck("active"), inSwarm({ state: "locked", manager: false })],
    ["error", swarmCheck("active"), inSwarm({ state: "error", manager: false, error: "raft: no space" })],
    ["not to be seen", swarmCheck("active"), {
      swarm: { kind: "unknown", fault: { kind: "daemon-down", detail: "no" } },
    }],
  ]);
  assert.equal(judged(swarmCheck("inactive"), outside).status, "passed");
  assert.equal(judged(swarmCheck("active", { manager: eq(true), nodes: atLeast(1) }), inSwarm()).status, "passed");
});

const kinds = ["service", "node", "secret", "config", "stack"] as const;

function blind(kind: ObjectKind, name: string, fault: FaultKind): Partial<Snapshot> {
  return { [`${kind}s`]: new Map([[name, { kind: "unknown", fault: { kind: fault, detail: "docker's words" } }]]) };
}

Deno.test("without a swarm its objects are blocked, with the command that makes one", async (t) => {
  const cases = kinds.map((kind): Case => [kind, objectCheck(kind, "web", {}), blind(kind, "web", "swarm-off")]);
  const others = (["swarm-worker", "swarm-locked", "swarm-leaderless"] as const).map((fault): Case => [
    fault,
    service({ running: eq(1) }),
    blind("service", "web", fault),
  ]);
  await snap(t, [...cases, ...others]);
});

Deno.test("a task about a swarm that is not there is blocked, and not unchecked", () => {
  const verdict = judged(service({ running: eq(1) }), blind("service", "web", "swarm-off"));
  assert.equal(taskStatus([verdict.status]), "blocked");
  assert.equal(taskStatus([verdict.status, "passed"]), "blocked");
});

Deno.test("without a swarm nothing is in it, so what should be gone is gone; a worker cannot tell", () => {
  for (const kind of kinds) {
    const gone = objectCheck(kind, "web", {}, { exists: false });
    assert.equal(judged(gone, blind(kind, "web", "swarm-off")).status, "passed", kind);
    assert.equal(judged(gone, blind(kind, "web", "swarm-worker")).status, "blocked", kind);
    assert.equal(judged(gone, blind(kind, "web", "daemon-down")).status, "unchecked", kind);
  }
});

// There, or not there

Deno.test("what is missing: the one that was probably meant, or the command that makes one", async (t) => {
  const missing = (kind: ObjectKind, more: Partial<Neighbours> = {}): Case => {
    const seen: Partial<Snapshot> = {
      [`${kind}s`]: new Map([["tienda", { kind: "missing" }]]),
      neighbours: { ...snapshot().neighbours, ...more },
    };
    return [kind, objectCheck(kind, "tienda"), seen];
  };
  await snap(t, [
    missing("compose"),
    missing("compose", { composes: ["tiend", "otra"] }),
    ...kinds.map((kind) => missing(kind)),
    missing("service", { services: ["tineda"] }),
    missing("node", { nodes: ["tienda1"] }),
    missing("secret", { secrets: ["Tienda"] }),
    missing("config", { configs: ["tienda2"] }),
    missing("stack", { stacks: ["tienda-2", "tiendas"] }),
  ]);
});

Deno.test("a neighbour that another check of the lab asks for is not the one that was meant", () => {
  const seen: Snapshot = {
    ...snapshot(),
    services: new Map([["web", { kind: "missing" }]]),
    neighbours: { ...snapshot().neighbours, services: ["wbe"] },
  };
  const subjects = new Set(["service wbe"]);
  const verdict = judgeCheck(objectCheck("service", "web"), { snapshot: seen, workspace, subjects, advise });
  assert.doesNotMatch(verdict.because?.en ?? "", /wbe/);
});
