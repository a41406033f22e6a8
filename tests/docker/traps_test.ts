/** Real containers that a hasty check takes for others, or for running ones. */

import { deepEqual, match, ok } from "node:assert/strict";
import { createEngine } from "../../lib/docker/engine.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { planOf } from "../../lib/lab/plan.ts";
import { eq, fields, objectCheck } from "../lab/samples.ts";
import { type Judged, judged, running, statuses, test } from "./judging.ts";
import { clients, ownNames, sh } from "./real_engine.ts";

const there = (kind: Parameters<typeof objectCheck>[0], name: string) => objectCheck(kind, name);

test("a container in a crash loop is never running, however often one looks", async () => {
  await using names = ownNames();
  const loop = names.of("loop");
  const steady = objectCheck("container", loop, { state: eq("running") }, { steady: 3 });
  await sh("run", "-d", "--name", loop, "--restart", "always", "busybox", "sh", "-c", "echo no config >&2; exit 1");
  const seen = new Set<string>();
  const until = Date.now() + 4000;
  let last: Judged | undefined;
  await using engine = createEngine();
  const plan = planOf([running(loop), steady]);
  while (Date.now() < until) {
    const snapshot = await engine.look(plan);
    const verdicts = [running(loop), steady].map((check) => judgeCheck(check, { snapshot, workspace: "/tmp", advise }));
    deepEqual(verdicts.map(({ status }) => status), ["failed", "failed"]);
    last = { snapshot, verdicts };
    const sighting = snapshot.containers.get(loop);
    seen.add(sighting?.kind === "found" ? sighting.facts.state ?? "" : "");
  }
  ok(seen.has("restarting"), [...seen].join());
  match(last?.verdicts[0]?.because?.en ?? "", /again and again|restart it/);
  const words = last?.snapshot.lastWords.get(loop);
  match(words?.kind === "found" ? words.facts.lines : "", /no config/);
});

test("a name that is the beginning of an id means the container that bears it, or nothing", async () => {
  await using names = ownNames();
  const id = await sh("create", "--name", names.of("one"), "busybox", "true");
  const prefix = id.slice(0, 12);
  deepEqual(await statuses(there("container", prefix)), ["failed"]);
  await sh("create", "--name", prefix, "--label", "mine=yes", "busybox", "true");
  try {
    const named = objectCheck("container", prefix, { labels: fields({ mine: eq("yes") }) });
    const other = objectCheck("container", names.of("one"), {
      labels: fields({ mine: { is: "absent", absent: true } }),
    });
    deepEqual(await statuses(named, other), ["passed", "passed"]);
  } finally {
    await sh("rm", "-f", prefix);
  }
});

test("the beginning of several ids is no name either, and spoils no other answer", async () => {
  await using names = ownNames();
  const firsts = new Map<string, string>();
  let shared: string | undefined;
  for (let at = 0; shared === undefined; at++) {
    const first = (await sh("create", "--name", names.of(`c${at}`), "busybox", "true")).slice(0, 1);
    if (firsts.has(first)) shared = first;
    firsts.set(first, names.of(`c${at}`));
  }
  for (const client of clients) {
    const { verdicts } = await judged([there("container", shared), there("container", names.of("c0"))], client);
    deepEqual(verdicts.map(({ status }) => status), ["failed", "passed"]);
  }
});

test("a volume, a network, a container and an image of one name are told apart", async () => {
  await using names = ownNames();
  const both = names.of("both");
  const all = (name: string) => (["container", "volume", "network", "image"] as const).map((kind) => there(kind, name));
  await sh("network", "create", both);
  deepEqual(await statuses(...all(both)), ["failed", "failed", "passed", "failed"]);
  await sh("volume", "create", both);
  deepEqual(await statuses(...all(both)), ["failed", "passed", "passed", "failed"]);
  await sh("network", "rm", both);
  await sh("create", "--name", both, "busybox", "true");
  deepEqual(await statuses(...all(both)), ["passed", "passed", "failed", "failed"]);
  // Named like an image that is there.
  const like = `${both}-busybox`;
  await sh("tag", "busybox", like);
  try {
    deepEqual(await statuses(...all(like)), ["failed", "failed", "failed", "passed"]);
  } finally {
    await sh("rmi", like);
  }
});
