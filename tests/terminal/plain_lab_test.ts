/** A lab followed line by line. */

import assert from "node:assert/strict";
import * as v from "valibot";
import { labSchema } from "../../lib/content/schema/lab.ts";
import { same } from "../../lib/content/text.ts";
import { UserError } from "../../lib/content/user_error.ts";
import { plainLab } from "../../lib/cli/plain/plain_lab.ts";
import { changedCheck, explained } from "../../lib/cli/plain/plain_verdict.ts";
import type { CheckVerdict, LabVerdict, Status } from "../../lib/lab/verdict.ts";
import type { Happening } from "../../lib/screens/effects.ts";
import { converse } from "../../lib/terminal/conversation.ts";

const task = (id: string, more: object) => ({
  id,
  title: `Title ${id}`,
  text: `Do ${id}`,
  explanation: `Why ${id}`,
  solution: ["docker run -d nginx"],
  checks: [{ container: `c-${id}`, state: "running" }],
  ...more,
});
const lab = v.parse(labSchema, {
  format: 1,
  id: "demo",
  title: "Demo lab",
  concepts: ["container"],
  minutes: 5,
  tasks: [
    task("one", {
      hints: ["free hint", { text: "dear hint", cost: 1 }],
      questions: [{
        kind: "truefalse",
        id: "predict",
        prompt: "Will it?",
        concepts: ["container"],
        explanation: "Yes.",
        answer: true,
      }],
    }),
    task("two", { needs: ["one"] }),
  ],
});

function verdict(statuses: readonly Status[], actual = "exited"): LabVerdict {
  const tasks = lab.tasks.map(({ id, title }, index) => {
    const status = statuses[index] ?? "failed";
    return {
      ...{ id, title, status, score: status === "passed" ? 1 : 0, max: 1, waitsFor: [] },
      checks: [{
        ...{ kind: "container" as const, subject: `c-${id}`, status, fields: [], expected: same("running") },
        ...{
          actual: same(status === "passed" ? "running" : actual),
          because: same("it ended at once"),
          next: same("`docker start`"),
        },
      }],
    };
  });
  const passed = statuses.every((status) => status === "passed");
  return {
    lab: "demo",
    status: passed ? "passed" : "failed",
    score: statuses.filter((one) => one === "passed").length,
    max: 2,
    tasks,
  };
}

function open(record?: (what: Happening) => void) {
  const written: string[] = [];
  const stored: Happening[] = [];
  let looks = 0;
  const typed: Uint8Array[] = [];
  let waiting: (() => void) | undefined;
  let closed = false;
  const talk = converse({
    async read() {
      while (typed.length === 0 && !closed) await new Promise<void>((more) => waiting = more);
      return typed.shift();
    },
    write: (text) => written.push(text) > 0,
    depth: "bare",
    width: () => 80,
    echoes: false,
  });
  const opening = { lab, seed: 1, shell: false, workspace: "/tmp/w" };
  const made = plainLab(talk, opening, {
    docker: () => Promise.resolve(),
    lang: "en",
    record: record ?? ((what) => stored.push(what)),
    flags: new Map(),
    shown() {},
    refresh: () => looks++,
    answer: () => {},
  });
  const settle = () => new Promise((done) => setTimeout(done, 5));
  return {
    ...{ made, stored },
    looks: () => looks,
    async show(statuses: readonly Status[], actual?: string) {
      const before = written.length;
      made.dispatch({ kind: "lab-verdict", lab: "demo", verdict: verdict(statuses, actual) });
      await settle();
      return written.slice(before).join("");
    },
    async type(line: string | undefined) {
      const before = written.length;
      if (line === undefined) closed = true;
      else typed.push(new TextEncoder().encode(`${line}\n`));
      waiting?.();
      await settle();
      return written.slice(before).join("");
    },
    text: () => written.join(""),
  };
}

Deno.test("each change is one line, and what has not changed is not said again", async () => {
  const lab = open();
  assert.equal(await lab.show(["failed", "blocked"]), "✘ container c-one: not yet; seen: exited\n");
  assert.equal(await lab.show(["failed", "blocked"]), "");
  assert.equal(await lab.show(["failed", "blocked"], "created"), "✘ container c-one: not yet; seen: created\n");
  const passed = await lab.show(["passed", "failed"]);
  assert.match(passed, /^✔ container c-one: passed\n✔ Title one: passed\nWhy one\n\nTask 2 of 2: Title two/);
  assert.match(await lab.show(["passed", "passed"]), /Lab passed: 2\/2/);
  assert.equal((await lab.made.end)?.status, "passed");
});

Deno.test("what is not understood is named, and ?? says what can be typed", async () => {
  const lab = open();
  const told = await lab.type("dokcer ps");
  assert.match(told, /^“dokcer ps” is not understood\. Commands begin with docker; \?\? says/);
  assert.match(await lab.type("??"), /^Type docker commands here/);
  await lab.type("q");
});

Deno.test("Enter explains and asks for a look", async () => {
  const lab = open();
  assert.match(await lab.type(""), /Nothing could be looked at yet/);
  await lab.show(["failed", "blocked"]);
  assert.match(
    await lab.type(""),
    /Expected: running\n {4}Seen: +exited\n {4}Because: +it ended at once\n {4}Try: +docker start/,
  );
  assert.equal(lab.looks(), 2);
  await lab.type("q");
  assert.equal((await lab.made.end)?.status, "failed");
});

Deno.test("a hint that costs and the solution are shown only when asked for twice, and are stored first", async () => {
  const lab = open();
  assert.match(await lab.type("?"), /free hint/);
  assert.match(await lab.type("?"), /costs 1 point/);
  assert.match(await lab.type("?"), /dear hint/);
  assert.match(await lab.type("?"), /no more hints/);
  assert.match(await lab.type("s"), /Type s again/);
  assert.match(await lab.type("s"), /\$ docker run -d nginx/);
  assert.deepEqual(lab.stored.map((what) => what.kind === "lab-hint" ? [what.tier, what.cost] : what.kind), [[1, 0], [
    2,
    1,
  ], "lab-given-up"]);
  await lab.type("q");
});

Deno.test("the questions of a task are asked, and what changes meanwhile is said afterwards", async () => {
  const lab = open();
  assert.match(await lab.type("p"), /Will it\?/);
  assert.equal(await lab.show(["failed", "blocked"]), "");
  assert.match(await lab.type("t"), /✔ Correct[\s\S]*✘ container c-one/);
  assert.deepEqual(lab.stored.map(({ kind }) => kind), ["lab-question-answered"]);
  await lab.type("q");
});

Deno.test("at the end of the input the first look is waited for", async () => {
  const lab = open();
  await lab.type(undefined);
  await lab.show(["failed", "blocked"]);
  assert.equal((await lab.made.end)?.status, "failed");
});

Deno.test("an engine that cannot be asked is named with its repair, once", async () => {
  const lab = open();
  for (let round = 0; round < 2; round++) {
    lab.made.dispatch({
      kind: "lab-engine",
      lab: "demo",
      engine: { kind: "fault", fault: { kind: "daemon-down", detail: "xyzzy" } },
    });
  }
  await lab.type("x");
  assert.equal(lab.text().match(/xyzzy/g)?.length, 1);
  await lab.type("q");
});

Deno.test("a hint that cannot be stored is not shown, the reason is said, and the lab goes on", async () => {
  const lab = open(() => {
    throw new UserError({ es: "Disco lleno", en: "Disk full" }, { es: "Libera espacio", en: "Free some space" });
  });
  await lab.show(["failed", "blocked"]);
  const said = await lab.type("?");
  assert.match(said, /✘ Disk full\nFree some space/);
  assert.doesNotMatch(said, /free hint/);
  assert.match(await lab.show(["passed", "passed"]), /Lab passed/);
  assert.equal((await lab.made.end)?.status, "passed");
});

Deno.test("a lab that cannot begin ends with the input instead of waiting for ever", async () => {
  const lab = open();
  lab.made.dispatch({ kind: "failed", what: same("Cannot begin") });
  await lab.type(undefined);
  assert.equal(await lab.made.end, undefined);
});

Deno.test("a lab that is passed says how to clean up", async () => {
  const lab = open();
  assert.match(await lab.show(["passed", "passed"]), /Remove what you made with: grumete cleanup demo/);
});

Deno.test("while a check has to last, the seconds that go by are not said one by one", () => {
  const steady = (seconds: string, lookAgainIn?: number): CheckVerdict => ({
    ...{ kind: "container", subject: "web", status: "failed", expected: same("steady: 3 s"), fields: [] },
    ...{ actual: same(`steady: ${seconds} s`), ...(lookAgainIn === undefined ? {} : { lookAgainIn }) },
  });
  assert.deepEqual(changedCheck(steady("0.1", 2900), steady("1.2", 1800), "en"), []);
  assert.equal(changedCheck(steady("0.1"), steady("1.2"), "en").length, 1);
  assert.equal(changedCheck(undefined, steady("0.1", 2900), "en").length, 1);
});

Deno.test("how each field of a check ended is a word, and no tick that a screen reader spells out", () => {
  const check: CheckVerdict = {
    ...{ kind: "container", subject: "web", status: "failed", expected: same("ports"), actual: same("none") },
    fields: [
      { field: "state", status: "passed", expected: same(""), actual: same("") },
      { field: "ports", status: "failed", expected: same(""), actual: same("") },
    ],
  };
  const lines = explained(check, "en", 80).map((line) => line.map(({ text }) => text).join(""));
  assert.equal(lines[1], "    state: passed, ports: not yet");
  const waiting = { ...check, fields: check.fields.map((field) => ({ ...field, status: "blocked" as const })) };
  assert.doesNotMatch(explained(waiting, "en", 80).flat().map(({ text }) => text).join(""), /state/);
});

Deno.test("what docker reported is read to the letter, marks of Markdown in it are no marks", () => {
  const check: CheckVerdict = {
    ...{ kind: "container", subject: "web", status: "failed", expected: same("ls *.md"), fields: [] },
    actual: same("# __init__ `date`"),
  };
  const [line] = changedCheck(undefined, check, "en");
  assert.ok(line?.map(({ text }) => text).join("").endsWith("seen: # __init__ `date`"));
});
