/** A lab that begins a swarm, on an engine of its own: clean-up ends the services, the stack and the swarm. */

import assert from "node:assert/strict";
import { hasEngine } from "./engine.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { secondEngine } from "./second_engine.ts";

const lab = `format: 1
id: flota
title: Una flota
concepts: [swarm]
minutes: 5
images: [busybox]
requires: { swarm: inactive }
tasks:
  - id: web
    title: Un servicio
    text: Crea \`flota-web\`.
    checks: [{ service: flota-web, exists: true }]
    explanation: Ya.
    solution:
      - docker swarm init --advertise-addr 127.0.0.1
      - docker network create --driver overlay flota-red
      - docker service create --detach --no-resolve-image --name flota-web --network flota-red busybox sleep 600
      - { file: pila.yaml, content: "version: '3.3'" }
      - docker stack deploy -c pila.yaml flotilla
      - docker config create flota-nota nota.txt
`;
const stack = `version: "3.3"
services:
  api: { image: busybox, command: sleep 600 }
`;

Deno.test({
  name: "what a lab made in a swarm is removed, the swarm is left, and the engine is as it was",
  ignore: !hasEngine,
  async fn() {
    const { host } = await secondEngine("life");
    const docker = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await new Deno.Command("docker", {
        args: [...args],
        env: { DOCKER_HOST: host },
        stdin: "null",
      }).output();
      if (code !== 0) throw new Error(`docker ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
      return new TextDecoder().decode(stdout);
    };
    const everything = async () =>
      (await Promise.all([
        docker("container", "ls", "-aq", "--no-trunc"),
        docker("network", "ls", "-q", "--no-trunc"),
        docker("volume", "ls", "-q"),
        docker("image", "ls", "-aq", "--no-trunc"),
        docker("info", "--format", "{{.Swarm.LocalNodeState}}"),
      ])).map((list) => list.split("\n").sort());
    using folder = temporaryFolder();
    Deno.mkdirSync(`${folder.path}/flota`);
    Deno.writeTextFileSync(`${folder.path}/flota/lab.yaml`, lab);
    Deno.writeTextFileSync(`${folder.path}/pila.yaml`, stack);
    Deno.writeTextFileSync(`${folder.path}/nota.txt`, "hola");
    const run = (verb: string) =>
      grumete([verb, `${folder.path}/flota`, "--state", `${folder.path}/state`, "--lang", "en"], {
        env: { DOCKER_HOST: host },
      });
    const before = await everything();
    try {
      const prepared = await run("prepare");
      assert.equal(prepared.code, 0, prepared.stderr);
      await docker("swarm", "init", "--advertise-addr", "127.0.0.1");
      await docker("network", "create", "--driver", "overlay", "flota-red");
      await docker(
        ...["service", "create", "--detach", "--no-resolve-image", "--name", "flota-web", "--network", "flota-red"],
        ...["busybox", "sleep", "600"],
      );
      await docker("stack", "deploy", "--resolve-image", "never", "-c", `${folder.path}/pila.yaml`, "flotilla");
      await docker("config", "create", "flota-nota", `${folder.path}/nota.txt`);
      const cleaned = await run("cleanup");
      assert.equal(cleaned.code, 0, cleaned.stdout + cleaned.stderr);
      for (
        const line of ["service flota-web", "service flotilla_api", "network flota-red", "network flotilla_default"]
      ) assert.match(cleaned.stdout, new RegExp(`removed {2}${line}`));
      assert.match(cleaned.stdout, /removed {2}config flota-nota[^]*removed {2}membership of the swarm/);
      assert.deepEqual(await everything(), before, cleaned.stdout + await docker("network", "ls"));
      const again = await run("prepare");
      assert.equal(again.code, 0, "and it can be begun again");
      assert.equal((await run("cleanup")).code, 0);
    } finally {
      await docker("swarm", "leave", "--force").catch(() => {});
      await docker("network", "rm", "docker_gwbridge").catch(() => {});
    }
  },
});
