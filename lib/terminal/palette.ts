/** Meanings → colours and attributes, for as many colours as the terminal has. */

import type { Style } from "../screens/frame.ts";

/** "bare": no escape sequence at all (a pipe); "none": attributes but no colours (`NO_COLOR`, a terminal of few talents). */
export type Depth = "bare" | "none" | "16" | "256";

type Palette = Readonly<Record<Style, string>>;

/** Colour never carries a meaning alone: screens say it with words or signs too. */
const none: Palette = {
  plain: "",
  dim: "",
  strong: "1",
  title: "1",
  accent: "",
  code: "",
  good: "",
  bad: "",
  warn: "",
  selected: "7",
  key: "1",
};

/** Cyan and red stay apart for every kind of colour blindness, green and red do not; plain blue is unreadable on black. */
const sixteen: Palette = {
  ...none,
  dim: "2",
  title: "1;94",
  accent: "94",
  code: "35",
  good: "1;36",
  bad: "1;31",
  warn: "33",
  key: "1;94",
};

/**
 * Bluish green, red and orange that stay apart for deuteranopia, protanopia and tritanopia (simulated after Machado 2009, the
 * nearest two are 19 apart in CIELAB). Contrast at least 2.8 with black and with white: either may be the background.
 */
const many: Palette = {
  ...none,
  dim: "38;5;244",
  title: "1;38;5;32",
  accent: "38;5;32",
  code: "38;5;97",
  good: "1;38;5;29",
  bad: "1;38;5;160",
  warn: "38;5;172",
  key: "1;38;5;32",
};

const palettes: Readonly<Record<Depth, Palette>> = { bare: none, none, "16": sixteen, "256": many };

/** The text between the escapes that begin and end a style; as it is where the style looks like plain text. */
export function styled(text: string, style: Style, depth: Depth): string {
  const codes = depth === "bare" ? "" : palettes[depth][style];
  return codes === "" || text === "" ? text : `\x1b[${codes}m${text}\x1b[0m`;
}

/** What is known of the terminal from outside. */
export interface Hints {
  /** `NO_COLOR` is set to something. */
  readonly noColor: boolean;
  readonly term: string | undefined;
  readonly colorterm: string | undefined;
}

/** The depth of a terminal; unknown ones get the 16 colours that all have. */
export function depthOf({ noColor, term, colorterm }: Hints): Depth {
  if (noColor || term === "dumb" || term?.startsWith("vt")) return "none";
  if (term?.includes("256color") || term?.includes("direct") || colorterm === "truecolor" || colorterm === "24bit") {
    return "256";
  }
  return "16";
}
