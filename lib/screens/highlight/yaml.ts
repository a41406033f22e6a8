/** Colours of YAML, and of JSON which is YAML too: keys, quoted and block texts, numbers, truth values, anchors, comments. */

import type { Line, Span } from "../frame.ts";
import { span } from "../width.ts";

/** One alternative per token; quoted texts end at the end of the line where nobody ended them. */
const token =
  /(?<blank>[ \t]+)|(?<text>"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|'[^']*(?:''[^']*)*(?:'|$))|(?<mark>[[\]{},]|[-?](?=[ \t]|$)|:(?=[ \t,\]}]|$))|(?<anchor>[&*!][^\s,\]}]*)|(?<plain>[^\s,[\]{}:]+)|(?<other>:)/ysu;

const number = /^(?:[-+]?(?:\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|\.inf|\.nan)|true|false|null|~)$/i;
const blockMark = /^[|>][-+\d]{0,2}$/;

export function yaml(lines: readonly string[]): readonly Line[] {
  /** Lines indented deeper than this belong to a block text. */
  let block: number | undefined;
  return lines.map((text) => {
    const indent = text.length - text.trimStart().length;
    if (block !== undefined && (text.trim() === "" || indent > block)) return [span(text, "string")];
    block = undefined;
    if (/^(?:---|\.\.\.)(?: |$)/.test(text)) return [span(text.slice(0, 3), "comment"), ...lineOf(text.slice(3))];
    const line = lineOf(text);
    const last = line.findLast(({ text, style }) => style !== "comment" && text.trim() !== "");
    if (last && blockMark.test(last.text)) block = indent;
    return line;
  });
}

function lineOf(text: string): Line {
  const done: Span[] = [];
  /** The tokens that would be a key if a colon followed, or a value by themselves if nothing else did. */
  let scalar: number | undefined;
  const settle = (isKey: boolean) => {
    if (scalar === undefined) return;
    const parts = done.splice(scalar);
    const blanks = parts.length > 1 && parts.at(-1)?.text.trim() === "" ? parts.splice(-1) : [];
    const whole = parts.map(({ text }) => text).join("");
    const [first] = parts;
    const value = number.test(whole) ? "value" : parts.length === 1 && first ? first.style : "code";
    done.push(span(whole, isKey ? "keyword" : value), ...blanks);
    scalar = undefined;
  };
  for (let at = 0; at < text.length;) {
    const before = text[at - 1] ?? " ";
    if (text[at] === "#" && (before === " " || before === "\t")) {
      settle(false);
      done.push(span(text.slice(at), "comment"));
      return done;
    }
    token.lastIndex = at;
    const { blank, text: quoted, mark, anchor } = token.exec(text)?.groups ?? {};
    const part = text.slice(at, Math.max(token.lastIndex, at + 1));
    at += part.length;
    if (mark !== undefined) {
      settle(mark === ":");
      done.push(span(part, "code"));
    } else if (blank !== undefined) done.push(span(part));
    else {
      scalar ??= done.length;
      const style = quoted !== undefined ? "string" : anchor !== undefined ? "value" : "code";
      done.push(span(part, scalar === done.length ? style : "code"));
    }
  }
  settle(false);
  return done;
}
