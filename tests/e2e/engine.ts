/** The docker engine of the tests: required where GRUMETE_ENGINE says so, otherwise its tests are left out where there is none. */

/** Runs docker; throws with what it said when it fails. */
export function docker(...args: readonly string[]): Promise<string> {
  return dockerAt(undefined, ...args);
}

async function dockerAt(host: string | undefined, ...args: readonly string[]): Promise<string> {
  const env = host === undefined ? {} : { DOCKER_HOST: host };
  const { code, stdout, stderr } = await new Deno.Command("docker", { args: [...args], env, stdin: "null" }).output();
  if (code !== 0) throw new Error(`docker ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

async function engineIsThere(): Promise<boolean> {
  try {
    await docker("image", "inspect", "busybox", "debian:bookworm-slim");
    return true;
  } catch (error) {
    if (Deno.env.get("GRUMETE_ENGINE") === "required") throw error;
    return false;
  }
}

export const hasEngine = await engineIsThere();

/** A test on a real engine. */
export function engineTest(name: string, fn: (context: Deno.TestContext) => Promise<void>): void {
  Deno.test({ name, ignore: !hasEngine, fn });
}

/** What is on the engine, or on the one with this socket, in words that can be compared. */
export async function everything(host?: string): Promise<readonly string[]> {
  const lists = await Promise.all([
    dockerAt(host, "container", "ls", "-aq", "--no-trunc"),
    dockerAt(host, "volume", "ls", "-q"),
    dockerAt(host, "network", "ls", "-q", "--no-trunc"),
    dockerAt(host, "image", "ls", "-a", "--no-trunc", "--format", "{{.Repository}}:{{.Tag}} {{.ID}}"),
    dockerAt(host, "info", "--format", "swarm: {{.Swarm.LocalNodeState}}"),
  ]);
  return lists.flatMap((list) => list.split("\n").filter((line) => line !== "").sort());
}
