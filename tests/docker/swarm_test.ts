/** The kinds of check of a swarm against a real one, of two engines: facts, verdicts and the reasons that docker leaves. */

import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { ObjectKind } from "../../lib/content/schema/checks/object.ts";
import type { Matcher } from "../../lib/content/schema/matcher.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { planOf } from "../../lib/lab/plan.ts";
import type { ServiceFacts } from "../../lib/lab/orchestration.ts";
import type { CheckVerdict } from "../../lib/lab/verdict.ts";
import type { Docker } from "../../lib/docker/binary.ts";
import { look } from "../../lib/docker/look.ts";
import { planFor } from "../lab/plans.ts";
import { eq, exactly, fields, includes, objectCheck, published } from "../lab/samples.ts";
import { eventually } from "./eventually.ts";
import { canStartEngines, namedEngine } from "./named_engine.ts";
import { clients } from "./real_engine.ts";

async function verdictOn(
  docker: Docker,
  kind: ObjectKind,
  name: string,
  expects: Readonly<Record<string, Matcher>> = {},
  exists = true,
): Promise<CheckVerdict> {
  const check = objectCheck(kind, name, expects, { exists });
  return judgeCheck(check, { snapshot: await look(docker, planOf([check])), workspace: "/", advise });
}

async function service(docker: Docker, name: string): Promise<ServiceFacts> {
  const { services } = await look(docker, planFor({ service: [name] }));
  const sighting = services.get(name);
  if (sighting?.kind !== "found") throw new Error(`${name}: ${JSON.stringify(sighting)}`);
  return sighting.facts;
}

const quick = ["--detach", "--no-resolve-image", "--stop-grace-period", "1s"];
const forEver = ["busybox", "sleep", "1000"];

Deno.test({
  name: "swarm: services, nodes, secrets, configs and stacks as a real one has them",
  ignore: !canStartEngines,
  fn: async (t) => {
    await using manager = await namedEngine("swarm");
    await using worker = await namedEngine("swarmtwo");
    const { docker, sh } = manager;
    const passes = async (...asked: Parameters<typeof verdictOn> extends [Docker, ...infer Rest] ? Rest : never) => {
      await eventually(async () => (await verdictOn(docker, ...asked)).status === "passed", 20_000);
    };

    await t.step("without a swarm, its objects are blocked, and none of them is there", async () => {
      for (const client of clients) {
        const off = { ...docker, path: client.path };
        for (const kind of ["service", "node", "secret", "config", "stack"] as const) {
          const verdict = await verdictOn(off, kind, "web");
          equal(verdict.status, "blocked", `${client.path} ${kind} ${verdict.because?.en}`);
          match(verdict.next?.en ?? "", /docker swarm init/);
          equal((await verdictOn(off, kind, "web", {}, false)).status, "passed", `${client.path} ${kind}`);
        }
        const { swarm } = await look(off, planFor({}, { swarm: true }));
        deepEqual(swarm, { kind: "found", facts: { state: "inactive", manager: false } });
      }
    });

    await sh("swarm", "init");

    await t.step("a swarm of one, of two", async () => {
      const token = await sh("swarm", "join-token", "--quiet", "worker");
      const one = await look(docker, planFor({ node: ["self"] }, { swarm: true }));
      deepEqual(one.swarm, { kind: "found", facts: { state: "active", manager: true, managers: 1, nodes: 1 } });
      const self = one.nodes.get("self");
      ok(self?.kind === "found" && self.facts.leader && self.facts.role === "manager", JSON.stringify(self));
      await worker.sh("swarm", "join", "--token", token, `${manager.address}:2377`);
      await passes("node", "swarmtwo", { state: eq("ready"), role: eq("worker"), leader: eq(false) });
      await sh("node", "update", "--label-add", "zona=a", "swarmtwo");
      await passes("node", "swarmtwo", { labels: fields({ zona: eq("a") }) });
      equal((await verdictOn(docker, "node", "swarmtow")).status, "failed");
    });

    await t.step("a worker cannot tell, and says what to do", async () => {
      for (const client of clients) {
        const verdict = await verdictOn({ ...worker.docker, path: client.path }, "service", "web");
        equal(verdict.status, "blocked", client.path);
        match(verdict.next?.en ?? "", /docker node promote/);
      }
      const { swarm } = await look(worker.docker, planFor({}, { swarm: true }));
      deepEqual(swarm, { kind: "found", facts: { state: "active", manager: false } });
    });

    await t.step("a service, with each client", async () => {
      await sh("network", "create", "--driver", "overlay", "dentro");
      await sh("secret", "create", "--label", "v=1", "clave", "/etc/hostname");
      await sh("config", "create", "ajustes", "/etc/debian_version");
      await sh(
        ...["service", "create", ...quick, "--name", "web", "--replicas", "2", "--publish", "18080:80"],
        ...["--network", "dentro", "--secret", "clave", "--config", "source=ajustes,target=/etc/ajustes"],
        ...["--mount", "type=volume,source=datos,target=/data,readonly", "--constraint", "node.role == manager"],
        ...["--replicas-max-per-node", "4", "--limit-memory", "64m", "--reserve-cpu", "0.1", "--update-delay", "2s"],
        ...["--env", "MODE=x", "--label", "a=b", "--container-label", "c=d", ...forEver],
      );
      await passes("service", "web", { running: eq(2) });
      for (const client of clients) {
        const facts = await service({ ...docker, path: client.path }, "web");
        deepEqual(
          { ...facts, id: "", tasks: facts.tasks?.map(({ state, node }) => ({ state, node })) },
          {
            id: "",
            name: "web",
            mode: "replicated",
            replicas: 2,
            running: 2,
            image: "busybox:latest",
            command: [],
            args: ["sleep", "1000"],
            env: { MODE: "x" },
            user: "",
            labels: { a: "b" },
            containerLabels: { c: "d" },
            ports: { "80/tcp": [{ port: 18080, address: "0.0.0.0" }] },
            mounts: [{ type: "volume", source: "datos", target: "/data", readonly: true }],
            networks: ["dentro"],
            secrets: ["clave"],
            configs: ["ajustes"],
            constraints: ["node.role == manager"],
            maxPerNode: 4,
            memory: 64 * 1024 ** 2,
            cpus: 0,
            cpusReservation: 0.1,
            restart: "any",
            updateParallelism: 1,
            updateDelay: 2,
            updateOrder: "stop-first",
            failureAction: "pause",
            rollbackParallelism: 1,
            tasks: [{ state: "running", node: "swarm" }, { state: "running", node: "swarm" }],
          },
          client.path,
        );
      }
      await passes("service", "web", {
        image: eq("busybox"),
        ports: published({ "80/tcp": 18080 }),
        constraints: exactly("node.role==manager"),
        nodes: exactly("swarm"),
      });
      await passes("secret", "clave", { labels: fields({ v: eq("1") }) });
      await passes("config", "ajustes", { content: eq((await Deno.readTextFile("/etc/debian_version")).trim()) });
    });

    await t.step("a name that is the beginning of an id is no name", async () => {
      const { id } = await service(docker, "web");
      equal((await verdictOn(docker, "service", id.slice(0, 4))).status, "failed");
    });

    await t.step("a service that is missing is compared with those that are there", async () => {
      const verdict = await verdictOn(docker, "service", "wbe");
      match(verdict.because?.en ?? "", /no service called `wbe`, but there is `web`/);
    });

    await t.step("an update to an image that nobody has is paused, and undone by a rollback", async () => {
      await sh("service", "update", ...quick, "--update-delay", "0s", "--image", "nosuch:9", "web");
      await passes("service", "web", { updateState: eq("paused") });
      const running = await verdictOn(docker, "service", "web", { running: eq(2) });
      match(running.because?.en ?? "", /`nosuch:9` is not on the node/);
      const image = await verdictOn(docker, "service", "web", { image: eq("busybox") });
      match(image.because?.en ?? "", /update paused due to failure/);
      await sh("service", "rollback", "--detach", "web");
      await passes("service", "web", { updateState: eq("rollback_completed"), running: eq(2), image: eq("busybox") });
    });

    await t.step("a constraint that no node meets", async () => {
      await sh("service", "create", ...quick, "--name", "lejos", "--constraint", "node.labels.zona==b", ...forEver);
      const waiting = () => verdictOn(docker, "service", "lejos", { running: eq(1) });
      await eventually(async () => /No node meets/.test((await waiting()).because?.en ?? ""), 20_000);
      const { next } = await waiting();
      match(next?.en ?? "", /docker node update --label-add zona=b …/);
      await passes("service", "lejos", {
        errors: includes("no suitable node (scheduling constraints not satisfied on 2 nodes)"),
      });
      await sh("node", "update", "--label-add", "zona=b", "swarmtwo");
      await passes("service", "lejos", { running: eq(1), nodes: exactly("swarmtwo") });
      await sh("service", "rm", "lejos");
    });

    await t.step("a program that falls, one that ends well", async () => {
      await sh("service", "create", ...quick, "--name", "cae", "busybox", "sh", "-c", "exit 3");
      await sh("service", "create", ...quick, "--name", "acaba", "busybox", "true");
      const because = async (name: string) =>
        (await verdictOn(docker, "service", name, { running: eq(1) })).because?.en;
      await eventually(async () => /ended with an error \(code 3\)/.test(await because("cae") ?? ""), 20_000);
      await eventually(async () => /begins it again and again/.test(await because("acaba") ?? ""), 20_000);
      await sh("service", "rm", "cae", "acaba");
    });

    await t.step("a job, a global service, a node that is drained", async () => {
      await sh(
        "service",
        "create",
        ...quick,
        "--name",
        "suma",
        "--mode",
        "replicated-job",
        "--replicas",
        "3",
        "busybox",
        "true",
      );
      await sh("service", "create", ...quick, "--name", "todos", "--mode", "global", ...forEver);
      await passes("service", "suma", { mode: eq("replicated-job"), replicas: eq(3), completed: eq(3) });
      await passes("service", "todos", { mode: eq("global"), running: eq(2) });
      await sh("node", "update", "--availability", "drain", "swarmtwo");
      await passes("node", "swarmtwo", { availability: eq("drain") });
      await passes("service", "todos", { running: eq(1), nodes: exactly("swarm") });
      await sh("service", "rm", "suma", "todos", "web");
    });

    await t.step("a stack is known by its label, with the names of its file", async () => {
      const file = await Deno.makeTempFile({ suffix: ".yml" });
      try {
        await Deno.writeTextFile(file, stack(file));
        await sh("stack", "deploy", "--resolve-image", "never", "--compose-file", file, "pila");
        await passes("stack", "pila", {
          services: exactly("api", "web"),
          running: fields({ web: eq(2), api: eq(1) }),
          replicas: fields({ web: eq(2) }),
          images: fields({ web: eq("busybox") }),
          networks: exactly("dentro"),
          volumes: includes("datos"),
          secrets: exactly("clave"),
          configs: exactly("ajustes"),
        });
        const missing = await verdictOn(docker, "stack", "pial");
        match(missing.because?.en ?? "", /but there is `pila`/);
        await sh("stack", "rm", "pila");
        // Its volume stays, and makes no stack.
        await eventually(async () => (await verdictOn(docker, "stack", "pila", {}, false)).status === "passed", 20_000);
      } finally {
        await Deno.remove(file);
      }
    });
  },
});

const stack = (file: string) => `
version: "3.8"
services:
  web:
    image: busybox
    stop_grace_period: 1s
    command: sleep 1000
    deploy: { replicas: 2, placement: { constraints: [node.role == manager] } }
    volumes: [datos:/data]
    secrets: [clave]
    configs: [ajustes]
    networks: [dentro]
  api:
    image: busybox
    stop_grace_period: 1s
    command: sleep 1000
    networks: [dentro]
volumes: { datos: {} }
networks: { dentro: {} }
secrets: { clave: { file: ${file} } }
configs: { ajustes: { file: ${file} } }
`;
