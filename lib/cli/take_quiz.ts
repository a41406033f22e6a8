/** Takes a quiz with somebody: on a screen, or as a plain conversation. */

import type { Quiz } from "../content/schema/quiz.ts";
import type { Session, SessionOptions } from "../quiz/session.ts";
import { openPlaces } from "../quiz/session_open.ts";
import { resumeSession } from "../quiz/session_resume.ts";
import { itemId } from "../study/item.ts";
import type { QuizProgress } from "../study/progress.ts";
import { openConversation } from "../terminal/conversation.ts";
import { later } from "../content/later.ts";
import { conceptNames, openConcepts } from "./load.ts";
import { print } from "./print.ts";
import { runOnScreen } from "./on_screen.ts";
import { Performer } from "./performer.ts";
import { again, type World } from "./world.ts";

/** The session as it was left; undefined when it was interrupted. `exactly`: the seed was given, so only what has it is resumed. */
export async function takeQuiz(
  world: World,
  quiz: Quiz,
  options: SessionOptions,
  { exactly, pass, reference }: { readonly exactly: boolean; readonly pass: number; readonly reference: string },
): Promise<Session | undefined> {
  await using performer = new Performer(world);
  performer.quizzes.askedFor(quiz.id, reference);
  const past = performer.studied().quizzes.get(quiz.id);
  const session = past && (!exactly || past.options.seed === options.seed) && isHalfDone(quiz, past, options)
    ? performer.quizzes.resumed(quiz, past)
    : performer.quizzes.started(quiz, options);
  if (!world.plain && world.interactive) {
    const code = await runOnScreen(world, performer, { kind: "quiz", session, pass }, []);
    if (code === 130) return undefined;
    if (code !== undefined) {
      const now = performer.studied().quizzes.get(quiz.id);
      if (!now) return session;
      const end = resumeSession(quiz, now.options, now);
      const { quizFarewell } = await later<typeof import("./farewell.ts")>(import.meta.url, "./farewell.ts");
      print(quizFarewell(end, { reference: again(world, reference), finished: now.finished, pass, lang: world.lang }));
      return end;
    }
  }
  const { plainQuiz } = await later<typeof import("./plain_quiz.ts")>(import.meta.url, "./plain_quiz.ts");
  performer.openStore();
  using talk = openConversation();
  const { concepts } = await openConcepts(world);
  return await plainQuiz(talk, session, {
    lang: world.lang,
    pass,
    names: await conceptNames(world),
    record: (what) => performer.record(what),
    item: (question) => itemId({ kind: "quiz", quiz: quiz.id, question }),
    flags: new Map(performer.flags()),
    shown: performer.shown,
    concept: (id) => concepts.get(id),
  }) ?? latest(quiz, performer) ?? session;
}

/** The same choice of questions, begun and not ended. */
function isHalfDone(quiz: Quiz, past: QuizProgress, { count, kind, concept }: SessionOptions): boolean {
  const { options } = past;
  if (past.finished || past.answers.size === 0 || options.questions !== undefined) return false;
  if (options.count !== count || options.kind !== kind || options.concept !== concept) return false;
  const session = resumeSession(quiz, options, past);
  return openPlaces(session).length > 0;
}

/** What the store knows of it: the screen may have gone on to other things. */
function latest(quiz: Quiz, performer: Performer): Session | undefined {
  const past = performer.studied().quizzes.get(quiz.id);
  return past && resumeSession(quiz, past.options, past);
}
