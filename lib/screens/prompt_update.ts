/** What keys and news do to the docker prompt of a lab. */

import type { Text } from "../content/text.ts";
import { complete } from "../quiz/command/completion/complete.ts";
import type { Names, Source } from "../quiz/command/completion/names.ts";
import { type PromptCommand, readPromptLine, rememberedLine } from "../quiz/command/prompt_line.ts";
import { completed, cycled, holdsNothing, lineStart, recalled } from "./command_line.ts";
import type { CommandEnd } from "./message.ts";
import { actionOf, type Key } from "./key.ts";
import type { LabState } from "./lab.ts";
import { beforeCursor, edit, edited } from "./line_editor.ts";
import type { View } from "./page.ts";
import type { PromptState } from "./prompt.ts";
import { promptBindings } from "./prompt_keys.ts";
import { promptLayout } from "./prompt_layout.ts";
import { commanded, ended, heard, noOutput, noted, type OutputStream } from "./prompt_output.ts";
import { clamped, pageStep } from "./scroll.ts";
import { type Turn, turn } from "./turn.ts";

const words = {
  empty: {
    es: "Escribe una orden de docker; con tab ves cuáles hay",
    en: "Type a docker command; tab shows what there is",
  },
  busy: {
    es: "La orden anterior aún no ha terminado: ctrl-c la para",
    en: "The command before has not ended yet: ctrl-c stops it",
  },
  firstLine: {
    es: "Se ha pegado solo la primera línea: aquí va una orden cada vez",
    en: "Only the first line was pasted: one command at a time here",
  },
} satisfies Readonly<Record<string, Text>>;

/** The history is asked for the first time only: what is typed here is added here. */
export function openPrompt(state: LabState): Turn<LabState> {
  const opened = withPrompt(state, { ...state.prompt, open: true });
  if (state.prompt.history) return turn(opened);
  return turn(opened, { kind: "effect", effect: { kind: "open-prompt", lab: state.opening.lab.id } });
}

export function updatePrompt(state: LabState, key: Key, view: View): Turn<LabState> {
  const { said: _, waiting: __, ...panel } = state.prompt;
  const action = actionOf(promptBindings, key);
  if (action !== undefined && action !== "complete" && action !== "complete-back" && panel.menu) {
    const { menu: _, ...without } = panel;
    if (action === "close") return turn(withPrompt(state, without));
    return updatePrompt(withPrompt(state, without), key, view);
  }
  switch (action) {
    case "run":
      return run(state, panel);
    case "complete":
      return panel.menu ? turn(withPrompt(state, cycled(panel, panel.menu, 1))) : tab(state, panel);
    case "complete-back":
      return panel.menu ? turn(withPrompt(state, cycled(panel, panel.menu, -1))) : turn(state);
    case "older":
      return turn(withPrompt(state, recalled(panel, 1, false)));
    case "newer":
      return turn(withPrompt(state, recalled(panel, -1, false)));
    case "search":
      return turn(withPrompt(state, recalled(panel, 1, true)));
    case "toggle":
      return turn(withPrompt(state, { ...panel, shows: panel.shows === "task" ? "output" : "task" }));
    case "interrupt":
      return interrupted(state, panel);
    case "page-up":
      return turn(paged(withPrompt(state, panel), view, 1));
    case "page-down":
      return turn(paged(withPrompt(state, panel), view, -1));
    case "close":
      return turn(withPrompt(state, { ...panel, open: false }));
    case "end":
      if (holdsNothing(panel.editor)) return turn(withPrompt(state, { ...panel, open: false }));
      return updatePrompt(state, { kind: "key", name: "delete", ctrl: false, alt: false, shift: false }, view);
    case undefined:
      return turn(withPrompt(state, typed(panel, key)));
  }
}

function typed(panel: PromptState, key: Key): PromptState {
  const { menu: _, recall: __, ...rest } = panel;
  if (key.kind === "key") {
    const editor = edit(panel.editor, key);
    return editor ? { ...rest, editor } : panel;
  }
  // As a shell reads it: a backslash joins a line with the next one, any other line is a command of its own.
  const [first = "", ...more] = key.text.replace(/\\[ \t]*(?:\r\n?|\n)\s*/g, " ").trim().split(/(?:\r\n?|\n)\s*/);
  const editor = edit(panel.editor, { kind: "paste", text: first }) ?? panel.editor;
  return { ...rest, editor, ...(more.length > 0 ? { said: words.firstLine } : {}) };
}

function withPrompt(state: LabState, panel: PromptState): LabState {
  return { ...state, prompt: panel };
}

function run(state: LabState, panel: PromptState): Turn<LabState> {
  const line = readPromptLine(panel.editor.text);
  const { recall: _, ...rest } = panel;
  const emptied: PromptState = { ...rest, editor: edited(lineStart) };
  switch (line.kind) {
    case "empty":
      return turn(withPrompt(state, { ...panel, said: words.empty }));
    case "problem":
      return turn(withPrompt(state, { ...panel, said: line.what }));
    case "exit":
      return turn(withPrompt(state, { ...emptied, open: false }));
    case "clear":
      return turn(withPrompt(state, panel.running ? emptied : { ...emptied, output: noOutput, back: 0 }));
    case "command":
      return panel.running
        ? turn(withPrompt(state, { ...panel, said: words.busy }))
        : begun(state, emptied, line.command, panel.editor.text);
  }
}

function begun(before: LabState, panel: PromptState, command: PromptCommand, typed: string): Turn<LabState> {
  const { highlight: _, ...state } = before;
  const line = rememberedLine(typed);
  // As in many shells: a line that begins with a blank is not remembered.
  const secret = /^\s/.test(typed);
  const id = panel.count + 1;
  const { history = [] } = panel;
  const next: PromptState = {
    ...panel,
    count: id,
    running: { id, line, seconds: 0, stops: 0 },
    history: secret || history.at(-1) === line ? history : [...history, line],
    output: commanded(panel.output, line),
    shows: "output",
    back: 0,
  };
  const effect = {
    kind: "run-command",
    lab: state.opening.lab.id,
    id,
    command,
    line,
    remember: !secret && history.at(-1) !== line,
    secret,
  } as const;
  return turn(withPrompt(state, next), { kind: "effect", effect });
}

function tab(state: LabState, panel: PromptState): Turn<LabState> {
  const completion = complete(beforeCursor(panel.editor), panel.names);
  const asked = completion.sources.filter((source) => !panel.fresh.includes(source));
  if (asked.length === 0) return turn(withPrompt(state, completed(panel, completion)));
  const effect = { kind: "list-names", lab: state.opening.lab.id, sources: asked } as const;
  return turn(withPrompt(state, { ...panel, waiting: panel.editor }), { kind: "effect", effect });
}

function interrupted(state: LabState, panel: PromptState): Turn<LabState> {
  const { running, recall: _, ...rest } = panel;
  if (!running) return turn(withPrompt(state, { ...rest, editor: edited(lineStart) }));
  const asked = { ...panel, running: { ...running, stops: running.stops + 1 } };
  return turn(withPrompt(state, asked), {
    kind: "effect",
    effect: { kind: "stop-command", lab: state.opening.lab.id, id: running.id },
  });
}

function paged(state: LabState, view: View, pages: 1 | -1): LabState {
  const { detail, output } = promptLayout(state, view);
  if (output) {
    const back = state.prompt.back + pages * pageStep(output.rows);
    return withPrompt(state, { ...state.prompt, back: clamped(back, output.rows, output.lines.length) });
  }
  return { ...state, sight: clamped(detail.offset - pages * pageStep(detail.rows), detail.rows, detail.lines.length) };
}

/** What was typed meanwhile is newer than what was stored. */
export function withHistory(state: LabState, history: readonly string[]): LabState {
  return withPrompt(state, { ...state.prompt, history: [...history, ...state.prompt.history ?? []] });
}

/** A tab that waited for them is carried out, unless something else was typed. */
export function withNames(state: LabState, sources: readonly Source[], names: Names): LabState {
  const { waiting, ...rest } = state.prompt;
  const panel = { ...rest, names: { ...rest.names, ...names }, fresh: [...new Set([...rest.fresh, ...sources])] };
  return withPrompt(state, waiting ? completed(panel, complete(beforeCursor(waiting), panel.names)) : panel);
}

/** Something happened on the engine: names are asked for again when they are needed. */
export function withStaleNames(state: LabState): LabState {
  return state.prompt.fresh.length === 0 ? state : withPrompt(state, { ...state.prompt, fresh: [] });
}

/** Who has scrolled back keeps seeing what they look at. */
export function withOutput(state: LabState, id: number, stream: OutputStream, text: string): LabState {
  const { prompt: panel } = state;
  if (panel.running?.id !== id) return state;
  const output = heard(panel.output, stream, text);
  const grown = panel.back > 0 ? Math.max(0, output.lines.length - panel.output.lines.length) : 0;
  return withPrompt(state, { ...panel, output, back: panel.back + grown });
}

export function withSeconds(state: LabState, id: number, seconds: number): LabState {
  const { running } = state.prompt;
  return running?.id === id ? withPrompt(state, { ...state.prompt, running: { ...running, seconds } }) : state;
}

export function withEnd(state: LabState, id: number, end: CommandEnd): LabState {
  const { running, ...panel } = state.prompt;
  if (running?.id !== id) return state;
  const output = ended(panel.output);
  switch (end.kind) {
    case "exited": {
      if (end.code === 0) return withPrompt(state, { ...panel, output, fresh: [] });
      const text = { es: `[código de salida ${end.code}]`, en: `[exit code ${end.code}]` };
      return withPrompt(state, {
        ...panel,
        output: noted(output, text, running.stops > 0 || end.code === 130 ? "dim" : "bad"),
        fresh: [],
      });
    }
    case "not-started": {
      const told = noted(output, end.what, "bad");
      return withPrompt(state, { ...panel, output: end.next ? noted(told, end.next, "dim") : told });
    }
  }
}
