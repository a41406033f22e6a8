/** What a lab makes of what is told of it. */

import type { Activity } from "./activity.ts";
import { atGate } from "./gate.ts";
import { clockOf, type LabState, withReset, withVerdict } from "./lab.ts";
import { withSession } from "./lab_update.ts";
import { withEnd, withHistory, withNames, withOutput, withSeconds, withStaleNames } from "./prompt_update.ts";
import type { News, ScreenOf } from "./screen_code.ts";

export type LabNews = Extract<News, { readonly lab: string }>;

export function toldOfLab(screen: ScreenOf<"lab">, news: LabNews): ScreenOf<"lab"> {
  switch (news.kind) {
    case "lab-gate":
      return gated(screen, news);
    case "lab-activity": {
      const state = during(screen.state, news.activity);
      return { ...screen, state, ...(screen.gate ? { gate: during(screen.gate, news.activity) } : {}) };
    }
    default:
      return { ...screen, state: told(screen.state, news) };
  }
}

function told(lab: LabState, news: Exclude<LabNews, { kind: "lab-gate" | "lab-activity" }>): LabState {
  switch (news.kind) {
    case "lab-engine":
      return { ...lab, engine: news.engine };
    case "lab-clock":
      return { ...lab, clock: clockOf(news) };
    case "lab-reset":
      return withReset(lab, news.news);
    case "lab-looking":
      return { ...lab, looking: true };
    case "lab-verdict":
      return withStaleNames(withVerdict(lab, news.verdict));
    case "prompt-history":
      return withHistory(lab, news.lines);
    case "names-listed":
      return withNames(lab, news.sources, news.names);
    case "command-output":
      return withOutput(lab, news.id, news.stream, news.text);
    case "command-runs":
      return withSeconds(lab, news.id, news.seconds);
    case "command-ended":
      return withEnd(lab, news.id, news.end);
    case "task-answered":
      return withSession(lab, news.task, news.session);
  }
}

/** With a new look at what is in the way, or none: then the lab is there as it was left. */
function gated(screen: ScreenOf<"lab">, { lab, gate }: Extract<LabNews, { kind: "lab-gate" }>): ScreenOf<"lab"> {
  const { gate: before, ...rest } = screen;
  return gate ? { ...rest, gate: atGate(before, lab, screen.state.opening.lab.title, gate) } : rest;
}

function during<State extends { readonly activity?: Activity }>(state: State, activity: Activity | undefined): State {
  const { activity: _, ...rest } = state;
  // What was taken out may be put back.
  return { ...rest, ...(activity ? { activity } : {}) } as State;
}
