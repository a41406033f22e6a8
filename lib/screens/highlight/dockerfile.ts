/** Colours of a Dockerfile: its instructions, and the shell commands that some of them hold. */

import type { Line } from "../frame.ts";
import { span } from "../width.ts";
import { freshShell, freshWords, goesOn, shellLine, type ShellState } from "./shell.ts";

const instruction =
  /^(\s*)((?:ONBUILD\s+)?(?:FROM|RUN|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL|MAINTAINER))(?=\s|$)/i;

/** Those whose words are a command line. */
const runs = /(?:RUN|CMD|ENTRYPOINT)$/i;

/** Words that belong to an instruction. */
const innerWords: readonly (readonly [of: RegExp, word: RegExp])[] = [[/FROM$/i, /^as$/i], [
  /HEALTHCHECK$/i,
  /^(?:cmd|none)$/i,
]];

export function dockerfile(lines: readonly string[]): readonly Line[] {
  /** What an unfinished instruction goes on with; undefined where one begins. */
  let open: ShellState | undefined;
  return lines.map((text) => {
    if (open?.heredoc === undefined && text.trimStart().startsWith("#")) return [span(text, "comment")];
    const [whole = "", indent = "", name = ""] = (open ? undefined : instruction.exec(text)) ?? [];
    const rest = text.slice(whole.length);
    const isCommand = runs.test(name) && !rest.trimStart().startsWith("[");
    const { line, after } = shellLine(rest, open ?? (isCommand ? freshShell : freshWords));
    open = goesOn(text, after) ? after : undefined;
    const inner = innerWords.find(([of]) => of.test(name))?.[1];
    const named = inner ? line.map(({ text, style }) => span(text, inner.test(text) ? "keyword" : style)) : line;
    return name === "" ? named : [span(indent), span(name, "keyword"), ...named];
  });
}
