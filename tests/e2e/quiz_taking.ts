/** A quiz being taken in a terminal, with a state folder of its own, and what was stored of it. */

import { openStore } from "../../lib/store/event_store.ts";
import type { Stored } from "../../lib/study/events.ts";
import { Tmux, type TmuxOptions } from "../terminal/tmux.ts";
import { temporaryFolder } from "./grumete.ts";
import { command, writeQuiz } from "./nine_kinds.ts";

/** The events in a state folder, in order. */
export function stored(state: string): readonly Stored[] {
  using store = openStore(state);
  return store.read();
}

export interface Taking extends AsyncDisposable {
  readonly tmux: Tmux;
  readonly state: string;
  /** The same command once more, after the first has ended. */
  readonly again: () => Promise<Tmux>;
}

/** grumete in place of the shell, with the quiz and a state folder of its own. */
export async function take(args: readonly string[], options: TmuxOptions = {}): Promise<Taking> {
  const folder = temporaryFolder();
  const state = `${folder.path}/state`;
  const start = () => Tmux.start(command("quiz", writeQuiz(folder.path), "--state", state, ...args), options);
  const tmux = await start();
  return {
    tmux,
    state,
    again: start,
    async [Symbol.asyncDispose]() {
      await tmux[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}
