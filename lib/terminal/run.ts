/** Runs a program on the terminal: one loop that applies messages, performs effects in order and paints the last state. */

import type { ExitCode } from "../content/user_error.ts";
import type { Key } from "../screens/key.ts";
import { keyName } from "../screens/key.ts";
import type { Input, Program, TerminalEffect } from "../screens/program.ts";
import { decode, flush, newDecoder, patience } from "./keys.ts";
import { paint, type Picture } from "./paint.ts";
import type { Terminal, TerminalEvent } from "./tty.ts";

/** What a program's effects may use. */
export interface Stage<Message> {
  /** Sends a message; many in one turn of the event loop are one painting. Ignored after the end. */
  readonly dispatch: (message: Message) => void;
  /**
   * Lends the terminal to a child started by `run` with inherited streams. To be called before `perform` first awaits,
   * for an effect that a key caused; messages wait until the terminal is back.
   */
  readonly handOver: <Result>(run: () => Promise<Result>) => Promise<Result>;
  /** False while a key is waited for: `handOver` would throw. */
  readonly canHandOver: () => boolean;
  /** Puts a text on the clipboard of the terminal. Throws a `UserError` where that surely cannot be done. */
  readonly copy: (text: string) => void;
}

export interface RunOptions<Message, Effect> {
  readonly terminal: Terminal;
  /**
   * Called for each effect in order and not waited for: what must be done before the next thing is done without `await`.
   * What it throws or rejects with ends the program.
   */
  readonly perform: (effect: Effect, stage: Stage<Message>) => void | Promise<void>;
  /** Effects to begin with, performed after the first painting. */
  readonly first?: readonly Effect[];
}

type Wake<Message> = { readonly kind: "message"; readonly message: Message | Input };

/**
 * Resolves with the exit code once the program quits: its own, or 130 when a signal, the end of the terminal or two Ctrl-C
 * in a row ended it. Rejects with what the program threw, the terminal given back. A read may still be under way at the
 * end, which keeps the process alive until `Deno.exit`.
 */
export async function runProgram<
  State,
  Message extends { readonly kind: string },
  Effect extends { readonly kind: string },
>(
  program: Program<State, Message, Effect>,
  initialState: State,
  { terminal, perform, first = [] }: RunOptions<Message, Effect>,
): Promise<ExitCode> {
  let state = initialState;
  let picture: Picture | undefined;
  let painted: { readonly state: State } | undefined;
  let queue: Wake<Message>[] = [];
  let decoder = newDecoder();
  let lent: Promise<unknown> | undefined;
  let asked = false;
  let interrupts = 0;
  let end: { readonly code: ExitCode } | { readonly error: unknown } | undefined;
  let wake = Promise.withResolvers<void>();
  let soon: ReturnType<typeof setTimeout> | undefined;
  let unfinished: ReturnType<typeof setTimeout> | undefined;
  const ended = Promise.withResolvers<void>();

  const finish = (how: NonNullable<typeof end>) => {
    end ??= how;
    ended.resolve();
    wake.resolve();
  };
  const push = (message: Message | Input) => void queue.push({ kind: "message", message });
  const stage: Stage<Message> = {
    dispatch(message) {
      push(message);
      // Not at once, so that whatever else arrives in this turn is painted together with it.
      soon ??= setTimeout(() => wake.resolve(), 0);
    },
    handOver(run) {
      const result = terminal.handOver(run);
      lent = result.catch(() => {});
      return result;
    },
    canHandOver: () => !terminal.reading,
    copy: (text) => terminal.copy(text),
  };

  terminal.listen((event: TerminalEvent) => {
    switch (event.kind) {
      case "resized":
        push({ kind: "resize", size: terminal.size() });
        return wake.resolve();
      case "resumed":
        picture = undefined;
        painted = undefined;
        push({ kind: "resize", size: terminal.size() });
        return wake.resolve();
      case "interrupted":
        return finish({ code: 130 });
      case "crashed":
        return finish({ error: event.error });
    }
  });

  try {
    draw();
    performAll(first);
    while (!end) {
      listenForKeys();
      await wake.promise;
      wake = Promise.withResolvers();
      clearTimeout(soon);
      soon = undefined;
      const batch = queue;
      queue = [];
      for (const { message } of batch) {
        if (end) break;
        apply(message);
        if (lent) await Promise.race([lent, ended.promise]);
        lent = undefined;
      }
      if (!end) draw();
    }
  } catch (error) {
    finish({ error });
  } finally {
    clearTimeout(soon);
    clearTimeout(unfinished);
    terminal.listen(undefined);
  }
  if (end && "code" in end) return end.code;
  // Before anybody can say what went wrong.
  terminal[Symbol.dispose]();
  throw end?.error;

  function apply(message: Message | Input): void {
    if (insists(message)) return finish({ code: 130 });
    const step = program.update(state, message);
    state = step.state;
    performAll(step.effects);
  }

  /** A second Ctrl-C in a row ends a program that did not listen to the first. */
  function insists(message: Message | Input): boolean {
    const key = pressed(message);
    const counts = key?.kind === "key" && keyName(key) === "ctrl-c" && !program.takesInterrupt?.(state);
    if (key) interrupts = counts ? interrupts + 1 : 0;
    return interrupts > 1;
  }

  function performAll(effects: readonly (Effect | TerminalEffect)[]): void {
    for (const effect of effects) {
      if (isQuit(effect)) finish({ code: effect.code });
      else if (isSuspend(effect)) lent = terminal.suspend();
      else perform(effect as Effect, stage)?.catch((error: unknown) => finish({ error }));
    }
  }

  function draw(): void {
    if (painted?.state === state && picture && sameSize()) return;
    const size = terminal.size();
    const { output, picture: next } = paint(picture, program.view(state, size), size, terminal.depth);
    if (output !== "") terminal.write(output);
    picture = next;
    painted = { state };
  }

  function sameSize(): boolean {
    const { columns, rows } = terminal.size();
    return picture?.size.columns === columns && picture.size.rows === rows;
  }

  function listenForKeys(): void {
    if (end || asked) return;
    asked = true;
    // Never earlier than all effects are performed: one of them may lend the terminal.
    void terminal.read().then((bytes) => {
      asked = false;
      if (end) return;
      if (bytes === undefined) return finish({ code: 130 });
      clearTimeout(unfinished);
      take(decode(decoder, bytes));
      const wait = patience(decoder);
      if (wait !== undefined) unfinished = setTimeout(() => take(flush(decoder)), wait);
    });
  }

  function take(decoded: ReturnType<typeof decode>): void {
    decoder = decoded.decoder;
    for (const key of decoded.keys) push({ kind: "key", key });
    wake.resolve();
  }
}

function pressed(message: { readonly kind: string }): Key | undefined {
  return message.kind === "key" ? (message as Extract<Input, { kind: "key" }>).key : undefined;
}

function isQuit(effect: { readonly kind: string }): effect is Extract<TerminalEffect, { kind: "quit" }> {
  return effect.kind === "quit";
}

function isSuspend(effect: { readonly kind: string }): effect is Extract<TerminalEffect, { kind: "suspend" }> {
  return effect.kind === "suspend";
}
