/** The docker engine of the tests: required where GRUMETE_ENGINE says so, otherwise its tests are left out where there is none. */

/** Runs docker; throws with what it said when it fails. */
export async function docker(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command("docker", { args: [...args], stdin: "null" }).output();
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

/** What is on the engine, in words that can be compared. */
export async function everything(): Promise<readonly string[]> {
  const lists = await Promise.all([
    docker("container", "ls", "-aq", "--no-trunc"),
    docker("volume", "ls", "-q"),
    docker("network", "ls", "-q", "--no-trunc"),
    docker("image", "ls", "-a", "--no-trunc", "--format", "{{.Repository}}:{{.Tag}} {{.ID}}"),
  ]);
  return lists.flatMap((list) => list.split("\n").filter((line) => line !== "").sort());
}
