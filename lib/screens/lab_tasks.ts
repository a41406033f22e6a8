/** The list of a lab's tasks with their ticks. */

import type { Lang } from "../content/text.ts";
import type { Line } from "./frame.ts";
import { type LabState, statusOf, verdictOf } from "./lab.ts";
import { inlineMarkdown } from "./markdown.ts";
import { figure } from "./points.ts";
import { partLook, tickLook } from "./tick.ts";
import { pointer } from "./pointer.ts";
import { ends, span } from "./width.ts";

export function taskLines(state: LabState, lang: Lang, width: number): readonly Line[] {
  return state.opening.lab.tasks.map((task, index): Line => {
    const here = index === state.at;
    const status = statusOf(state, task);
    const verdict = verdictOf(state, task);
    const { symbol, style } = verdict?.part && verdict.part.right > 0 ? partLook : tickLook[status];
    const unknown = state.verdict === undefined;
    const left = [
      pointer(here),
      span(unknown ? "· " : `${symbol} `, unknown ? "dim" : style),
      span(`${index + 1}. `, here ? "selected" : "key"),
      ...inlineMarkdown(task.title[lang], here ? "strong" : status === "blocked" ? "dim" : "plain"),
    ];
    const given = verdict?.givenUp || state.givenUp.includes(task.id);
    const part = given || (verdict && status !== "passed" && verdict.score > 0)
      ? `${figure(verdict?.score ?? 0, lang)}/`
      : "";
    return ends(left, [span(`${part}${figure(task.points, lang)} p`, "dim")], width);
  });
}
