/** Tests of what a lab may take away. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { namesOf } from "../../lib/lab/lab_names.ts";
import type { Inventory } from "../../lib/lab/inventory.ts";
import { attemptLabel, labLabel } from "../../lib/lab/labels.ts";
import { leftovers } from "../../lib/lab/ledger.ts";
import { removalOrder } from "../../lib/lab/removal_order.ts";
import { contains, includes, lab, mounted, objectCheck, task } from "./samples.ts";

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

Deno.test("what another lab, or another run of this one, has labelled is neither removed nor told", () => {
  const ours = { [labLabel]: "puerto", [attemptLabel]: "one" };
  const now: Inventory = {
    ...nothing,
    containers: [
      box("a", { labels: ours }),
      box("b", { labels: { [labLabel]: "puerto", [attemptLabel]: "two" } }),
      box("web", { labels: { [labLabel]: "otro", [attemptLabel]: "three" } }),
      box("c", { labels: { [labLabel]: "puerto" } }),
    ],
  };
  const { remove, alsoNew } = leftovers(course, nothing, now, { attempt: "one" });
  assert.deepEqual(names(remove), ["container a", "container c"]);
  assert.deepEqual(names(alsoNew), []);
});

Deno.test("what stands on the lab's objects goes with them: containers on its networks, volumes and images", () => {
  const anonymous = "a".repeat(64);
  const now: Inventory = {
    containers: [
      box("on-network", { networks: ["backend"] }),
      box("on-volume", { volumes: ["datos", anonymous] }),
      box("from-image", { image: "mi-web:1", imageId: "sha256:built" }),
      box("from-untagged", { image: "sha256:old", imageId: "sha256:old", name: "web" }),
      box("alone", { networks: ["bridge"], image: "busybox" }),
    ],
    volumes: [vol("datos"), vol(anonymous), vol("b".repeat(64))],
    networks: [net("backend"), net("bridge")],
    images: [img("mi-web:1", "sha256:built")],
    untagged: [{ id: "sha256:old", createdAt: "" }, { id: "sha256:other", createdAt: "" }],
  };
  const { remove, alsoNew } = leftovers(course, { ...nothing, untagged: [] }, now);
  assert.deepEqual(names(remove), [
    "container on-network",
    "container on-volume",
    "container from-image",
    "container web",
    "network backend",
    "volume datos",
    `volume ${anonymous}`,
    "image mi-web:1",
    "image old",
  ]);
  assert.deepEqual(names(alsoNew), ["container alone", `volume ${"b".repeat(64)}`, "image other"]);
});

Deno.test("an attempt of an earlier version did not list untagged images: none of them is taken for new", () => {
  const now = { ...nothing, untagged: [{ id: "sha256:old", createdAt: "2026-01-15T10:00:05Z" }] };
  const { remove, alsoNew } = leftovers(course, nothing, now, { commands: [typed("docker build .")] });
  assert.deepEqual([names(remove), names(alsoNew)], [[], []]);
});

const typed = (line: string) => ({
  argv: line.split(" "),
  from: Date.parse("2026-01-15T10:00:00Z"),
  to: Date.parse("2026-01-15T10:00:10Z"),
});

Deno.test("what the learner made by commands typed into grumete is theirs: by its name, or by the time of its making", () => {
  const [during, later] = ["2026-01-15T10:00:05.123456789Z", "2026-01-15T10:01:00Z"];
  const anonymous = "c".repeat(64);
  const now: Inventory = {
    containers: [
      box("caja", { createdAt: later }),
      box("happy_euler", { createdAt: during }),
      box("sad_euler", { createdAt: later }),
    ],
    volumes: [vol("uno", later), vol(anonymous, "2026-01-15T10:00:00Z")],
    networks: [],
    images: [img("copia:1")],
    untagged: [{ id: "sha256:built", createdAt: during }],
  };
  const commands = [
    "docker run --name caja busybox",
    "docker run -d busybox sleep 9",
    "docker volume create uno",
    "docker volume create",
    "docker tag busybox copia:1",
    "docker build .",
  ].map(typed);
  const { remove, alsoNew } = leftovers(course, { ...nothing, untagged: [] }, now, { commands });
  assert.deepEqual(names(remove), [
    "container caja",
    "container happy_euler",
    "volume uno",
    `volume ${anonymous}`,
    "image copia:1",
    "image built",
  ]);
  assert.deepEqual(names(alsoNew), ["container sad_euler"]);
});

Deno.test("what somebody else makes while a command of the learner's takes its time stays theirs", () => {
  const during = "2026-01-15T10:00:05Z";
  const now: Inventory = {
    containers: [
      box("api", { createdAt: during }),
      box("happy_euler", { createdAt: during, image: "nginx:1.27" }),
    ],
    volumes: [vol("suyo", during)],
    networks: [net("suya")],
    images: [],
    untagged: [{ id: "sha256:suya", createdAt: during }],
  };
  const commands = ["docker run -it busybox sh", "docker run --name web nginx:1.27", "docker logs -f web"].map(typed);
  const { remove, alsoNew } = leftovers(course, { ...nothing, untagged: [] }, now, { commands });
  assert.deepEqual(names(remove), []);
  assert.deepEqual(names(alsoNew).length, 5);
});

Deno.test("an image that the lab needs stays, although the learner typed its name", () => {
  const now = { ...nothing, images: [img("busybox:latest"), img("busybox:2")] };
  const { remove } = leftovers(course, nothing, now, { commands: [typed("docker tag x busybox:latest")] });
  assert.deepEqual(names(remove), []);
});

const compose = (project: string, folder?: string) => ({
  "com.docker.compose.project": project,
  ...(folder === undefined ? {} : { "com.docker.compose.project.working_dir": folder }),
});

Deno.test("a Compose project is the lab's by its name, and by the folder in which it was brought up", () => {
  const workspace = "/state/workspaces/puerto";
  const now: Inventory = {
    containers: [
      box("puerto_db_1", { labels: compose("puerto") }),
      box("tienda-web-1", { labels: compose("tienda", `${workspace}/tienda`) }),
      box("otra-web-1", { labels: compose("otra", "/state/workspaces/puerto-dos") }),
    ],
    volumes: [vol("tienda_datos", "1", compose("tienda"))],
    networks: [net("tienda_default", compose("tienda")), net("otra_default", compose("otra"))],
    images: [img("tienda-web:latest"), img("tienda_web:latest"), img("tiendas:latest"), img("tienda-web:2")],
  };
  const { remove } = leftovers(course, nothing, now, { workspace });
  assert.deepEqual(names(remove), [
    "container puerto_db_1",
    "container tienda-web-1",
    "network tienda_default",
    "volume tienda_datos",
    "image tienda-web:latest",
    "image tienda_web:latest",
  ]);
});

const flock = lab([task("one", [objectCheck("service", "web", {}), objectCheck("secret", "clave", {})], {
  solution: ["docker swarm init", "docker stack deploy -c s.yaml flota", "docker config create nota nota.txt"],
})]);
const spec = (name: string, labels = {}) => ({ id: `id-${name}`, name, labels, createdAt: "" });
const stack = { "com.docker.stack.namespace": "flota" };

Deno.test("services, secrets, configs and stacks are removed; the containers of a service go with it, or after it", () => {
  const now: Inventory = {
    ...nothing,
    swarm: "active",
    containers: [
      box("web.1.abc", { labels: { "com.docker.swarm.service.id": "id-web" } }),
      box("ajena.1.abc", { labels: { "com.docker.swarm.service.id": "id-ajena" } }),
      box("late", { labels: { "com.docker.swarm.service.id": "gone", "com.docker.swarm.service.name": "web" } }),
    ],
    networks: [net("flota_default", stack), net("ingress"), net("docker_gwbridge")],
    services: [spec("web"), spec("flota_api", stack), spec("ajena")],
    secrets: [spec("clave"), spec("mia")],
    configs: [spec("nota")],
  };
  const { remove, alsoNew } = leftovers(flock, { ...nothing, swarm: "inactive" }, now);
  assert.deepEqual(names(remove), [
    "service web",
    "service flota_api",
    "container late",
    "network flota_default",
    "secret clave",
    "config nota",
  ]);
  assert.deepEqual(names(alsoNew), ["service ajena", "secret mia"]);
});

Deno.test("what a swarm held before nobody here could see into it is not taken for new", () => {
  const now: Inventory = {
    ...nothing,
    swarm: "active",
    services: [spec("web"), spec("ajena")],
    secrets: [spec("clave")],
  };
  for (const swarm of ["active", "locked", "pending", undefined]) {
    const { remove, alsoNew } = leftovers(flock, { ...nothing, ...(swarm ? { swarm } : {}) }, now);
    assert.deepEqual([names(remove), names(alsoNew)], [[], []], swarm);
  }
  const manager = { ...nothing, swarm: "active", services: [spec("ajena")], secrets: [], configs: [] };
  assert.deepEqual(names(leftovers(flock, manager, now).remove), ["service web", "secret clave"]);
});

Deno.test("a swarm that the lab began ends with it, and with what docker made for it, unless somebody else uses it", () => {
  const now: Inventory = { ...nothing, swarm: "active", networks: [net("ingress"), net("docker_gwbridge")] };
  const inactive = { ...nothing, swarm: "inactive" };
  assert.deepEqual(names(leftovers(flock, inactive, now).remove), ["swarm swarm", "network docker_gwbridge"]);
  const left = { ...now, swarm: "inactive" };
  assert.deepEqual(names(leftovers(flock, inactive, left).remove), ["network docker_gwbridge"]);
  const used = { ...now, services: [spec("ajena")] };
  assert.deepEqual(names(leftovers(flock, inactive, used).remove), []);
  assert.deepEqual(names(leftovers(flock, { ...nothing, swarm: "active" }, now).remove), []);
  assert.deepEqual(names(leftovers(course, inactive, now).remove), [], "a lab without a swarm did not begin it");
  assert.deepEqual(names(leftovers(flock, nothing, now).remove), [], "an earlier version did not note it");
});
