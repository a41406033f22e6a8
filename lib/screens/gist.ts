/** A question in one line: its first paragraph, whatever code stands before it; where that only leads up to code, the next one too. */

import { clean } from "./clean.ts";
import { blocksOf } from "./markdown_blocks.ts";

/** Markdown without blocks; the whole text where it has no paragraph. */
export function gist(asked: string): string {
  const [first, next] = blocksOf(clean(asked)).flatMap((block) =>
    block.kind === "paragraph" ? [block.text.replaceAll("\n", " ")] : []
  );
  if (first === undefined) return asked;
  return next !== undefined && first.endsWith(":") ? `${first} … ${next}` : first;
}
