/** The document that `quiz --json` prints; its fields are contract. */

import type { QuestionKind } from "../content/schema/question.ts";
import type { MarkStatus } from "./answer.ts";
import type { RawAnswer } from "./kind.ts";
import { kindOf } from "./kinds.ts";
import type { Session } from "./session.ts";
import { scoreOf, summarize } from "./session_summary.ts";
import { partResults, type Sitting } from "./sitting.ts";

/** Points; questions in the order in which they were asked; `answer` has the shape of an answers file, null where there is none. */
export interface QuizScore {
  readonly quiz: string;
  readonly seed: number;
  readonly score: number;
  readonly max: number;
  readonly questions: readonly {
    readonly id: string;
    readonly kind: QuestionKind;
    readonly status: MarkStatus;
    readonly score: number;
    readonly max: number;
    readonly answer: RawAnswer | null;
  }[];
  /** Of a placement quiz (`known`: skipped in the path) its sessions, of an exam its areas. */
  readonly parts?: readonly {
    readonly id: string;
    readonly score: number;
    readonly max: number;
    readonly known?: boolean;
  }[];
}

export function quizScore(session: Session): QuizScore {
  const { score, max } = summarize(session);
  return {
    quiz: session.quiz.id,
    seed: session.seed,
    score,
    max,
    questions: session.items.map((item) => ({
      id: item.question.id,
      kind: item.question.kind,
      status: item.mark?.status ?? "skipped",
      score: scoreOf(item),
      max: item.question.points,
      answer: item.answer ? kindOf(item.question).raw(item.answer) : null,
    })),
    ...(session.sitting ? { parts: partsOf(session, session.sitting) } : {}),
  };
}

function partsOf(session: Session, { kind }: Sitting): QuizScore["parts"] & object {
  return partResults(session).map(({ id, score, max, right }) => ({
    ...{ id, score, max },
    ...(kind === "placement" ? { known: right } : {}),
  }));
}
