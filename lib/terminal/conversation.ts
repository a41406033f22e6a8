/** Line by line: for `--plain`, screen readers, pipes and terminals that cannot move the cursor. */

import { UserError } from "../content/user_error.ts";
import { lineInAscii } from "../screens/ascii.ts";
import type { Line } from "../screens/frame.ts";
import { cutLine } from "../screens/width.ts";
import { speaksUnicode } from "./character_set.ts";
import { lineReader } from "./lines.ts";
import type { Depth } from "./palette.ts";
import { cleanedLine, encoded, saidLines } from "./say.ts";
import { canDraw, outputDepth, outputWidth, readSome, writeAll } from "./stream.ts";

export interface Conversation extends Disposable {
  /** Cells of a line, now. */
  width(): number;
  /** Writes lines, breaking by words those that are too wide. */
  say(lines: readonly Line[]): void;
  /** A line that whatever comes next takes the place of, cut to the width; nothing where no terminal could take it back. */
  passing(line: Line): void;
  /** What was typed, clean; undefined at the end of the input. Throws a `UserError` with exit code 130 when interrupted. */
  ask(prompt: Line): Promise<string | undefined>;
  /** As `ask` without a prompt. Asking again before a line came is the same question. */
  line(): Promise<string | undefined>;
  /** While `run` has the terminal Ctrl-C is meant for what it started. Rejects as `ask` does when told to end otherwise. */
  lend<Result>(run: () => Promise<Result>): Promise<Result>;
  /** Aborted by Ctrl-C and its like, with the error that `ask` throws. */
  readonly interrupted: AbortSignal;
}

/** Where a conversation takes place; tests bring their own. */
export interface Channel {
  readonly read: () => Promise<Uint8Array | undefined>;
  /** False when nobody reads it any more. */
  readonly write: (text: string) => boolean;
  readonly depth: Depth;
  readonly width: () => number;
  /** Typed text appears by itself; otherwise answers are written after their prompt. */
  readonly echoes: boolean;
  /** The line that the cursor is on can be wiped. */
  readonly wipes?: boolean;
  /** Symbols are shown by their plain twins. */
  readonly ascii?: boolean;
}

/** To the start of the line, and everything on it gone. */
const wipe = "\r\x1b[K";

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const satisfies readonly Deno.Signal[];

/** On standard input and output. */
export function openConversation(): Conversation {
  return converse({
    read: readSome,
    write: writeAll,
    depth: outputDepth(),
    width: outputWidth,
    echoes: Deno.stdin.isTerminal(),
    wipes: canDraw(),
    ascii: !speaksUnicode(),
  }, endings);
}

export function converse(channel: Channel, signals: readonly Deno.Signal[] = []): Conversation {
  const stop = new AbortController();
  const reader = lineReader(channel.read);
  const interrupt = () => stop.abort(new UserError({ es: "Interrumpido", en: "Interrupted" }, undefined, 130));
  let lent = false;
  const typedInterrupt = () => {
    if (!lent) interrupt();
  };
  const listener = (name: Deno.Signal) => name === "SIGINT" ? typedInterrupt : interrupt;
  for (const name of supported(signals)) Deno.addSignalListener(name, listener(name));

  const aborted = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason));
  });
  aborted.catch(() => {});

  const line = async () => {
    stop.signal.throwIfAborted();
    return await Promise.race([reader.next(), aborted]);
  };
  const symbols = (line: Line) => channel.ascii ? lineInAscii(line) : line;
  const encode = (line: Line) => encoded(symbols(line), channel.depth);
  let passing = false;
  const write = (text: string) => {
    channel.write(passing ? `${wipe}${text}` : text);
    passing = false;
  };

  return {
    interrupted: stop.signal,
    width: channel.width,
    line,
    say(lines) {
      const text = saidLines(lines.map(symbols), channel.width(), channel.depth);
      // Nobody reads: the end of the input of who asks next says it too.
      if (text !== "") write(text);
    },
    passing(line) {
      if (channel.wipes !== true) return;
      write(encode(cutLine(cleanedLine(line), Math.max(20, channel.width()) - 1)));
      passing = true;
    },
    async ask(prompt) {
      write(encode(cleanedLine(prompt)));
      try {
        const answer = await line();
        if (answer === undefined) channel.write("\n");
        else if (!channel.echoes) channel.write(`${answer}\n`);
        return answer;
      } catch (error) {
        channel.write("\n");
        throw error;
      }
    },
    async lend(run) {
      lent = true;
      try {
        return await Promise.race([run(), aborted]);
      } finally {
        // The Ctrl-C that ended the command is heard by us only now.
        await new Promise((heard) => setTimeout(heard, 20));
        lent = false;
      }
    },
    [Symbol.dispose]() {
      if (passing) write("");
      for (const name of supported(signals)) Deno.removeSignalListener(name, listener(name));
    },
  };
}

function supported(signals: readonly Deno.Signal[]): readonly Deno.Signal[] {
  return Deno.build.os === "windows" ? signals.filter((name) => name === "SIGINT") : signals;
}
