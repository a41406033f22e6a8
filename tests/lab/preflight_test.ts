/** Tests of what is in the way of a lab, and of what can be chosen about it. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { claimOf } from "../../lib/lab/claim.ts";
import type { Inventory } from "../../lib/lab/inventory.ts";
import { labLabel } from "../../lib/lab/labels.ts";
import type { Obstacle } from "../../lib/lab/obstacle.ts";
import { inTheWay } from "../../lib/lab/preflight.ts";
import { isPrivate, overlap } from "../../lib/lab/subnet.ts";
import { contains, eq, includes, lab, mounted, objectCheck, task } from "./samples.ts";

const course = lab([
  task("one", [
    objectCheck("container", "web", {
      mounts: mounted({ type: "volume", source: "datos", target: "/data" }),
      networks: includes("backend"),
    }),
    objectCheck("image", "mi-web:1", { user: contains("app") }),
  ]),
], {
  images: ["busybox"],
  ports: [8080],
  setup: ["docker run -d --name bitacora busybox sleep 1d", "docker volume create viejo"],
});

const nothing: Inventory = { containers: [], volumes: [], networks: [], images: [{ tag: "busybox:latest", id: "x" }] };
const box = (name: string, more: Partial<Inventory["containers"][number]> = {}) => ({
  id: `id-${name}`,
  name,
  image: "busybox",
  labels: {},
  createdAt: "2026-01-15",
  ...more,
});
const vol = (name: string) => ({ name, createdAt: "2026-01-15", labels: {} });
const net = (name: string, subnets: readonly string[] = []) => ({ id: `net-${name}`, name, labels: {}, subnets });
const img = (tag: string, id = "sha256:1") => ({ tag, id });
const told = (obstacles: readonly Obstacle[]) => obstacles.map(({ kind, name }) => `${kind} ${name}`);
const choices = (obstacles: readonly Obstacle[]) =>
  obstacles.map(({ name, choices }) => [name, ...choices.map(({ kind, confirm }) => confirm ? `${kind}!` : kind)]);

Deno.test("what is in the way is told with its repair, in both languages", async (t) => {
  const now: Inventory = {
    containers: [box("web"), box("bitacora", { labels: { [labLabel]: "puerto" } }), box("ajeno", { ports: [8080] })],
    volumes: [vol("datos")],
    networks: [net("bridge"), net("backend")],
    images: [img("mi-web:1")],
  };
  const obstacles = inTheWay(course, now);
  assert.deepEqual(obstacles.map(({ kind, name }) => [kind, name]), [
    ["other-run", "puerto"],
    ["missing-image", "busybox"],
    ["container", "web"],
    ["network", "backend"],
    ["volume", "datos"],
    ["image", "mi-web:1"],
    ["port", "8080"],
  ]);
  await t.assertSnapshot(obstacles.map(({ what, next }) => [what.es, next.es, what.en, next.en]));
});

Deno.test("nothing is in the way of a lab on an engine that has what it needs and nothing else", () => {
  assert.deepEqual(inTheWay(course, { ...nothing, images: [img("docker.io/library/busybox:latest")] }), []);
  assert.deepEqual(inTheWay(lab([task("one", [objectCheck("volume", "v", { driver: eq("local") })])]), nothing), []);
});

Deno.test("each thing in the way has its choices, and what loses data is asked twice", () => {
  const now: Inventory = {
    containers: [box("web"), box("bitacora"), box("ajeno", { ports: [8080] })],
    volumes: [vol("datos"), vol("viejo")],
    networks: [net("backend")],
    images: [img("mi-web:1")],
  };
  assert.deepEqual(choices(inTheWay(course, now)), [
    // `setup` runs it: it cannot do without.
    ["busybox", "pull"],
    ["web", "rename", "remove!", "use"],
    ["bitacora", "rename", "remove!"],
    ["backend", "remove", "use"],
    ["datos", "remove!", "use"],
    ["viejo", "remove!"],
    ["mi-web:1", "rename", "remove!", "use"],
    ["8080", "stop", "use"],
  ]);
});

Deno.test("what gives way gets a name that is free", () => {
  const now = { ...nothing, containers: ["web", "web-antes", "web-antes-2"].map((name) => box(name)) };
  const [web] = inTheWay(course, now);
  assert.deepEqual(web?.choices[0], {
    kind: "rename",
    commands: [["rename", "web", "web-antes-3"]],
    renamed: { object: "container", from: "web", to: "web-antes-3" },
  });
  const [image] = inTheWay(course, { ...nothing, images: [...nothing.images, img("mi-web:1")] });
  assert.deepEqual(image?.choices[0]?.commands, [["tag", "mi-web:1", "mi-web:1-antes"], ["image", "rm", "mi-web:1"]]);
});

Deno.test("a tag that setup would take away from an image is in the way, although the lab needs that image", () => {
  const taking = lab([task("one", [objectCheck("volume", "v", {})])], {
    images: ["busybox", "nginx"],
    setup: ["docker tag busybox nginx:latest"],
  });
  const now = { ...nothing, images: [...nothing.images, img("nginx:latest")] };
  assert.deepEqual(choices(inTheWay(taking, now)), [["nginx:latest", "rename", "remove!"]]);
});

Deno.test("setup may not quietly use a network or a volume that was there before", () => {
  const joining = lab([task("one", [objectCheck("volume", "v", {})])], {
    images: ["busybox"],
    setup: ["docker run -d --name a -v tuyo:/d busybox", "docker network connect --alias x tuya a"],
  });
  const now = { ...nothing, volumes: [vol("tuyo")], networks: [net("tuya")] };
  assert.deepEqual(choices(inTheWay(joining, now)), [["tuya", "remove"], ["tuyo", "remove!"]]);
});

Deno.test("a port that a program of this machine holds is told; one that may not be tried is not guessed", () => {
  const [busy] = inTheWay(course, nothing, { busyPorts: new Set([8080]) });
  assert.deepEqual(told(busy ? [busy] : []), ["port 8080"]);
  assert.match(busy?.next.en ?? "", /ss -ltnp/);
  assert.deepEqual(inTheWay(course, nothing, { busyPorts: new Set([9090]) }), []);
});

Deno.test("disk, compose and swarm are in the way only where it is known that they lack", () => {
  const needy = lab([task("one", [objectCheck("volume", "v", {})])], {
    requires: { disk: 2_000_000_000, compose: true, swarm: "active" },
  });
  assert.deepEqual(inTheWay(needy, nothing, {}), []);
  const poor = { freeDisk: 1_500_000_000, compose: false };
  const obstacles = inTheWay(needy, { ...nothing, swarm: "inactive" }, poor);
  assert.deepEqual(told(obstacles), ["swarm swarm", "compose compose", "disk disk"]);
  assert.match(obstacles[2]?.what.es ?? "", /2 GB libres.*1,5 GB/);
  assert.deepEqual(choices(obstacles), [["swarm"], ["compose", "use"], ["disk", "use"]]);
  const rich = { freeDisk: 2_000_000_000, compose: true };
  assert.deepEqual(inTheWay(needy, { ...nothing, swarm: "active" }, rich), []);
  const alone = lab([task("one", [objectCheck("volume", "v", {})])], { requires: { swarm: "inactive" } });
  assert.deepEqual(told(inTheWay(alone, { ...nothing, swarm: "active" })), ["swarm swarm"]);
  assert.deepEqual(inTheWay(alone, { ...nothing, swarm: "pending" }), []);
});

Deno.test("a lab that is going on and uses the same names is told with what they share; others are in nobody's way", () => {
  const claim = { ...claimOf(course), lab: "otro", containers: ["web", "x"], volumes: [], networks: [], images: [] };
  const [other, ...more] = inTheWay(course, nothing, {
    claims: [claim, { ...claim, lab: "lejos", containers: ["x"], ports: [] }],
  });
  assert.deepEqual(more, []);
  assert.match(other?.what.en ?? "", /The lab `otro` is going on and uses what this one uses: `web`, `8080`/);
  assert.deepEqual(choices(other ? [other] : []), [["otro", "clean!"]]);
});

Deno.test("an object of somebody else's lab cannot be chosen away: its lab is told", () => {
  const now = { ...nothing, containers: [box("web", { labels: { [labLabel]: "otro" } })] };
  const [other, ...more] = inTheWay(course, now);
  assert.deepEqual(more, []);
  assert.equal(other?.kind, "other-lab");
  assert.match(other?.what.en ?? "", /from another state folder or by somebody else/);
  assert.deepEqual(other?.choices, []);
});

Deno.test("a network that has the addresses of one that the lab makes is in the way, the lab's own name apart", () => {
  const wide = lab([task("one", [objectCheck("network", "red", {})], {
    solution: ["docker network create --subnet 10.9.0.0/24 red"],
  })]);
  const now = { ...nothing, networks: [net("bridge", ["172.17.0.0/16"]), net("ajena", ["10.9.0.0/16"])] };
  const obstacles = inTheWay(wide, now);
  assert.deepEqual(told(obstacles), ["subnet 10.9.0.0/24"]);
  assert.deepEqual(obstacles[0]?.choices[0]?.commands, [["network", "rm", "ajena"]]);
  assert.deepEqual(told(inTheWay(wide, { ...nothing, networks: [net("red", ["10.9.0.0/24"])] })), ["network red"]);
});

Deno.test("ranges of addresses overlap when one holds the other, in both generations", () => {
  assert.ok(overlap("10.9.0.0/24", "10.9.0.128/25"));
  assert.ok(overlap("0.0.0.0/0", "192.168.1.0/24"));
  assert.ok(!overlap("10.9.0.0/24", "10.9.1.0/24"));
  assert.ok(overlap("fd00::/8", "fd00:1::/64"));
  assert.ok(!overlap("fd00:1::/64", "fd00:2::/64"));
  for (
    const nonsense of ["", "10.9.0.0", "10.9.0.0/33", "1.2.3/8", "300.0.0.0/8", "::1", "x/8", "1:2:3:4:5:6:7:8:9/8"]
  ) {
    assert.ok(!overlap(nonsense, "0.0.0.0/0") && !overlap(nonsense, "::/0"), nonsense);
  }
  const octet = fc.integer({ min: 0, max: 255 });
  const range = fc.tuple(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 }))
    .map(([a, b, c, d, length]) => `${a}.${b}.${c}.${d}/${length}`);
  fc.assert(fc.property(range, range, (one, other) => {
    assert.equal(overlap(one, other), overlap(other, one));
    assert.ok(overlap(one, one));
  }));
});

Deno.test("private addresses are those that nobody else can have", () => {
  for (const own of ["10.0.0.0/8", "10.20.0.0/24", "172.31.255.1", "192.168.0.0/16", "fd00:abcd::/64"]) {
    assert.ok(isPrivate(own), own);
  }
  for (
    const theirs of ["8.8.8.0/24", "0.0.0.0/0", "172.32.0.0/16", "192.0.0.0/8", "10.0.0.0/7", "2001:db8::/32", "x"]
  ) {
    assert.ok(!isPrivate(theirs), theirs);
  }
});
