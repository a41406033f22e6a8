/** Every kind of check, and every word that a lab may use, decodes to what the judge reads. */

import assert from "node:assert/strict";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import { formatProblem } from "../../lib/content/problem.ts";
import { fieldCount } from "../../lib/content/about_check.ts";
import type { Check } from "../../lib/content/schema/check.ts";
import { checkKinds } from "../../lib/content/schema/check_kinds.ts";
import { type ObjectCheck, objectFields, type ObjectKind } from "../../lib/content/schema/checks/object.ts";
import {
  execFields,
  fileFields,
  httpFields,
  logsFields,
  swarmFields,
  tcpFields,
} from "../../lib/content/schema/field.ts";
import type { Lab } from "../../lib/content/schema/lab.ts";

function good(id: string): Lab {
  const text = Deno.readTextFileSync(new URL(`./good/${id}/lab.yaml`, import.meta.url));
  const { value, problems } = decodeLab(text, `labs/${id}/lab.yaml`, { lint: true });
  // The texts of these labs are not there to be learned from.
  const said = problems.filter(({ code }) => code !== "not-stated").map((problem) => formatProblem(problem, "en"));
  assert.deepEqual(said, []);
  assert.ok(value);
  return value;
}

const words = good("every-word");
const all = [words, good("every-check")].flatMap(({ tasks }) => tasks.flatMap(({ checks }) => checks));

type CheckOf<Kind> = Kind extends ObjectKind ? ObjectCheck : Extract<Check, { kind: Kind }>;

function check<Kind extends Check["kind"]>(kind: Kind, index = 0): CheckOf<Kind> {
  const found = words.tasks.flatMap(({ checks }) => checks).filter((check) => check.kind === kind)[index];
  assert.ok(found);
  return found as CheckOf<Kind>;
}

Deno.test("the good labs hold every kind of check with every field that it may have", () => {
  const tables: Readonly<Record<string, object>> = {
    ...objectFields,
    exec: execFields,
    http: httpFields,
    logs: logsFields,
    tcp: tcpFields,
    file: fileFields,
    swarm: swarmFields,
  };
  for (const kind of checkKinds) {
    const some = all.filter((check) => check.kind === kind);
    assert.ok(some.length > 0, kind);
    const used = new Set(some.flatMap((check) => "expects" in check ? check.expects.map(({ field }) => field) : []));
    assert.deepEqual(Object.keys(tables[kind] ?? {}).filter((field) => !used.has(field)), [], kind);
  }
});

Deno.test("what any check may say is kept beside what it asks for", () => {
  const { within, says, expects } = check("container");
  assert.equal(within, 10);
  assert.deepEqual(says, { es: "Sin salud no hay servicio.", en: "No service without health." });
  assert.deepEqual(expects[0], { field: "state", type: "text", matcher: { is: "equal", value: "running" } });
  assert.equal(check("compose").within, 60);
});

Deno.test("the words around the checks of a lab decode", () => {
  assert.deepEqual(words.requires, { compose: true, swarm: "active", disk: 2 * 1024 ** 3 });
  const [task] = words.tasks;
  assert.equal(task?.partial, true);
  assert.equal(task.alternatives.length, 2);
  assert.deepEqual(task.hints.map(({ cost, wait, when }) => [cost, wait, when?.kind]), [
    [0, undefined, undefined],
    [0.5, 90, undefined],
    [1, undefined, "container"],
    [0, undefined, "event"],
  ]);
  assert.equal(words.tasks[1]?.partial, false);
});

Deno.test("an event check names what happened, to what, and how often", () => {
  assert.deepEqual(check("event"), {
    kind: "event",
    name: "container web die",
    filter: {
      type: "container",
      name: { is: "equal", value: "web" },
      actions: ["die"],
      exitCode: { is: "equal", value: 137 },
    },
    count: { is: "range", min: 1 },
  });
  assert.deepEqual(check("event", 2), {
    kind: "event",
    name: "container * create|start",
    filter: { type: "container", actions: ["create", "start"], image: { is: "equal", value: "nginx:1.27" } },
    count: { is: "equal", value: 2 },
    after: {
      type: "network",
      name: { is: "equal", value: "backend" },
      actions: ["connect"],
      container: { is: "equal", value: "web" },
    },
    before: { type: "volume", name: { is: "equal", value: "datos" }, actions: ["destroy"] },
  });
});

Deno.test("files are told apart by where they are, ports of this machine by host and number", () => {
  const [inside, link, gone] = [check("file"), check("file", 1), check("file", 2)];
  assert.deepEqual([inside.container, inside.path, inside.exists], ["web", "/etc/motd", true]);
  assert.deepEqual([link.container, link.path], [undefined, "sitio/enlace"]);
  assert.deepEqual([gone.exists, gone.expects], [false, []]);
  const [open, closed] = [check("tcp"), check("tcp", 1)];
  assert.deepEqual([open.host, open.port, open.timeout], ["localhost", 5432, 1]);
  assert.deepEqual([closed.host, closed.port], ["::1", 5432]);
});

Deno.test("a path into the raw object is kept as its steps", () => {
  assert.deepEqual(check("inspect"), {
    kind: "inspect",
    object: "container",
    name: "web",
    path: ["Config", "Labels", "com.example.a"],
    matcher: { is: "contains", part: { is: "equal", value: "b" } },
  });
  assert.deepEqual(check("inspect", 1).path, ["RootFS", "Layers", "0"]);
  assert.deepEqual(check("inspect", 2).matcher, { is: "absent", absent: true });
});

Deno.test("durations are seconds, sizes bytes, counts and lists by service", () => {
  const expects = new Map(check("service").expects.map(({ field, matcher }) => [field, matcher]));
  assert.deepEqual(expects.get("updateDelay"), { is: "range", min: 0.5, max: 60 });
  assert.deepEqual(expects.get("memoryReservation"), { is: "equal", value: 32 * 1024 ** 2 });
  const compose = new Map(check("compose").expects.map(({ field, matcher }) => [field, matcher]));
  assert.deepEqual(compose.get("running"), {
    is: "fields",
    fields: { web: { is: "equal", value: 2 }, db: { is: "range", min: 1 } },
  });
  assert.deepEqual(compose.get("health"), {
    is: "fields",
    fields: { db: { is: "equal", value: "healthy" }, web: { is: "absent", absent: true } },
  });
});

Deno.test("each thing that a check asks for counts once", () => {
  const steady: Check = { kind: "container", name: "web", exists: true, steady: 3, expects: [] };
  assert.equal(fieldCount(check("container", 1)), 5);
  assert.equal(fieldCount(steady), 1);
  assert.equal(fieldCount({ ...check("container", 1), steady: 3 }), 6);
  assert.equal(fieldCount(check("file", 2)), 1);
  assert.equal(fieldCount(check("event")), 1);
  assert.equal(fieldCount(check("inspect")), 1);
  assert.equal(fieldCount(check("swarm")), 4);
});
