/** Further engines for tests that need more than one, or a swarm: started when asked for, each like a machine of its own. */

import type { Docker } from "../../lib/docker/binary.ts";
import { run } from "../../lib/docker/run.ts";
import { docker as first, haveEngine } from "./real_engine.ts";

const script = new URL("../engine/engine.sh", import.meta.url).pathname;

export interface NamedEngine extends AsyncDisposable {
  readonly docker: Docker;
  /** Where what it publishes is reached, and where other engines find it. */
  readonly address: string;
  /** As in `real_engine.ts`. */
  readonly sh: (...args: readonly string[]) => Promise<string>;
}

/** Whether this machine lets us start engines. */
export const canStartEngines: boolean = haveEngine && root();

/** Asked of `id`: `Deno.uid()` wants a permission of its own. */
function root(): boolean {
  try {
    const { stdout } = new Deno.Command("id", { args: ["-u"] }).outputSync();
    return new TextDecoder().decode(stdout).trim() === "0";
  } catch {
    return false;
  }
}

/** Empty but for the images of the first engine; emptied and stopped at the end. A name belongs to one test file. */
export async function namedEngine(name: string): Promise<NamedEngine> {
  const said = await engine("start", name);
  // A run that was cut off may have left something behind.
  await engine("clean", name);
  const exported = (variable: string) => new RegExp(`^export ${variable}=(.*)$`, "m").exec(said)?.[1] ?? "";
  const variables = { ...first.environment.variables, DOCKER_HOST: exported("DOCKER_HOST") };
  const docker: Docker = { ...first, environment: { variables, inherit: false } };
  return {
    docker,
    address: exported("GRUMETE_ENGINE_ADDRESS"),
    async sh(...args) {
      const call = await run(docker, args, { deadline: 60_000 });
      if (call.end === "exited" && call.code === 0) return call.stdout.trim();
      throw new Error(`docker ${args.join(" ")}: ${call.stderr || call.end}`);
    },
    async [Symbol.asyncDispose]() {
      await engine("clean", name);
      await engine("stop", name);
    },
  };
}

export async function engine(verb: string, name: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("bash", { args: [script, verb, name], stdin: "null" })
    .output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (!success) throw new Error(`engine.sh ${verb} ${name}: ${text(stderr)}`);
  return text(stdout);
}
