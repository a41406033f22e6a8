/** What `grumete doctor` says of docker: each finding with its repair. */

import { both, same, type Text } from "../content/text.ts";
import type { Fault } from "../lab/fault.ts";
import { faultSentence, faultText } from "../lab/fault_text.ts";
import { type Docker, findBinaries } from "./binary.ts";
import { oldCompose } from "./compose_program.ts";
import { variableOf } from "./environment.ts";
import { rawOf, wordsOf } from "./facts.ts";
import { readingOf } from "./faults.ts";
import { freeBytes, isHere } from "./free_space.ts";
import { readHost, readVersions } from "./identity.ts";
import { read } from "./run.ts";

export interface Finding {
  /** Stable, for `--json`: `binary client overrides context engine api swarm compose disk`. */
  readonly id: string;
  readonly status: "ok" | "warn" | "bad";
  readonly what: Text;
  readonly next?: Text;
}

const deadline = 3000;
/** Bytes free below which building and running begin to fail. */
const littleDisk = 2 * 1024 ** 3;

/** Every question that does not hang on another is asked at the same time. Never rejects. */
export async function examine(
  docker: Docker,
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const limits = { deadline, signal };
  const [versions, compose, info] = await Promise.all([
    readVersions(docker, signal),
    read(docker, "compose version", ["--short"], limits),
    read(docker, "info", ["--format", infoFormat], limits),
  ]);
  const { client, server } = versions;
  const started = server.kind === "ok" || client !== undefined || !startFaults.has(server.fault.kind);
  const findings: Finding[] = [binaryFinding(docker, server.kind === "fault" && !started ? server.fault : undefined)];
  if (!started) return findings;
  findings.push(...overrideFindings(docker));
  if (client) {
    findings.push({
      id: "client",
      status: "ok",
      what: both((lang) => `${lang === "es" ? "Cliente" : "Client"} ${client.version} (API ${client.apiVersion})`),
    });
    const host = await readHost(docker, client.context, limits);
    findings.push({
      id: "context",
      status: "ok",
      what: both((lang) => `${lang === "es" ? "Contexto" : "Context"} ${client.context}: ${host}`),
    });
  }
  if (server.kind === "fault") {
    findings.push(faultFinding("engine", server.fault));
  } else {
    const { version, apiVersion } = server.value;
    findings.push({
      id: "engine",
      status: "ok",
      what: both((lang) => `${lang === "es" ? "Motor" : "Engine"} ${version} (API ${apiVersion})`),
    });
    findings.push(...await infoFindings(readingOf(info).kind === "ok" ? info.stdout : "", docker));
  }
  findings.push(
    composeFinding(compose.end === "exited" && compose.code === 0 ? compose.stdout.trim() : undefined, docker),
  );
  return findings;
}

const startFaults: ReadonlySet<Fault["kind"]> = new Set(["binary-missing", "not-executable", "run-not-permitted"]);

function faultFinding(id: string, fault: Fault): Finding {
  return { id, status: "bad", what: faultSentence(fault), next: faultText(fault.kind).next };
}

function binaryFinding(docker: Docker, fault: Fault | undefined): Finding {
  if (fault) return faultFinding("binary", fault);
  const others = findBinaries(docker.environment).executable.filter((path) => path !== docker.path);
  if (others.length === 0) return { id: "binary", status: "ok", what: same(docker.path) };
  const list = others.join(", ");
  return {
    id: "binary",
    status: "ok",
    what: {
      es: `${docker.path} (el primero del PATH; no se usan: ${list})`,
      en: `${docker.path} (the first on the PATH; not used: ${list})`,
    },
  };
}

function overrideFindings(docker: Docker): readonly Finding[] {
  const host = variableOf(docker.environment, "DOCKER_HOST");
  const context = variableOf(docker.environment, "DOCKER_CONTEXT");
  const api = variableOf(docker.environment, "DOCKER_API_VERSION");
  const findings: Finding[] = [];
  if (host !== undefined && context !== undefined) {
    findings.push({
      id: "overrides",
      status: "warn",
      what: {
        es: `DOCKER_HOST=${host} manda sobre DOCKER_CONTEXT=${context}, que no se usa`,
        en: `DOCKER_HOST=${host} beats DOCKER_CONTEXT=${context}, which is not used`,
      },
      next: {
        es: "Deja solo una: `unset DOCKER_HOST` o `unset DOCKER_CONTEXT`",
        en: "Keep only one: `unset DOCKER_HOST` or `unset DOCKER_CONTEXT`",
      },
    });
  } else if (host !== undefined || context !== undefined) {
    const set = host !== undefined ? `DOCKER_HOST=${host}` : `DOCKER_CONTEXT=${context}`;
    findings.push({
      id: "overrides",
      status: "ok",
      what: { es: `${set} elige el motor`, en: `${set} chooses the engine` },
    });
  }
  if (api !== undefined) {
    findings.push({
      id: "api",
      status: "warn",
      what: {
        es: `DOCKER_API_VERSION=${api} impide que cliente y motor acuerden la versión`,
        en: `DOCKER_API_VERSION=${api} keeps client and engine from agreeing on a version`,
      },
      next: same("`unset DOCKER_API_VERSION`"),
    });
  }
  return findings;
}

/** Fields one by one: the whole of `info` is large, and differs between engines. */
const infoFormat =
  '{"swarm":{{json .Swarm.LocalNodeState}},"root":{{json .DockerRootDir}},"system":{{json .OperatingSystem}},"driver":{{json .Driver}},"kernel":{{json .KernelVersion}}}';

async function infoFindings(stdout: string, docker: Docker): Promise<readonly Finding[]> {
  const info = parsed(stdout);
  if (info === undefined) return [];
  const findings: Finding[] = [];
  const system = [info["system"], info["kernel"], info["driver"]].map(wordsOf).filter((word) => word !== undefined)
    .join(", ");
  if (system !== "") findings.push({ id: "system", status: "ok", what: same(system) });
  const swarm = wordsOf(info["swarm"]) ?? "inactive";
  findings.push({
    id: "swarm",
    status: "ok",
    what: swarm === "active" ? { es: "Swarm: activo", en: "Swarm: active" } : {
      es: "Swarm: no activo (solo hace falta para orquestar)",
      en: "Swarm: not active (only orchestration needs it)",
    },
  });
  const root = wordsOf(info["root"]);
  const free = root !== undefined && await isHere(docker) ? await freeBytes(root) : undefined;
  if (root !== undefined && free !== undefined) findings.push(diskFinding(root, free));
  return findings;
}

function diskFinding(root: string, free: number): Finding {
  const size = (lang: "es" | "en") => (free / 1e9).toLocaleString(lang, { maximumFractionDigits: 1 });
  const what = both((lang) =>
    lang === "es" ? `${size(lang)} GB libres en ${root}` : `${size(lang)} GB free in ${root}`
  );
  if (free >= littleDisk) return { id: "disk", status: "ok", what };
  return {
    id: "disk",
    status: "warn",
    what,
    next: {
      es: "Mira qué ocupa sitio con `docker system df`; `docker builder prune` y `docker image prune` lo liberan",
      en: "See what takes the room with `docker system df`; `docker builder prune` and `docker image prune` free it",
    },
  };
}

function composeFinding(version: string | undefined, docker: Docker): Finding {
  if (version !== undefined) return { id: "compose", status: "ok", what: same(`docker compose ${version}`) };
  const old = oldCompose(docker);
  const missing = faultText("compose-missing");
  if (old === undefined) return { id: "compose", status: "warn", what: missing.what, next: missing.next };
  return {
    id: "compose",
    status: "warn",
    what: both((lang) => `${missing.what[lang]}; ${lang === "es" ? "hay" : "there is"} ${old}`),
    next: missing.next,
  };
}

function parsed(stdout: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return rawOf(JSON.parse(stdout));
  } catch {
    return undefined;
  }
}
