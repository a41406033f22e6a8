/** Facts of projects, services and the swarm from what several generations of docker and Compose print. */

import { deepEqual, equal, ok } from "node:assert/strict";
import * as fc from "fast-check";
import type { Plan } from "../../lib/lab/plan.ts";
import type { ContainerFacts, Sighting } from "../../lib/lab/snapshot.ts";
import { composeFacts } from "../../lib/docker/compose.ts";
import { look } from "../../lib/docker/look.ts";
import { serviceFacts, taskOf, withTasks } from "../../lib/docker/service_facts.ts";
import { configFacts, lookAtSwarm, nodeFacts, secretFacts, swarmFacts } from "../../lib/docker/swarm.ts";
import { planFor } from "../lab/plans.ts";
import { fakeDocker } from "./fake_docker.ts";

const label = "com.docker.compose.";

/** As each generation labels a container. */
function member(generation: 1 | 2, service: string, facts: Partial<ContainerFacts>, more: Record<string, string> = {}) {
  const glue = generation === 1 ? "_" : "-";
  const number = more["container-number"] ?? "1";
  const name = ["tienda", service, number].join(glue);
  const labels = {
    project: "tienda",
    service,
    "container-number": number,
    oneoff: "False",
    version: generation === 1 ? "1.29.2" : "2.26.1",
    "project.working_dir": "/home/ana/tienda",
    "project.config_files": generation === 1
      ? "docker-compose.yml,otros/prod.yml"
      : "/home/ana/tienda/compose.yaml,/home/ana/tienda/otros/prod.yml",
    ...more,
  };
  return {
    id: name,
    name,
    state: "running",
    labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [label + key, value])),
    ...facts,
  } as ContainerFacts;
}

Deno.test("both generations of Compose give the same project, but for what only the second one writes", () => {
  const project = (generation: 1 | 2) =>
    composeFacts(
      [
        member(
          generation,
          "web",
          { image: "nginx:1.27" },
          generation === 1 ? {} : { depends_on: "db:service_healthy:false" },
        ),
        member(generation, "web", { image: "nginx:1.27", state: "exited", exitCode: 1 }, { "container-number": "2" }),
        member(
          generation,
          "db",
          { image: "postgres:16", health: "healthy" },
          generation === 1 ? {} : { depends_on: "" },
        ),
      ],
      ["default"],
      ["datos"],
    );
  for (const generation of [1, 2] as const) {
    const { containers, ...facts } = project(generation);
    deepEqual(facts, {
      services: ["db", "web"],
      running: { db: 1, web: 1 },
      health: { db: "healthy" },
      images: { db: "postgres:16", web: "nginx:1.27" },
      dependsOn: generation === 1 ? {} : { db: [], web: ["db:service_healthy"] },
      networks: ["default"],
      volumes: ["datos"],
      files: [generation === 1 ? "docker-compose.yml" : "compose.yaml", "prod.yml"],
      generation,
      folder: "/home/ana/tienda",
    });
    equal(containers.length, 3);
  }
});

Deno.test("a later generation of Compose counts as the second", () => {
  equal(composeFacts([member(2, "web", {}, { version: "5.1.0" })], [], []).generation, 2);
});

Deno.test("what Compose did not write down is not told", () => {
  const [bare] = [member(1, "web", {})];
  const labels = Object.fromEntries(
    Object.entries(bare.labels ?? {}).filter(([name]) => !/config_files|version/.test(name)),
  );
  const { files, generation } = composeFacts([{ ...bare, labels }], [], []);
  deepEqual([files, generation], [undefined, undefined]);
});

Deno.test("an engine that says nothing of a swarm is not taken for one outside of any", async () => {
  for (const info of ["{}", '{"Swarm":{}}', '{"Swarm":{"LocalNodeState":""}}']) {
    using fake = fakeDocker(`echo '${info}'`);
    equal((await lookAtSwarm(fake.docker, { deadline: 4000 })).kind, "unknown", info);
  }
});

Deno.test("what `compose run` started is no part of a service, in either spelling", () => {
  for (const oneoff of ["True", "true"]) {
    const facts = composeFacts(
      [member(2, "web", {}), member(2, "web", {}, { oneoff, "container-number": "2" })],
      [],
      [],
    );
    deepEqual(facts.running, { web: 1 });
  }
});

Deno.test("a service is as well as its running container that is worst; one that has ended says nothing", () => {
  const facts = composeFacts(
    [
      member(2, "web", { health: "healthy" }),
      member(2, "web", { health: "starting" }, { "container-number": "2" }),
      member(2, "db", { health: "unhealthy", state: "exited" }),
    ],
    [],
    [],
  );
  deepEqual(facts.health, { web: "starting" });
});

const spec = {
  ID: "wifn2hdtg1l5",
  Spec: {
    Name: "web",
    Labels: { x: "y" },
    TaskTemplate: {
      ContainerSpec: {
        Image: "nginx:1.27@sha256:aa",
        Labels: { cx: "cy" },
        Args: ["sleep", "1000"],
        Env: ["A=b"],
        User: "0",
        Mounts: [{ Type: "volume", Source: "datos", Target: "/data", ReadOnly: true }, {
          Type: "tmpfs",
          Target: "/tmp",
        }],
        Secrets: [{ SecretName: "clave" }],
        Configs: [{ ConfigName: "ajustes" }],
      },
      Resources: { Limits: { NanoCPUs: 500000000, MemoryBytes: 67108864 }, Reservations: { MemoryBytes: 16777216 } },
      RestartPolicy: { Condition: "on-failure" },
      Placement: { Constraints: ["node.role==manager"], MaxReplicas: 3 },
      Networks: [{ Target: "id-2" }, { Target: "id-1" }],
    },
    Mode: { Replicated: { Replicas: 2 } },
    UpdateConfig: { Parallelism: 2, Delay: 5000000000, FailureAction: "rollback", Order: "start-first" },
    RollbackConfig: { Parallelism: 3 },
    EndpointSpec: { Ports: [{ Protocol: "tcp", TargetPort: 80 }] },
  },
  Endpoint: {
    Ports: [
      { Protocol: "tcp", TargetPort: 80, PublishedPort: 30000 },
      { Protocol: "tcp", TargetPort: 80, PublishedPort: 30001 },
      { Protocol: "udp", TargetPort: 53 },
    ],
  },
  UpdateStatus: { State: "rollback_completed", Message: "rollback completed" },
};

Deno.test("a service's facts are read field by field", () => {
  deepEqual(serviceFacts(spec), {
    id: "wifn2hdtg1l5",
    name: "web",
    mode: "replicated",
    replicas: 2,
    image: "nginx:1.27",
    digest: "sha256:aa",
    command: [],
    args: ["sleep", "1000"],
    env: { A: "b" },
    user: "0",
    labels: { x: "y" },
    containerLabels: { cx: "cy" },
    // Docker chose 30000; a port that is not chosen yet has no binding.
    ports: { "80/tcp": [{ port: 30000, address: "0.0.0.0" }, { port: 30001, address: "0.0.0.0" }], "53/udp": [] },
    mounts: [
      { type: "volume", source: "datos", target: "/data", readonly: true },
      { type: "tmpfs", source: "", target: "/tmp", readonly: false },
    ],
    networks: ["id-1", "id-2"],
    secrets: ["clave"],
    configs: ["ajustes"],
    constraints: ["node.role==manager"],
    maxPerNode: 3,
    memory: 67108864,
    cpus: 0.5,
    memoryReservation: 16777216,
    restart: "on-failure",
    updateState: "rollback_completed",
    updateMessage: "rollback completed",
    updateParallelism: 2,
    updateDelay: 5,
    updateOrder: "start-first",
    failureAction: "rollback",
    rollbackParallelism: 3,
  });
});

Deno.test("the mode of a service is docker's word for it", () => {
  const facts = (Mode: object) => serviceFacts({ ID: "1", Spec: { Name: "x", Mode } });
  equal(facts({ Global: {} }).mode, "global");
  equal(facts({ GlobalJob: {} }).mode, "global-job");
  deepEqual(
    (({ mode, replicas }) => ({ mode, replicas }))(facts({ ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 3 } })),
    { mode: "replicated-job", replicas: 3 },
  );
  equal(facts({ Replicated: { Replicas: 0 } }).replicas, 0);
});

Deno.test("facts of an object that says nothing at all are few, and none is invented", () => {
  deepEqual(serviceFacts({}), { id: "", name: "" });
  deepEqual(swarmFacts({}), { state: "inactive", manager: false });
  deepEqual(nodeFacts({}), { id: "" });
});

Deno.test("tasks: the service may have dots in its name, the error comes without its quotes", () => {
  deepEqual(taskOf(["a.b.2", "", "Running", "Pending 5 minutes ago", '"no suitable node (x)"']), [
    "a.b",
    { slot: "2", state: "pending", desired: "running", error: "no suitable node (x)" },
  ]);
  deepEqual(taskOf(["web.1", "nodo", "Shutdown", "Failed 1 second ago", '"task: non-zero exit (3)"']), [
    "web",
    { slot: "1", state: "failed", desired: "shutdown", node: "nodo", error: "task: non-zero exit (3)", exitCode: 3 },
  ]);
});

Deno.test("only what is to run counts as running, and only a job completes", () => {
  const rows = [
    ["web.1", "n", "Running", "Running 1 second ago", ""],
    ["web.1", "n", "Shutdown", "Running 2 seconds ago", ""],
    ["web.2", "n", "Shutdown", "Complete 2 seconds ago", ""],
  ];
  const tasks = rows.map((row) => taskOf(row)[1]);
  const replicated = withTasks({ id: "1", name: "web", mode: "replicated" }, tasks);
  deepEqual([replicated.running, replicated.completed], [1, undefined]);
  equal(withTasks({ id: "1", name: "web", mode: "replicated-job" }, tasks).completed, 1);
});

Deno.test("of a job that was updated only what it did since counts as completed", () => {
  const completed = (...states: readonly (readonly [slot: string, state: string])[]) => {
    const tasks = states.map(([slot, state]) => ({ slot, state, desired: "complete" }));
    return withTasks({ id: "1", name: "copia", mode: "replicated-job" }, tasks).completed;
  };
  equal(completed(["1", "complete"], ["1", "complete"], ["2", "complete"], ["2", "complete"]), 2);
  equal(completed(["1", "failed"], ["1", "complete"], ["2", "running"], ["2", "complete"]), 0);
});

Deno.test("a config's content is text again; one that is empty is the empty text", () => {
  equal(configFacts({ ID: "1", Spec: { Name: "c", Data: "w7FhbWU9MQo=" } }).content, "ñame=1\n");
  equal(configFacts({ ID: "1", Spec: { Name: "c" } }).content, "");
  equal(configFacts({ ID: "1", Spec: { Name: "c", Data: "%%" } }).content, undefined);
});

Deno.test("no JSON, however odd, makes reading fail", () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (odd) => {
    for (
      const raw of [odd, { Spec: odd }, { Spec: { TaskTemplate: odd, Mode: odd } }, {
        Spec: { TaskTemplate: { ContainerSpec: odd } },
      }]
    ) {
      serviceFacts(raw);
      nodeFacts(raw);
      secretFacts(raw);
      configFacts(raw);
      swarmFacts(raw);
    }
  }));
});

Deno.test("no row of tasks, however odd, makes reading fail", () => {
  fc.assert(fc.property(fc.array(fc.string()), (row) => {
    const [name, task] = taskOf(row);
    equal(typeof name, "string");
    equal(typeof task.state, "string");
  }));
});

const nothing: Partial<Plan["objects"]> = {};

Deno.test("a plan without a swarm and without projects starts docker for neither", async () => {
  using fake = fakeDocker("echo '[]'; exit 1");
  await look(fake.docker, planFor({ ...nothing, container: ["web"] }));
  ok(fake.calls().every((call) => call.startsWith("container ")), fake.calls().join("\n"));
});

Deno.test("a client that ends well although no engine answered is not believed", async () => {
  using fake = fakeDocker(
    `echo '{"ServerErrors":["Cannot connect to the Docker daemon at unix:///nope. Is the docker daemon running?"]}'`,
  );
  const { swarm } = await look(fake.docker, planFor(nothing, { swarm: true }));
  equal(faultKind(swarm), "daemon-down");
});

Deno.test("a service of which the tasks cannot be had is unknown, not empty", async () => {
  using fake = fakeDocker(
    `case "$1 $2" in
"service inspect") echo '[{"ID":"1","Spec":{"Name":"web"}}]';;
*) echo 'Error response from daemon: rpc error: code = DeadlineExceeded' >&2; exit 1;;
esac`,
  );
  const { services } = await look(fake.docker, planFor({ service: ["web"] }));
  equal(faultKind(services.get("web")), "unknown");
});

Deno.test("a fault in one list of a stack, or of a project, leaves nothing to be judged", async () => {
  using fake = fakeDocker(
    `case "$1" in volume) echo 'Cannot connect to the Docker daemon at x. Is the docker daemon running?' >&2; exit 1;; esac`,
  );
  const { stacks, composes } = await look(fake.docker, planFor({ stack: ["pila"], compose: ["tienda"] }));
  equal(faultKind(stacks.get("pila")), "daemon-down");
  equal(faultKind(composes.get("tienda")), "daemon-down");
});

function faultKind(sighting: Sighting<unknown> | undefined): string | undefined {
  return sighting?.kind === "unknown" ? sighting.fault.kind : undefined;
}
