/** What a proof demands of a lab, on verdicts and commands alone. */

import assert from "node:assert/strict";
import type { Task } from "../../lib/content/schema/lab.ts";
import { same } from "../../lib/content/text.ts";
import { openChecks } from "../../lib/lab/graph.ts";
import { emptyInventory, type Inventory } from "../../lib/lab/inventory.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { judgeLab } from "../../lib/lab/judge.ts";
import { attemptLabel, labLabel, proofLabel } from "../../lib/lab/labels.ts";
import { leftovers } from "../../lib/lab/ledger.ts";
import { onlyAdds } from "../../lib/lab/proving/additions.ts";
import { mistakeProblem, notCleaned } from "../../lib/lab/proving/problems.ts";
import { itemsOf, proofDocument, type ProofStep, statusOf, trialsOf } from "../../lib/lab/proving/proof.ts";
import { asLearners, listing, since } from "../../lib/lab/proving/remnants.ts";
import { longestWait, narrowed, standingOf, withoutSteady } from "../../lib/lab/proving/standing.ts";
import type { Snapshot } from "../../lib/lab/snapshot.ts";
import { subjectsOf } from "../../lib/lab/subjects.ts";
import type { TaskVerdict } from "../../lib/lab/verdict.ts";
import { blindSnapshot, container, eq, execCheck, lab, objectCheck, snapshot, takenAt, task } from "./samples.ts";

function verdictOn(judged: Task, seen: Snapshot): TaskVerdict {
  const [verdict] = judgeLab(lab([judged]), seen, { passed: new Map(), workspace: "/w" }, advise).tasks;
  assert.ok(verdict);
  return verdict;
}

const running = objectCheck("container", "web", { state: eq("running") });
const steady = objectCheck("container", "web", { state: eq("running") }, { steady: 3 });

Deno.test("a missing container is a failure that no waiting mends", () => {
  const it = task("t", [running]);
  assert.deepEqual(standingOf(verdictOn(it, snapshot({ missing: ["web"] })), 0), { kind: "failed" });
  assert.deepEqual(standingOf(verdictOn(it, snapshot({ containers: [container("web")] })), 0), { kind: "passed" });
});

Deno.test("what only has not lasted yet is open until it has", () => {
  const it = task("t", [steady]);
  const young = snapshot({ containers: [container("web", { startedAt: takenAt - 1000 })] });
  assert.deepEqual(standingOf(verdictOn(it, young), 0), { kind: "open", lookAgainIn: 2000 });
  const both = task("t", [steady, objectCheck("volume", "data")]);
  const lacking = snapshot({ containers: [container("web", { startedAt: takenAt - 1000 })], missing: ["data"] });
  assert.deepEqual(standingOf(verdictOn(both, lacking), 0), { kind: "failed" });
});

Deno.test("a check with within is open until that time is over", () => {
  const it = task("t", [{ ...running, within: 10 }]);
  const verdict = verdictOn(it, snapshot({ missing: ["web"] }));
  assert.deepEqual(standingOf(verdict, 9900), { kind: "open", lookAgainIn: 100 });
  assert.deepEqual(standingOf(verdict, 10_000), { kind: "failed" });
  assert.deepEqual(standingOf(verdict, Infinity), { kind: "failed" });
});

Deno.test("nothing is known of a task that could not be looked at, or whose only check waits for a container", () => {
  const it = task("t", [running]);
  assert.deepEqual(standingOf(verdictOn(it, blindSnapshot(["web"])), 0), { kind: "unknown" });
  const inside = task("t", [execCheck("web", ["true"], { exitCode: eq(0) })]);
  assert.deepEqual(standingOf(verdictOn(inside, snapshot({ missing: ["web"] })), 0), { kind: "unknown" });
});

Deno.test("the longest wait is that of the check that takes longest, and steady may be left out", () => {
  const it = task("t", [{ ...steady, within: 2 }, { ...running, within: 4 }]);
  assert.equal(longestWait(it), 5000);
  assert.equal(longestWait(withoutSteady(it)), 4000);
  assert.equal(longestWait(task("t", [running])), 0);
});

Deno.test("of a mistake only the named checks are looked at, with the names of all others still known", () => {
  const it = task("t", [running, objectCheck("volume", "data"), objectCheck("container", "wbe")]);
  const near = narrowed(lab([it, task("u", [steady])]), it, "container web");
  assert.deepEqual(near.task.checks, [running]);
  assert.deepEqual(openChecks(near.lab, new Map(), "t"), [running]);
  assert.deepEqual(openChecks(near.lab, new Map()), [running, steady]);
  assert.ok(subjectsOf(near.lab).has("container wbe"));
});

const exited = snapshot({ containers: [container("web", { state: "exited", exitCode: 3 })] });
const mistaken = task("t", [running, objectCheck("volume", "data")]);

Deno.test("a mistake is proven when the named check fails and says its words in both languages", () => {
  const verdict = verdictOn(mistaken, exited);
  assert.equal(mistakeProblem(mistaken, { fails: "container web", says: same("exited") }, verdict), undefined);
  assert.equal(
    mistakeProblem(mistaken, { fails: "container web", says: { es: "código 3", en: "code 3" } }, verdict),
    undefined,
  );
});

Deno.test("a mistake is not proven by other words, by those of one language, by another check, nor when it passes", async (t) => {
  const verdict = verdictOn(mistaken, exited);
  const told = [
    mistakeProblem(mistaken, { fails: "container web", says: same("paused") }, verdict),
    mistakeProblem(mistaken, { fails: "container web", says: same("código 3") }, verdict),
    mistakeProblem(
      task("t", [running]),
      { fails: "volume data", says: same("data") },
      verdictOn(task("t", [running]), exited),
    ),
    mistakeProblem(
      task("t", [running]),
      { fails: "container web", says: same("x") },
      verdictOn(task("t", [running]), snapshot({ containers: [container("web")] })),
    ),
  ];
  for (const problem of told) assert.ok(problem);
  await t.assertSnapshot(told.map((problem) => `${problem?.en}\n\n${problem?.es}`).join("\n\n---\n"));
});

const there: Inventory = {
  ...emptyInventory,
  containers: [{ id: "1", name: "old", image: "busybox", labels: {}, createdAt: "" }],
  volumes: [{ name: "data", labels: {}, createdAt: "then" }],
  networks: [{ id: "2", name: "net", labels: {} }],
};

/** On a manager of a swarm. */
const swarmed: Inventory = {
  ...there,
  swarm: "active",
  services: [{ id: "3", name: "web", labels: {}, createdAt: "" }],
  secrets: [{ id: "4", name: "key", labels: {}, createdAt: "" }],
  configs: [],
};

Deno.test("services, secrets and configs that a mistake makes are undone by removing them; those of before are not", () => {
  const undone = [
    ["docker network create -d overlay other", "docker service create --name new --network other busybox"],
    ["docker secret create new a.txt", "docker config create key a.txt", "docker service ps web"],
    [
      "docker service create --name new --mount type=volume,source=other,target=/o busybox",
      "docker service scale new=2",
    ],
    ["docker service create --name new busybox", "docker service update --image faro:1 new", "docker service rm new"],
  ];
  for (const steps of undone) assert.equal(onlyAdds(steps, swarmed), true, steps.join("; "));
  const kept = [
    ["docker service create --name web busybox"],
    ["docker service create busybox"],
    ["docker service create --name new --mount type=volume,source=data,target=/d busybox"],
    ["docker service scale web=2"],
    ["docker service scale web=2", "docker service create --name web2 busybox"],
    ["docker service update --image faro:1 web"],
    ["docker service rm web"],
    ["docker secret create key a.txt"],
    ["docker stack deploy -c a.yaml new"],
    ["docker swarm leave --force"],
  ];
  for (const steps of kept) assert.equal(onlyAdds(steps, swarmed), false, steps.join("; "));
  // Who is no manager is shown none, and knows of none that it is new.
  assert.equal(onlyAdds(["docker service create --name new busybox"], there), false);
});

Deno.test("commands that make objects and touch only those are undone by removing them", () => {
  for (
    const steps of [
      ["docker run -d --name new -p 80:80 -e A=b --network net busybox sh -c 'rm -rf /'"],
      ["docker run --rm busybox hostname"],
      [
        "docker container create --name new busybox",
        "docker start new",
        "docker exec new touch /a",
        "docker rm -f new",
      ],
      ["docker volume create other", "docker run -d -v other:/o busybox", "docker run -v other:/o busybox"],
      ["docker run -v data:/d:ro busybox", "docker run --mount type=volume,source=data,target=/d,readonly busybox"],
      ["docker run --mount type=tmpfs,target=/t busybox", "docker run -v /anonymous busybox"],
      ["docker network create other", "docker run -d --name new busybox", "docker network connect net new"],
      ["docker create --name new busybox", "docker rename new newer", "docker start newer"],
      ["docker ps -a", "docker logs old", "docker inspect old"],
    ]
  ) assert.equal(onlyAdds(steps, there), true, steps.join("; "));
});

Deno.test("commands that may have changed what was there before are not undone so", () => {
  for (
    const steps of [
      ["docker exec old touch /a"],
      ["docker stop old"],
      ["docker rm -f old", "docker run -d --name old busybox"],
      // The name is taken, so the second command reaches the old one.
      ["docker run -d --name old busybox", "docker exec old touch /a"],
      ["docker rename old older"],
      ["docker network connect net old"],
      ["docker network create net"],
      ["docker run -v data:/d busybox"],
      ["docker run --mount type=volume,src=data,dst=/d busybox"],
      ["docker run --mount type=bind,source=/etc,target=/d busybox"],
      ["docker run -v $PWD:/d busybox", "docker run -v ./site:/d busybox"],
      ["docker run --volumes-from old busybox"],
      ["docker run --privileged busybox"],
      ["docker cp a old:/a"],
      ["docker volume rm data"],
      ["docker system prune -f"],
      ["docker -H tcp://elsewhere run busybox"],
      ["docker build ."],
      ["docker frobnicate"],
      ["docker run 'busybox"],
      [{ file: "a", content: "b" }],
    ]
  ) assert.equal(onlyAdds(steps, there), false, JSON.stringify(steps));
});

Deno.test("an object that was made anew under its old name is lost and left at once", () => {
  const now: Inventory = { ...there, volumes: [{ name: "data", labels: {}, createdAt: "now" }] };
  assert.deepEqual(since(there, now, "puerto"), [{ kind: "volume", name: "data" }]);
  assert.deepEqual(since(now, there, "puerto"), [{ kind: "volume", name: "data" }]);
  assert.deepEqual(since(there, { ...there }, "puerto"), []);
  assert.equal(listing(there), listing({ ...there, containers: [...there.containers].reverse() }));
  const joined = since({ ...there, swarm: "inactive" }, { ...there, swarm: "active" }, "puerto");
  assert.deepEqual(joined, [{ kind: "swarm", name: "active" }]);
});

Deno.test("what another lab leaves on the same engine is no matter of this one", () => {
  const made = { id: "9", image: "busybox", createdAt: "" };
  const left = (labels: Readonly<Record<string, string>>) =>
    since(emptyInventory, { ...emptyInventory, containers: [{ ...made, name: "it", labels }] }, "puerto");
  assert.deepEqual(left({ [labLabel]: "faro" }), []);
  assert.deepEqual(left({ [labLabel]: "puerto" }), [{ kind: "container", name: "it" }]);
  assert.deepEqual(left({}), [{ kind: "container", name: "it" }]);
});

Deno.test("clean-up has to find what a learner makes by its name: our labels do not help it", () => {
  const labels = { [labLabel]: "puerto", [attemptLabel]: "a", [proofLabel]: "1", mine: "yes" };
  const made = { image: "busybox", createdAt: "", labels };
  const now: Inventory = {
    ...emptyInventory,
    containers: [
      { ...made, id: "1", name: "web" },
      { ...made, id: "2", name: "happy_name" },
      { ...made, id: "3", name: "prepared", labels: { [labLabel]: "puerto", [attemptLabel]: "a" } },
    ],
  };
  const it = lab([task("t", [running])]);
  const names = ({ remove }: ReturnType<typeof leftovers>) => remove.containers.map(({ name }) => name);
  assert.deepEqual(names(leftovers(it, emptyInventory, asLearners(now), { attempt: "a" })), ["web", "prepared"]);
  assert.deepEqual(names(leftovers(it, emptyInventory, now, { attempt: "a" })), ["web", "happy_name", "prepared"]);
  assert.deepEqual(asLearners(now).containers[0]?.labels, { mine: "yes" });
});

Deno.test("what clean-up leaves, loses and may not remove is told apart", async (t) => {
  const problem = notCleaned(
    [{ kind: "container", name: "happy_name" }, { kind: "volume", name: "v" }],
    [{ kind: "image", name: "busybox:latest" }],
    ["network net: has active endpoints"],
  );
  await t.assertSnapshot(`${problem.en}\n\n${problem.es}`);
});

Deno.test("every solution, other solution and mistake is a step, in the order of what tasks need", () => {
  const it = lab([
    task("late", [running], { needs: ["soon"], alternatives: [["docker create x", "docker start x"]] }),
    task("soon", [running], {
      solution: ["docker pull x", { file: "a/b", content: "" }],
      mistakes: [{ run: ["docker run x"], fails: "container web", says: same("w") }],
    }),
  ]);
  assert.deepEqual(itemsOf(it).map(({ kind, task, name }) => `${kind} ${task ?? "-"} ${name}`), [
    "lint - puerto",
    "unsolved soon soon",
    "solution soon a/b",
    "unsolved late late",
    "solution late docker ps",
    "cleanup - solution",
    "mistake soon docker run x",
    "alternative late docker start x",
    "cleanup - trials",
  ]);
  assert.deepEqual(itemsOf(lab([task("t", [running])])).map(({ kind }) => kind), [
    "lint",
    "unsolved",
    "solution",
    "cleanup",
  ]);
  assert.equal(trialsOf(task("t", [running])).length, 0);
});

Deno.test("a proof with a step that failed, was left out or could not be looked at is none", () => {
  const step = (status: ProofStep["status"]): ProofStep => ({ kind: "solution", name: "x", status, seconds: 0.12345 });
  assert.equal(statusOf([step("passed"), step("passed")]), "passed");
  assert.equal(statusOf([step("passed"), step("skipped")]), "skipped");
  assert.equal(statusOf([step("skipped"), step("failed")]), "failed");
  assert.equal(statusOf([step("failed"), step("unchecked")]), "unchecked");
  const problem = { es: "mal", en: "wrong" };
  const proof = {
    lab: "l",
    status: "failed",
    seconds: 1.23456,
    steps: [{ ...step("failed"), task: "t", problem }],
  } as const;
  assert.deepEqual(proofDocument([proof], "es"), {
    labs: [{
      lab: "l",
      status: "failed",
      seconds: 1.235,
      steps: [{ kind: "solution", task: "t", name: "x", status: "failed", seconds: 0.123, problem: "mal" }],
    }],
  });
});
