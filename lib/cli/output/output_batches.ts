/** What a command writes, in pieces that a screen can take: many reads are one message, and a flood shows its end only. */

import type { OutputStream } from "../../screens/prompt_output.ts";

/** ms between messages. */
const interval = 40;
/** UTF-16 units of one message; more is not seen anyway. */
const most = 128 * 1024;
/** UTF-16 units between two messages after which no more is read: the program that writes waits, as at a terminal. */
const pause = 1024 * 1024;

export interface OutputBatches {
  readonly hear: (stream: OutputStream, text: string) => Promise<void>;
  /** Says what is left. */
  readonly flush: () => void;
}

export function outputBatches(tell: (stream: OutputStream, text: string) => void): OutputBatches {
  let waiting: { readonly stream: OutputStream; readonly text: string }[] = [];
  let size = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushed = Promise.withResolvers<void>();
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const pieces = waiting;
    waiting = [];
    size = 0;
    for (const { stream, text } of pieces) tell(stream, text);
    flushed.resolve();
    flushed = Promise.withResolvers();
  };
  return {
    async hear(stream, text) {
      const last = waiting.at(-1);
      if (last?.stream === stream) waiting[waiting.length - 1] = { stream, text: (last.text + text).slice(-most) };
      else waiting.push({ stream, text: text.slice(-most) });
      size += text.length;
      timer ??= setTimeout(flush, interval);
      if (size > pause) await flushed.promise;
    },
    flush,
  };
}
