/** Standard input and output as the terminal layer uses them, and what the environment says of the terminal. */

import type { Size } from "../screens/frame.ts";
import { type Depth, depthOf } from "./palette.ts";

const encoder = new TextEncoder();

/** Writes all of it; false when nobody is there to read it any more. */
export function writeAll(text: string): boolean {
  return writeTo(Deno.stdout, text);
}

/** As `writeAll`, on standard error. */
export function writeError(text: string): boolean {
  return writeTo(Deno.stderr, text);
}

function writeTo(stream: { writeSync(bytes: Uint8Array): number }, text: string): boolean {
  let bytes = encoder.encode(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(stream.writeSync(bytes));
    } catch (error) {
      // A terminal that somebody else left non-blocking is full for a moment.
      if (!(error instanceof Deno.errors.WouldBlock)) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
  return true;
}

/** What is there to read, at least a byte; undefined at the end, and when the terminal is gone. */
export async function readSome(): Promise<Uint8Array | undefined> {
  const buffer = new Uint8Array(16 * 1024);
  try {
    const count = await Deno.stdin.read(buffer);
    return count === null ? undefined : buffer.subarray(0, count);
  } catch {
    return undefined;
  }
}

/** Cells of the terminal; 80×24 where there is none or it does not say. */
export function terminalSize(): Size {
  try {
    const { columns, rows } = Deno.consoleSize();
    if (columns > 0 && rows > 0) return { columns, rows };
  } catch {
    // Not a terminal.
  }
  return { columns: 80, rows: 24 };
}

/** Cells of a line of standard output, now; 80 where it is no terminal. */
export function outputWidth(): number {
  return Deno.stdout.isTerminal() ? terminalSize().columns : 80;
}

/** How standard output can be coloured. */
export function outputDepth(): Depth {
  return Deno.stdout.isTerminal() ? terminalDepth() : "bare";
}

/** How standard error can be coloured. */
export function errorDepth(): Depth {
  return Deno.stderr.isTerminal() ? terminalDepth() : "bare";
}

function terminalDepth(): Depth {
  return depthOf({ noColor: Deno.noColor, term: terminalName(), colorterm: variable("COLORTERM") });
}

/** What the environment calls the terminal; undefined where it says nothing or may not be read. */
export function terminalName(): string | undefined {
  return variable("TERM");
}

/** Whether lines can be drawn anywhere on the screen. */
export function canDraw(): boolean {
  return Deno.stdin.isTerminal() && Deno.stdout.isTerminal() && terminalName() !== "dumb";
}

/** "unknown" where it may not be read: no terminal question is worth a permission prompt. */
export function environmentVariable(
  name: string,
): { readonly kind: "set"; readonly value: string } | { readonly kind: "unset" | "unknown" } {
  if (Deno.permissions.querySync({ name: "env", variable: name }).state !== "granted") return { kind: "unknown" };
  const value = Deno.env.get(name);
  return value === undefined ? { kind: "unset" } : { kind: "set", value };
}

/** Undefined too where it may not be read. */
export function variable(name: string): string | undefined {
  const found = environmentVariable(name);
  return found.kind === "set" ? found.value : undefined;
}
