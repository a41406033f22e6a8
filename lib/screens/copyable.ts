/** The commands and code of a question that can be taken along, in the order in which they stand on the screen. */

import type { Lang } from "../content/text.ts";
import type { Item } from "../quiz/session.ts";
import { clean } from "./clean.ts";
import { type Block, blocksOf } from "./markdown_blocks.ts";

/** `settled`: the right answer and the explanation are on the screen too. */
export function copyable({ question, hintsShown }: Item, settled: boolean, lang: Lang): readonly string[] {
  const right = settled && question.kind === "command" ? question.accept.slice(0, 1) : [];
  const code = [
    ...codeIn(question.prompt[lang]),
    ...question.hints.slice(0, hintsShown).flatMap((hint) => codeIn(hint[lang])),
    ...right,
    ...(settled ? codeIn(question.explanation[lang]) : []),
  ];
  return [...new Set(code)];
}

function codeIn(text: string): readonly string[] {
  return blocksOf(clean(text)).flatMap(codeOf);
}

function codeOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "code":
      return [runnable(block.lines)].filter((code) => code.trim() !== "");
    case "list":
      return block.items.flatMap(({ blocks }) => blocks.flatMap(codeOf));
    case "quote":
      return block.blocks.flatMap(codeOf);
    case "paragraph":
      return commandsIn(block.text);
    case "heading":
    case "table":
    case "rule":
      return [];
  }
}

/** Commands that stand in a sentence; of two words alone it only speaks of one. */
function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code = ""]) => {
    const line = code.trim().replace(/\s+/g, " ");
    return /^docker(?:-compose)? \S+ \S/.test(line) ? [line] : [];
  });
}

/** Of a dialogue with a shell only what was typed, without the prompt; any other code as it is. */
function runnable(lines: readonly string[]): string {
  const typed = lines.filter((line) => line.startsWith("$ "));
  return (typed.length > 0 ? typed.map((line) => line.slice(2)) : lines).join("\n");
}
