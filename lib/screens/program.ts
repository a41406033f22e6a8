/** The shape of everything interactive: state and message → state and effects; state and size → frame. */

import type { Frame, Size } from "./frame.ts";
import type { Key } from "./key.ts";

/** What the terminal itself reports; a program's own messages come beside it. */
export type Input =
  | { readonly kind: "key"; readonly key: Key }
  | { readonly kind: "resize"; readonly size: Size };

/** Effects are data, performed in one place; these two by the terminal, a program's own by who runs it. */
export type TerminalEffect =
  | { readonly kind: "quit"; readonly code: 0 | 1 | 3 | 130 }
  /** Ctrl-Z: give the terminal back to the shell until `fg`. */
  | { readonly kind: "suspend" };

export interface Step<State, Effect> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export interface Program<State, Message, Effect> {
  readonly update: (state: State, message: Message | Input) => Step<State, Effect | TerminalEffect>;
  readonly view: (state: State, size: Size) => Frame;
  /** Whether Ctrl-C means something of the program's own now: then two in a row do not end it. */
  readonly takesInterrupt?: (state: State) => boolean;
}
