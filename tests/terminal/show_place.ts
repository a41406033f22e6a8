/** Shows one place of the program on a real terminal; nothing that is asked for is done. */

import { app } from "../../lib/screens/app.ts";
import type { Effect } from "../../lib/screens/effects.ts";
import { speaksUnicode } from "../../lib/terminal/character_set.ts";
import { runProgram } from "../../lib/terminal/run.ts";
import { openTerminal } from "../../lib/terminal/tty.ts";
import { places } from "../screens/places.ts";

const place = places.get(Deno.args[0] ?? "");
if (!place) throw new RangeError(`There is no place "${Deno.args[0]}"`);
using terminal = openTerminal();
if (!terminal) throw new Error("There is no terminal");
const state = { ...place, size: terminal.size(), theme: { ascii: !speaksUnicode() } };
const perform = ({ kind, ...effect }: Effect, stage: { readonly copy: (text: string) => void }) => {
  if (kind === "copy" && "text" in effect) stage.copy(effect.text);
};
const code = await runProgram(app, state, { terminal, perform });
terminal[Symbol.dispose]();
Deno.exit(code);
