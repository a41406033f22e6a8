/** What docker's own phrases mean, in the words of three client generations; no other file knows them. */

import type { Fault, FaultKind } from "../lab/fault.ts";
import type { Call } from "./run.ts";

/** `missing` and `not-running` are answers of a working docker; a `fault` is no answer. */
export type Reading =
  | { readonly kind: "ok" }
  | { readonly kind: "missing" }
  | { readonly kind: "not-running" }
  | { readonly kind: "fault"; readonly fault: Fault };

type Phrase = readonly [RegExp, FaultKind];

/** Why docker could not reach or talk to an engine. The order decides: one message often holds the words of several. */
const connection: readonly Phrase[] = [
  [/could not be found in this WSL [12] distro/i, "binary-missing"],
  [/permission denied while trying to connect to the (docker daemon socket|docker api) at/i, "socket-permission"],
  [/docker_engine: access is denied/i, "socket-permission"],
  [/malformed HTTP (response|version|status code)/i, "not-docker"],
  [/error response from daemon: <(!doctype|html)/i, "not-docker"],
  [/request returned \d+ .* for API route and version \S+, check if the server supports/i, "not-docker"],
  [/client version \S+ is too old\. minimum supported api version is/i, "api-too-old"],
  [/client version \S+ is too new\. maximum supported api version is/i, "api-too-new"],
  [/context "[^"]*": context not found/i, "context-missing"],
  [/context "[^"]*" (does not exist|is not found)/i, "context-missing"],
  [/unable to (resolve docker endpoint|parse docker host)/i, "endpoint-invalid"],
  [/error during connect:.*(HTTP response to HTTPS client|x509: |tls: )/is, "endpoint-invalid"],
  [/HTTP request to an HTTPS server/i, "endpoint-invalid"],
  [/docker_engine: the system cannot find the file/i, "daemon-down"],
  [/failed to connect to the docker api at .*(no such host|i\/o timeout|no route to host)/i, "remote-unreachable"],
  // A socket of this machine that hangs up: an engine that is stopping or starting.
  [/^(error: )?error during connect:.*("http:\/\/%2f|(dial|read|write) unix )/im, "daemon-down"],
  [/^(error: )?error during connect:/im, "remote-unreachable"],
  [/cannot connect to the docker daemon at \S+ is the docker daemon running\?/i, "daemon-down"],
  [/failed to connect to the docker api at /i, "daemon-down"],
];

/** Faults of a docker that did reach its engine, or never needed it. */
const others: readonly Phrase[] = [
  [/^(error: )?unexpected EOF$/im, "stream-cut"],
  // Both begin with the words of the third.
  [/worker nodes can't be used to view or modify cluster state/i, "swarm-worker"],
  [/swarm is encrypted and needs to be unlocked/i, "swarm-locked"],
  [/this node is not a swarm manager/i, "swarm-off"],
  [/the swarm does not have a leader/i, "swarm-leaderless"],
  [/unknown command: docker compose|'compose' is not a docker command/i, "compose-missing"],
  [
    /^unknown (shorthand )?flag|["']docker [a-z ]+["'] requires |template parsing error|invalid reference format/im,
    "usage-bug",
  ],
];

const missing = [
  /no such (container|image|volume|network|service|node|config|secret|plugin|object)/i,
  /get \S+: no such volume/i,
  /(network|node|config|secret|service) \S+ not found/i,
  // Alone: a volume whose driver is gone is there.
  /^(error response from daemon: )?plugin "\S+" not found$/i,
  // Several ids begin so, hence no object bears this name.
  /multiple ids found with provided prefix/i,
];
/** Lines that say nothing about the end of a call. */
const chatter = /^(warning:|exit status \d+$)/i;
const notRunning = /container \S+ is (not running|paused|restarting)/i;

/** Reads one call. A batch in which some are missing and nothing else went wrong is `missing`. */
export function readingOf(call: Call): Reading {
  if (call.end === "not-started") return fault(faultOfError(call.error));
  if (call.end === "cancelled") return fault({ kind: "cancelled", detail: "" });
  if (call.end === "deadline") return fault({ kind: "hung", detail: cleaned(call.stderr) });
  if (call.code === 0) return { kind: "ok" };
  const said = call.stderr.split("\n").filter((line) => line.trim() !== "" && !chatter.test(line));
  const text = said.join("\n");
  // The stub of WSL writes to either stream; a list of objects holds words of anybody.
  const all = text === "" && !call.stdout.startsWith("[") ? call.stdout : text;
  const found = phrase(connection, all) ?? phrase(others, text);
  if (found !== undefined) return fault({ kind: found, detail: cleaned(text || call.stdout) });
  if (said.length > 0 && said.every((line) => missing.some((words) => words.test(line)))) return { kind: "missing" };
  if (notRunning.test(text)) return { kind: "not-running" };
  if (call.code === 126 || call.code === 127) return fault({ kind: "not-executable", detail: cleaned(text) });
  return fault({ kind: "unknown", detail: cleaned(text || `exit code ${call.code}`) });
}

/**
 * Reads `container exec`, where a program's own words and exit code come through: only a whole message of docker, alone
 * and with docker's exit code, is taken for docker's.
 */
export function readingOfExec(call: Call): Reading {
  if (call.end !== "exited" || call.code === 0) return readingOf(call);
  const docker =
    /^(error response from daemon: |error: |cannot connect to |failed to |error during connect: |permission denied while |got permission denied |unexpected EOF$|unable to resolve )/i;
  if (call.code !== 1 || call.stdout !== "" || !docker.test(call.stderr.replace(/^(warning: .*\n)+/i, "").trim())) {
    return { kind: "ok" };
  }
  const reading = readingOf(call);
  // Docker's frame around words nobody knows: the program may have written them itself.
  return reading.kind === "fault" && reading.fault.kind === "unknown" ? { kind: "ok" } : reading;
}

/** The path is not in the container, or leads through a file; clients before 23 say "No such container:path". */
const noSuchPath =
  /could not find the file .* in container |(lstat|stat|readlink) .*: (not a directory|no such file or directory)$/i;

/** Reads `container cp`: a path that is not there is an answer. */
export function readingOfCopy(call: Call): Reading {
  const reading = readingOf(call);
  return reading.kind === "fault" && reading.fault.kind === "unknown" && noSuchPath.test(call.stderr.trim())
    ? { kind: "missing" }
    : reading;
}

/** Somebody else is removing it at this moment. */
export function beingRemoved({ code, stderr }: Call): boolean {
  return code !== 0 && /removal of container \S+ is already in progress/i.test(stderr);
}

/** `rm --force` is content when there is nothing to remove, and only says so. */
export function saysMissing(call: Call): boolean {
  return call.stderr.split("\n").some((line) => missing.some((words) => words.test(line)));
}

/** What the system or Deno said when docker did not start. */
export function faultOfError(error: unknown): Fault {
  const detail = cleaned(error instanceof Error ? error.message : String(error));
  if (error instanceof Deno.errors.NotCapable) return { kind: "run-not-permitted", detail };
  if (error instanceof Deno.errors.PermissionDenied) return { kind: "not-executable", detail };
  // A folder that is gone is NotFound as well, and not the fault of docker.
  if (error instanceof Deno.errors.NotFound) {
    return { kind: /No such cwd/i.test(detail) ? "unknown" : "binary-missing", detail };
  }
  if (error instanceof Error && /os error (8|193)\b/.test(detail)) return { kind: "not-executable", detail };
  return { kind: "unknown", detail };
}

/** Three lines at most, without escape sequences and control characters: what docker says may hold text of somebody else. */
export function cleaned(text: string): string {
  const lines = text
    .split("\n")
    .map((line) =>
      line.replace(/\p{Cc}(\[[0-?]*[ -/]*[@-~]|\][^\p{Cc}]*\p{Cc}?)/gu, "")
        // Marks that turn the reading direction, too.
        .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ").trim()
    )
    .filter((line) => line !== "" && !isNotice(line));
  // Several calls at once, or a client that repeats itself, say the same line again and again.
  return [...new Set(lines)].slice(0, 3).join("\n").slice(0, 600);
}

/** Said beside the reason, whatever the reason is: where to get help, and that the classic builder is on its way out. */
function isNotice(line: string): boolean {
  return /^(see|run) '?docker .*--help/i.test(line) ||
    /^(DEPRECATED: The legacy builder|Install the buildx component|https:\/\/docs\.docker\.com\/go\/buildx)/.test(line);
}

function phrase(table: readonly Phrase[], text: string): FaultKind | undefined {
  return table.find(([words]) => words.test(text))?.[1];
}

function fault(found: Fault): Reading {
  return { kind: "fault", fault: found };
}
