/** Opens the terminal, runs the screens on it, and gives everything back. */

import type { ExitCode } from "../content/user_error.ts";
import { app } from "../screens/app.ts";
import { type Beginning, startApp } from "../screens/app_state.ts";
import type { Effect } from "../screens/effects.ts";
import { runProgram } from "../terminal/run.ts";
import { openTerminal } from "../terminal/tty.ts";
import { speaksUnicode } from "./character_set.ts";
import type { Performer } from "./performer.ts";
import type { World } from "./world.ts";

/** Undefined where there is no terminal to draw on. */
export async function runOnScreen(
  world: World,
  performer: Pick<Performer, "perform">,
  beginning: Beginning,
  first: readonly Effect[],
): Promise<ExitCode | undefined> {
  using terminal = openTerminal();
  if (!terminal) return undefined;
  const theme = { ascii: !speaksUnicode() };
  const state = startApp({ lang: world.lang, theme, size: terminal.size(), names: {} }, beginning);
  return await runProgram(app, state, { terminal, perform: performer.perform, first: [...first, { kind: "begin" }] });
}
