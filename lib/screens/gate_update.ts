/** What keys do at the gate of a lab. */

import type { Text } from "../content/text.ts";
import { type Choice, type ChoiceKind, obstacleKey } from "../lab/obstacle.ts";
import { chosenObstacle, type GateAnswer, type GateState } from "./gate.ts";
import { type GateAction, gateBindings } from "./gate_keys.ts";
import { gateLayout } from "./gate_view.ts";
import { actionOf, type Key } from "./key.ts";
import type { View } from "./page.ts";
import { clamped, pageStep } from "./scroll.ts";
import { type Turn, turn } from "./turn.ts";

export function updateGate(state: GateState, key: Key, view: View): Turn<GateState> {
  const { confirm: asked, ...calm } = state;
  const action = actionOf<GateAction>(gateBindings(state), key);
  switch (action) {
    case undefined:
      return turn(asked ? calm : state);
    case "leave":
      return turn(calm, { kind: "effect", effect: { kind: "leave-lab", lab: state.lab } }, { kind: "leave" });
    case "cancel":
      return turn(calm, { kind: "effect", effect: { kind: "cancel-work", lab: state.lab } });
    case "refresh":
      return turn(calm, { kind: "effect", effect: { kind: "refresh-lab", lab: state.lab } });
    case "no":
      return turn(calm);
    case "yes":
      return asked ? taken(calm, asked) : turn(calm);
    case "trust":
      return answering(calm, { kind: "trust" });
    case "up":
    case "down":
    case "page-up":
    case "page-down":
      return turn(moved(calm, action, view));
    default: {
      const choice = chosenObstacle(state)?.choices.find(({ kind }) => kind === action);
      if (!choice) return turn(calm);
      return choice.confirm === true ? turn({ ...calm, confirm: choice.kind }) : taken(calm, choice.kind);
    }
  }
}

function taken(state: GateState, kind: ChoiceKind): Turn<GateState> {
  const obstacle = chosenObstacle(state);
  const choice = obstacle?.choices.find((choice) => choice.kind === kind);
  if (!obstacle || !choice) return turn(state);
  const answer: GateAnswer = { kind: "choice", obstacle: obstacleKey(obstacle), choice: kind };
  return answering({ ...state, busy: doing(choice) }, answer);
}

function doing({ commands }: Choice): Text {
  const line = commands.map((words) => `docker ${words.join(" ")}`).join(" · ");
  return line === "" ? { es: "un momento…", en: "one moment…" } : { es: `${line}…`, en: `${line}…` };
}

function answering(state: GateState, answer: GateAnswer): Turn<GateState> {
  return turn(state, { kind: "effect", effect: { kind: "answer-gate", lab: state.lab, answer } });
}

function moved(state: GateState, action: "up" | "down" | "page-up" | "page-down", view: View): GateState {
  const { rows, total } = gateLayout(state, view);
  const by = action === "up" ? -1 : action === "down" ? 1 : action === "page-up" ? -pageStep(rows) : pageStep(rows);
  if (state.gate.kind === "trust") return { ...state, offset: clamped(state.offset + by, rows, total) };
  const last = state.gate.obstacles.length - 1;
  return { ...state, at: Math.max(0, Math.min(last, state.at + Math.sign(by))) };
}
