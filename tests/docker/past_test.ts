/** The record of the past on a real engine: each deed once, kills and stops, bursts, restarts of the engine, two at once. */

import { deepEqual, equal } from "node:assert/strict";
import { attemptHistory, beginAttemptHistory, type LabHistory } from "../../lib/cli/lab/lab_history.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import type { Lab } from "../../lib/content/schema/lab.ts";
import { createEngine } from "../../lib/docker/engine.ts";
import { followEvents } from "../../lib/docker/events.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import type { History, Sighting } from "../../lib/lab/snapshot.ts";
import { openStore } from "../../lib/store/event_store.ts";
import { checkOf } from "../lab/check_of.ts";
import { snapshot } from "../lab/samples.ts";
import { eventually } from "./eventually.ts";
import { canStartEngines } from "./named_engine.ts";
import { type PastEngine, pastEngine } from "./past_engine.ts";

function test(sentence: string, body: (engine: PastEngine) => Promise<void>): void {
  Deno.test({
    name: `engine: ${sentence}`,
    ignore: !canStartEngines,
    fn: async () => {
      await using engine = await pastEngine("past");
      await body(engine);
    },
  });
}

/** Asks for execs too, so that they are kept. */
const lab = decoded(
  `format: 1
id: pasado
title: Pasado
concepts: [docker-cli]
minutes: 5
tasks:
  - id: uno
    title: Uno
    text: Hazlo.
    checks:
      - event: { container: web, action: [exec_start, health_status] }
      - exec: web
        run: [ls, /]
        exitCode: 0
    explanation: Ya.
    solution: [docker ps]
`,
);

function decoded(text: string): Lab {
  const { value, problems } = decodeLab(text, "lab.yaml");
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}

const before = { containers: [], volumes: [], networks: [], images: [] };

/** An attempt that begins now; several records of it may be open at once. */
async function attempt({ docker }: PastEngine): Promise<
  AsyncDisposable & { readonly open: () => LabHistory; readonly path: string }
> {
  const folder = Deno.makeTempDirSync({ prefix: "grumete-past-" });
  using store = openStore(folder);
  const { path } = store;
  await beginAttemptHistory("one", path, docker);
  const engine = createEngine({ docker });
  const begunAt = Date.now();
  const opened: LabHistory[] = [];
  return {
    path,
    open: () => {
      const history = attemptHistory(lab, { attempt: "one", before, begunAt }, path, engine);
      opened.push(history);
      return history;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(opened.map((history) => history[Symbol.asyncDispose]()));
      await engine[Symbol.asyncDispose]();
      Deno.removeSync(folder, { recursive: true });
    },
  };
}

function facts(history: Sighting<History>): History {
  if (history.kind !== "found") throw new Error(JSON.stringify(history));
  return history.facts;
}

function status(written: object, history: Sighting<History>): string {
  return judgeCheck(checkOf(written), {
    snapshot: { ...snapshot(), takenAt: Date.now(), history },
    workspace: "/w",
    advise,
  })
    .status;
}

const event = (type: string, name: string, action: string, more: object = {}) => ({
  event: { [type]: name, action, ...more },
});

test("each deed is told once, by the name its author gives it", async (engine) => {
  await using lab = await attempt(engine);
  const history = lab.open();
  const deeds: readonly (readonly [object, ...(readonly string[])])[] = [
    [event("network", "red", "create"), "network", "create", "red"],
    [event("volume", "datos", "create"), "volume", "create", "datos"],
    [event("container", "web", "create", { image: "busybox" }), "create", "--name", "web", "busybox", "sleep", "9999"],
    [event("container", "web", "start"), "start", "web"],
    // Of a container that does not run docker tells these only when it starts.
    [event("network", "red", "connect", { container: "web" }), "network", "connect", "red", "web"],
    // 20.10 tells it twice.
    [
      { ...event("network", "red", "disconnect", { container: "web" }), count: { min: 1 } },
      ...["network", "disconnect", "red", "web"],
    ],
    [event("container", "web", "exec_start", { command: "ls -l /tmp" }), "exec", "web", "ls", "-l", "/tmp"],
    [event("container", "web", "pause"), "pause", "web"],
    [event("container", "web", "unpause"), "unpause", "web"],
    [event("container", "web", "kill", { signal: "HUP" }), "kill", "-s", "HUP", "web"],
    [event("container", "web", "update"), "update", "--memory-reservation", "8m", "web"],
    [event("container", "web", "restart"), "restart", "-t", "0", "web"],
    [event("container", "web", "kill", { signal: "SIGKILL" }), "kill", "web"],
    [event("container", "web", "commit"), "commit", "web", "mia:1"],
    [event("container", "otra", "rename"), "rename", "web", "otra"],
    [event("image", "busybox:de-prueba", "tag"), "tag", "busybox", "busybox:de-prueba"],
    [event("image", "busybox:de-prueba", "untag"), "rmi", "busybox:de-prueba"],
    [event("container", "otra", "destroy"), "rm", "otra"],
    [event("network", "red", "destroy"), "network", "rm", "red"],
    [event("volume", "datos", "destroy"), "volume", "rm", "datos"],
  ];
  for (const [check, ...command] of deeds) {
    equal(status(check, await history.known()), "failed", `before: ${command.join(" ")}`);
    await engine.sh(...command);
    equal(status({ count: 1, ...check }, await history.known()), "passed", command.join(" "));
  }
  await engine.sh("rmi", "mia:1");
  deepEqual(facts(await history.known()).gaps, []);
});

test("a kill and a stop are told apart, with the codes that they leave, in their order", async (engine) => {
  await using lab = await attempt(engine);
  const history = lab.open();
  await engine.sh("run", "-d", "--name", "web", "--network", "none", "busybox", "sleep", "9999");
  await engine.sh(
    "run",
    "-d",
    "--name",
    "db",
    "--network",
    "none",
    "busybox",
    "sh",
    "-c",
    "trap 'exit 3' TERM; sleep 9 & wait",
  );
  await engine.sh("stop", "-t", "1", "web");
  await engine.sh("stop", "db");
  let known = await history.known();
  equal(status(event("container", "web", "stop"), known), "passed");
  equal(status(event("container", "web", "kill"), known), "failed");
  equal(status(event("container", "db", "die", { exitCode: 3 }), known), "passed");
  equal(status(event("container", "web", "die", { exitCode: 137 }), known), "passed");
  await engine.sh("start", "web");
  await engine.sh("kill", "web");
  await engine.sh("start", "db");
  known = await history.known();
  equal(status(event("container", "web", "kill"), known), "passed");
  const after = { container: "web", action: "kill" };
  equal(status({ ...event("container", "db", "start"), after }, known), "passed");
  equal(status({ ...event("container", "db", "stop"), after }, known), "failed");
  equal(status({ ...event("container", "web", "start"), count: 2 }, known), "passed");
});

test("what was there before the lab is not told, and a program that the lab runs to look is no deed", async (engine) => {
  await engine.sh("run", "-d", "--name", "web", "--network", "none", "busybox", "sleep", "9999");
  await using lab = await attempt(engine);
  const history = lab.open();
  await engine.sh("exec", "web", "ls", "/");
  equal(facts(await history.known()).events.length, 0);
  await engine.sh("exec", "web", "ls", "/tmp");
  deepEqual(
    facts(await history.known()).events.map(({ action, command, exitCode }) => [action, command, exitCode]),
    [["exec_create", "ls /tmp", undefined], ["exec_start", "ls /tmp", undefined], ["exec_die", "ls /tmp", 0]],
  );
});

test("a restart of the engine leaves a gap: what was found stays, what was not becomes unchecked", async (engine) => {
  await using lab = await attempt(engine);
  const history = lab.open();
  await engine.sh("run", "-d", "--name", "web", "--network", "none", "busybox", "sleep", "9999");
  equal(status(event("container", "web", "start"), await history.known()), "passed");
  await engine.sh("kill", "web");
  await engine.stop();
  const down = await history.known();
  equal(down.kind, "unknown");
  equal(status(event("container", "web", "start"), down), "unchecked");
  await engine.start();
  const known = await history.known();
  deepEqual(facts(known).gaps.map(({ why }) => why), ["restart"]);
  equal(status(event("container", "web", "start"), known), "passed");
  equal(status(event("container", "web", "kill"), known), "unchecked");
  await engine.sh("start", "web");
  await engine.sh("kill", "web");
  equal(status(event("container", "web", "kill"), await history.known()), "passed");
  // The gap is told once, and does not grow.
  equal(facts(await history.known()).gaps.length, 1);
});

test("a restart is noticed although the engine had nothing to tell before it", async (engine) => {
  await engine.stop();
  await engine.start();
  await using lab = await attempt(engine);
  const history = lab.open();
  deepEqual(facts(await history.known()), { events: [], gaps: [] });
  await engine.stop();
  await engine.start();
  await engine.sh("volume", "create", "datos");
  const { events, gaps } = facts(await history.known());
  deepEqual([events.length, gaps.map(({ why }) => why)], [1, ["restart"]]);
});

test("more than the engine remembers is a gap where nobody listened, and none where somebody did", async (engine) => {
  await using lab = await attempt(engine);
  const listening = lab.open();
  let standing = false;
  await using _stream = followEvents(engine.docker, (heard) => {
    if (heard.kind === "event") listening.hear(heard.event);
    if (heard.kind !== "standing") return;
    listening.standing();
    standing = true;
  });
  await eventually(() => standing);
  await listening.known();
  await engine.sh("volume", "create", "datos");
  await engine.burst(300);
  await engine.sh("volume", "rm", "datos");
  const heard = facts(await listening.known());
  deepEqual(heard.gaps, []);
  equal(heard.events.filter(({ action }) => action === "tag").length, 300);
  deepEqual(heard.events.filter(({ type }) => type === "volume").map(({ action }) => action), ["create", "destroy"]);

  await using other = await attempt(engine);
  const late = other.open();
  await late.known();
  await engine.sh("volume", "create", "datos");
  await engine.burst(300);
  const missed = await late.known();
  deepEqual(facts(missed).gaps.map(({ why }) => why), ["overflow"]);
  equal(status(event("volume", "datos", "create"), missed), "unchecked");
  equal(facts(missed).events.length, 256);
});

test("two records of one attempt at once keep every event once, and neither finds a gap", async (engine) => {
  await using lab = await attempt(engine);
  const [one, other] = [lab.open(), lab.open()];
  for (let round = 0; round < 5; round++) {
    await Promise.all([
      engine.burst(60),
      ...[one, other].map(async (history) => {
        for (let look = 0; look < 3; look++) await history.known();
      }),
    ]);
  }
  const [a, b] = [facts(await one.known()), facts(await other.known())];
  deepEqual([a.gaps, b.gaps], [[], []]);
  equal(a.events.length, 600);
  deepEqual(a.events, b.events);
});

test("an attempt that began on another engine learns nothing from this one", async (engine) => {
  await using place = await attempt(engine);
  await using here = createEngine({ docker: engine.docker });
  const address = await here.address();
  if (!address) throw new Error("the engine does not say where it is");
  const elsewhere = { ...address, host: "unix:///elsewhere.sock", id: "another" };
  const begun = { attempt: "two", before, begunAt: Date.now() };
  await using strange = attemptHistory(lab, { ...begun, engine: elsewhere }, place.path, here);
  equal((await strange.known()).kind, "missing");
  await using own = attemptHistory(lab, { ...begun, engine: address }, place.path, here);
  equal((await own.known()).kind, "found");
});
