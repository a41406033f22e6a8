/** Takes a quiz with somebody: on a screen, or as a plain conversation. */

import type { Session, SessionOptions } from "../../quiz/session.ts";
import { openPlaces } from "../../quiz/session_open.ts";
import { resumeSession } from "../../quiz/session_resume.ts";
import type { Asked } from "../../quiz/sitting.ts";
import { itemId } from "../../study/item.ts";
import type { QuizProgress } from "../../study/progress.ts";
import { openConversation } from "../../terminal/conversation.ts";
import { later } from "../../content/later.ts";
import { conceptNames, openConcepts } from "../load.ts";
import { print } from "../output/print.ts";
import { runOnScreen } from "../screen/on_screen.ts";
import { sittingSession } from "../screen/open_screen.ts";
import { Performer } from "../screen/performer.ts";
import { again, type World } from "../world.ts";

/** The session as it was left; undefined when it was interrupted. `exactly`: the seed was given, so only what has it is resumed. */
export async function takeQuiz(
  world: World,
  quiz: Asked,
  options: SessionOptions,
  { exactly, pass, reference }: { readonly exactly: boolean; readonly pass: number; readonly reference: string },
): Promise<Session | undefined> {
  await using performer = new Performer(world);
  performer.quizzes.askedFor(quiz.id, reference);
  const latest = performer.studied().quizzes.get(quiz.id);
  const past = [latest, latest?.aside].find((past) => past && isHalfDone(quiz, past, options));
  const session = quiz.sitting
    ? await sittingSession(quiz.id, { kind: "resume" }, performer, exactly ? options.seed : undefined)
    : past && (!exactly || past.options.seed === options.seed)
    ? performer.quizzes.resumed(quiz, past)
    : performer.quizzes.started(quiz, options);
  performer.begin(session);
  /** The attempt as it is stored now; one that was put aside stays there until something of it is answered. */
  const current = (): QuizProgress | undefined => {
    const now = performer.studied().quizzes.get(quiz.id);
    return past && now?.aside?.attempt === past.attempt ? now.aside : now;
  };
  if (!world.plain && world.interactive) {
    const code = await runOnScreen(world, performer, { kind: "quiz", session, pass }, []);
    if (code === 130) return undefined;
    if (code !== undefined) {
      const now = current();
      if (!now) return session;
      const end = await asStored(world, quiz, now);
      const { quizFarewell } = await later<typeof import("../screen/farewell.ts")>(
        import.meta.url,
        "../screen/farewell.ts",
      );
      const next = now.finished ? await nextInPath(world, performer, quiz) : undefined;
      print(quizFarewell(end, { reference: again(world, reference), finished: now.finished, pass, lang: world.lang }));
      if (next !== undefined) print(next);
      return end;
    }
  }
  const { plainQuiz } = await later<typeof import("../plain/plain_quiz.ts")>(import.meta.url, "../plain/plain_quiz.ts");
  performer.openStore();
  using talk = openConversation();
  const { concepts } = await openConcepts(world);
  const ended = await plainQuiz(talk, session, {
    lang: world.lang,
    pass,
    names: await conceptNames(world),
    record: (what) => performer.record(what),
    item: (question) => itemId({ kind: "quiz", quiz: quiz.id, question }),
    flags: new Map(performer.flags()),
    shown: performer.shown,
    now: Date.now,
    concept: (id) => concepts.get(id),
  });
  const next = ended ? await nextInPath(world, performer, quiz) : undefined;
  // Not broken into lines: it is copied.
  if (next !== undefined) print(`\n${next}`);
  if (ended) return ended;
  // The screen may have gone on to other things.
  const now = current();
  return now ? await asStored(world, quiz, now) : session;
}

/** Nothing where the quiz belongs to no path. */
async function nextInPath(world: World, performer: Performer, { id }: Asked): Promise<string | undefined> {
  const { nextInShell } = await later<typeof import("./path_news.ts")>(import.meta.url, "./path_news.ts");
  return await nextInShell(world, performer.studied(), id);
}

/** The same choice of questions, begun and not ended. */
function isHalfDone(quiz: Asked, past: QuizProgress, { count, kind, concept }: SessionOptions): boolean {
  const { options } = past;
  if (past.finished || past.answers.size === 0 || options.questions !== undefined) return false;
  if (options.count !== count || options.kind !== kind || options.concept !== concept) return false;
  const session = resumeSession(quiz, options, past);
  return openPlaces(session).length > 0;
}

/** Of a sitting another one may have been begun meanwhile, with other questions. */
async function asStored(world: World, quiz: Asked, past: QuizProgress): Promise<Session> {
  if (!quiz.sitting) return resumeSession(quiz, past.options, past);
  const { openSitting } = await later<typeof import("./path_quiz.ts")>(import.meta.url, "./path_quiz.ts");
  const opened = await openSitting(world, quiz.id, past.options);
  return resumeSession(opened?.quiz ?? quiz, past.options, past);
}
