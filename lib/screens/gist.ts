/** A question in one line: its first paragraph, whatever code stands before it. */

import { clean } from "./clean.ts";
import { blocksOf } from "./markdown_blocks.ts";

/** Markdown without blocks; the whole text where it has no paragraph. */
export function gist(asked: string): string {
  for (const block of blocksOf(clean(asked))) if (block.kind === "paragraph") return block.text.replaceAll("\n", " ");
  return asked;
}
