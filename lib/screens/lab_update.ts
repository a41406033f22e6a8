/** What keys do on the lab screen. */

import type { Task } from "../content/schema/lab.ts";
import type { Session } from "../quiz/session.ts";
import { answered } from "../quiz/session_advance.ts";
import { stillFits } from "../quiz/session_resume.ts";
import { startSession } from "../quiz/session_start.ts";
import { walked } from "./answering/options.ts";
import { actionOf, type Key } from "./key.ts";
import { chosenCheck, chosenTask, type LabState } from "./lab.ts";
import { hintOffer, hintPaged } from "./lab_hints.ts";
import { confirming, type LabAction, labBindings } from "./lab_keys.ts";
import { labLayout } from "./lab_view.ts";
import type { View } from "./page.ts";
import { openPrompt, updatePrompt } from "./prompt_update.ts";
import { pageStep } from "./scroll.ts";
import { type Done, type Turn, turn } from "./turn.ts";

export function updateLab(state: LabState, key: Key, view: View): Turn<LabState> {
  if (state.prompt.open) return updatePrompt(state, key, view);
  if (state.confirm) return answeredConfirm(state, actionOf(confirming, key) === "yes");
  const { highlight: _, tooSoon: __, ...calm } = state;
  const { tasks, id } = calm.opening.lab;
  const number = key.kind === "key" && /^[1-9]$/.test(key.name) && !key.ctrl && !key.alt
    ? Number(key.name) - 1
    : tasks.length;
  if (number < tasks.length) return turn(atTask(calm, number));
  const action = actionOf<LabAction>(labBindings(calm), key);
  switch (action) {
    case undefined:
      return turn(state);
    case "check-next":
      return turn(atCheck(calm, 1));
    case "check-before":
      return turn(atCheck(calm, -1));
    case "page-up":
      return turn(paged(calm, view, -1));
    case "page-down":
      return turn(paged(calm, view, 1));
    case "hint":
      return askedForHint(calm);
    case "hint-before":
      return turn(hintPaged(calm, -1));
    case "hint-after":
      return turn(hintPaged(calm, 1));
    case "prompt":
      return openPrompt(calm);
    case "solution":
      return turn({ ...calm, confirm: { kind: "solution" } });
    case "reset":
      return turn({ ...calm, confirm: { kind: "reset" } });
    case "questions": {
      const task = chosenTask(calm);
      return task ? turn(calm, { kind: "ask", session: sessionOf(calm, task), lab: id, task: task.id }) : turn(calm);
    }
    case "cancel":
      return turn(calm, { kind: "effect", effect: { kind: "cancel-work", lab: id } });
    case "refresh":
      return turn({ ...calm, looking: true }, { kind: "effect", effect: { kind: "refresh-lab", lab: id } });
    case "leave":
      return turn(calm, { kind: "effect", effect: { kind: "leave-lab", lab: id } }, { kind: "leave" });
    default:
      return turn(atTask(calm, walked(calm.at, tasks.length, action)));
  }
}

/** What was waiting for the store is shown. */
export function settleLab(state: LabState, done: Done): LabState {
  switch (done.kind) {
    case "hint": {
      const { tiers = new Set<number>(), cost = 0 } = state.hints[done.task] ?? {};
      const seen = { tiers: new Set(tiers).add(done.tier), cost: cost + done.cost, at: state.clock?.now ?? 0 };
      const { hintAt: _, ...rest } = state;
      return { ...rest, hints: { ...state.hints, [done.task]: seen }, sight: "hint" };
    }
    case "given-up":
      return { ...state, givenUp: [...state.givenUp, done.task], sight: "solution" };
    case "session":
    case "finished":
    case "flagged":
    case "rated":
    case "exam":
      return state;
  }
}

/** The learner comes back from a task's questions. */
export function withSession(state: LabState, task: string, session: Session): LabState {
  return { ...state, sessions: { ...state.sessions, [task]: session } };
}

function answeredConfirm(state: LabState, yes: boolean): Turn<LabState> {
  const { confirm: asked, ...rest } = state;
  if (!yes) return turn(rest);
  if (asked?.kind === "hint") return hinted(rest, asked.tier);
  const task = chosenTask(rest);
  if (!task) return turn(rest);
  if (asked?.kind === "reset") {
    return turn(rest, { kind: "effect", effect: { kind: "reset-task", lab: rest.opening.lab.id, task: task.id } });
  }
  const what = { kind: "lab-given-up", lab: rest.opening.lab.id, task: task.id } as const;
  return turn(rest, { kind: "record", what, done: { kind: "given-up", task: task.id } });
}

function askedForHint(state: LabState): Turn<LabState> {
  const offer = hintOffer(state);
  switch (offer.kind) {
    case "none":
      return turn(state);
    case "waiting":
      return turn({ ...state, tooSoon: true });
    case "ready":
      return offer.hint.cost > 0
        ? turn({ ...state, confirm: { kind: "hint", tier: offer.tier } })
        : hinted(state, offer.tier);
  }
}

function hinted(state: LabState, tier: number): Turn<LabState> {
  const task = chosenTask(state);
  const hint = task?.hints[tier - 1];
  if (!task || !hint) return turn(state);
  const seen = { task: task.id, tier, cost: hint.cost };
  const what = { kind: "lab-hint", lab: state.opening.lab.id, ...seen } as const;
  return turn(state, { kind: "record", what, done: { kind: "hint", ...seen } });
}

function atTask(state: LabState, at: number): LabState {
  const { check: _, hintAt: __, ...rest } = state;
  return { ...rest, at, sight: "top" };
}

function atCheck(state: LabState, by: 1 | -1): LabState {
  const count = chosenTask(state)?.checks.length ?? 1;
  return { ...state, check: walked(chosenCheck(state), count, by === 1 ? "down" : "up"), sight: "check" };
}

function paged(state: LabState, view: View, pages: number): LabState {
  const { detail, detailRows, offset } = labLayout(state, view);
  const last = Math.max(0, detail.length - detailRows);
  return { ...state, sight: Math.max(0, Math.min(last, offset + pages * pageStep(detailRows))) };
}

/** In the order of the file, at the first that is not answered; answers of earlier are there again. */
function sessionOf({ opening, sessions }: LabState, task: Task): Session {
  const { lab, seed, past } = opening;
  const fresh = startSession({ format: 1, id: lab.id, title: task.title, questions: task.questions }, { seed });
  const before = sessions[task.id]?.items;
  const items = task.questions.flatMap((question) => {
    const item = fresh.items.find((item) => item.question.id === question.id);
    if (!item) return [];
    const answer = past?.answers[question.id];
    const kept = before?.find((kept) => kept.question.id === question.id);
    return [kept ?? (answer && stillFits(question, answer) ? answered(item, answer) : item)];
  });
  const open = items.findIndex(({ answer }) => answer === undefined);
  return { ...fresh, items, at: Math.max(0, open) };
}
