/** Tests of doing one task again: what goes with it, and what stays. */

import assert from "node:assert/strict";
import type { Inventory } from "../../lib/lab/inventory.ts";
import { labLabel } from "../../lib/lab/labels.ts";
import { removalOrder } from "../../lib/lab/removal_order.ts";
import { type Reset, resetOf } from "../../lib/lab/reset.ts";
import { eq, includes, lab, objectCheck, task } from "./samples.ts";

const running = { state: eq("running") };
const course = lab([
  task("web", [objectCheck("container", "web", running)], { solution: ["docker run -d --name web busybox"] }),
  task("red", [objectCheck("network", "red", { containers: includes("web", "faro") })], {
    solution: ["docker network create red", "docker network connect red web", "docker network connect red faro"],
  }),
  task("datos", [objectCheck("volume", "datos", {})], { solution: ["docker volume create datos"] }),
  task("parar", [objectCheck("container", "web", { state: eq("exited") })], { needs: ["web"] }),
  task("faro", [objectCheck("container", "pecio", { state: eq("exited") })], { solution: ["docker stop pecio"] }),
  task("nota", [objectCheck("volume", "notas", {})], {
    solution: [{ file: "nota.txt", content: "x" }, "docker volume create notas"],
  }),
], {
  setup: [
    "docker run -d --name faro busybox sleep 1d",
    "docker run -d --name pecio busybox sleep 1d",
    "docker pause pecio",
  ],
  workspace: ["nota.txt"],
});

const nothing: Inventory = { containers: [], volumes: [], networks: [], images: [] };
const label = { [labLabel]: "puerto" };
const box = (name: string, more: Partial<Inventory["containers"][number]> = {}) => ({
  id: `id-${name}`,
  name,
  image: "busybox",
  labels: {},
  createdAt: "",
  ...more,
});
const now: Inventory = {
  containers: [
    box("web", { networks: ["red"] }),
    box("faro", { labels: label, networks: ["bridge", "red"] }),
    box("pecio", { labels: label }),
    box("suya"),
  ],
  volumes: [
    { name: "datos", createdAt: "", labels: {} },
    { name: "notas", createdAt: "", labels: {} },
  ],
  networks: [{ id: "n", name: "red", labels: {} }],
  images: [],
};
const again = (id: string, at: Inventory = now) => resetOf(course, id, nothing, at, {});
const gone = ({ remove }: Reset) => removalOrder(remove).map(({ kind, name }) => `${kind} ${name}`);

Deno.test("a task that stands alone takes its own objects with it, and no other's", () => {
  const reset = again("datos");
  assert.deepEqual([reset.tasks, gone(reset), reset.setup, reset.files], [["datos"], ["volume datos"], [], []]);
});

Deno.test("tasks that need it, or work on what it makes, are done again too", () => {
  const reset = again("web");
  assert.deepEqual(reset.tasks, ["web", "red", "parar"]);
  // Of what the lab itself prepared, only these tasks work on it: it is made anew.
  assert.deepEqual(gone(reset), ["container web", "container faro", "network red"]);
  assert.deepEqual([reset.disconnect, reset.setup], [[], ["docker run -d --name faro busybox sleep 1d"]]);
});

Deno.test("containers of other tasks leave a network that goes, and stay", () => {
  const reset = again("red");
  assert.deepEqual([reset.tasks, gone(reset)], [["red"], ["container faro", "network red"]]);
  assert.deepEqual(reset.disconnect, [["n", "id-web"]]);
});

Deno.test("a container of another task that stands on a volume that goes takes its task with it", () => {
  const mounting = now.containers.map((it) => it.name === "web" ? { ...it, volumes: ["datos"] } : it);
  const reset = again("datos", { ...now, containers: mounting });
  assert.deepEqual(reset.tasks, ["web", "red", "datos", "parar"]);
  assert.deepEqual(gone(reset), ["container web", "container faro", "network red", "volume datos"]);
  const faro = now.containers.map((it) => it.name === "faro" ? { ...it, volumes: ["datos"] } : it);
  const prepared = again("datos", { ...now, containers: faro });
  assert.deepEqual([prepared.tasks, gone(prepared)], [["datos"], ["container faro", "volume datos"]]);
  assert.deepEqual(prepared.setup, ["docker run -d --name faro busybox sleep 1d"]);
});

Deno.test("a task that makes nothing says on which one it stands", () => {
  const reset = again("parar");
  assert.deepEqual([reset.tasks, gone(reset), reset.standsOn], [["parar"], [], ["web"]]);
  assert.deepEqual(again("datos").standsOn, []);
});

Deno.test("what setup made and only this task changes is made anew, with all that setup does to it", () => {
  const reset = again("faro");
  assert.deepEqual(gone(reset), ["container pecio"]);
  assert.deepEqual(reset.setup, ["docker run -d --name pecio busybox sleep 1d", "docker pause pecio"]);
});

Deno.test("what setup made and is gone is made anew", () => {
  const reset = again("faro", { ...now, containers: now.containers.filter(({ name }) => name !== "pecio") });
  assert.deepEqual([gone(reset), reset.setup.length], [[], 2]);
});

Deno.test("the files of the task are named, and what was there before the lab is never among the objects", () => {
  assert.deepEqual(again("nota").files, ["nota.txt"]);
  const old = { ...now, volumes: [], networks: [] };
  assert.deepEqual(gone(resetOf(course, "nota", now, now, {})), []);
  assert.deepEqual(gone(resetOf(course, "nota", old, now, {})), ["volume notas"]);
});

Deno.test("without that task there is nothing to reset", () => assert.throws(() => again("nada"), TypeError));
