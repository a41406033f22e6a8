/** What commands at the docker prompt have written, as lines: the last ones are kept, nothing in them steers the terminal. */

import type { Lang, Text } from "../content/text.ts";
import { clean } from "./clean.ts";
import type { Line, Style } from "./frame.ts";
import { span } from "./width.ts";
import { wrapCode } from "./wrap.ts";

export type OutputStream = "out" | "err";

/** What commands write is the same in every language. */
export interface OutputLine {
  readonly text: string | Text;
  readonly style: Style;
}

/** `open` is a line that has not ended yet; `cut` is an escape sequence that has not. */
export interface Output {
  readonly lines: readonly OutputLine[];
  readonly open?: { readonly stream: OutputStream; readonly text: string };
  readonly cut: string;
}

export const noOutput: Output = { lines: [], cut: "" };

/** Older lines are dropped. */
export const mostLines = 2000;
/** UTF-16 units of one line; the rest of it is left out. */
const longestLine = 4000;
/** UTF-16 units: what is longer is no escape sequence. */
const longestSequence = 100;

/** Written as texts because control characters are their subject: CSI, or OSC and its like, without their end. */
const beginnings = ["\\[[0-?]*[ -/]*", "[\\]P^_X][^\\x07\\x1b]*\\x1b?"].join("|");
const unfinished = new RegExp(`\\x1b(?:${beginnings})?$`);

/** A line of our own, on a line of its own. */
export function noted(output: Output, text: string | Text, style: Style): Output {
  const { lines } = ended(output);
  return { lines: last([...lines, { text, style }]), cut: "" };
}

/** The command has ended: what it left open is a line. */
export function ended({ lines, open }: Output): Output {
  return { lines: open === undefined || open.text === "" ? lines : last([...lines, lineOf(open.text)]), cut: "" };
}

/** What was read of a stream, in any pieces. A carriage return begins its line anew, as progress bars want it. */
export function heard(before: Output, stream: OutputStream, text: string): Output {
  // One stream does not write into the unfinished line of the other.
  const output = before.open === undefined || before.open.stream === stream ? before : ended(before);
  const whole = output.cut + text;
  const sequence = unfinished.exec(whole)?.[0] ?? "";
  const cut = sequence.length > longestSequence ? "" : sequence;
  const parts = whole.slice(0, whole.length - cut.length).split("\n");
  const rest = parts.pop() ?? "";
  const begun = output.open?.text ?? "";
  const lines = parts.slice(-mostLines).map((part, index) =>
    lineOf(index === 0 && parts.length <= mostLines ? begun + part : part)
  );
  const open = { stream, text: shortened((parts.length > 0 ? "" : begun) + rest) };
  return { lines: last([...output.lines, ...lines]), cut, ...(open.text === "" ? {} : { open }) };
}

/** The style of a line with a command that was run. */
const commandStyle = "accent";

/** A line of its own with the command whose output follows. */
export function commanded(output: Output, line: string): Output {
  return noted(output, `$ ${line}`, commandStyle);
}

/** What the last command has written, with its own line. */
export function latestOf(output: Output): Output {
  const at = output.lines.findLastIndex(({ style }) => style === commandStyle);
  return at <= 0 ? output : { ...output, lines: output.lines.slice(at) };
}

/** In lines of this width, the oldest first. */
export function drawn(output: Output, lang: Lang, width: number): readonly Line[] {
  const lines = output.open === undefined ? output.lines : [...output.lines, lineOf(output.open.text)];
  return lines.flatMap(({ text, style }) =>
    wrapCode([span(typeof text === "string" ? text : text[lang], style)], width)
  );
}

function lineOf(text: string): OutputLine {
  return { text: clean(lastWritten(text)).replaceAll("\n", " ").slice(0, longestLine), style: "plain" };
}

/** What stands on the line after its last carriage return; one at the end waits for what comes. */
function lastWritten(text: string): string {
  const ended = text.replace(/\r+$/, "");
  return ended.slice(ended.lastIndexOf("\r") + 1);
}

/** An unfinished line that grows for ever (a progress bar) keeps its end only. */
function shortened(text: string): string {
  return text.length <= 2 * longestLine
    ? text
    : lastWritten(text).slice(0, longestLine) + (text.endsWith("\r") ? "\r" : "");
}

function last(lines: readonly OutputLine[]): readonly OutputLine[] {
  return lines.length > mostLines ? lines.slice(-mostLines) : lines;
}
