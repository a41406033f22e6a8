/** What the world tells of a lab, given to the lab on the stack that it is about; one that was left takes no notice. */

import type { Activity } from "./activity.ts";
import type { AppState, Screen } from "./app_state.ts";
import { atGate } from "./gate.ts";
import { clockOf, type LabState, withReset, withVerdict } from "./lab.ts";
import type { Message } from "./message.ts";
import { withEnd, withHistory, withNames, withOutput, withSeconds, withStaleNames } from "./prompt_update.ts";

type LabMessage = Extract<Message, { readonly lab: string }>;

export function withLabNews(state: AppState, message: LabMessage): AppState {
  const { lab } = message;
  switch (message.kind) {
    case "lab-engine":
      return inLab(state, lab, (lab) => ({ ...lab, engine: message.engine }));
    case "lab-clock":
      return inLab(state, lab, (lab) => ({ ...lab, clock: clockOf(message) }));
    case "lab-gate":
      return gated(state, message);
    case "lab-activity":
      return withScreens(
        state,
        (screen) =>
          screen.kind !== "lab" || screen.state.opening.lab.id !== lab ? screen : {
            ...screen,
            state: during(screen.state, message.activity),
            ...(screen.gate ? { gate: during(screen.gate, message.activity) } : {}),
          },
      );
    case "lab-reset":
      return inLab(state, lab, (lab) => withReset(lab, message.news));
    case "lab-looking":
      return inLab(state, lab, (lab) => ({ ...lab, looking: true }));
    case "lab-verdict":
      return inLab(state, lab, (lab) => withStaleNames(withVerdict(lab, message.verdict)));
    case "prompt-history":
      return inLab(state, lab, (lab) => withHistory(lab, message.lines));
    case "names-listed":
      return inLab(state, lab, (lab) => withNames(lab, message.sources, message.names));
    case "command-output":
      return inLab(state, lab, (lab) => withOutput(lab, message.id, message.stream, message.text));
    case "command-runs":
      return inLab(state, lab, (lab) => withSeconds(lab, message.id, message.seconds));
    case "command-ended":
      return inLab(state, lab, (lab) => withEnd(lab, message.id, message.end));
  }
}

export function inLab(state: AppState, id: string, change: (lab: LabState) => LabState): AppState {
  return withScreens(
    state,
    (screen) =>
      screen.kind === "lab" && screen.state.opening.lab.id === id ? { ...screen, state: change(screen.state) } : screen,
  );
}

/** With a new look at what is in the way, or none: then the lab is there as it was left. */
function gated(state: AppState, { lab, gate }: Extract<Message, { kind: "lab-gate" }>): AppState {
  return withScreens(state, (screen) => {
    if (screen.kind !== "lab" || screen.state.opening.lab.id !== lab) return screen;
    const { gate: before, ...rest } = screen;
    return gate ? { ...rest, gate: atGate(before, lab, screen.state.opening.lab.title, gate) } : rest;
  });
}

function during<State extends { readonly activity?: Activity }>(state: State, activity: Activity | undefined): State {
  const { activity: _, ...rest } = state;
  // What was taken out may be put back.
  return { ...rest, ...(activity ? { activity } : {}) } as State;
}

export function withScreens(state: AppState, change: (screen: Screen) => Screen): AppState {
  return { ...state, screens: state.screens.map(change) };
}
