/** Chooses the questions of a placement quiz and of a mock exam, and puts such a quiz together from its parts. */

import type { Path } from "../content/schema/path.ts";
import type { Question } from "../content/schema/question.ts";
import type { Quiz } from "../content/schema/quiz.ts";
import type { Text } from "../content/text.ts";
import { type Drawable, drawn, shares } from "./draw.ts";
import { type Asked, partQuestion, partQuestionId, type Sitting } from "./sitting.ts";

type Source = Pick<Quiz, "id" | "questions">;

/**
 * Ids as `partQuestionId` writes them, in the order of the sessions. Of a session with a quiz its questions, of one with a lab
 * only those of other quizzes of the path on what the lab is about. The harder ones are preferred, none is asked twice.
 */
export function placementDraw(
  { sessions, placement }: Path,
  { quizzes, labs, seed }: {
    readonly quizzes: readonly Source[];
    readonly labs: readonly { readonly id: string; readonly concepts: readonly string[] }[];
    readonly seed: number;
  },
): readonly string[] {
  const all = sessions.flatMap(({ quiz }) => drawable(quizzes, (id) => id === quiz));
  const taken = new Set<Drawable>();
  const draw = (from: readonly Drawable[]): readonly Drawable[] => {
    const some = drawn(from.filter((one) => !taken.has(one)), placement?.questions ?? 0, { seed, harder: true });
    for (const one of some) taken.add(one);
    return some;
  };
  const bySession = new Map<string, readonly Drawable[]>();
  // Those of a lab have fewer to choose from, and go first.
  for (const { id, quiz, lab } of sessions) {
    if (quiz !== undefined) continue;
    const about = new Set(labs.find((one) => one.id === lab)?.concepts ?? []);
    const wholly = all.filter((one) => !taken.has(one) && one.question.concepts.every((concept) => about.has(concept)));
    const near = all.filter(({ question }) => about.has(question.concepts[0] ?? ""));
    bySession.set(id, draw(wholly.length >= (placement?.questions ?? 0) ? wholly : near));
  }
  for (const { id, quiz } of sessions) {
    if (quiz !== undefined) bySession.set(id, draw(all.filter((one) => one.quiz === quiz)));
  }
  return sessions.flatMap(({ id }) =>
    (bySession.get(id) ?? []).map(({ quiz, question }) => partQuestionId(id, quiz, question.id))
  );
}

/**
 * `count` questions over all areas, to each in proportion to how many questions there are of it; the area of a question is that
 * of its first concept in a list. Ids as `partQuestionId` writes them.
 */
export function examDraw(
  quizzes: readonly Source[],
  { count, areaOf, seed }: {
    readonly count: number;
    /** By concept. */
    readonly areaOf: ReadonlyMap<string, string>;
    readonly seed: number;
  },
): readonly string[] {
  const byArea = Map.groupBy(
    drawable(quizzes),
    ({ question }) => question.concepts.map((concept) => areaOf.get(concept)).find((area) => area !== undefined),
  );
  const areas = [...byArea].flatMap(([area, from]) => area === undefined ? [] : [{ area, from }]);
  const counts = shares(areas.map(({ from }) => from.length), count);
  return areas.flatMap(({ area, from }, index) =>
    drawn(from, counts[index] ?? 0, { seed }).map(({ quiz, question }) => partQuestionId(area, quiz, question.id))
  );
}

/** The questions with these ids and without their hints; those that are gone are left out. */
export function composed(
  { id, title, ids, quizzes, sitting }: {
    readonly id: string;
    readonly title: Text;
    readonly ids: readonly string[];
    readonly quizzes: readonly Source[];
    readonly sitting: Sitting;
  },
): Asked {
  const byQuiz = new Map(quizzes.map(({ id, questions }) => [id, questions]));
  const questions = ids.flatMap((own): readonly Question[] => {
    const ref = partQuestion(own);
    const question = ref && byQuiz.get(ref.quiz)?.find(({ id }) => id === ref.question);
    return question ? [{ ...question, id: own, hints: [] }] : [];
  });
  return { format: 1, id, title, questions, sitting };
}

function drawable(quizzes: readonly Source[], of: (quiz: string) => boolean = () => true): readonly Drawable[] {
  return quizzes.filter(({ id }) => of(id)).flatMap(({ id, questions }) =>
    questions.map((question) => ({ quiz: id, question }))
  );
}
