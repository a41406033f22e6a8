/** Runs grumete as a user does: a process of its own, with its own home, its answers read from its streams. */

export const project = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `env` is all there is: nothing of this process's own. */
  readonly clearEnv?: boolean;
  readonly cwd?: string;
  /** Flags for deno instead of `-A`. */
  readonly permissions?: readonly string[];
}

/** Runs `grumete ARGS` to its end; colours off. */
export async function grumete(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "--no-prompt", ...options.permissions ?? ["-A"], `${project}/main.ts`, ...args],
    env: { NO_COLOR: "1", ...options.env },
    clearEnv: options.clearEnv ?? false,
    cwd: options.cwd ?? project,
    stdin: options.stdin === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  if (options.stdin !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(options.stdin)).catch(() => {});
    await writer.close().catch(() => {});
  }
  const { code, stdout, stderr } = await child.output();
  return { code, stdout: new TextDecoder().decode(stdout), stderr: new TextDecoder().decode(stderr) };
}

/** What was said besides the signs of life of a slow machine, which end with how long it has taken: "(3 s)". */
export function withoutSigns(stderr: string): string {
  return stderr.split("\n").filter((line) => !/\(\d+ (?:s|min)\b[^)]*\)$/.test(line)).join("\n");
}

/** A folder that is gone when its scope ends. */
export function temporaryFolder(): { readonly path: string } & Disposable {
  const path = Deno.makeTempDirSync({ prefix: "grumete-test-" });
  return { path, [Symbol.dispose]: () => remove(path) };
}

/** A program that was told to end may still be writing its last file. */
function remove(path: string): void {
  for (let left = 30;; left--) {
    try {
      return Deno.removeSync(path, { recursive: true });
    } catch (error) {
      if (left === 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}
