import assert from "node:assert/strict";
import { decodeLab } from "../../../lib/content/decode_lab.ts";
import type { Lab } from "../../../lib/content/schema/lab.ts";
import { mistakesOf, rememberMistakes } from "../../../lib/cli/lab/lab_mistakes.ts";
import { openAttempt } from "../../../lib/cli/lab/lab_passes.ts";
import { attemptOf } from "../../../lib/cli/verify/verify_attempt.ts";
import { verifyOn } from "../../../lib/cli/verify/verify_engine.ts";
import type { World } from "../../../lib/cli/world.ts";
import { judgeLab } from "../../../lib/lab/judge.ts";
import type { Snapshot } from "../../../lib/lab/snapshot.ts";
import type { EventStore } from "../../../lib/store/event_store.ts";
import { recordOf } from "../../../lib/study/record.ts";
import { container, snapshot } from "../../lab/samples.ts";
import { engineOf, place } from "../sample_world.ts";

function webLab(): Lab {
  const text = `
format: 1
id: web
title: Web
concepts: [docker-port]
minutes: 5
tasks:
  - id: puerto
    title: Un puerto
    text: Publica el puerto.
    checks: [{ container: web, ports: { 80/tcp: 8080 } }]
    explanation: Así se llega desde fuera.
    solution: [docker run -d --name web -p 8080:80 nginx]
`;
  const { value, problems } = decodeLab(text, "web/lab.yaml");
  assert.ok(value, JSON.stringify(problems));
  return value;
}

const before = { containers: [], images: [], volumes: [], networks: [] };

function begun(store: EventStore): void {
  store.append({ kind: "lab-prepared", lab: "web", attempt: "a1", before } as never, Date.now());
}

const nothing = snapshot({ missing: ["web"] });
const wrong = snapshot({ containers: [container("web")] });
const missed = (store: EventStore) =>
  store.read("web").flatMap((event) => event.kind === "lab-task-missed" ? [[event.task, event.checks]] : []);

Deno.test("a mistake that cannot be kept is told once, and kept as soon as the store works again", () => {
  using at = place();
  begun(at.store);
  const errors: unknown[] = [];
  const notice = mistakesOf((error) => errors.push(error));
  const full = {
    ...at.store,
    appendAll() {
      throw new Error("disk full");
    },
  };
  const look = (store: EventStore, now: number) => {
    const attempt = openAttempt(at.store, "web");
    assert.ok(attempt);
    notice(
      store,
      attempt,
      judgeLab(webLab(), now === 0 ? nothing : wrong, { passed: new Map(), workspace: "/w" }),
      now,
    );
  };
  look(at.store, 0);
  for (const now of [1000, 12_000, 13_000, 14_000]) look(full as unknown as EventStore, now);
  assert.equal(errors.length, 1);
  assert.deepEqual(missed(at.store), []);
  look(at.store, 15_000);
  assert.deepEqual(missed(at.store), [["puerto", [0]]]);
});

Deno.test("a mistake that lasts is stored once for each attempt, and comes back in the review", () => {
  using at = place();
  begun(at.store);
  const lab = webLab();
  const notice = mistakesOf((error) => assert.fail(String(error)));
  const look = (seen: Snapshot, now: number) => {
    const attempt = openAttempt(at.store, "web");
    assert.ok(attempt);
    return notice(at.store, attempt, judgeLab(lab, seen, { passed: new Map(), workspace: "/w" }), now);
  };
  assert.equal(look(nothing, 0), undefined);
  assert.equal(look(wrong, 1000), 10_000);
  assert.deepEqual(missed(at.store), []);
  assert.equal(look(wrong, 11_000), undefined);
  assert.deepEqual(missed(at.store), [["puerto", [0]]]);
  look(nothing, 20_000);
  look(wrong, 30_000);
  look(wrong, 60_000);
  assert.equal(missed(at.store).length, 1);
  assert.equal(recordOf(at.store.read()).cards.get("task/web/puerto")?.lastRating, "again");
});

Deno.test("verify stores a mistake too, and stores none for what is not there", async () => {
  using at = place();
  begun(at.store);
  const lab = webLab();
  const world = { lang: "es", stateFolder: () => at.folder } as unknown as World;
  const verify = async (seen: Snapshot) => {
    const engine = engineOf("exit 1", () => Promise.resolve(seen));
    await using attempt = await attemptOf(world, lab, engine);
    assert.ok(attempt);
    await verifyOn({ lab, engine, workspace: "/w", wait: 0, attempt });
  };
  await verify(nothing);
  assert.deepEqual(missed(at.store), []);
  await verify(wrong);
  await verify(wrong);
  assert.deepEqual(missed(at.store), [["puerto", [0]]]);
});

Deno.test("nothing is stored for a task whose solution was looked at, or that is done", () => {
  using at = place();
  begun(at.store);
  at.store.append({ kind: "lab-given-up", lab: "web", attempt: "a1", task: "puerto" }, Date.now());
  const attempt = openAttempt(at.store, "web");
  assert.ok(attempt);
  rememberMistakes(at.store, attempt, "web", [{ task: "puerto", checks: [0] }]);
  assert.deepEqual(missed(at.store), []);
});
