/** The docker prompt of a lab: the line that is typed, what was typed before, and what commands have written. */

import type { Names, Source } from "../quiz/command/completion/names.ts";
import { type CommandLine, lineStart } from "./command_line.ts";
import { edited, type LineEditor } from "./line_editor.ts";
import { noOutput, type Output } from "./prompt_output.ts";

/** `seconds` since it began; `stops` counts how often it was asked to end. */
export interface Running {
  readonly id: number;
  readonly line: string;
  readonly seconds: number;
  readonly stops: number;
}

/** `fresh` are the names that nothing has happened to since they were asked for. `back` counts lines from the newest. */
export interface PromptState extends CommandLine {
  readonly open: boolean;
  readonly names: Names;
  readonly fresh: readonly Source[];
  /** A tab that waits for names, at this line. */
  readonly waiting?: LineEditor;
  readonly output: Output;
  readonly shows: "output" | "task";
  readonly back: number;
  readonly running?: Running;
  /** Commands so far. */
  readonly count: number;
}

export const closedPrompt: PromptState = {
  open: false,
  editor: edited(lineStart),
  names: {},
  fresh: [],
  output: noOutput,
  shows: "output",
  back: 0,
  count: 0,
};
