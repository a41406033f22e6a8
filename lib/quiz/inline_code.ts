/** Puts what somebody typed into Markdown so that none of it is read as Markdown. */

import { same, type Text } from "../content/text.ts";

/** A code span as CommonMark has it: fenced by more backquotes than it holds in a row. */
export function inlineCode(written: string): string {
  const line = written.replace(/\s+/gu, " ");
  const longest = (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = line === "" || line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

export function codeText(written: string): Text {
  return same(inlineCode(written));
}

/** Joins words as a sentence does: a, b y c · a, b and c. */
export function listed(items: readonly string[], and: string): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  return items.length === 1 ? last : `${items.slice(0, -1).join(", ")} ${and} ${last}`;
}
