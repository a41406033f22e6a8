/** Meanings → colours and attributes, for as many colours as the terminal has. */

import type { Style } from "../screens/frame.ts";

/** "bare": no escape sequence at all (a pipe); "none": attributes but no colours (`NO_COLOR`, a terminal of few talents). */
export type Depth = "bare" | "none" | "16" | "256" | "true";

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
  keyword: "",
  string: "",
  value: "",
  comment: "",
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
  keyword: "94",
  string: "36",
  value: "33",
  comment: "2",
};

/** Six colours of which any two stay apart, as SGR parameters. */
interface Inks {
  readonly green: string;
  readonly red: string;
  readonly orange: string;
  readonly blue: string;
  readonly purple: string;
  readonly grey: string;
}

/**
 * What means something stays apart for deuteranopia, protanopia and tritanopia too (simulated after Machado 2009, the nearest two
 * are 19 apart in CIELAB, of 24 bits 22), at a contrast of 2.8 at least (3.2) with black and with white: either may be the
 * background. Code takes the same six; nothing in it is bold, as verdicts are.
 */
function inked({ green, red, orange, blue, purple, grey }: Inks): Palette {
  return {
    ...none,
    dim: grey,
    title: `1;${blue}`,
    accent: blue,
    code: purple,
    good: `1;${green}`,
    bad: `1;${red}`,
    warn: orange,
    key: `1;${blue}`,
    keyword: blue,
    string: green,
    value: orange,
    comment: grey,
  };
}

const many = inked({
  green: "38;5;35",
  red: "38;5;160",
  orange: "38;5;172",
  blue: "38;5;27",
  purple: "38;5;133",
  grey: "38;5;244",
});

const all = inked({
  green: "38;2;3;165;97",
  red: "38;2;200;16;42",
  orange: "38;2;219;117;3",
  blue: "38;2;15;98;238",
  purple: "38;2;179;86;184",
  grey: "38;2;120;120;120",
});

const palettes: Readonly<Record<Depth, Palette>> = { bare: none, none, "16": sixteen, "256": many, true: all };

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

/**
 * The depth of a terminal; unknown ones get the 16 colours that all have. COLORTERM outlives the terminal that set it: inside
 * GNU screen, which takes 24-bit colours for blinking and more, it is not believed.
 */
export function depthOf({ noColor, term = "", colorterm }: Hints): Depth {
  if (noColor || term === "dumb" || /^vt\d|-m(?:ono)?$/.test(term)) return "none";
  if (term.endsWith("-direct")) return "true";
  if ((colorterm === "truecolor" || colorterm === "24bit") && !/^screen|^linux/.test(term)) return "true";
  return term.includes("256color") ? "256" : "16";
}
