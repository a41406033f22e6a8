/** Drives a program in a real terminal: a tmux server of its own, with its own socket, ended with the test. */

/** `size` in cells; `env` is added to a small clean environment. */
export interface TmuxOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

let servers = 0;

/** `await using tmux = await Tmux.start(["deno", "run", …])`; without a command a shell with the prompt `$ `. */
export class Tmux implements AsyncDisposable {
  readonly #socket: string;

  private constructor(socket: string) {
    this.#socket = socket;
  }

  /** Starts a shell and, where there is a command, types nothing but runs it in place of the shell. */
  static async start(command: readonly string[] = shell, options: TmuxOptions = {}): Promise<Tmux> {
    const { columns = 80, rows = 24, cwd = Deno.cwd(), env = {} } = options;
    const tmux = new Tmux(`grumete-test-${Deno.pid}-${++servers}`);
    const set = Object.entries({ ...basicEnvironment(), ...env }).map(([name, value]) => `${name}=${value}`);
    await tmux.#run([
      ...["-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows), "-c", cwd],
      ...["env", "-i", ...set, ...command],
      ...[";", "set-option", "-g", "status", "off", ";", "set-option", "-g", "remain-on-exit", "on"],
      ...[";", "set-option", "-g", "escape-time", "0", ";", "resize-window", "-x", String(columns), "-y", String(rows)],
    ]);
    return tmux;
  }

  /** Keys in tmux's names: "Enter", "Escape", "Up", "C-c", "M-b"; one character each otherwise. */
  async keys(...names: readonly string[]): Promise<void> {
    await this.#run(["send-keys", "-t", ":0.0", ...names]);
  }

  /** Text as typed, without Enter. */
  async type(text: string, pane = ":0.0"): Promise<void> {
    await this.#run(["send-keys", "-t", pane, "-l", text]);
  }

  /** As `keys`, in another pane. */
  async keysTo(pane: string, ...names: readonly string[]): Promise<void> {
    await this.#run(["send-keys", "-t", pane, ...names]);
  }

  /** A second pane below, `:0.1`, of so many rows. */
  async split(command: readonly string[], rows: number): Promise<void> {
    await this.#run(["split-window", "-d", "-v", "-l", String(rows), "-t", ":0.0", ...command]);
  }

  /** Text as pasted; bracketed where the program asked for it. */
  async paste(text: string): Promise<void> {
    await this.#run(["set-buffer", text, ";", "paste-buffer", "-p", "-t", ":0.0"]);
  }

  /** Bytes as they are, whole keys or not. */
  async bytes(bytes: Uint8Array): Promise<void> {
    const file = await Deno.makeTempFile();
    try {
      await Deno.writeFile(file, bytes);
      await this.#run(["load-buffer", file, ";", "paste-buffer", "-r", "-d", "-t", ":0.0"]);
    } finally {
      await Deno.remove(file);
    }
  }

  /** Lets time pass, in ms. */
  async wait(ms: number): Promise<void> {
    await delay(ms);
  }

  /** The lines on the screen, without blanks at their ends. */
  async capture(pane = ":0.0"): Promise<string> {
    return await this.#run(["capture-pane", "-p", "-t", pane]);
  }

  /** The screen with the escapes for its colours and styles. */
  async escapes(pane = ":0.0"): Promise<string> {
    return await this.#run(["capture-pane", "-p", "-e", "-t", pane]);
  }

  /** Polls until the screen shows the text (or the test passes) and gives the screen; throws with the last screen after `deadline` ms. */
  async waitFor(
    what: string | RegExp | ((screen: string) => boolean),
    deadline = 10_000,
    pane = ":0.0",
  ): Promise<string> {
    const seen = (screen: string) =>
      typeof what === "string" ? screen.includes(what) : what instanceof RegExp ? what.test(screen) : what(screen);
    const until = Date.now() + deadline;
    while (true) {
      const screen = await this.capture(pane);
      if (seen(screen)) return screen;
      if (Date.now() > until) throw new Error(`Cannot see ${what} after ${deadline} ms; the screen shows:\n${screen}`);
      await delay(20);
    }
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.#run(["resize-window", "-t", ":0", "-x", String(columns), "-y", String(rows)]);
  }

  /** What tmux knows of the pane: "#{alternate_on}", "#{cursor_flag}", "#{pane_pid}", "#{pane_dead_status}"… */
  async ask(format: string, pane = ":0.0"): Promise<string> {
    return (await this.#run(["display-message", "-p", "-t", pane, format])).trim();
  }

  /** A server option: "set-clipboard", "on". */
  async set(option: string, value: string): Promise<void> {
    await this.#run(["set-option", "-s", option, value]);
  }

  /** The newest paste buffer, once there is one. */
  async buffer(): Promise<string> {
    for (let tries = 0; tries < 200; tries++) {
      const found = await this.#run(["show-buffer"]).catch(() => undefined);
      if (found !== undefined) return found;
      await delay(20);
    }
    throw new Error(`Cannot see any buffer; the screen shows:\n${await this.capture()}`);
  }

  /** What is written to the terminal while something happens, byte for byte. */
  async written(happens: () => Promise<void>): Promise<string> {
    const file = await Deno.makeTempFile();
    try {
      await this.#run(["pipe-pane", "-t", ":0.0", `cat > ${file}`]);
      await happens();
      await this.#run(["pipe-pane", "-t", ":0.0"]);
      return await Deno.readTextFile(file);
    } finally {
      await Deno.remove(file);
    }
  }

  /** Closes the terminal under the program; the server goes on with an empty window. */
  async closePane(): Promise<void> {
    await this.#run(["new-window", "-d", "sleep 60", ";", "kill-pane", "-t", ":0.0"]);
  }

  /** Runs a shell command outside of tmux and waits for it: `kill -TERM 123`. */
  async outside(command: string): Promise<void> {
    const { success, stderr } = await new Deno.Command("sh", { args: ["-c", command], stdin: "null" }).output();
    if (!success) throw new Error(`${command}: ${new TextDecoder().decode(stderr)}`);
  }

  /** The exit code of the command, once it has ended. */
  async exitCode(deadline = 10_000): Promise<number> {
    const until = Date.now() + deadline;
    while (true) {
      const [dead, status] = (await this.ask("#{pane_dead}:#{pane_dead_status}")).split(":");
      if (dead === "1" && status) return Number(status);
      // tmux may miss that the program has ended, until the end of another child makes it look.
      if (dead === "1") await this.#run(["run-shell", "-b", "true"]);
      if (Date.now() > until) {
        throw new Error(`Cannot wait for the end: running after ${deadline} ms\n${await this.capture()}`);
      }
      await delay(20);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#run(["kill-server"]).catch(() => {});
  }

  async #run(args: readonly string[]): Promise<string> {
    const { success, stdout, stderr } = await new Deno.Command("tmux", {
      args: ["-L", this.#socket, ...args],
      signal: AbortSignal.timeout(10_000),
    }).output();
    if (!success) throw new Error(`tmux ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
    return new TextDecoder().decode(stdout);
  }
}

const shell = ["bash", "--norc", "--noprofile", "-i"];

/** No colours of the machine, no locale of the machine; where programs and Deno's cache are. */
function basicEnvironment(): Readonly<Record<string, string>> {
  const kept = ["PATH", "HOME", "DENO_DIR"].flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), TERM: "tmux-256color", LANG: "C.UTF-8", PS1: "$ ", HISTFILE: "/dev/null" };
}

function delay(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Whether tmux is installed: without it tests of a real terminal are ignored, unless GRUMETE_TMUX says that it must be. */
export function noTmux(): boolean {
  try {
    return !new Deno.Command("tmux", { args: ["-V"], stdout: "null", stderr: "null" }).outputSync().success &&
      Deno.env.get("GRUMETE_TMUX") === undefined;
  } catch {
    return Deno.env.get("GRUMETE_TMUX") === undefined;
  }
}
