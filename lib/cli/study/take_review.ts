/** Reviews with somebody: on a screen, or as a plain conversation. */

import type { ExitCode } from "../../content/user_error.ts";
import { later } from "../../content/later.ts";
import type { StudyRecord } from "../../study/record.ts";
import { dueCounts } from "../../study/queue.ts";
import type { ReviewChoice } from "../../screens/effects.ts";
import { openConversation } from "../../terminal/conversation.ts";
import { contentIndex } from "../content_index.ts";
import type { LeftToday } from "../screen/farewell.ts";
import { todayOf } from "./today.ts";
import { openConcepts } from "../load.ts";
import { runOnScreen } from "../screen/on_screen.ts";
import type { Performer } from "../screen/performer.ts";
import { print } from "../output/print.ts";
import { reviewOpening } from "./review_opening.ts";
import type { World } from "../world.ts";

/** 130 when it was interrupted on the screen; elsewhere that is the conversation's error. */
export async function takeReview(world: World, performer: Performer, choice: ReviewChoice): Promise<ExitCode> {
  const before = answersIn(performer.studied());
  const opening = await reviewOpening(world, performer.studied(), choice, Date.now());
  if (!world.plain && world.interactive) {
    const code = await runOnScreen(world, performer, { kind: "review", opening }, []);
    if (code === 130) return code;
    if (code !== undefined) {
      const now = performer.studied();
      const left = { ...await leftToday(world, now, choice), reviewed: answersIn(now) > before };
      const { reviewFarewell } = await later<typeof import("../screen/farewell.ts")>(
        import.meta.url,
        "../screen/farewell.ts",
      );
      print(reviewFarewell(left, world));
      return code;
    }
  }
  const { plainReview } = await later<typeof import("../plain/plain_review.ts")>(
    import.meta.url,
    "../plain/plain_review.ts",
  );
  performer.openStore();
  const { concepts } = await openConcepts(world);
  using talk = openConversation();
  await plainReview(talk, opening, {
    lang: world.lang,
    record: (what) => performer.record(what),
    shown: performer.shown,
    flags: new Map(performer.flags()),
    concept: (id) => concepts.get(id),
  });
  return 0;
}

function answersIn({ days }: StudyRecord): number {
  return [...days.values()].reduce((sum, { answers }) => sum + answers, 0);
}

async function leftToday(
  world: World,
  record: StudyRecord,
  { concept }: ReviewChoice,
): Promise<Omit<LeftToday, "reviewed">> {
  const { contents } = await contentIndex(world);
  const items = contents.flatMap(({ items }) => items)
    .filter(({ concepts }) => concept === undefined || concepts.includes(concept));
  const today = todayOf(record.settings, Date.now());
  const { due, fresh, later } = dueCounts(record, items, today);
  return { count: due + fresh, ...(later === undefined ? {} : { nextIn: later - today }) };
}
