/** Makes any text safe to show: nothing that is left can move the cursor, hide, reorder or overprint. */

/** Texts of letters, signs and frames that need no work, which is nearly all of them. */
const harmless = /^[\x20-\x7e¡-¬®-ʯΑ-ώЀ-҂‐-‧•…←-⇿─-◿✓✔✗✘❯]*$/u;

/** Written as texts because control characters are their subject. Whole escape sequences, 7-bit and 8-bit: CSI; OSC, DCS, SOS, PM, APC with their text; SS3; the short ones. */
const sequences = [
  "(?:\\x1b\\[|\\x9b)[\\x30-\\x3f]*[\\x20-\\x2f]*[\\x40-\\x7e]",
  "(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\x00-\\x1f\\x7f-\\x9f]*(?:\\x07|\\x1b\\\\|\\x9c)",
  "\\x1b[\\x20-\\x2f]*[\\x30-\\x7e]",
].join("|");
const escapeSequence = new RegExp(sequences, "g");

const lineEnd = /\r\n|[\r\u2028\u2029]/g;
/** Joins emoji into one ("👩‍🚒"); anywhere else it is only a way to hide something. */
const joiner = /(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})/u;
/** Controls but not the line feed; whatever Unicode says is not drawn; what changes the direction of a line. */
const unseen = new RegExp(
  `(?!\\n|${joiner.source})[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]`,
  "gu",
);
/** Marks piled on one letter reach into the lines above. */
const piledMarks = /(\p{M}{8})\p{M}+/gu;

/** Several lines: every kind of line end becomes `\n`, a tab four spaces. Cleaning twice changes nothing more. */
export function clean(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .toWellFormed()
    .replace(escapeSequence, "")
    .replace(lineEnd, "\n")
    .replaceAll("\t", "    ")
    .replace(unseen, "")
    .normalize("NFC")
    .replace(piledMarks, "$1");
}

/** One line: line ends become spaces. */
export function cleanLine(text: string): string {
  return harmless.test(text) ? text : clean(text).replaceAll("\n", " ");
}
