/** The hints of a lab, line by line: offered, waited for, paged; the solution with its explanation. */

import assert from "node:assert/strict";
import * as v from "valibot";
import { plainLab } from "../../lib/cli/plain/plain_lab.ts";
import { labSchema } from "../../lib/content/schema/lab.ts";
import { same } from "../../lib/content/text.ts";
import type { Happening } from "../../lib/screens/effects.ts";
import { converse } from "../../lib/terminal/conversation.ts";

const lab = v.parse(labSchema, {
  format: 1,
  id: "demo",
  title: "Demo",
  concepts: ["container"],
  minutes: 5,
  tasks: [{
    id: "one",
    title: "Start it",
    text: "Start `web`.",
    explanation: "It runs because it was started.",
    solution: [{ file: "site/index.html", content: "<h1>hi</h1>\n" }, "docker run -d --name web nginx"],
    checks: [{ container: "web", state: "running" }],
    hints: [
      "First look.",
      { text: "Then run.", cost: 0.5, wait: "60s" },
      { text: "It stopped.", when: { container: "web", state: "exited" } },
    ],
  }],
});

function open() {
  const written: string[] = [];
  const stored: Happening[] = [];
  const typed: Uint8Array[] = [];
  let waiting: (() => void) | undefined;
  const talk = converse({
    async read() {
      while (typed.length === 0) await new Promise<void>((more) => waiting = more);
      return typed.shift();
    },
    write: (text) => written.push(text) > 0,
    depth: "bare",
    width: () => 80,
    echoes: false,
  });
  const made = plainLab(talk, { lab, seed: 1 }, {
    lang: "en",
    record: (what) => stored.push(what),
    flags: new Map(),
    shown() {},
    refresh() {},
    answer() {},
    docker: () => Promise.resolve(),
  });
  const said = async (act: () => void) => {
    const before = written.length;
    act();
    await new Promise((done) => setTimeout(done, 5));
    return written.slice(before).join("");
  };
  return {
    ...{ made, stored },
    show: (fitting: readonly number[] = []) =>
      said(() =>
        made.dispatch({
          kind: "lab-verdict",
          lab: "demo",
          verdict: {
            ...{ lab: "demo", status: "failed", score: 0, max: 1 },
            tasks: [{
              ...{ id: "one", title: same("Start it"), status: "failed", score: 0, max: 1, checks: [], waitsFor: [] },
              fitting,
            }],
          },
        })
      ),
    clock: (seconds: number) =>
      said(() => made.dispatch({ kind: "lab-clock", lab: "demo", now: seconds * 1000, begun: 0 })),
    type: (line: string) =>
      said(() => {
        typed.push(new TextEncoder().encode(`${line}\n`));
        waiting?.();
      }),
  };
}

Deno.test("a hint that fits what is seen is offered once, and comes before the others when asked for", async () => {
  const demo = open();
  await demo.clock(0);
  assert.match(await demo.show([3]), /There is a hint for what is seen now: type \?/);
  assert.equal(await demo.show([3]), "");
  assert.match(await demo.type("?"), /^Hint: It stopped\.\n$/);
  assert.match(await demo.type("?"), /Hint 2\nFirst look\./);
  assert.deepEqual(demo.stored.map((what) => what.kind === "lab-hint" && [what.tier, what.cost]), [[3, 0], [1, 0]]);
  await demo.type("q");
});

Deno.test("a hint that has to be waited for says for how long in words, and costs nothing meanwhile", async () => {
  const demo = open();
  await demo.clock(0);
  await demo.show();
  await demo.type("?");
  await demo.clock(20);
  assert.match(await demo.type("?"), /The hint can be seen in 40 s/);
  await demo.clock(60);
  assert.match(await demo.type("?"), /The hint costs 0\.5 points: type \? again/);
  assert.match(await demo.type("?"), /Then run\./);
  assert.match(await demo.type("?"), /no more hints for what is seen now/);
  assert.equal(demo.stored.length, 2);
  await demo.type("q");
});

Deno.test("what was agreed to is what is paid, also when another hint is offered meanwhile", async () => {
  const demo = open();
  await demo.clock(0);
  await demo.show();
  await demo.type("?");
  await demo.clock(90);
  assert.match(await demo.type("?"), /costs 0\.5 points/);
  await demo.show([3]);
  assert.match(await demo.type("?"), /It stopped\./);
  assert.deepEqual(demo.stored.map((what) => what.kind === "lab-hint" && what.tier), [1, 3]);
  await demo.type("q");
});

Deno.test("hints that were seen are read again, back and forward", async () => {
  const demo = open();
  await demo.show();
  assert.match(await demo.type("<"), /You have not seen a hint yet/);
  await demo.type("?");
  await demo.show([3]);
  await demo.type("?");
  assert.match(await demo.type("<"), /Hint 1\nFirst look\./);
  assert.match(await demo.type(">"), /Hint 2\nIt stopped\./);
  await demo.type("q");
});

Deno.test("giving up shows every step with its files, why it is so, and that it gives no points", async () => {
  const demo = open();
  await demo.show();
  assert.match(await demo.type("s"), /this task will give no points/);
  assert.equal(
    await demo.type("s"),
    "Solution\n  1. site/index.html:\n    <h1>hi</h1>\n  2. $ docker run -d --name web nginx\n\nExplanation\n" +
      "It runs because it was started.\n",
  );
  await demo.type("q");
});
