/** What is used of papaparse; its published types bring those of Node with them, which change the whole program's. */

interface Step {
  /** One row, bare or as the only one of a list. */
  readonly data: readonly string[] | readonly [readonly string[]];
  readonly errors: readonly { readonly code: string; readonly index?: number }[];
  /** Where the next row begins. */
  readonly meta: { readonly cursor: number };
}

interface ParserOptions {
  readonly delimiter: string;
  readonly newline: string;
  readonly fastMode: boolean;
  readonly step: (row: Step) => void;
}

interface Papa {
  readonly Parser: new (options: ParserOptions) => {
    parse(text: string, base: number, ignoreLastRow: boolean): void;
  };
  unparse(
    rows: readonly (readonly (string | number)[])[],
    options: { readonly escapeFormulae: RegExp; readonly newline: string },
  ): string;
}

declare const papa: Papa;
export default papa;
