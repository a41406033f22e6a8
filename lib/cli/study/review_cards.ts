/** The cards of a review with the content that they show: only the quizzes and labs are opened that they come from. */

import type { Lab, SolutionStep, Task } from "../../content/schema/lab.ts";
import type { Question } from "../../content/schema/question.ts";
import { both, type Text } from "../../content/text.ts";
import { inlineCode } from "../../quiz/inline_code.ts";
import { UserError } from "../../content/user_error.ts";
import { languageOf } from "../../screens/highlight/highlight.ts";
import type { Intervals, ReviewCard } from "../../screens/review.ts";
import type { Card } from "../../study/card.ts";
import { goingOn, reviewed } from "../../study/cards.ts";
import { type ItemId, itemId, itemRef } from "../../study/item.ts";
import { meaningOf } from "../../study/meaning.ts";
import { type Schedule, scheduleOf } from "../../study/memory.ts";
import { ratings } from "../../study/rating.ts";
import type { StudyRecord } from "../../study/record.ts";
import { openLab, openQuiz } from "../load.ts";
import type { World } from "../world.ts";

/** In the order of the items; those whose content is gone, or cannot be read, are passed over. `today` is a study day. */
export async function reviewCards(
  world: World,
  record: StudyRecord,
  items: readonly ItemId[],
  today: number,
): Promise<readonly ReviewCard[]> {
  const schedule = scheduleOf(record.settings);
  const sources = new Map<string, Promise<ReadonlyMap<ItemId, Source>>>();
  const cards: ReviewCard[] = [];
  for (const item of items) {
    const ref = itemRef(item);
    if (!ref) continue;
    const [kind, id] = ref.kind === "quiz" ? ["quiz", ref.quiz] as const : ["lab", ref.lab] as const;
    const name = `${kind}/${id}`;
    const opened = sources.get(name) ?? (kind === "quiz" ? ofQuiz(world, id) : ofLab(world, id));
    sources.set(name, opened);
    const source = (await opened).get(item);
    if (source) cards.push(cardOf(source, record.cards.get(item), today, schedule));
  }
  return cards;
}

/** What is shown of an item. */
type Source =
  | { readonly kind: "question"; readonly item: ItemId; readonly from: Text; readonly question: Question }
  | { readonly kind: "task"; readonly item: ItemId; readonly lab: Lab; readonly task: Task };

async function ofQuiz(world: World, id: string): Promise<ReadonlyMap<ItemId, Source>> {
  return await readable(async () => {
    const { content: { title, questions } } = await openQuiz(world, id);
    return questions.map((question): Source => {
      const item = itemId({ kind: "quiz", quiz: id, question: question.id });
      return { kind: "question", item, from: title, question };
    });
  });
}

async function ofLab(world: World, id: string): Promise<ReadonlyMap<ItemId, Source>> {
  return await readable(async () => {
    const { content: lab } = await openLab(world, id);
    return lab.tasks.flatMap((task): readonly Source[] => [
      { kind: "task", item: itemId({ kind: "task", lab: id, task: task.id }), lab, task },
      ...task.questions.map((question): Source => {
        const item = itemId({ kind: "lab", lab: id, task: task.id, question: question.id });
        return { kind: "question", item, from: lab.title, question };
      }),
    ]);
  });
}

async function readable(open: () => Promise<readonly Source[]>): Promise<ReadonlyMap<ItemId, Source>> {
  try {
    return new Map((await open()).map((source) => [source.item, source]));
  } catch (error) {
    if (error instanceof UserError) return new Map();
    throw error;
  }
}

function cardOf(source: Source, card: Card | undefined, today: number, schedule: Schedule): ReviewCard {
  const { item } = source;
  const meaning = source.kind === "question" ? meaningOf(source.question) : undefined;
  const before = goingOn(card, meaning);
  const standing = !card ? "new" : before ? "due" : "changed";
  const facts = { item, standing, intervals: intervalsOf(before, today, schedule) } as const;
  if (source.kind === "question") return { ...facts, kind: "question", from: source.from, question: source.question };
  const { lab, task: { title, text, explanation, solution } } = source;
  return {
    ...facts,
    kind: "task",
    from: lab.title,
    lab: lab.id,
    title,
    text,
    solution: solutionText(solution),
    explanation,
  };
}

/** What each rating would make of it today, as the record will compute it. */
function intervalsOf(card: Card | undefined, today: number, schedule: Schedule): Intervals {
  const after = ratings.map((
    rating,
  ) => [rating, reviewed(card, { day: today, rating, meaning: undefined }, schedule).due - today]);
  return Object.fromEntries(after) as Intervals;
}

/** Commands as they are typed, those in a row in one block; files with their names. */
export function solutionText(steps: readonly SolutionStep[]): Text {
  return both((lang) => {
    const blocks: string[] = [];
    let commands: string[] = [];
    const flush = () => {
      if (commands.length > 0) blocks.push(fenced("sh", commands.join("\n")));
      commands = [];
    };
    for (const step of steps) {
      if (typeof step === "string") {
        commands.push(`$ ${step}`);
        continue;
      }
      flush();
      blocks.push(`${lang === "es" ? "Archivo" : "File"} ${inlineCode(step.file)}:`);
      blocks.push(fenced(languageOf(step.file), step.content.trimEnd()));
    }
    flush();
    return blocks.join("\n\n");
  });
}

/** Between fences longer than any that stands inside. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
