/** Tests of taking objects away on a real engine: what resists, what somebody else holds, what goes by itself. */

import { deepStrictEqual as deepEqual, match, ok, strictEqual as equal } from "node:assert/strict";
import { freeBytes } from "../../lib/docker/free_space.ts";
import { takeInventory } from "../../lib/docker/inventory.ts";
import { runRemedy } from "../../lib/docker/remedy.ts";
import { disconnect, removeObjects } from "../../lib/docker/removal.ts";
import { settledInventory } from "../../lib/docker/settled.ts";
import { lookAroundFor } from "../../lib/docker/surroundings.ts";
import type { Inventory } from "../../lib/lab/inventory.ts";
import { sampleLab } from "../cli/sample_world.ts";
import { fakeDocker } from "./fake_docker.ts";
import { docker, freePort, haveEngine, ownNames, ownSubnet, sh } from "./real_engine.ts";

function test(name: string, fn: () => Promise<void>): void {
  Deno.test({ name, ignore: !haveEngine, fn });
}

/** The objects of one test, as the inventory has them. */
async function inventoryOf(prefix: string): Promise<Inventory> {
  const taken = await takeInventory(docker);
  if (taken.kind !== "ok") throw new Error(JSON.stringify(taken));
  const mine = ({ name }: { readonly name: string }) => name.startsWith(prefix);
  const containers = taken.value.containers.filter(mine);
  const mounted = new Set(containers.flatMap(({ volumes = [] }) => volumes));
  return {
    containers,
    networks: taken.value.networks.filter(mine),
    volumes: taken.value.volumes.filter((it) => mine(it) || mounted.has(it.name)),
    images: [],
  };
}

test("containers that run, are paused or are always restarted go, with their volumes that have no name", async () => {
  await using names = ownNames();
  const [paused, restarted, volume] = ["paused", "restarted", "volume"].map(names.of);
  await sh("run", "-d", "--name", paused ?? "", "-v", `${volume}:/a`, "-v", "/b", "busybox", "sleep", "600");
  await sh("pause", paused ?? "");
  await sh("run", "-d", "--name", restarted ?? "", "--restart", "always", "busybox", "false");
  const objects = await inventoryOf(names.of(""));
  equal(objects.volumes.length, 2);
  const told: string[] = [];
  const removals = await removeObjects(docker, objects, { onRemoval: ({ kind, end }) => told.push(`${kind} ${end}`) });
  deepEqual(removals.map(({ end, detail }) => [end, detail]), Array.from({ length: 4 }, () => ["removed", ""]));
  deepEqual(told, ["container removed", "container removed", "volume removed", "volume removed"]);
  deepEqual(await inventoryOf(names.of("")), { containers: [], networks: [], volumes: [], images: [] });
});

test("what somebody else holds is kept, with docker's reason, and goes once it is let go", async () => {
  await using names = ownNames();
  const [network, volume, other] = ["net", "vol", "other"].map(names.of);
  await sh("network", "create", network ?? "");
  await sh(
    "run",
    "-d",
    "--name",
    other ?? "",
    "--network",
    network ?? "",
    "-v",
    `${volume}:/a`,
    "busybox",
    "sleep",
    "600",
  );
  const { networks, volumes, containers } = await inventoryOf(names.of(""));
  const objects = { networks, volumes, containers: [], images: [] };
  const kept = await removeObjects(docker, objects);
  deepEqual(kept.map(({ kind, end }) => `${kind} ${end}`), ["network kept", "volume kept"]);
  match(kept[0]?.detail ?? "", /active endpoints/);
  match(kept[1]?.detail ?? "", /in use/);
  await disconnect(docker, [[networks[0]?.id ?? "", containers[0]?.id ?? ""]]);
  deepEqual((await removeObjects(docker, objects)).map(({ end }) => end), ["removed", "kept"]);
});

test("two that clean up at the same time do not disturb each other", async () => {
  await using names = ownNames();
  for (const name of ["a", "b", "c"]) {
    await sh("run", "-d", "--name", names.of(name), "-v", "/x", "busybox", "sleep", "600");
  }
  const objects = await inventoryOf(names.of(""));
  const both = await Promise.all([removeObjects(docker, objects), removeObjects(docker, objects)]);
  for (const { end, detail } of both.flat()) ok(end === "removed" || end === "gone", detail);
  deepEqual((await inventoryOf(names.of(""))).containers, []);
});

test("an inventory knows what stands on what", async () => {
  await using names = ownNames();
  const [network, volume, box] = ["net", "vol", "box"].map(names.of);
  const { subnet } = ownSubnet();
  await sh("network", "create", "--subnet", subnet, network ?? "");
  await sh("create", "--name", box ?? "", "--network", network ?? "", "-v", `${volume}:/a`, "busybox");
  const { containers: [container], networks: [own] } = await inventoryOf(names.of(""));
  deepEqual([container?.networks, container?.volumes], [[network], [volume]]);
  match(container?.imageId ?? "", /^sha256:[0-9a-f]{64}$/);
  deepEqual(own?.subnets, [subnet]);
  const whole = await takeInventory(docker);
  ok(whole.kind === "ok" && ["active", "inactive"].includes(whole.value.swarm ?? ""));
});

test("a remedy renames, and says in docker's words why it cannot", async () => {
  await using names = ownNames();
  const [one, two] = ["one", "two"].map(names.of);
  await sh("create", "--name", one ?? "", "busybox");
  deepEqual(await runRemedy(docker, [["rename", one ?? "", two ?? ""]]), { kind: "done" });
  const refused = await runRemedy(docker, [["rename", one ?? "", two ?? ""], ["rm", "-f", two ?? ""]]);
  equal(refused.kind, "refused");
  match(refused.kind === "refused" ? refused.detail : "", /No such container/i);
  await sh("container", "inspect", two ?? "");
});

Deno.test("a remedy runs nothing but remedies", async () => {
  using fake = fakeDocker("exit 0");
  for (const command of [["run", "x"], ["system", "prune"], ["rmi", "x"], ["--host", "x"], []]) {
    await runRemedy(fake.docker, [command]).then(
      () => ok(false, command.join(" ")),
      (error) => ok(error instanceof TypeError),
    );
  }
  deepEqual(fake.calls(), []);
});

Deno.test("what docker says while it pulls is told line by line, and a remedy that hangs can be given up", async () => {
  using fake = fakeDocker("echo 'latest: Pulling from library/x'; sleep 0.2; printf 'abc: Pull complete\\n\\n'");
  const lines: string[] = [];
  deepEqual(await runRemedy(fake.docker, [["pull", "x"]], { onHeard: ({ line }) => lines.push(line) }), {
    kind: "done",
  });
  deepEqual(lines, ["latest: Pulling from library/x", "abc: Pull complete"]);
  using slow = fakeDocker("exec sleep 60");
  const given = await runRemedy(slow.docker, [["pull", "x"]], { signal: AbortSignal.timeout(200) });
  equal(given.kind === "fault" && given.fault.kind, "cancelled");
});

Deno.test("a container that is being removed already is waited for", async () => {
  using fake = fakeDocker(`
if [ -e "$0.twice" ]; then echo "Error: No such container: x" >&2; exit 1; fi
if [ -e "$0.once" ]; then touch "$0.twice"; fi
touch "$0.once"
echo "Error response from daemon: removal of container x is already in progress" >&2; exit 1`);
  const objects = {
    containers: [{ id: "x", name: "x", image: "", labels: {}, createdAt: "" }],
    volumes: [],
    networks: [],
    images: [],
  };
  deepEqual((await removeObjects(fake.docker, objects)).map(({ end }) => end), ["gone"]);
  equal(fake.calls().length, 3);
});

Deno.test("the containers of a removed service are not left to stop in their own time", async () => {
  using fake = fakeDocker(
    `case "$1 $2" in
       "container ls") test -e "$0.gone" || printf "a1\\nb2\\n";;
       "container rm") touch "$0.gone";;
     esac`,
  );
  const services = [{ id: "s1", name: "faro", labels: {}, createdAt: "" }];
  const removals = await removeObjects(fake.docker, {
    containers: [],
    networks: [],
    volumes: [],
    images: [],
    services,
  });
  deepEqual(removals.map(({ kind, end }) => `${kind} ${end}`), ["service removed"]);
  const calls = fake.calls();
  deepEqual(calls.slice(0, 3), [
    "service rm s1",
    "container ls --all --quiet --filter label=com.docker.swarm.service.id=s1",
    "container rm --force --volumes a1 b2",
  ]);
  ok(calls.length > 3, "it looks again: one may come even after that");
});

Deno.test("an engine on which a killed grumete's docker still works is looked at until it is at rest", async () => {
  using fake = fakeDocker(`
case "$1 $2" in
  "volume ls") echo x >>"$0.looks"; [ $(wc -l <"$0.looks") -gt 1 ] && echo datos;;
  "volume inspect") echo '[{"Name":"datos","CreatedAt":"2026-01-02T00:00:00Z","Labels":{}}]';;
  *" inspect") echo '[]';;
esac; exit 0`);
  const settled = await settledInventory(fake.docker);
  deepEqual(settled.kind === "ok" && settled.value.volumes.map(({ name }) => name), ["datos"]);
  equal(fake.calls().filter((call) => call.startsWith("volume ls")).length, 3);
});

Deno.test("a port that somebody listens on is busy, for an engine of this machine alone", async () => {
  const port = freePort();
  using _listener = Deno.listen({ hostname: "127.0.0.1", port });
  using here = fakeDocker("exit 0");
  const lab = { ...sampleLab(), ports: [port, freePort()] };
  const on = (host: string) => ({
    ...here.docker,
    environment: { ...here.docker.environment, variables: { ...here.docker.environment.variables, DOCKER_HOST: host } },
  });
  deepEqual((await lookAroundFor(on("unix:///x"), lab)).busyPorts, new Set([port]));
  deepEqual((await lookAroundFor(on("tcp://otra:2375"), lab)).busyPorts, new Set());
});

Deno.test("free disk and compose are told only where they can be known", async () => {
  const wants = (requires: { readonly disk?: number; readonly compose?: boolean }) => ({ ...sampleLab(), requires });
  using fake = fakeDocker('case "$1" in info) echo /;; compose) exit 1;; esac');
  const at = (host: string, path: string) => ({
    ...fake.docker,
    environment: { inherit: false, variables: { PATH: path, DOCKER_HOST: host } },
  });
  const { freeDisk, compose } = await lookAroundFor(at("unix:///x", "/nowhere"), wants({ disk: 1, compose: true }));
  ok(freeDisk !== undefined && freeDisk > 0);
  equal(compose, false);
  deepEqual(await lookAroundFor(at("tcp://otra:1", "/nowhere"), wants({ disk: 1 })), { busyPorts: new Set() });
  equal(await freeBytes("/no/such/folder"), undefined);
  // Asked at the same time: either may come first.
  deepEqual([...fake.calls()].sort(), ["compose version --short", "info --format {{.DockerRootDir}}"]);
});
