/** What a path says after one of its quizzes: the next step, and after an exam where to go back to. */

import type { Path } from "../../content/schema/path.ts";
import { both, type Text } from "../../content/text.ts";
import { partQuestion, sittingId } from "../../quiz/sitting.ts";
import type { PathNews } from "../../screens/summary.ts";
import { nextStep } from "../../study/course.ts";
import type { StudyRecord } from "../../study/record.ts";
import { contentIndex } from "../content_index.ts";
import { type Indexed, placeOf, standingIn, stepCommand, stepText } from "./path_facts.ts";
import type { World } from "../world.ts";

/** So many sessions are named after an exam. */
const worst = 3;

/** Undefined for a quiz that belongs to no path. */
export function pathNews(index: Indexed, record: StudyRecord, quiz: string): PathNews | undefined {
  const path = pathOf(index, quiz);
  if (!path) return undefined;
  const next = nextAfter(index, record, path, quiz);
  return { ...(next ? { next } : {}), study: quiz === sittingId(path.id, "exam") ? missedIn(path, record, quiz) : [] };
}

function pathOf({ paths }: Indexed, quiz: string): Path | undefined {
  return paths.find(({ id, sessions }) =>
    quiz === sittingId(id, "placement") || quiz === sittingId(id, "exam") ||
    sessions.some((session) => session.quiz === quiz)
  );
}

/** What stands in a shell after a quiz of a path: the next step, and the command that begins it. */
export async function nextInShell(world: World, record: StudyRecord, quiz: string): Promise<string | undefined> {
  const index = await contentIndex(world);
  const path = pathOf(index, quiz);
  const step = path && nextStep(standingIn(index, path, record));
  if (!path || !step) return undefined;
  const text = stepText(path, step)[world.lang];
  const [verb = "", ...rest] = stepCommand(path, step);
  const command = ["grumete", verb, ...world.sameFlags ?? [], ...rest].join(" ");
  return `${world.lang === "es" ? "Siguiente en el curso" : "Next in the course"}: ${text}\n  ${command}`;
}

/** Of the session whose quiz this was the lab opens at once; any other session shows first what is read before it. */
function nextAfter(index: Indexed, record: StudyRecord, path: Path, quiz: string): PathNews["next"] {
  const standing = standingIn(index, path, record);
  const step = nextStep(standing);
  if (!step) return undefined;
  const session = step.kind === "session" ? path.sessions[step.session] : undefined;
  // The quiz itself again, where it was not passed: the summary has a key for that.
  if (step.kind === "session" && step.part === "quiz" && session?.quiz === quiz) return undefined;
  const text: Text = both((lang) =>
    `${lang === "es" ? "Siguiente en el curso" : "Next in the course"}: ${stepText(path, step)[lang]}`
  );
  if (step.kind === "session" && step.part === "lab" && session?.quiz === quiz && session.lab !== undefined) {
    return { text, open: { kind: "open-lab", id: session.lab } };
  }
  return { text, open: { kind: "open-step", path: path.id, place: placeOf(path, step) } };
}

/** The sessions with the quizzes of which most questions went wrong, or were not answered. */
function missedIn(path: Path, { quizzes }: StudyRecord, quiz: string): PathNews["study"] {
  const past = quizzes.get(quiz);
  const missed = (past?.options.questions ?? []).filter((id) => !past?.right.has(id));
  const counts = Map.groupBy(missed, (id) => partQuestion(id)?.quiz);
  return path.sessions
    .map(({ id, title, quiz }) => ({ id, title, count: counts.get(quiz)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, worst)
    .map(({ id, title }) => ({ id, title }));
}
