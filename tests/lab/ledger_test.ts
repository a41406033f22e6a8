/** Tests of what a lab may take away, and of what is in its way. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { namesOf } from "../../lib/lab/lab_names.ts";
import { type Inventory, labLabel, leftovers, removalOrder } from "../../lib/lab/ledger.ts";
import { inTheWay } from "../../lib/lab/preflight.ts";
import { contains, eq, includes, lab, mounted, objectCheck, task } from "./samples.ts";

const course = lab([
  task("one", [
    objectCheck("container", "web", {
      mounts: mounted({ type: "volume", source: "datos", target: "/data" }),
      networks: includes("backend"),
    }),
    objectCheck("image", "mi-web:1", { user: contains("app") }),
    objectCheck("network", "frontal", { containers: includes("proxy") }),
  ], {
    solution: [
      "docker build -t mi-web:1 -t registry.local/copia .",
      "docker run -d --name=web -v datos:/data -v cache:/c --mount type=bind,src=/x,dst=/y --network backend mi-web:1",
      "docker tag busybox caja:2",
      { file: "a.txt", content: "x" },
    ],
    mistakes: [{ run: ["docker run -d --name wbe mi-web:1"], fails: "container web", says: { es: "wbe", en: "wbe" } }],
  }),
], {
  images: ["busybox"],
  ports: [8080],
  setup: ["docker run -d --name bitacora busybox sleep 1d", "docker volume create viejo"],
});

const nothing: Inventory = { containers: [], volumes: [], networks: [], images: [] };
const box = (name: string, more: Partial<Inventory["containers"][number]> = {}) => ({
  id: `id-${name}`,
  name,
  image: "busybox",
  labels: {},
  createdAt: "2026-01-15",
  ...more,
});
const vol = (name: string, createdAt = "2026-01-15", labels = {}) => ({ name, createdAt, labels });
const net = (name: string, labels = {}) => ({ id: `net-${name}`, name, labels });
const img = (tag: string, id = "sha256:1") => ({ tag, id });
const names = (inventory: Inventory) => removalOrder(inventory).map(({ kind, name }) => `${kind} ${name}`);

Deno.test("a lab's names come from its checks, its setup, its solutions and its mistakes", () => {
  const { containers, volumes, networks, images } = namesOf(course, { mistakes: true });
  assert.deepEqual([...containers].sort(), ["bitacora", "proxy", "wbe", "web"]);
  assert.deepEqual([...volumes].sort(), ["cache", "datos", "viejo"]);
  assert.deepEqual([...networks].sort(), ["backend", "frontal"]);
  assert.deepEqual([...images].sort(), ["caja:2", "mi-web:1", "registry.local/copia:latest"]);
});

Deno.test("new objects that the lab names or labels are removed; other new ones are only told", () => {
  const before: Inventory = { ...nothing, containers: [box("mio")], images: [img("busybox:latest")] };
  const now: Inventory = {
    containers: [box("mio"), box("web"), box("quirky_euler"), box("x", { labels: { [labLabel]: "puerto" } })],
    volumes: [vol("datos"), vol("otro")],
    networks: [net("bridge"), net("backend"), net("ajena")],
    images: [img("busybox:latest"), img("mi-web:1"), img("nginx:1.27")],
  };
  const { remove, alsoNew } = leftovers(course, before, now);
  assert.deepEqual(names(remove), [
    "container web",
    "container x",
    "network backend",
    "volume datos",
    "image mi-web:1",
  ]);
  assert.deepEqual(names(alsoNew), ["container quirky_euler", "network ajena", "volume otro", "image nginx:1.27"]);
});

Deno.test("what existed before stays, even under the names of the lab", () => {
  const before: Inventory = {
    containers: [box("web")],
    volumes: [vol("datos", "2025-01-01")],
    networks: [net("backend")],
    images: [img("mi-web:1", "sha256:old")],
  };
  assert.deepEqual(names(leftovers(course, before, before).remove), []);
  const now = { ...before, images: [img("mi-web:1", "sha256:new")], volumes: [vol("datos", "2026-01-15")] };
  assert.deepEqual(names(leftovers(course, before, now).remove), ["volume datos"]);
});

Deno.test("without the list from before only labelled objects are removed", () => {
  const label = { [labLabel]: "puerto" };
  const now: Inventory = {
    containers: [box("web"), box("bitacora", { labels: label }), box("ajeno", { labels: { [labLabel]: "otro" } })],
    volumes: [vol("datos"), vol("viejo", "2026-01-15", label)],
    networks: [net("backend")],
    images: [img("mi-web:1")],
  };
  const { remove, alsoNew } = leftovers(course, undefined, now);
  assert.deepEqual(names(remove), ["container bitacora", "volume viejo"]);
  assert.deepEqual(names(alsoNew), []);
});

Deno.test("nothing that existed before is ever removed or called new", () => {
  const word = fc.constantFrom("web", "datos", "backend", "mi-web:1", "busybox", "otro", "bridge");
  const labels = fc.constantFrom({}, { [labLabel]: "puerto" }, { [labLabel]: "otro" });
  const inventory = fc.record({
    containers: fc.array(fc.tuple(word, labels).map(([name, labels]) => box(name, { labels })), { maxLength: 4 }),
    volumes: fc.array(
      fc.tuple(word, fc.constantFrom("1", "2"), labels).map(([name, at, labels]) => vol(name, at, labels)),
      { maxLength: 4 },
    ),
    networks: fc.array(fc.tuple(word, labels).map(([name, labels]) => net(name, labels)), { maxLength: 4 }),
    images: fc.array(word.map((tag) => img(tag)), { maxLength: 4 }),
  });
  fc.assert(fc.property(inventory, inventory, (before, now) => {
    const { remove, alsoNew } = leftovers(course, before, now);
    for (const each of [remove, alsoNew]) {
      assert.ok(each.containers.every(({ id }) => !before.containers.some((old) => old.id === id)));
      assert.ok(each.networks.every(({ id }) => !before.networks.some((old) => old.id === id)));
      assert.ok(each.images.every(({ tag }) => !before.images.some((old) => old.tag === tag)));
      assert.ok(
        each.volumes.every((it) =>
          !before.volumes.some((old) => old.name === it.name && old.createdAt === it.createdAt)
        ),
      );
    }
    assert.ok(remove.networks.every(({ name }) => name !== "bridge"));
  }));
});

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
