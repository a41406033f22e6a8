/** A question as it is asked in a graded session: without anything that tells what is right. */

import type { Text } from "../../content/text.ts";

export interface AskedPart {
  readonly id: string;
  readonly text: Text;
}

interface AskedCommon {
  /** An opaque name: see `opaque.ts`. */
  readonly id: string;
  readonly prompt: Text;
  readonly points: number;
  /** Only where the session shows hints. */
  readonly hints: readonly Text[];
}

/**
 * Parts are in the order of their opaque names, which is no order at all; choices that are not shuffled, and those that keep their
 * place at the end, are in the order of the file, the latter behind the others.
 */
export type AskedQuestion =
  & AskedCommon
  & (
    | {
      readonly kind: "choice" | "multiple";
      readonly choices: readonly (AskedPart & { readonly last?: true })[];
      readonly shuffle: boolean;
    }
    | { readonly kind: "truefalse" | "text" | "command" }
    | { readonly kind: "number"; readonly unit?: Text }
    | { readonly kind: "order"; readonly items: readonly AskedPart[] }
    /** Rights include those that belong to no left. */
    | { readonly kind: "match"; readonly lefts: readonly AskedPart[]; readonly rights: readonly AskedPart[] }
    /** Blanks stand as `{{name}}` with opaque names. */
    | { readonly kind: "cloze"; readonly text: Text; readonly blanks: readonly string[] }
  );
