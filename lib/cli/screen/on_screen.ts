/** Opens the terminal, runs the screens on it, and gives everything back. */

import type { ExitCode } from "../../content/user_error.ts";
import { app } from "../../screens/app.ts";
import { type Beginning, openQuestion, startApp, timeLimit } from "../../screens/app_state.ts";
import type { Effect } from "../../screens/effects.ts";
import { load } from "../../screens/loaded.ts";
import { runProgram } from "../../terminal/run.ts";
import { openTerminal } from "../../terminal/tty.ts";
import { speaksUnicode } from "../../terminal/character_set.ts";
import type { Performer } from "./performer.ts";
import type { World } from "../world.ts";

/** Undefined where there is no terminal to draw on. */
export async function runOnScreen(
  world: World,
  performer: Pick<Performer, "perform">,
  beginning: Beginning,
  first: readonly Effect[],
): Promise<ExitCode | undefined> {
  await load(beginning.kind);
  using terminal = openTerminal();
  if (!terminal) return undefined;
  const theme = { ascii: !speaksUnicode() };
  const state = startApp({ lang: world.lang, theme, size: terminal.size(), names: {} }, beginning);
  const shown: readonly Effect[] = openQuestion(state) ? [{ kind: "question-shown" }] : [];
  const limited: readonly Effect[] = timeLimit(state) === undefined ? [] : [{ kind: "keep-time", on: true }];
  return await runProgram(app, state, {
    terminal,
    perform: performer.perform,
    first: [...shown, ...limited, ...first, { kind: "begin" }],
  });
}
