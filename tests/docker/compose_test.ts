/** Compose projects on a real engine: the first generation itself, and the second by the labels that it writes. */

import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Matcher } from "../../lib/content/schema/matcher.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import type { ComposeFacts } from "../../lib/lab/orchestration.ts";
import { planOf } from "../../lib/lab/plan.ts";
import type { CheckVerdict } from "../../lib/lab/verdict.ts";
import type { Docker } from "../../lib/docker/binary.ts";
import { look } from "../../lib/docker/look.ts";
import { planFor } from "../lab/plans.ts";
import { eq, exactly, fields, includes, objectCheck } from "../lab/samples.ts";
import { clients, docker, haveEngine, ownNames, sh } from "./real_engine.ts";
import { eventually } from "./eventually.ts";

const haveCompose = haveEngine &&
  await new Deno.Command("docker-compose", { args: ["version"], stdout: "null", stderr: "null" })
    .output().then(({ success }) => success, () => false);
if (haveEngine && !haveCompose && Deno.env.get("GRUMETE_ENGINE") === "required") {
  throw new Error("No docker-compose, although GRUMETE_ENGINE=required");
}

async function project(name: string, client: Docker = docker): Promise<ComposeFacts> {
  const sighting = (await look(client, planFor({ compose: [name] }))).composes.get(name);
  if (sighting?.kind !== "found") throw new Error(`${name}: ${JSON.stringify(sighting)}`);
  return sighting.facts;
}

async function verdict(name: string, expects: Readonly<Record<string, Matcher>>, exists = true): Promise<CheckVerdict> {
  const check = objectCheck("compose", name, expects, { exists });
  return judgeCheck(check, { snapshot: await look(docker, planOf([check])), workspace: "/", advise });
}

const file = `
version: "3.8"
services:
  web:
    image: busybox
    command: sleep 1000
    init: true
    depends_on: [db]
    networks: [dentro]
  db:
    image: busybox
    command: sh -c 'exit 3'
    volumes: [datos:/data]
    networks: [dentro]
volumes: { datos: {} }
networks: { dentro: {} }
`;

Deno.test({
  name: "compose: a project of docker-compose 1, with each client",
  ignore: !haveCompose,
  fn: async () => {
    await using names = ownNames();
    const name = names.of("tienda");
    const folder = await Deno.makeTempDir();
    const compose = async (...args: readonly string[]) => {
      const { success, stderr } = await new Deno.Command("docker-compose", {
        args: ["--project-name", name, ...args],
        cwd: folder,
        env: { DOCKER_HOST: docker.environment.variables["DOCKER_HOST"] ?? "" },
      }).output();
      ok(success, new TextDecoder().decode(stderr));
    };
    await Deno.writeTextFile(`${folder}/docker-compose.yml`, file);
    try {
      await compose("up", "-d", "--scale", "web=2");
      await eventually(async () => (await project(name)).containers.some(({ state }) => state === "exited"));
      for (const client of clients) {
        const { containers, folder: from, ...facts } = await project(name, { ...docker, path: client.path });
        deepEqual(facts, {
          services: ["db", "web"],
          running: { db: 0, web: 2 },
          health: {},
          images: { db: "busybox", web: "busybox" },
          dependsOn: {},
          networks: ["dentro"],
          volumes: ["datos"],
          files: ["docker-compose.yml"],
          generation: 1,
        }, client.path);
        equal(containers.length, 3);
        equal(from, await Deno.realPath(folder));
      }
      const down = await verdict(name, { running: fields({ db: eq(1) }) });
      match(down.because?.en ?? "", /is not running \(exited\): .*code 3/);
      match(down.next?.en ?? "", new RegExp(`docker-compose -p ${name} logs db`));
      equal((await verdict(name, { dependsOn: fields({ web: includes("db") }) })).status, "unchecked");
      // One-off containers are no part of a service.
      await compose("run", "-d", "web", "sleep", "1000");
      deepEqual((await project(name)).running, { db: 0, web: 2 });
      // `db` is in the file no longer.
      await Deno.writeTextFile(
        `${folder}/docker-compose.yml`,
        file.replace(/ {2}db:\n(?: {4}.*\n)+/, "").replace("    depends_on: [db]\n", ""),
      );
      await compose("up", "-d");
      const orphan = await verdict(name, { services: exactly("web") });
      match(orphan.next?.en ?? "", /--remove-orphans/);
      await compose("up", "-d", "--remove-orphans");
      equal((await verdict(name, { services: exactly("web"), running: fields({ web: eq(1) }) })).status, "passed");
      await compose("down", "--timeout", "0");
      equal((await verdict(name, {}, false)).status, "passed", "its volume is no project");
    } finally {
      await compose("down", "--volumes", "--remove-orphans", "--timeout", "0");
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "compose: a project as the second generation labels it, with each client",
  ignore: !haveEngine,
  fn: async () => {
    await using names = ownNames();
    const name = names.of("tienda");
    const label = (pairs: Readonly<Record<string, string>>) =>
      Object.entries({ project: name, version: "2.26.1", ...pairs })
        .flatMap(([key, value]) => ["--label", `com.docker.compose.${key}=${value}`]);
    const start = (
      service: string,
      number: string,
      more: Readonly<Record<string, string>>,
      ...args: readonly string[]
    ) =>
      sh(
        ...["run", "-d", "--init", "--name", `${name}-${service}-${number}`, "--network", `${name}_default`],
        ...label({
          service,
          "container-number": number,
          oneoff: "False",
          "project.working_dir": "/home/ana/tienda",
          "project.config_files": "/home/ana/tienda/compose.yaml",
          ...more,
        }),
        ...args,
        "busybox",
        "sleep",
        "1000",
      );
    await sh("network", "create", ...label({ network: "default" }), `${name}_default`);
    await sh("volume", "create", ...label({ volume: "datos" }), `${name}_datos`);
    await start("db", "1", { depends_on: "" }, "--health-cmd", "true", "--health-interval", "100ms");
    await start("web", "1", { depends_on: "db:service_healthy:true" });
    await start("web", "2", { depends_on: "db:service_healthy:true" });
    await start("web", "3", { oneoff: "True", slug: "abc" });
    await eventually(async () => (await project(name)).health["db"] === "healthy");
    for (const client of clients) {
      const { containers, ...facts } = await project(name, { ...docker, path: client.path });
      deepEqual(facts, {
        services: ["db", "web"],
        running: { db: 1, web: 2 },
        health: { db: "healthy" },
        images: { db: "busybox", web: "busybox" },
        dependsOn: { db: [], web: ["db:service_healthy"] },
        networks: ["default"],
        volumes: ["datos"],
        files: ["compose.yaml"],
        generation: 2,
        folder: "/home/ana/tienda",
      }, client.path);
      equal(containers.length, 3);
    }
    const passed = await verdict(name, {
      running: fields({ web: eq(2) }),
      health: fields({ db: eq("healthy") }),
      dependsOn: fields({ web: exactly("db") }),
    });
    equal(passed.status, "passed", JSON.stringify(passed));
    const missing = await verdict(`${name}s`, {});
    match(missing.because?.en ?? "", new RegExp(`but there is \`${name}\``));
  },
});
