/** How the grammar of docker is written down: one entry per verb, in a notation close to docker's own help. */

export interface VerbSpec {
  /** Every way to write the verb; the first one is the name that stands for all. */
  readonly names: string;
  /**
   * Operands, as in a usage line: `[X]` may be left out, `X...` may be repeated, in any order. `COMMAND...` is taken word
   * by word as it stands, and flags end where the operands begin. IMAGE, PATH and PLACE are compared by meaning.
   */
  readonly takes: string;
  /**
   * `-d --detach; -m --memory bytes; --restart restart =no`: names, the type unless it is a switch, the
   * default; one per line or with a semicolon between.
   */
  readonly flags: string;
}

/**
 * switch: on or off · text · list: may be repeated, in any order · seq: may be repeated, the order matters · csv: list with
 * commas · env: KEY=value, the last of a key wins · the others are compared by what they mean.
 */
export const flagTypes = [
  "switch",
  "text",
  "list",
  "seq",
  "csv",
  "env",
  "port",
  "mount",
  "volume",
  "tmpfs",
  "images",
  "bytes",
  "int",
  "decimal",
  "duration",
  "signal",
  "restart",
  "network",
  "path",
] as const;

export type FlagType = (typeof flagTypes)[number];
