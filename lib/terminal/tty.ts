/** The terminal while it is ours: raw, on the alternate screen, given back whole on every way out. */

import type { Size } from "../screens/frame.ts";
import type { Depth } from "./palette.ts";
import { clipboardSequence } from "./clipboard.ts";
import { canDraw, outputDepth, readSome, terminalName, terminalSize, writeAll } from "./stream.ts";
import { waysToStop, waysToStopTask } from "./stop.ts";

/** What happens to the terminal without a key. */
export type TerminalEvent =
  | { readonly kind: "resized" }
  /** It was lent or stopped and is ours again: everything must be drawn anew. */
  | { readonly kind: "resumed" }
  /** A signal asks to end. */
  | { readonly kind: "interrupted" }
  /** Nobody caught this error; the terminal has been given back already. */
  | { readonly kind: "crashed"; readonly error: unknown };

export interface Terminal extends Disposable {
  readonly depth: Depth;
  size(): Size;
  write(text: string): void;
  /** Puts a text on the clipboard; throws a `UserError` where that surely cannot be done. */
  copy(text: string): void;
  /** Bytes typed; undefined when the terminal is gone. Asking again before they came is the same question. */
  read(): Promise<Uint8Array | undefined>;
  /** Whether a `read` is under way: until it ends a child would miss what is typed first. */
  readonly reading: boolean;
  /** One listener; without one an uncaught error still gives the terminal back. */
  listen(listener: ((event: TerminalEvent) => void) | undefined): void;
  /** Gives the terminal to the shell, as Ctrl-Z does, until `fg`. Does nothing where the shell could not come back. */
  suspend(): Promise<void>;
  /** Lends the terminal to what `run` starts with inherited streams. Throws while `reading`. */
  handOver<Result>(run: () => Promise<Result>): Promise<Result>;
}

/**
 * Alternate screen, no automatic wrap, pastes marked, cursor hidden. The wheel sends arrow keys (1007) and the mouse still
 * selects; whether it does so in other programs is the user's choice: kept before (`s`) and brought back (`r`).
 */
const enter = "\x1b[?1007s\x1b[?1007h\x1b[?1049h\x1b[?7l\x1b[?2004h\x1b[?25l\x1b[2J";
const leave = "\x1b[0m\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1007r\x1b[?1049l";

/** SIGINT comes from outside only: Ctrl-C is a key here. */
const endings = ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"] as const satisfies readonly Deno.Signal[];
const unixOnly = Deno.build.os !== "windows";

/** Undefined where there is no terminal to draw on. Needs no permission; with the one for TERM it sees more colours. */
export function openTerminal(): Terminal | undefined {
  return canDraw() ? new OpenTerminal() : undefined;
}

class OpenTerminal implements Terminal {
  readonly depth = outputDepth();
  #state: "ours" | "lent" | "stopped" | "closed" = "closed";
  #pending: Promise<Uint8Array | undefined> | undefined;
  #listener: ((event: TerminalEvent) => void) | undefined;
  #continued: (() => void) | undefined;
  #stopHeard = false;
  /** Stops us and our parent while the terminal is lent; undefined where the system does it. */
  #stopAll: (() => void) | undefined;
  readonly #cleanup = new DisposableStack();

  constructor() {
    for (const name of endings) {
      if (unixOnly || name === "SIGINT") this.#on(name, () => this.#interrupted(name));
    }
    if (unixOnly) {
      this.#on("SIGWINCH", () => this.#emit({ kind: "resized" }));
      this.#on("SIGCONT", () => this.#awake());
      this.#hearStop(true);
    }
    addEventListener("error", this.#crashed);
    addEventListener("unhandledrejection", this.#crashed);
    addEventListener("unload", this.#unload);
    this.#take();
  }

  get reading(): boolean {
    return this.#pending !== undefined;
  }

  size(): Size {
    return terminalSize();
  }

  write(text: string): void {
    if (this.#state === "ours" && !writeAll(text)) this.#emit({ kind: "interrupted" });
  }

  copy(text: string): void {
    this.write(clipboardSequence(text, terminalName()));
  }

  read(): Promise<Uint8Array | undefined> {
    this.#pending ??= readSome().finally(() => this.#pending = undefined);
    return this.#pending;
  }

  listen(listener: ((event: TerminalEvent) => void) | undefined): void {
    this.#listener = listener;
  }

  async suspend(): Promise<void> {
    const stop = this.#state === "ours" ? waysToStop() : undefined;
    if (!stop) return;
    this.#give("stopped");
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#continued = resolve;
    // Without our listener the system stops us, or does not where no shell could bring us back.
    this.#hearStop(false);
    stop();
    const waited = setTimeout(resolve, 200);
    await promise;
    clearTimeout(waited);
    this.#continued = undefined;
    this.#takeBack("stopped");
  }

  async handOver<Result>(run: () => Promise<Result>): Promise<Result> {
    if (this.reading) throw new Error("Cannot hand over the terminal: a read is under way");
    if (this.#state !== "ours") throw new Error(`Cannot hand over the terminal: it is ${this.#state}`);
    this.#give("lent");
    // Ctrl-Z in the child must stop us with it, and who waits for us, or the shell does not come back.
    this.#stopAll = waysToStopTask();
    this.#hearStop(this.#stopAll !== undefined);
    try {
      return await run();
    } finally {
      // The Ctrl-C that ended the child is heard by us only now.
      await new Promise((heard) => setTimeout(heard, 20));
      this.#takeBack("lent");
    }
  }

  [Symbol.dispose](): void {
    this.#give("closed");
    this.#hearStop(false);
    this.#cleanup.dispose();
    removeEventListener("error", this.#crashed);
    removeEventListener("unhandledrejection", this.#crashed);
    removeEventListener("unload", this.#unload);
  }

  #take(): void {
    setRaw(true);
    this.#state = "ours";
    writeAll(enter);
  }

  /** A signal may have closed it meanwhile: then it stays closed. */
  #takeBack(from: "lent" | "stopped"): void {
    if (this.#state !== from) return;
    this.#hearStop(true);
    this.#take();
    this.#emit({ kind: "resumed" });
  }

  /** Once per `#take`: what was given back is not given back again. */
  #give(state: "lent" | "stopped" | "closed"): void {
    if (this.#state === "ours") {
      writeAll(leave);
      setRaw(false);
    }
    this.#state = state;
  }

  #on(name: Deno.Signal, handler: () => void): void {
    Deno.addSignalListener(name, handler);
    this.#cleanup.defer(() => Deno.removeSignalListener(name, handler));
  }

  #hearStop(hear: boolean): void {
    if (!unixOnly || hear === this.#stopHeard) return;
    this.#stopHeard = hear;
    if (hear) Deno.addSignalListener("SIGTSTP", this.#stop);
    else Deno.removeSignalListener("SIGTSTP", this.#stop);
  }

  #emit(event: TerminalEvent): void {
    if (this.#state === "ours" || event.kind !== "resized") this.#listener?.(event);
  }

  #interrupted(name: (typeof endings)[number]): void {
    // Ctrl-C and Ctrl-\ while a child has the terminal are meant for the child.
    if (this.#state === "lent" && (name === "SIGINT" || name === "SIGQUIT")) return;
    this.#give("closed");
    this.#emit({ kind: "interrupted" });
  }

  readonly #stop = (): void => {
    if (this.#state !== "lent") return void this.suspend();
    const stop = this.#stopAll;
    // `deno task` passes on the same Ctrl-Z once more, perhaps only after `fg`.
    this.#stopAll = undefined;
    stop?.();
  };

  /** SIGCONT: after our own stop, or after one that nobody can hear (SIGSTOP), which may have changed the modes. */
  #awake(): void {
    if (this.#continued) return this.#continued();
    if (this.#state === "lent" && this.#stopHeard) setTimeout(() => this.#stopAll = waysToStopTask(), 500);
    if (this.#state !== "ours") return;
    this.#take();
    this.#emit({ kind: "resumed" });
  }

  readonly #crashed = (event: ErrorEvent | PromiseRejectionEvent): void => {
    this.#give("closed");
    if (!this.#listener) return;
    event.preventDefault();
    this.#emit({ kind: "crashed", error: event instanceof ErrorEvent ? event.error : event.reason });
  };

  readonly #unload = (): void => this.#give("closed");
}

function setRaw(raw: boolean): void {
  try {
    Deno.stdin.setRaw(raw);
  } catch {
    // The terminal has gone away: there is nothing to set.
  }
}
