/** Colours of shell commands: programs, what docker is told to do, options, variables, quoted text, comments. */

import type { Line, Span } from "../frame.ts";
import { span } from "../width.ts";

type Quote = '"' | "'";

/** What a line leaves open for the next one. */
export interface ShellState {
  /** The next word is a program. */
  readonly command: boolean;
  /** A quoted text that has not ended. */
  readonly quote?: Quote;
  /** The line that ends a here-document. */
  readonly heredoc?: string;
}

export const freshShell: ShellState = { command: true };
/** The same inside the words of something that is no command. */
export const freshWords: ShellState = { command: false };

/** One alternative per token; each takes a character at least and looks ahead only as far as it takes. */
const token =
  /(?<blank>[ \t]+)|(?<comment>#.*)|(?<quote>["'])|(?<variable>\$(?:\{[^}]*\}?|[A-Za-z0-9_]+|[@*#?$!-]))|(?<heredoc><<-?[ \t]*(?<mark>["']?)(?<end>[\w.-]+)\k<mark>)|(?<next>&&|\|\|?|;{1,2}|&(?!>)|\$?\(|`)|(?<other>[<>)&]+|\$)|(?<word>(?:\\.|[^\s"'`$;&|<>()\\])+|\\)/ysu;

/** Words after which a program is named. */
const beforeCommand = new Set(
  "sudo exec env time nohup xargs if then else elif do while until not ! { command".split(" "),
);

/** Of docker the word that says what to do belongs to the program; after one of these one more. */
const groups = new Set(
  "builder buildx compose config container context image manifest network node plugin secret service stack swarm system trust volume"
    .split(" "),
);

/** `done` has the styled text of the line, in order; nothing of it is lost. */
export function shellLine(line: string, before: ShellState): { readonly line: Line; readonly after: ShellState } {
  if (before.heredoc !== undefined) {
    const { heredoc, ...rest } = before;
    const ends = line.trim() === heredoc;
    return { line: [span(line, ends ? "keyword" : "string")], after: ends ? { ...rest, command: true } : before };
  }
  const done: Span[] = [];
  let { command, quote } = before;
  let heredoc: string | undefined;
  let docker = false;
  let at = 0;
  const quoted = (mark: Quote, from: number) => {
    const { end, closed } = endOfQuote(line, from, mark);
    quote = closed ? undefined : mark;
    done.push(span(line.slice(at, end), "string"));
    at = end;
  };
  if (quote !== undefined) quoted(quote, 0);
  let wordStart = at === 0;
  while (at < line.length) {
    token.lastIndex = at;
    const found = token.exec(line)?.groups ?? {};
    const { blank, comment, quote: mark, variable, next, word } = found;
    if (mark !== undefined) {
      quoted(mark as Quote, at + 1);
      command = false;
    } else if (comment !== undefined && !wordStart) {
      done.push(span("#", "code"));
      at++;
    } else {
      const text = line.slice(at, token.lastIndex > at ? token.lastIndex : at + 1);
      at += text.length;
      if (comment !== undefined) done.push(span(text, "comment"));
      else if (variable !== undefined) done.push(span(text, "value"));
      else if (word !== undefined && wordStart) {
        const isOption = word.startsWith("-") && word !== "-";
        const isAssignment = command && /^[A-Za-z_]\w*=/.test(word);
        const named = !isOption && !isAssignment && word !== "\\" && (command || docker);
        done.push(span(text, isOption ? "value" : named ? "keyword" : "code"));
        if (named) {
          docker = docker ? groups.has(word) : word === "docker";
          command = command && beforeCommand.has(word);
        }
      } else {
        done.push(span(text, "code"));
        if (next !== undefined) [command, docker] = [true, false];
        if (found["heredoc"] !== undefined) heredoc = found["end"];
      }
    }
    wordStart = blank !== undefined || next !== undefined;
  }
  const continued = line.endsWith("\\");
  return {
    line: done,
    after: {
      command: quote === undefined && (!continued || command),
      ...(quote === undefined ? {} : { quote }),
      ...(heredoc === undefined ? {} : { heredoc }),
    },
  };
}

/** Behind the mark that closes, or the end of the line; in double quotes a backslash protects. */
function endOfQuote(line: string, from: number, mark: Quote): { readonly end: number; readonly closed: boolean } {
  for (let at = from; at < line.length; at++) {
    if (line[at] === mark) return { end: at + 1, closed: true };
    if (mark === '"' && line[at] === "\\") at++;
  }
  return { end: line.length, closed: false };
}

/** All lines are commands. */
export function shell(lines: readonly string[]): readonly Line[] {
  let state = freshShell;
  return lines.map((text) => {
    const { line, after } = shellLine(text, state);
    state = after;
    return line;
  });
}

/** Lines that begin with `$ ` are commands, with the lines that they go on in; anything else is what they printed. */
export function session(lines: readonly string[]): readonly Line[] {
  let open: ShellState | undefined;
  return lines.map((text) => {
    const lead = !open && text.startsWith("$ ") ? "$ " : "";
    if (!open && lead === "") return [span(text)];
    const { line, after } = shellLine(text.slice(lead.length), open ?? freshShell);
    open = goesOn(text, after) ? after : undefined;
    return lead === "" ? line : [span(lead, "accent"), ...line];
  });
}

/** Whether the next line belongs to the same command. */
export function goesOn(line: string, after: ShellState): boolean {
  return line.endsWith("\\") || after.quote !== undefined || after.heredoc !== undefined;
}
