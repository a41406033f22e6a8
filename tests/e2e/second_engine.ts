/** A second docker engine, as on another machine: its own objects, its own ports, an address of its own. */

import { hasEngine } from "./engine.ts";
import { project } from "./grumete.ts";

export interface OtherEngine {
  /** Its socket, as `unix://…`. */
  readonly host: string;
  /** Where what it publishes is open; this machine's own addresses do not have it. */
  readonly address: string;
  /** The process, whose network it is. */
  readonly pid: number;
}

const isRoot =
  new TextDecoder().decode((await new Deno.Command("id", { args: ["-u"] }).output()).stdout).trim() === "0";

/** A test that starts an engine, which only root can; left out elsewhere, but not where engines are required. */
export function enginesTest(name: string, fn: (context: Deno.TestContext) => Promise<void>): void {
  Deno.test({ name, ignore: !hasEngine || (!isRoot && Deno.env.get("GRUMETE_ENGINE") !== "required"), fn });
}

const starting = new Map<string, Promise<OtherEngine>>();

/** Starts it unless it runs; it goes on running for the tests that follow. */
export function secondEngine(name = "second"): Promise<OtherEngine> {
  const started = starting.get(name) ?? start(name);
  starting.set(name, started);
  return started;
}

/** As `secondEngine`, whatever became of it since. */
export async function start(name: string): Promise<OtherEngine> {
  const exports = await engineScript("start", name);
  const value = (name: string) => new RegExp(`^export ${name}=(\\S+)`, "m").exec(exports.stdout)?.[1] ?? "";
  const { stderr } = await engineScript("status", name);
  return {
    host: value("DOCKER_HOST"),
    address: value("GRUMETE_ENGINE_ADDRESS"),
    pid: Number(/process (\d+)/.exec(stderr)?.[1]),
  };
}

export async function engineScript(
  verb: string,
  name: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: [`${project}/tests/engine/engine.sh`, verb, name],
    stdin: "null",
  }).output();
  const said = { stdout: new TextDecoder().decode(stdout), stderr: new TextDecoder().decode(stderr) };
  if (code !== 0) throw new Error(`engine.sh ${verb} ${name}: ${said.stderr}`);
  return said;
}

/** A configuration of docker with these contexts, in a folder that goes away. */
export async function contexts(
  hosts: Readonly<Record<string, string>>,
): Promise<{ readonly env: Readonly<Record<string, string>> } & Disposable> {
  const folder = Deno.makeTempDirSync({ prefix: "grumete-contexts-" });
  const env = { DOCKER_CONFIG: folder };
  for (const [name, host] of Object.entries(hosts)) {
    const { success, stderr } = await new Deno.Command("docker", {
      args: ["context", "create", name, "--docker", `host=${host}`],
      env: { ...withoutChoice(), ...env },
      clearEnv: true,
      stdin: "null",
    }).output();
    if (!success) throw new Error(`docker context create ${name}: ${new TextDecoder().decode(stderr)}`);
  }
  return { env, [Symbol.dispose]: () => Deno.removeSync(folder, { recursive: true }) };
}

/** The environment of this process, but for what chooses an engine. */
export function withoutChoice(): Record<string, string> {
  return Object.fromEntries(Object.entries(Deno.env.toObject()).filter(([name]) => !name.startsWith("DOCKER_")));
}

/** Runs `forward.ts`, in the network of a process where one is named; `at` is the port or the path that it listens on. */
export async function forward(
  from: string,
  to: string,
  network?: number,
): Promise<{ readonly at: string } & AsyncDisposable> {
  const deno = [Deno.execPath(), "run", "-A", `${project}/tests/e2e/forward.ts`, from, to];
  const [program = "", ...args] = network === undefined
    ? deno
    : ["nsenter", "--target", String(network), "--net", ...deno];
  const child = new Deno.Command(program, { args, stdin: "null", stdout: "piped" }).spawn();
  const reader = child.stdout.getReader();
  const at = new TextDecoder().decode((await reader.read()).value).trim();
  return {
    at,
    async [Symbol.asyncDispose]() {
      child.kill();
      await reader.cancel();
      await child.status;
    },
  };
}
