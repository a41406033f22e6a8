/** The blocks of a Markdown text: paragraphs, headings, lists, fenced code, tables, quotes, rules. HTML stays text. */

export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  /** `language` as its fence names it, perhaps empty. */
  | { readonly kind: "code"; readonly language: string; readonly lines: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly Item[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "rule" };

/** `marker` is "•" or "3.", of a task "[x]". */
export interface Item {
  readonly marker: string;
  readonly blocks: readonly Block[];
}

const fence = /^ {0,3}(?<mark>`{3,}|~{3,})[ \t]*(?<language>[^\s`{]*)/;
const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/;
const bullet = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/;
const rule = /^ {0,3}([-*_])\s*(?:\1\s*){2,}$/;
const quote = /^ {0,3}> ?/;
const tableRule = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Nesting deeper than this is shown as it is written. */
const deepest = 8;

export function blocksOf(text: string): readonly Block[] {
  return scan(text.replaceAll("\r", "").replaceAll("\t", "    ").split("\n"), 0);
}

function scan(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", text: paragraph.join("\n") });
    paragraph = [];
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const found = depth < deepest ? blockAt(lines, at, depth, paragraph.length > 0) : undefined;
    if (found) {
      flush();
      blocks.push(found.block);
      at = found.end;
      continue;
    }
    if (line.trim() === "") flush();
    else paragraph.push(line.trimStart());
    at++;
  }
  flush();
  return blocks;
}

/** The block that begins at a line, and the line after it. Inside a paragraph only a list that starts at 1 may begin. */
function blockAt(
  lines: readonly string[],
  at: number,
  depth: number,
  inParagraph: boolean,
): { readonly block: Block; readonly end: number } | undefined {
  const line = lines[at] ?? "";
  const { mark: opening, language = "" } = fence.exec(line)?.groups ?? {};
  if (opening) return codeAt(lines, at, opening, language);
  const title = heading.exec(line)?.[1];
  if (title !== undefined) return { block: { kind: "heading", text: title }, end: at + 1 };
  if (rule.test(line)) return { block: { kind: "rule" }, end: at + 1 };
  if (quote.test(line)) {
    const end = endOf(lines, at, (other) => quote.test(other));
    const inner = lines.slice(at, end).map((other) => other.replace(quote, ""));
    return { block: { kind: "quote", blocks: scan(inner, depth + 1) }, end };
  }
  const marker = bullet.exec(line)?.[2];
  if (marker && !(inParagraph && /^\d/.test(marker) && !/^1[.)]$/.test(marker))) return listAt(lines, at, depth);
  if (line.includes("|") && (lines[at + 1] ?? "").includes("-") && tableRule.test(lines[at + 1] ?? "")) {
    const end = endOf(lines, at + 2, (other) => other.includes("|"));
    return { block: { kind: "table", head: cells(line), rows: lines.slice(at + 2, end).map(cells) }, end };
  }
  return undefined;
}

function codeAt(
  lines: readonly string[],
  at: number,
  opening: string,
  language: string,
): { readonly block: Block; readonly end: number } {
  const indent = /^ */.exec(lines[at] ?? "")?.[0].length ?? 0;
  const end = endOf(lines, at + 1, (line) => {
    const closing = line.trim();
    return !(closing.startsWith(opening) && closing === (opening[0] ?? "").repeat(closing.length));
  });
  const body = lines.slice(at + 1, end).map((line) =>
    line.slice(Math.min(indent, line.length - line.trimStart().length))
  );
  return { block: { kind: "code", language, lines: body }, end: end + 1 };
}

/** All items of one list: their text is what is indented under the marker. */
function listAt(lines: readonly string[], at: number, depth: number): { readonly block: Block; readonly end: number } {
  const items: Item[] = [];
  let next = at;
  for (;;) {
    const found = bullet.exec(lines[next] ?? "");
    if (!found || rule.test(lines[next] ?? "")) break;
    const [whole, , mark = ""] = found;
    const indent = Math.min(whole.length, (found[1] ?? "").length + mark.length + 4);
    const end = endOf(
      lines,
      next + 1,
      (line, before) =>
        line.trim() === "" || line.startsWith(" ".repeat(Math.min(indent, 2))) && !bullet.test(line) ||
        line.startsWith(" ".repeat(indent)) || !bullet.test(line) && before.trim() !== "" && !fence.test(line),
    );
    const inner = [
      (lines[next] ?? "").slice(whole.length),
      ...lines.slice(next + 1, end).map((line) => outdented(line, indent)),
    ];
    const [task, box] = /^(\[[ xX]\]) +/.exec(inner[0] ?? "") ?? [];
    if (task) inner[0] = (inner[0] ?? "").slice(task.length);
    items.push({ marker: box ?? (/\d/.test(mark) ? mark : "•"), blocks: scan(inner, depth + 1) });
    next = end;
  }
  return { block: { kind: "list", items }, end: next };
}

function outdented(line: string, indent: number): string {
  const blanks = line.length - line.trimStart().length;
  return line.slice(Math.min(blanks, indent));
}

/** The first line from `at` on that does not belong. */
function endOf(lines: readonly string[], at: number, belongs: (line: string, before: string) => boolean): number {
  let end = at;
  while (end < lines.length && belongs(lines[end] ?? "", lines[end - 1] ?? "")) end++;
  return end;
}

function cells(row: string): readonly string[] {
  return row.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "").split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}
