/** Takes a graded session with somebody: on a screen, or line by line; then says what is to be done with the file. */

import { later } from "../../content/later.ts";
import type { ExamOpening } from "../../screens/exam_state.ts";
import { openConversation } from "../../terminal/conversation.ts";
import { ExamPerformer } from "./exam_performer.ts";
import { examRules } from "./exam_rules.ts";
import type { ExamLabs } from "./exam_labs.ts";
import type { ExamSitting, HandedIn } from "./exam_sitting.ts";
import { runOnScreen } from "../screen/on_screen.ts";
import type { World } from "../world.ts";

/** Undefined where it was left open. `yes`: begins without asking. */
export async function takeExam(
  world: World,
  sitting: ExamSitting,
  { out, yes, labs }: { readonly out: string; readonly yes: boolean; readonly labs: ExamLabs | undefined },
): Promise<HandedIn | undefined> {
  if (!world.plain && world.interactive) {
    using performer = new ExamPerformer(sitting, out, labs);
    const code = await runOnScreen(world, performer, { kind: "exam", opening: openingOf(sitting, labs) }, []);
    if (code !== undefined) return performer.handedIn;
  }
  const { plainExam } = await later<typeof import("./plain_exam.ts")>(import.meta.url, "./plain_exam.ts");
  using talk = openConversation();
  const rules = examRules(sitting.exam, sitting.attempt);
  const over = await plainExam(talk, sitting, { lang: world.lang, yes, rules, labs });
  return over ? await sitting.handIn(out) : undefined;
}

function openingOf(sitting: ExamSitting, labs: ExamLabs | undefined): ExamOpening {
  const { exam, attempt, away, progress } = sitting;
  const [begun] = sitting.entries;
  return {
    title: exam.pack.title,
    rules: examRules(exam, attempt),
    items: exam.paper,
    labs: labs?.openings ?? [],
    progress,
    window: exam.window,
    now: sitting.clock().now,
    ...(begun ? { begunAt: begun.at } : {}),
    ...(away === undefined ? {} : { away }),
  };
}
