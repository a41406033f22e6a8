/** The questions that learners found unclear, for the author. */

import type { Lang } from "../../content/text.ts";
import { unmarked } from "../../screens/bare_text.ts";
import { gist } from "../../screens/gist.ts";
import { isoDate } from "../../study/civil_date.ts";
import { studyDay } from "../../study/day.ts";
import { itemRef } from "../../study/item.ts";
import type { StudyRecord } from "../../study/record.ts";
import { reviewCards } from "./review_cards.ts";
import { todayOf } from "./today.ts";
import type { World } from "../world.ts";

/** As `list --flagged --json` gives it: `{"flagged": [Flagged, …]}`, each note of each learner, the latest first. Names are part of the contract. */
export interface Flagged {
  /** "quiz/ID/QUESTION", "lab/ID/TASK/QUESTION" or "task/ID/TASK". */
  readonly item: string;
  /** One of both; absent for an item that this program does not know. */
  readonly quiz?: string;
  readonly lab?: string;
  /** The first paragraph of what is asked, without markup; absent where the question is not there any more. */
  readonly prompt?: string;
  /** As the learner wrote it; may be empty. */
  readonly note: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export async function flaggedItems(world: World, record: StudyRecord): Promise<readonly Flagged[]> {
  const flags = [...record.flags].flatMap(([item, notes]) => notes.map((flag) => [item, flag] as const))
    .sort(([, one], [, other]) => other.at - one.at);
  const cards = await reviewCards(world, record, [...record.flags.keys()], todayOf(record.settings, Date.now()));
  const prompts = new Map(
    cards.map((card) => [card.item, card.kind === "task" ? card.title : card.question.prompt]),
  );
  return flags.map(([item, { note, at }]) => {
    const ref = itemRef(item);
    const prompt = prompts.get(item);
    return {
      item,
      ...(ref?.kind === "quiz" ? { quiz: ref.quiz } : ref ? { lab: ref.lab } : {}),
      ...(prompt ? { prompt: unmarked(gist(prompt[world.lang])) } : {}),
      note,
      at: new Date(at).toISOString(),
    };
  });
}

/** Lines for people; `print` cleans what learners wrote. */
export function flaggedText(flagged: readonly Flagged[], lang: Lang): string {
  if (flagged.length === 0) {
    return lang === "es" ? "Nadie ha marcado ninguna pregunta" : "Nobody has flagged a question";
  }
  return flagged.map(({ item, prompt, note, at }) => {
    const gone = lang === "es" ? "(no está en el contenido)" : "(not in the content)";
    const day = isoDate(studyDay(Date.parse(at), 0, { dayStart: 0 }));
    return `${day}  ${item}\n  ${prompt ?? gone}${note === "" ? "" : `\n  > ${oneLine(note)}`}`;
  }).join("\n\n");
}

/** A note is one line: whatever else it holds came from another program. */
function oneLine(note: string): string {
  return note.replace(/\s+/g, " ").trim();
}
