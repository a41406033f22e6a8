/** What a screen begins with: made of content and of what is stored, at the moment when it is opened. */

import { later } from "../../content/later.ts";
import { UserError } from "../../content/user_error.ts";
import type { Session, SessionOptions } from "../../quiz/session.ts";
import type { ConceptOpening } from "../../screens/concept.ts";
import type { OpenEffect, QuizStart } from "../../screens/effects.ts";
import { load } from "../../screens/loaded.ts";
import type { OpenedMessage } from "../../screens/message.ts";
import type { StepOpening } from "../../screens/step.ts";
import type { SummaryNews } from "../../screens/summary.ts";
import { halfDone } from "../../study/progress.ts";
import type { StudyRecord } from "../../study/record.ts";
import { isSittingId } from "../../quiz/sitting.ts";
import { openQuiz } from "../load.ts";
import type { QuizTakings } from "../study/quiz_takings.ts";
import { newSeed } from "../seed.ts";
import type { World } from "../world.ts";

export interface Desk {
  readonly world: World;
  readonly quizzes: QuizTakings;
  /** All that follows from what is stored, as it is now. */
  readonly studied: () => StudyRecord;
}

/** Throws a `UserError` for what does not exist or has errors. A lab is opened in `lab_visit.ts`. */
export async function openScreen(
  effect: Exclude<OpenEffect, { kind: "open-lab" }>,
  desk: Desk,
): Promise<OpenedMessage> {
  const { world, studied } = desk;
  switch (effect.kind) {
    case "open-quiz":
      await load("quiz");
      return { kind: "quiz-opened", session: await quizSession(effect, desk) };
    case "open-review": {
      await load("review");
      const { reviewOpening } = await later<typeof import("../study/review_opening.ts")>(
        import.meta.url,
        "../study/review_opening.ts",
      );
      return { kind: "review-opened", opening: await reviewOpening(world, studied(), effect.choice, Date.now()) };
    }
    case "open-stats": {
      await load("stats");
      const { statisticsOf } = await later<typeof import("../study/statistics_of.ts")>(
        import.meta.url,
        "../study/statistics_of.ts",
      );
      return { kind: "stats-opened", statistics: await statisticsOf(world, studied(), Date.now()) };
    }
    case "open-concept":
      await load("concept");
      return { kind: "concept-opened", opening: await openConcept(effect.id, desk) };
    case "open-step":
      await load("step");
      return { kind: "step-opened", opening: await openStep(effect, desk) };
  }
}

export async function openConcept(id: string, { world, studied }: Desk): Promise<ConceptOpening> {
  const { conceptOpening } = await later<typeof import("../study/concept_opening.ts")>(
    import.meta.url,
    "../study/concept_opening.ts",
  );
  return await conceptOpening(world, studied(), id, Date.now());
}

/** Throws a `UserError` where there is no such path any more, or no such place in it. */
export async function openStep(
  { path, place }: { readonly path: string; readonly place: string },
  { world, studied }: Desk,
): Promise<StepOpening> {
  const { contentIndex } = await later<typeof import("../content_index.ts")>(import.meta.url, "../content_index.ts");
  const { stepOpening } = await later<typeof import("../study/path_facts.ts")>(
    import.meta.url,
    "../study/path_facts.ts",
  );
  const index = await contentIndex(world);
  const own = index.paths.find(({ id }) => id === path);
  const opening = own && stepOpening(index, own, place, studied(), world.sameFlags ?? []);
  if (opening) return opening;
  throw new UserError(
    { es: `No se puede abrir "${path}/${place}": no existe`, en: `Cannot open "${path}/${place}": there is none` },
    { es: "grumete list muestra lo que hay", en: "grumete list shows what there is" },
  );
}

/** What the quiz that is being taken changed. */
export async function newsOf(quiz: string, { world, quizzes, studied }: Desk): Promise<SummaryNews> {
  const { summaryNews } = await later<typeof import("../study/summary_news.ts")>(
    import.meta.url,
    "../study/summary_news.ts",
  );
  return await summaryNews(world, studied(), { quiz, before: quizzes.before(quiz), now: Date.now() });
}

async function quizSession(
  { id, start }: Extract<OpenEffect, { kind: "open-quiz" }>,
  { world, quizzes, studied }: Desk,
) {
  if (isSittingId(id)) return await sittingSession(id, start, { world, quizzes, studied });
  const { content: quiz } = await openQuiz(world, quizzes.referenceOf(id));
  const past = start.kind === "resume" ? halfDone(studied().quizzes.get(quiz.id)) : undefined;
  return past ? quizzes.resumed(quiz, past) : quizzes.started(quiz, { seed: newSeed(), ...chosen(start) });
}

/** What was left half done goes on, also where a new one was asked for by the same key. Throws a `UserError`. */
export async function sittingSession(
  id: string,
  start: Pick<QuizStart, "kind">,
  { world, quizzes, studied }: Desk,
  seed?: number,
): Promise<Session> {
  const { openSitting } = await later<typeof import("../study/path_quiz.ts")>(import.meta.url, "../study/path_quiz.ts");
  const past = studied().quizzes.get(id);
  const goesOn = start.kind === "resume" && past !== undefined && !past.finished &&
    (seed === undefined || seed === past.options.seed);
  const own = seed ?? newSeed();
  const opened = await openSitting(world, id, { seed: own, ...(goesOn ? { questions: past.options.questions } : {}) });
  if (!opened) throw new TypeError(`"${id}" is no sitting`);
  return goesOn ? quizzes.resumed(opened.quiz, past) : quizzes.started(opened.quiz, { seed: own, ...opened.options });
}

function chosen(start: QuizStart): Partial<SessionOptions> {
  switch (start.kind) {
    case "fresh":
    case "resume":
      return {};
    case "retry":
      return { questions: start.questions };
    case "concept":
      return { concept: start.concept };
  }
}
