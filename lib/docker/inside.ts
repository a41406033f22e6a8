/** What a container says of itself: a program run inside it, and its logs. */

import type { ExecCheck, LogsCheck } from "../content/schema/checks/inside.ts";
import type { ContainerFacts, ExecFacts, LogsFacts, Sighting } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { readingOf, readingOfExec } from "./faults.ts";
import { type Call, read, streamLimit } from "./run.ts";

/** Docker itself needs this long, in ms, before and after the program inside. */
const execAllowance = 1000;
export const logsDeadline = 4000;
const logsLimit = 1024 * 1024;

/** An exit code of 126 or 127 is an answer too: the container has no such program, user or folder. */
export async function execIn(
  docker: Docker,
  check: ExecCheck,
  container: Sighting<ContainerFacts>,
  signal: AbortSignal,
): Promise<Sighting<ExecFacts>> {
  if (container.kind !== "found") return container;
  if (container.facts.state !== undefined && container.facts.state !== "running") return { kind: "missing" };
  const user = check.user === undefined ? [] : [`--user=${check.user}`];
  // By id: the name may have passed to another container since.
  const call = await read(docker, "container exec", [...user, container.facts.id, ...check.run], {
    deadline: check.timeout * 1000 + execAllowance,
    limit: streamLimit,
    signal,
  });
  const reading = readingOfExec(call);
  switch (reading.kind) {
    case "ok":
      return { kind: "found", facts: execFacts(call) };
    case "missing":
    case "not-running":
      return { kind: "missing" };
    case "fault":
      return { kind: "unknown", fault: reading.fault };
  }
}

function execFacts({ code, stdout, stderr, overflow }: Call): ExecFacts {
  const streams = { stdout, stderr };
  const cut = Object.entries(streams).filter(([, text]) => new TextEncoder().encode(text).length >= streamLimit);
  return { exitCode: code, ...streams, ...(overflow ? { cut: cut.map(([name]) => name) } : {}) };
}

/** A container that has ended still has its logs. */
export async function logsOf(
  docker: Docker,
  check: LogsCheck,
  container: Sighting<ContainerFacts>,
  signal: AbortSignal,
): Promise<Sighting<LogsFacts>> {
  if (container.kind !== "found") return container;
  const args = ["--timestamps", "--tail", String(check.tail), container.facts.id];
  const call = await read(docker, "container logs", args, { deadline: logsDeadline, limit: logsLimit, signal });
  const reading = readingOf(call);
  switch (reading.kind) {
    case "ok":
      return {
        kind: "found",
        facts: { ...mergeLogs(call.stdout, call.stderr), ...(call.overflow ? { cut: true } : {}) },
      };
    case "missing":
      return { kind: "missing" };
    case "not-running":
      return { kind: "found", facts: mergeLogs("", "") };
    case "fault":
      return { kind: "unknown", fault: reading.fault };
  }
}

interface Line {
  readonly time: string;
  readonly text: string;
}

/** Two pipes lose the order of what was written; the times in front of the lines bring it back, and are taken off. */
export function mergeLogs(stdout: string, stderr: string): LogsFacts {
  const out = timedLines(stdout);
  const err = timedLines(stderr);
  // The sort is stable, and times of docker have equal length: text order is time order.
  const both = [...out, ...err].sort((a, b) => a.time < b.time ? -1 : a.time > b.time ? 1 : 0);
  return { stdout: textOf(out), stderr: textOf(err), output: textOf(both) };
}

function timedLines(stream: string): readonly Line[] {
  let last = "";
  return stream.split("\n").filter((line, at, all) => line !== "" || at < all.length - 1).map((line) => {
    const timed = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)) ?(.*)$/s.exec(line);
    last = timed?.[1] ?? last;
    return { time: last, text: timed?.[2] ?? line };
  });
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => `${line.text}\n`).join("");
}
