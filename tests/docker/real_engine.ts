/** The engine that tests use, when there is one; `GRUMETE_ENGINE=required` makes its absence a failure. */

import type { Docker } from "../../lib/docker/binary.ts";
import { findBinaries, findDocker } from "../../lib/docker/binary.ts";
import { readEnvironment } from "../../lib/docker/environment.ts";
import { run } from "../../lib/docker/run.ts";

export const docker: Docker = findDocker(readEnvironment());

/** Every client generation on this machine. */
export const clients: readonly Docker[] = findBinaries(docker.environment).executable.map((path) => ({
  ...docker,
  path,
}));

const skipped =
  'Tests of the engine are skipped: none answers. Start one with eval "$(tests/engine/engine.sh start)"\n';

/** False where tests of the engine are to be skipped. */
export const haveEngine: boolean = await (async () => {
  const call = await run(docker, ["image", "inspect", "busybox"], { deadline: 5000 });
  if (call.end === "exited" && call.code === 0) return true;
  if (required()) {
    throw new Error(
      `No engine with busybox, although GRUMETE_ENGINE=required: ${call.stderr || call.error || call.end}`,
    );
  }
  Deno.stderr.writeSync(new TextEncoder().encode(skipped));
  return false;
})();

function required(): boolean {
  try {
    return Deno.env.get("GRUMETE_ENGINE") === "required";
  } catch {
    // Without the permission to read it, these tests were not meant to run.
    return false;
  }
}

/** A docker command of a test's own; throws when it fails. */
export async function sh(...args: readonly string[]): Promise<string> {
  const call = await run(docker, args, { deadline: 60_000 });
  if (call.end !== "exited" || call.code !== 0) throw new Error(`docker ${args.join(" ")}: ${call.stderr || call.end}`);
  return call.stdout.trim();
}

/** Names of one test's own, and their removal. */
export function ownNames(): AsyncDisposable & { readonly of: (name: string) => string } {
  const prefix = `gt${crypto.randomUUID().slice(0, 8)}`;
  const list = (...args: readonly string[]) =>
    run(docker, [...args, "--filter", `name=${prefix}`], { deadline: 10_000 }).then(({ stdout }) =>
      stdout.split("\n").filter((id) => id !== "")
    );
  return {
    of: (name) => `${prefix}-${name}`,
    async [Symbol.asyncDispose]() {
      for (const [kind, ...rest] of [["container", "-a"], ["network"], ["volume"]] as const) {
        const ids = await list(kind, "ls", "-q", ...rest);
        if (ids.length > 0) {
          await run(docker, [kind, "rm", ...(kind === "container" ? ["-f", "-v"] : []), ...ids], { deadline: 30_000 });
        }
      }
    },
  };
}

/** Private addresses that hardly anybody else on a shared engine has just now: `10.213.77.0/24`, and those in it. */
export function ownSubnet(): { readonly subnet: string; readonly address: (last: number) => string } {
  const [second = 0, third = 0] = crypto.getRandomValues(new Uint8Array(2));
  const start = `10.${128 + second % 120}.${third}`;
  return { subnet: `${start}.0/24`, address: (last) => `${start}.${last}` };
}

/** A host port that nobody has just now. */
export function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
