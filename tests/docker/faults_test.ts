/** What each recorded answer of docker is taken for. */

import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { faultKinds } from "./fault_kinds.ts";
import { langs } from "../../lib/content/text.ts";
import { faultSentence, faultText } from "../../lib/lab/fault_text.ts";
import { cleaned, faultOfError, readingOf, readingOfExec } from "../../lib/docker/faults.ts";
import type { Call } from "../../lib/docker/run.ts";
import older from "./recorded/client_20.10.24.json" with { type: "json" };
import middle from "./recorded/client_26.1.5.json" with { type: "json" };
import newer from "./recorded/client_28.2.2.json" with { type: "json" };
import told from "./recorded/from_notes.json" with { type: "json" };
import swarm from "./recorded/swarm.json" with { type: "json" };

/** Fault kinds, or `missing`, `not-running`, `ok`. */
const means: Readonly<Record<string, string>> = {
  "socket absent": "daemon-down",
  "socket refused": "daemon-down",
  "tcp refused": "daemon-down",
  "version with the socket absent": "daemon-down",
  "permission": "socket-permission",
  "host unknown": "remote-unreachable",
  "connection closed": "daemon-down",
  "ssh refused": "remote-unreachable",
  "context missing": "context-missing",
  "current context gone": "context-missing",
  "DOCKER_HOST nonsense": "endpoint-invalid",
  "DOCKER_HOST without scheme": "remote-unreachable",
  "TLS files missing": "endpoint-invalid",
  "not docker": "not-docker",
  "a web server": "not-docker",
  "a proxy that knows no docker": "not-docker",
  "API too old": "api-too-old",
  "API too new": "api-too-new",
  "stream cut": "stream-cut",
  "container missing": "missing",
  "image missing": "missing",
  "volume missing": "missing",
  "network missing": "missing",
  "several missing": "missing",
  "object missing": "missing",
  "plugin missing": "missing",
  "missing with a broken configuration file": "missing",
  "ambiguous prefix": "missing",
  "exec: container missing": "missing",
  "exec: not running": "not-running",
  "exec: paused": "not-running",
  "exec: no such program": "ok",
  "exec: its own failure": "ok",
  "exec: words of docker from the program": "ok",
  "logs: container missing": "missing",
  "logs: driver cannot read": "unknown",
  "service with swarm off": "swarm-off",
  "node list with swarm off": "swarm-off",
  "service on a worker": "swarm-worker",
  "node list on a worker": "swarm-worker",
  "node of its own on a worker": "swarm-worker",
  "service in a locked swarm": "swarm-locked",
  "node list in a locked swarm": "swarm-locked",
  "service without a leader": "swarm-leaderless",
  "node list without a leader": "swarm-leaderless",
  "service missing in a swarm": "missing",
  "tasks of a missing service": "missing",
  "node missing": "missing",
  "secret missing": "missing",
  "config missing": "missing",
  "compose absent": "compose-missing",
  "compose absent, with a flag": "usage-bug",
  "unknown flag": "usage-bug",
  "too few arguments": "usage-bug",
  "bad template": "usage-bug",
  "port taken": "unknown",
  "name taken": "unknown",
  "image not to be had": "unknown",
  "removal of what is not there": "missing",
  "removal of a network that is not there": "missing",
  "forced removal of what is not there": "ok",
  "WSL stub": "binary-missing",
  "Windows pipe absent": "daemon-down",
};
/** 20.10 takes any 404 for "no such container": only `docker version` unmasks a web server there. */
const exceptions: Readonly<Record<string, string>> = { "20.10.24 a web server": "missing" };

const recorded = [...older, ...newer, ...told, ...swarm];

function call(answer: Partial<Call>): Call {
  return { argv: ["docker"], end: "exited", code: 1, stdout: "", stderr: "", overflow: false, ...answer };
}

function kindOf(reading: ReturnType<typeof readingOf>): string {
  return reading.kind === "fault" ? reading.fault.kind : reading.kind;
}

for (const answer of recorded) {
  Deno.test(`client ${answer.client}: ${answer.name} (${answer.source})`, () => {
    const read = answer.name.startsWith("exec:") ? readingOfExec : readingOf;
    const reading = read(call({ argv: answer.argv, code: answer.code, stdout: answer.stdout, stderr: answer.stderr }));
    equal(kindOf(reading), exceptions[`${answer.client} ${answer.name}`] ?? means[answer.name], answer.stderr);
    if (reading.kind === "fault") notEqual(reading.fault.detail, "");
  });
}

Deno.test("every recorded client answered every case", () => {
  for (const client of [middle, newer]) deepEqual(older.map(({ name }) => name), client.map(({ name }) => name));
});

Deno.test("a failed connection counts even when other names were answered as missing", () => {
  const stderr =
    "Error: No such container: a\nCannot connect to the Docker daemon at unix:///x. Is the docker daemon running?\n";
  equal(kindOf(readingOf(call({ stdout: "[]\n", stderr }))), "daemon-down");
});

Deno.test("one unknown error among missing names is no proof that they are missing", () => {
  const stderr = "Error: No such container: a\nError response from daemon: something broke\n";
  equal(kindOf(readingOf(call({ stdout: "[]\n", stderr }))), "unknown");
});

Deno.test("what objects say of themselves is never read as docker's own words", () => {
  const stdout =
    '[{"Config":{"Labels":{"note":"Cannot connect to the Docker daemon at x. Is the docker daemon running?"}}}]';
  equal(kindOf(readingOf(call({ stdout, stderr: "Error: No such container: a\n" }))), "missing");
});

Deno.test("a deadline is known from our own flag, whatever code docker exits with", () => {
  equal(kindOf(readingOf(call({ end: "deadline", code: 0 }))), "hung");
  equal(kindOf(readingOf(call({ end: "deadline", code: 143 }))), "hung");
  equal(kindOf(readingOf(call({ end: "cancelled", code: 143 }))), "cancelled");
});

Deno.test("a start that fails says whether docker, its permission or the folder is the trouble", () => {
  const kind = (error: unknown) => faultOfError(error).kind;
  equal(kind(new Deno.errors.NotFound("Failed to spawn 'docker': entity not found")), "binary-missing");
  equal(kind(new Deno.errors.NotFound("Failed to spawn 'docker': No such cwd '/gone'")), "unknown");
  equal(kind(new Deno.errors.PermissionDenied("Permission denied (os error 13)")), "not-executable");
  equal(kind(new Deno.errors.NotCapable('Requires run access to "docker"')), "run-not-permitted");
  equal(kind(new Error("Exec format error (os error 8)")), "not-executable");
});

Deno.test("docker's words lose escape sequences, controls and advice, and stay short", () => {
  equal(
    cleaned("\x1b[31mError\x1b[0m: \x1b]0;title\x07bad\u202ething\x00\nRun 'docker run --help' for more information\n"),
    "Error: bad thing",
  );
  ok(cleaned("x\n".repeat(100)).length <= 600);
  equal(cleaned("a\nb\nc\nd"), "a\nb\nc");
});

Deno.test("what docker says several times is told once", () => {
  equal(cleaned("no daemon\nno daemon\n no daemon\nbye"), "no daemon\nbye");
});

Deno.test("every fault says what is wrong and what to try next, in each language", () => {
  for (const kind of faultKinds) {
    for (const lang of langs) {
      const { what, next } = faultText(kind);
      ok(what[lang].length > 10 && next[lang].length > 5, `${kind} ${lang}`);
      ok(!/[.]$/.test(what[lang]), `${kind} ${lang} ends with a full stop`);
      ok(faultSentence({ kind, detail: "line one\nline two" })[lang].endsWith("(line one line two)"));
    }
  }
});

Deno.test("a volume whose driver is gone is not taken for missing", () => {
  const stderr = 'Error response from daemon: error looking up volume plugin nfs: plugin "nfs" not found\n';
  const call: Call = { argv: [], end: "exited", code: 1, stdout: "[]\n", stderr, overflow: false };
  equal(readingOf(call).kind, "fault");
});

Deno.test("a build that failed says why, not that its builder is deprecated", () => {
  const said = "DEPRECATED: The legacy builder is deprecated and will be removed in a future release.\n" +
    "            Install the buildx component to build images with BuildKit:\n            https://docs.docker.com/go/buildx/\n\n" +
    "The command '/bin/sh -c apt-get update' returned a non-zero code: 100\n";
  equal(cleaned(said), "The command '/bin/sh -c apt-get update' returned a non-zero code: 100");
});
