/** Emphasis, code, links and escapes inside a paragraph, as styled spans. */

import type { Line, Span, Style } from "./frame.ts";

/** One alternative per mark, in the order of precedence; the groups are read below. */
const marks = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /(?<!`)(?<ticks>`+)(?!`)(?<code>.+?)(?<!`)\k<ticks>(?!`)/,
    /(?<two>\*\*|__)(?=\S)(?<strong>.+?)(?<=\S)\k<two>/,
    /\*(?=[^\s*])(?<star>[^*]+?)(?<=\S)\*/,
    /(?<![\p{L}\p{N}_])_(?=[^\s_])(?<under>[^_]+?)(?<=\S)_(?![\p{L}\p{N}_])/u,
    /!?\[(?<label>[^\]]*)\]\((?<target>[^)\s]+)(?:\s+"[^"]*")?\)/,
    /<(?<bare>https?:[^>\s]+)>/,
  ].map(({ source }) => source).join("|"),
  "gsu",
);

/** Longer than any paragraph a person writes; the marks of a longer one are shown as they are. */
const longest = 20_000;

export function inline(text: string, style: Style = "plain"): Line {
  if (text.length > longest || !/[\\`*_[<]/.test(text)) return text === "" ? [] : [{ text, style }];
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > from) spans.push({ text: text.slice(from, match.index), style });
    spans.push(...marked(match.groups ?? {}, style));
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push({ text: text.slice(from), style });
  return spans;
}

function marked(found: Readonly<Record<string, string | undefined>>, style: Style): readonly Span[] {
  const { escaped, code, strong, star, under, label, target, bare } = found;
  if (escaped !== undefined) return [{ text: escaped, style }];
  if (code !== undefined) return [{ text: trimmedCode(code), style: "code" }];
  if (strong !== undefined) return inline(strong, "strong");
  const emphasised = star ?? under;
  if (emphasised !== undefined) return inline(emphasised, style === "strong" ? "strong" : "accent");
  if (bare !== undefined) return [{ text: bare, style: "accent" }];
  if (target === undefined || label === undefined) return [];
  if (label === "" || label === target) return [{ text: target, style: "accent" }];
  return [...inline(label, style), { text: ` (${target})`, style: "dim" }];
}

/** One blank at each end lets code begin or end with a backtick. */
function trimmedCode(code: string): string {
  const flat = code.replaceAll("\n", " ");
  return flat.startsWith(" ") && flat.endsWith(" ") && flat.trim() !== "" ? flat.slice(1, -1) : flat;
}
