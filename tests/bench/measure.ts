/** How the bench measures: whole processes, medians, everything in one run on the same machine. */

export const project = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] ?? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Milliseconds that a command takes from start to end. Throws when its exit code is not an expected one. */
export async function timeOf(command: readonly string[], codes: readonly number[] = [0]): Promise<number> {
  const [program = "", ...args] = command;
  const began = performance.now();
  const { code, stderr } = await new Deno.Command(program, { args, stdin: "null", stdout: "null", stderr: "piped" })
    .output();
  const took = performance.now() - began;
  if (!codes.includes(code)) throw new Error(`${command.join(" ")}: ${code} ${new TextDecoder().decode(stderr)}`);
  return took;
}

/** Runs several measurements turn by turn, so that a noisy moment hits all of them; the median of each. */
export async function inTurns(
  rounds: number,
  measures: readonly (() => Promise<number>)[],
): Promise<readonly number[]> {
  const taken: number[][] = measures.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, measure] of measures.entries()) {
      const took = await measure();
      // The first round fills caches.
      if (round > 0) taken[index]?.push(took);
    }
  }
  return taken.map(median);
}

/** A program in a pseudo-terminal of 80×24, made by util-linux's `script`. */
export class Pty implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #decoder = new TextDecoder();
  readonly #ended: Promise<unknown>;
  #seen = "";
  #wake: () => void = () => {};

  constructor(command: string, env: Readonly<Record<string, string>> = {}) {
    this.#child = new Deno.Command("script", {
      args: ["-qfec", `stty rows 24 cols 80; exec ${command}`, "/dev/null"],
      env: { TERM: "xterm-256color", ...env },
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#ended = this.#read();
  }

  async #read(): Promise<void> {
    for await (const chunk of this.#child.stdout) {
      this.#seen += this.#decoder.decode(chunk, { stream: true });
      this.#wake();
    }
  }

  /** Waits until the output holds the text; forgets what came before it. */
  async until(text: string, deadline = 15_000): Promise<void> {
    const end = performance.now() + deadline;
    while (!this.#seen.includes(text)) {
      const left = end - performance.now();
      if (left <= 0) throw new Error(`"${text}" never came; the screen: ${JSON.stringify(this.#seen.slice(-2000))}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#seen = this.#seen.slice(this.#seen.indexOf(text) + text.length);
  }

  async type(keys: string): Promise<void> {
    const writer = this.#child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(keys));
    writer.releaseLock();
  }

  /** Ends when the program inside has ended. */
  async ended(): Promise<void> {
    await this.#ended;
    await this.#child.status;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#child.kill("SIGTERM");
    } catch {
      // It has ended already.
    }
    await this.#child.stdin.close().catch(() => {});
    await this.ended();
  }
}
