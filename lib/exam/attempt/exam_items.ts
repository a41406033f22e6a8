/** Everything that a student is asked: the questions of the paper, then those of the tasks of labs. */

import type { Lab } from "../../content/schema/lab.ts";
import type { RawAnswer } from "../../quiz/kind.ts";
import type { Step } from "./journal.ts";
import type { Pack } from "../pack/pack.ts";
import { paperOf, type PaperQuestion, shownOf } from "./paper.ts";

export interface ExamItem extends Pick<PaperQuestion, "question" | "shown"> {
  /** Where it belongs to a task. */
  readonly of?: { readonly lab: string; readonly task: string };
}

/** `labs` are those of the pack, read by `decodeAskedLab`; `seed`: hex, as `paperOf` takes it. */
export function examItems(
  pack: Pick<Pack, "pools" | "questions" | "shuffle">,
  labs: readonly Lab[],
  seed: string,
): readonly ExamItem[] {
  const asked = labs.flatMap((lab) =>
    lab.tasks.flatMap((task) =>
      task.questions.map((question): ExamItem => ({
        question,
        shown: shownOf(question, seed),
        of: { lab: lab.id, task: task.id },
      }))
    )
  );
  return [...paperOf(pack, seed), ...asked];
}

/** What the journal says of an answer to it. */
export function answerStep({ question: { id }, of }: ExamItem, raw: RawAnswer): Step {
  return of ? { kind: "lab-answered", ...of, question: id, raw } : { kind: "answered", question: id, raw };
}
