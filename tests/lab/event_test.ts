/** Judging what happened: which events count, order, numbers, gaps, and what is said when they do not. */

import { deepEqual, equal, match } from "node:assert/strict";
import fc from "fast-check";
import { langs } from "../../lib/content/text.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import type { Gap, History, PastEvent, Sighting } from "../../lib/lab/snapshot.ts";
import type { CheckVerdict } from "../../lib/lab/verdict.ts";
import { checkOf } from "./check_of.ts";
import { container, type Seen, snapshot, takenAt, workspace } from "./samples.ts";

/** One line per event, a second apart, the last one a minute before the look: `web start`, `web kill 9`, `web die 137`. */
function past(...lines: readonly string[]): readonly PastEvent[] {
  return lines.map((line, at) => {
    const [name = "", action = "", detail] = line.split(" ");
    const [type = "container", own = ""] = name.includes("/") ? name.split("/") : ["container", name];
    return {
      type,
      action: action.replace("_status:", "_status: "),
      id: `id-${own}`,
      name: own,
      timeNano: `${takenAt - 60_000 - (lines.length - at) * 1000}000000`,
      ...(action === "die" || action === "exec_die" ? { exitCode: Number(detail) } : {}),
      ...(action === "kill" && detail ? { signal: detail } : {}),
      ...(action.startsWith("exec_") && detail ? { command: detail.replaceAll("+", " ") } : {}),
      ...(type === "network" && detail ? { container: detail } : {}),
      ...(type === "container" ? { image: "busybox" } : {}),
    };
  });
}

const gap: Gap = { from: takenAt - 90_000, to: takenAt - 80_000, why: "restart" };
const found = (events: readonly PastEvent[], gaps: readonly Gap[] = []): Sighting<History> => ({
  kind: "found",
  facts: { events, gaps },
});

function judged(written: object, history: Sighting<History> | undefined, seen: Seen = {}): CheckVerdict {
  const look = { ...snapshot(seen), ...(history ? { history } : {}) };
  return judgeCheck(checkOf(written), { snapshot: look, workspace, advise });
}

const stopped = ["web kill 15", "web die 143", "web stop"];
const killed = ["web kill 9", "web die 137"];
const restarted = ["web kill 15", "web die 0", "web stop", "web start", "web restart"];
const kill = { event: { container: "web", action: "kill" } };

Deno.test("a signal that docker sends to stop or restart a container is no kill", () => {
  const status = (...lines: readonly string[]) => judged(kill, found(past(...lines))).status;
  equal(status("web start", ...killed), "passed");
  equal(status("web start", ...stopped), "failed");
  equal(status("web start", ...restarted), "failed");
  equal(status("web start", "web kill 15", "web kill 9", "web die 137", "web stop"), "failed");
  equal(status("web start", ...stopped, "web start", ...killed), "passed");
  equal(status("web start", "web kill 15", "web die 0", "web start", ...stopped), "passed");
  equal(status("web start", "web kill 1", ...stopped), "passed");
  equal(status("web start", "web kill 15", "web kill 15", "web kill 9", "web die 137", "web stop"), "passed");
  equal(status("web start", "web kill 15", "db stop"), "passed");
});

Deno.test("a signal counts at once where no stop begins with it, and otherwise when the stop has not come", () => {
  const now = (signal: string, ago: number, ...more: readonly PastEvent[]) => {
    const event: PastEvent = {
      ...past("web kill")[0] as PastEvent,
      signal,
      timeNano: `${takenAt - ago}000000`,
    };
    return judged(kill, found([event, ...more]));
  };
  const die: PastEvent = { ...past("web die 0")[0] as PastEvent, timeNano: `${takenAt - 500}000000` };
  equal(now("9", 0).status, "passed");
  equal(now("1", 0).status, "passed");
  deepEqual([now("15", 1000).status, now("15", 1000).lookAgainIn], ["failed", 11_000]);
  deepEqual([now("15", 1000, die).status, now("15", 1000, die).lookAgainIn], ["failed", 1500]);
  match(now("15", 1000).because?.en ?? "", /remains to be seen/);
  equal(now("15", 13_000).status, "passed");
});

Deno.test("a filter names objects, details and signals as authors write them", () => {
  const status = (event: object, ...lines: readonly string[]) => judged({ event }, found(past(...lines))).status;
  for (const signal of ["9", "KILL", "SIGKILL", "sigkill"]) {
    equal(status({ container: "web", action: "kill", signal }, ...killed), "passed", signal);
    equal(status({ container: "web", action: "kill", signal }, "web kill 1"), "failed", signal);
  }
  equal(status({ container: "web", action: "die", exitCode: { not: 0 } }, "web die 1"), "passed");
  equal(status({ container: "*", action: "start" }, "quirky_euler start"), "passed");
  equal(status({ container: { startsWith: "we" }, action: "start" }, "web start"), "passed");
  equal(status({ container: "web", action: ["pause", "unpause"] }, "web unpause"), "passed");
  equal(status({ container: "web", action: "start", image: "busybox:latest" }, "web start"), "passed");
  equal(status({ container: "web", action: "start", image: "nginx" }, "web start"), "failed");
  equal(
    status({ container: "web", action: "exec_start", command: { startsWith: "ls" } }, "web exec_start ls+-l"),
    "passed",
  );
  equal(status({ container: "web", action: "health_status" }, "web health_status:healthy"), "passed");
  equal(status({ container: "web", action: "health_status: unhealthy" }, "web health_status:healthy"), "failed");
  equal(status({ network: "red", container: "web", action: "connect" }, "network/red connect web"), "passed");
  equal(status({ network: "red", container: "db", action: "connect" }, "network/red connect web"), "failed");
  equal(status({ volume: "web", action: "create" }, "web create"), "failed");
});

Deno.test("a container that is known to the record by its id alone is named by what was looked at", () => {
  const check = { event: { network: "red", container: "web", action: "connect" } };
  const history = found(past("network/red connect id-web"));
  equal(judged(check, history).status, "failed");
  equal(judged(check, history, { containers: [container("web")] }).status, "passed");
});

Deno.test("an image that docker names by its id is meant by the references that it had", () => {
  const event = { ...past("image/sha256:a untag")[0] as PastEvent, references: ["mia:1"] };
  equal(judged({ event: { image: "docker.io/library/mia:1", action: "untag" } }, found([event])).status, "passed");
});

Deno.test("numbers and order: at least one, exactly so many, after and before another", () => {
  const status = (written: object, ...lines: readonly string[]) => judged(written, found(past(...lines))).status;
  const start = { container: "web", action: "start" };
  equal(status({ event: start, count: 2 }, "web start", "db start"), "failed");
  equal(status({ event: start, count: 2 }, "web start", "web start"), "passed");
  equal(status({ event: start, count: { max: 0 } }), "passed");
  equal(status({ event: start, count: { max: 1 } }, "web start", "web start"), "failed");
  const after = { event: start, after: { container: "db", action: "start" } };
  equal(status(after, "web start", "db start"), "failed");
  equal(status(after, "web start", "db start", "web start"), "passed");
  equal(status({ ...after, count: 2 }, "web start", "db start", "web start"), "failed");
  const before = { event: start, before: { container: "db", action: "start" } };
  equal(status(before, "web start", "db start"), "passed");
  equal(status(before, "db start", "web start"), "failed");
  equal(status(before, "web start"), "failed");
});

Deno.test("with a gap what was found counts, what was not is unchecked, and no number is certain but a lower bound", () => {
  const status = (count: object | number | undefined, ...lines: readonly string[]) =>
    judged({ ...kill, ...(count === undefined ? {} : { count }) }, found(past(...lines), [gap])).status;
  equal(status(undefined, ...killed), "passed");
  equal(status(undefined), "unchecked");
  equal(status({ min: 2 }, ...killed), "unchecked");
  equal(status(1, ...killed), "unchecked");
  equal(status({ max: 0 }), "unchecked");
  // However many were lost, it is one too many already.
  equal(status({ max: 0 }, ...killed), "failed");
  equal(status({ not: 1 }, ...killed, "web start", ...killed), "passed");
});

Deno.test("a verdict in spite of a gap is the verdict of the whole record", () => {
  const count = fc.oneof(
    fc.nat(4),
    fc.record({ min: fc.nat(4) }),
    fc.record({ max: fc.nat(4) }),
    fc.record({ not: fc.nat(4) }),
    fc.array(fc.nat(4), { minLength: 1 }).map((oneOf) => ({ oneOf })),
  );
  fc.assert(fc.property(count, fc.nat(5), fc.nat(5), (count, known, lost) => {
    const check = { event: { container: "web", action: "start" }, count };
    const starts = (many: number) => past(...Array.from({ length: many }, () => "web start"));
    const torn = judged(check, found(starts(known), [gap])).status;
    const whole = judged(check, found(starts(known + lost))).status;
    if (torn !== "unchecked") equal(torn, whole);
  }));
});

Deno.test("without a record, or without an engine, it is unchecked", () => {
  equal(judged(kill, undefined).status, "unchecked");
  equal(judged(kill, { kind: "missing" }).status, "unchecked");
  const down = judged(kill, { kind: "unknown", fault: { kind: "daemon-down", detail: "" } });
  equal(down.status, "unchecked");
  match(down.because?.en ?? "", /dockerd/);
});

Deno.test("what is said: what happened to it, what was meant, and what to do", async (t) => {
  const cases: readonly (readonly [string, object, Sighting<History> | undefined, Seen?])[] = [
    ["nothing happened", kill, found([])],
    ["stopped instead", kill, found(past("web start", ...stopped))],
    ["killed instead", { event: { container: "web", action: "stop" } }, found(past("web start", ...killed))],
    ["another signal", { event: { container: "web", action: "kill", signal: "HUP" } }, found(past("web kill 9"))],
    ["another exit code", { event: { container: "web", action: "die", exitCode: 137 } }, found(past("web die 0"))],
    ["a slip in the name", kill, found(past("wbe kill 9", "wbe die 137", "wbe start", "wbe kill 9"))],
    [
      "by hand instead of restart",
      { event: { container: "web", action: "restart" } },
      found(past(...stopped, "web start")),
    ],
    ["stopped instead of paused", { event: { container: "web", action: "pause" } }, found(past(...stopped))],
    ["too few", { event: { container: "web", action: "start" }, count: { min: 2 } }, found(past("web start"))],
    ["too many", { event: { container: "web", action: "start" }, count: 1 }, found(past("web start", "web start"))],
    [
      "the other way round",
      { event: { container: "web", action: "start" }, after: { container: "db", action: "start" } },
      found(past("web start", "db start")),
    ],
    [
      "another command",
      { event: { container: "web", action: "exec_start", command: "ls /tmp" } },
      found(past("web start", "web exec_start ls", "web die 0")),
    ],
    [
      "another container",
      { event: { network: "red", container: "web", action: "connect" } },
      found(past("network/red create", "network/red connect db")),
    ],
    ["any object", { event: { image: "*", action: ["pull", "load"] } }, found(past("image/busybox tag"))],
    ["many objects", { event: { container: "*", action: "pause" } }, found(past("a start", "b start", "b start"))],
    ["gap: restart", kill, found(past("web start"), [gap])],
    ["gap: more than is kept", kill, found([], [{ ...gap, why: "overflow" }])],
    ["gap: exactly one", { ...kill, count: 1 }, found(past(...killed), [{ ...gap, why: "unwatched" }])],
    ["gap: none", { ...kill, count: { max: 0 } }, found([], [gap])],
    ["not begun", kill, undefined],
  ];
  for (const lang of langs) {
    const texts = cases.map(([name, written, history, seen]) => {
      const { status, subject, expected, actual, because, next } = judged(written, history, seen);
      return [
        `# ${name}: ${subject}: ${status}`,
        `  expected: ${expected[lang]}`,
        `  actual:   ${actual[lang]}`,
        `  because:  ${because?.[lang] ?? "–"}`,
        `  next:     ${next?.[lang] ?? "–"}`,
      ].join("\n");
    });
    await t.assertSnapshot(texts.join("\n\n"));
  }
});
