/** Which engine docker talks to: versions in one call, and the address without a second one where it can be told. */

import type { EngineIdentity, Outcome } from "../lab/engine.ts";
import { type EngineAddress, machineOf } from "../lab/engine_address.ts";
import type { Docker } from "./binary.ts";
import { contextOf } from "./engine_choice.ts";
import { variableOf } from "./environment.ts";
import { rawOf, wordsOf } from "./facts.ts";
import { readingOf } from "./faults.ts";
import { type CallLimits, read } from "./run.ts";

export interface Client {
  readonly version: string;
  readonly apiVersion: string;
  readonly context: string;
}

export interface Server {
  readonly version: string;
  readonly apiVersion: string;
}

/** Docker prints its own half even when the engine is out of reach. */
export interface Versions {
  readonly client: Client | undefined;
  readonly server: Outcome<Server>;
}

/** ms: the first thing asked of docker. */
const versionDeadline = 3000;

export async function readVersions(docker: Docker, signal?: AbortSignal): Promise<Versions> {
  const call = await read(docker, "version", ["--format", "{{json .}}"], { deadline: versionDeadline, signal });
  const answer = parsed(call.stdout);
  const client = rawOf(answer?.["Client"]);
  const server = rawOf(answer?.["Server"]);
  const reading = readingOf(call);
  return {
    client: client && {
      version: wordsOf(client["Version"]) ?? "",
      // 20.10 calls the negotiated one so, later clients too.
      apiVersion: wordsOf(client["ApiVersion"]) ?? wordsOf(client["APIVersion"]) ?? "",
      context: wordsOf(client["Context"]) ?? "default",
    },
    server: reading.kind === "fault" ? { kind: "fault", fault: reading.fault } : server
      ? {
        kind: "ok",
        value: {
          version: wordsOf(server["Version"]) ?? "",
          apiVersion: wordsOf(server["ApiVersion"]) ?? wordsOf(server["APIVersion"]) ?? "",
        },
      }
      : { kind: "fault", fault: { kind: "unknown", detail: call.stdout.slice(0, 200) } },
  };
}

/** The address of the engine; `docker context inspect` is asked only for a context of the user's own. */
export async function readHost(docker: Docker, context: string, limits: CallLimits): Promise<string> {
  const chosen = variableOf(docker.environment, "DOCKER_HOST");
  if (chosen !== undefined) return chosen;
  if (context === "default") {
    return Deno.build.os === "windows" ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";
  }
  const call = await read(docker, "context inspect", ["--format", "{{json .Endpoints}}", context], limits);
  return wordsOf(rawOf(parsed(call.stdout)?.["docker"])?.["Host"]) ?? "";
}

/** The machine of the engine, where that is another than this one. */
export async function readMachine(docker: Docker, signal: AbortSignal): Promise<string | undefined> {
  const limits = { deadline: versionDeadline, signal };
  return machineOf(await readHost(docker, contextOf(docker.environment), limits));
}

/** The context in force, as docker resolves it: DOCKER_HOST beats DOCKER_CONTEXT beats the configured one. */
export async function identify(docker: Docker, signal?: AbortSignal): Promise<Outcome<EngineIdentity>> {
  const { client, server } = await readVersions(docker, signal);
  if (server.kind === "fault") return server;
  const context = client?.context ?? "default";
  const host = await readHost(docker, context, { deadline: versionDeadline, signal });
  return {
    kind: "ok",
    value: {
      binary: docker.path,
      context,
      host,
      clientVersion: client?.version ?? "",
      version: server.value.version,
      apiVersion: server.value.apiVersion,
    },
  };
}

/**
 * Enough to know the engine again; undefined where it cannot be asked. Two engines of one machine may share their id, but never
 * the folder of their data.
 */
export async function readAddress(docker: Docker, signal?: AbortSignal): Promise<EngineAddress | undefined> {
  const limits = { deadline: versionDeadline, signal };
  const context = contextOf(docker.environment);
  const [call, host] = await Promise.all([
    read(docker, "info", ["--format", '{"id":{{json .ID}},"root":{{json .DockerRootDir}}}'], limits),
    readHost(docker, context, limits),
  ]);
  const info = parsed(call.stdout);
  const [id, root] = [wordsOf(info?.["id"]), wordsOf(info?.["root"])];
  // Clients before 23 end with 0 although no engine answered; then nothing is known of it.
  if (readingOf(call).kind !== "ok" || root === undefined) return undefined;
  return { context, host, ...(id === undefined ? {} : { id: `${id} ${root}` }) };
}

function parsed(stdout: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return rawOf(JSON.parse(stdout));
  } catch {
    return undefined;
  }
}
