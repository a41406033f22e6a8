/** Keys as the screens see them, and bindings: a key and its help are one value. */

import type { Text } from "../content/text.ts";

/** `name` is a printed character ("a", "ñ", "?", " " as "space") or one of the named keys; paste brings a whole text. */
export type Key =
  | {
    readonly kind: "key";
    readonly name: string;
    readonly ctrl: boolean;
    readonly alt: boolean;
    readonly shift: boolean;
  }
  | { readonly kind: "paste"; readonly text: string };

/** Names besides printed characters: up down left right home end pageup pagedown enter tab escape backspace delete insert space f1…f12. */
export type KeyName = string;

/** `keys` as shown and matched: "q", "enter", "ctrl-c", "shift-tab", "alt-b". */
export interface Binding<Action> {
  readonly keys: readonly KeyName[];
  readonly help: Text;
  readonly action: Action;
  /** Left out of the footer (still in the help overlay). */
  readonly quiet?: boolean;
  /** Said in the help overlay, key by key, where the footer's word stands for several bindings ("move" for up and down). */
  readonly alone?: Text;
  /** Shown in the footer in place of the first key, where one word stands for several bindings ("↑↓"). */
  readonly label?: string | Text;
}

/** "ctrl-c", "shift-tab", "alt-b", "q": how bindings write a key. Of a printed character the shift is already in it ("L"). */
export function keyName(key: Key & { kind: "key" }): KeyName {
  const shift = key.shift && (key.name.length > 1 || key.ctrl || key.alt);
  return `${key.ctrl ? "ctrl-" : ""}${key.alt ? "alt-" : ""}${shift ? "shift-" : ""}${key.name}`;
}

/** The action bound to a key, if any. */
export function actionOf<Action>(bindings: readonly Binding<Action>[], key: Key): Action | undefined {
  if (key.kind === "paste") return undefined;
  const name = keyName(key);
  return bindings.find((binding) => binding.keys.includes(name))?.action;
}
