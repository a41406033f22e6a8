/** A text on the clipboard of the learner's own terminal (OSC 52): over SSH too, and in tmux where `set-clipboard` is on. */

import { UserError } from "../content/user_error.ts";
import { clean } from "../screens/clean.ts";

/** Bytes of UTF-8. Encoded this is still less than the 100,000 bytes that some terminals take at most. */
export const copyLimit = 64 * 1024;

/** Terminals that would show the escape, or obey a part of it, in place of copying. */
const withoutClipboard = /^(?:linux|vt\d|dumb$)/;

/**
 * What is to be written; no terminal says whether it obeyed. A line end at the end is left out, so that a pasted command waits
 * for its Enter. Throws a `UserError` where it surely cannot be done.
 */
export function clipboardSequence(text: string, term: string | undefined): string {
  const bytes = new TextEncoder().encode(clean(text).replace(/\n+$/, ""));
  if (bytes.length > copyLimit) {
    throw new UserError({
      es: `No se puede copiar: el texto ocupa ${bytes.length} bytes y caben ${copyLimit}`,
      en: `Cannot copy it: the text takes ${bytes.length} bytes and there is room for ${copyLimit}`,
    });
  }
  if (withoutClipboard.test(term ?? "")) {
    throw new UserError({
      es: "No se puede copiar: esta terminal no tiene portapapeles",
      en: "Cannot copy it: this terminal has no clipboard",
    }, {
      es: "Selecciona el texto con el ratón o escríbelo",
      en: "Select the text with the mouse or type it",
    });
  }
  return `\x1b]52;c;${bytes.toBase64()}\x07`;
}
