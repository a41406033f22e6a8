/** The words that somebody reads as prose: Markdown without its code, and no names of files, flags, variables or addresses. */

import { type Block, blocksOf } from "../../../lib/screens/markdown_blocks.ts";
import { inline } from "../../../lib/screens/markdown_inline.ts";

export interface Word {
  readonly word: string;
  /** What is quoted or emphasised may be in another language: messages, terms. */
  readonly quoted: boolean;
}

/** Stands for what is put in at run time: whatever touches it is a part of a word and says nothing. */
export const gap = "\uFFFC";

/** In the order of the text, without single letters and `'s`; what a hyphen joins are several words. */
export function words(markdown: string): readonly Word[] {
  return blocksOf(markdown.normalize("NFC")).flatMap(paragraphs).map(withoutNames).flatMap((paragraph) =>
    paragraph.split(/(«[^«»]*»|“[^“”]*”|"[^"]*")/).flatMap((part, index) =>
      wordsOf(part).map((word) => ({ word, quoted: index % 2 === 1 }))
    )
  );
}

function paragraphs(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return [block.text];
    case "list":
      return block.items.flatMap(({ blocks }) => blocks.flatMap(paragraphs));
    case "table":
      return [...block.head, ...block.rows.flat()];
    case "quote":
      return block.blocks.flatMap(paragraphs);
    case "code":
    case "rule":
      return [];
  }
}

/** Code is drawn as such, the address of a link is drawn dim; `{{a}}` is a blank to fill in. */
function withoutNames(paragraph: string): string {
  return inline(paragraph)
    .map(({ text, style }) => style === "code" || style === "dim" ? " " : style === "accent" ? `“${text}”` : text)
    .join("")
    .replaceAll(/\{\{.*?\}\}/g, " ");
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/)
    .map((token) => token.replace(/^[^\p{L}\p{N}\uFFFC\-/$@.]+|[^\p{L}\p{N}\uFFFC]+$/gu, ""))
    .filter((token) => !isName(token))
    .flatMap((token) => token.replaceAll("’", "'").match(/\p{L}+(?:'\p{L}+)*/gu) ?? [])
    .map((word) => word.replace(/'s$/, ""))
    .filter((word) => word.length > 1);
}

/** `--rm`, `docker.io`, `/etc/motd`, `KEY=value`, `1.27`, `v2`, `restartPolicy`. */
function isName(token: string): boolean {
  return /^[-/$@.]|[\p{L}\p{N}][/\\_=@:.$|+*#%~<>]+[\p{L}\p{N}]|\p{N}|\p{Ll}\p{Lu}|\uFFFC/u.test(token);
}
