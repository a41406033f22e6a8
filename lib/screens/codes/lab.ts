/** A lab, with the gate before it and its docker prompt, as the program asks for it. */

import { gateBindings } from "../gate_keys.ts";
import { updateGate } from "../gate_update.ts";
import { viewGate } from "../gate_view.ts";
import { startLab } from "../lab.ts";
import { labHelp } from "../lab_keys.ts";
import { toldOfLab } from "../lab_news.ts";
import { settleLab, updateLab } from "../lab_update.ts";
import { viewLab } from "../lab_view.ts";
import { viewPrompt } from "../prompt_view.ts";
import type { ScreenCode } from "../screen_code.ts";

export const code: ScreenCode<"lab"> = {
  start: (opening) => ({ kind: "lab", state: startLab(opening) }),
  update(screen, key, view) {
    if (screen.gate) {
      const { state: gate, wishes } = updateGate(screen.gate, key, view);
      return { state: { ...screen, gate }, wishes };
    }
    const { state, wishes } = updateLab(screen.state, key, view);
    return { state: { ...screen, state }, wishes };
  },
  view({ gate, state }, view) {
    if (gate) return viewGate(gate, view);
    return state.prompt.open ? viewPrompt(state, view) : viewLab(state, view);
  },
  keys: ({ gate, state }) => gate ? gateBindings(gate) : labHelp(state),
  types: ({ gate, state }) => !gate && state.prompt.open,
  settled: (screen, done) => ({ state: { ...screen, state: settleLab(screen.state, done) }, wishes: [] }),
  heard: (screen, news) => "lab" in news && news.lab === screen.state.opening.lab.id ? toldOfLab(screen, news) : screen,
};
