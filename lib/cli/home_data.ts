/** What the home screen shows: all content with what was done of it, and what was left half done. */

import type { Decoded } from "../content/decode.ts";
import type { Lab } from "../content/schema/lab.ts";
import type { Quiz } from "../content/schema/quiz.ts";
import type { Text } from "../content/text.ts";
import { UserError } from "../content/user_error.ts";
import { resumeSession } from "../quiz/session_resume.ts";
import type { HomeData, HomeEntry, HomeResume } from "../screens/home.ts";
import { contentFiles } from "../store/library.ts";
import type { LabProgress, Progress, QuizProgress } from "../study/progress.ts";
import { decodedLab, decodedQuiz } from "./load.ts";
import type { World } from "./world.ts";

interface Candidate {
  readonly at: number;
  readonly resume: HomeResume;
}

/** A file with errors is left out: `grumete lint` tells. */
export async function homeData(world: World, progress: Progress): Promise<HomeData> {
  const entries: HomeEntry[] = [];
  const candidates: Candidate[] = [];
  for (const file of contentFiles(world.contentFolders)) {
    if (file.kind === "quiz") {
      const quiz = await readable(() => decodedQuiz(world, file));
      if (quiz) addQuiz(quiz, progress.quizzes.get(quiz.id));
    } else {
      const lab = await readable(() => decodedLab(world, file));
      if (lab) addLab(lab, progress.labs.get(lab.id));
    }
  }
  const [latest] = candidates.sort((a, b) => b.at - a.at);
  return { entries, ...(latest ? { resume: latest.resume } : {}) };

  function addQuiz(quiz: Quiz, past: QuizProgress | undefined): void {
    const { id, title, summary } = quiz;
    entries.push({
      kind: "quiz",
      id,
      title,
      size: quiz.questions.length,
      ...(summary ? { summary } : {}),
      ...doneOf(past && quizDone(quiz, past)),
    });
    if (!past || past.finished || past.answers.size === 0) return;
    const session = resumeSession(quiz, past.options, past);
    if (session.at >= session.items.length) return;
    const place = `${session.at + 1}`;
    const detail: Text = {
      es: `pregunta ${place} de ${session.items.length}`,
      en: `question ${place} of ${session.items.length}`,
    };
    candidates.push({ at: past.at, resume: { kind: "quiz", id, title, detail } });
  }

  function addLab(lab: Lab, past: LabProgress | undefined): void {
    const { id, title, summary } = lab;
    const size = lab.tasks.length;
    const passed = lab.tasks.filter((task) => past?.passed.has(task.id)).length;
    entries.push({ kind: "lab", id, title, size, ...(summary ? { summary } : {}), ...doneOf(past && passed / size) });
    if (!past || past.cleaned || passed === size) return;
    const detail: Text = { es: `${passed} de ${size} tareas superadas`, en: `${passed} of ${size} tasks passed` };
    candidates.push({ at: past.at, resume: { kind: "lab", id, title, detail } });
  }
}

function doneOf(done: number | undefined): { readonly done?: number } {
  return done === undefined ? {} : { done };
}

/** The best result so far, or what is answered of the first attempt. */
function quizDone(quiz: Quiz, past: QuizProgress): number {
  return past.best ?? quiz.questions.filter(({ id }) => past.answers.has(id)).length / quiz.questions.length;
}

async function readable<Content>(decode: () => Promise<Decoded<Content>>): Promise<Content | undefined> {
  try {
    return (await decode()).value;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
