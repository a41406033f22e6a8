/** What home screen, step screen and list say of a path: its sessions with their quizzes and labs, and what comes next. */

import type { Path, PathSession } from "../../content/schema/path.ts";
import { both, join, same, type Text } from "../../content/text.ts";
import { sittingId, type SittingKind } from "../../quiz/sitting.ts";
import type { HomePath, HomeStep } from "../../screens/home_path.ts";
import type { StepLink, StepOpening, StepPart } from "../../screens/step.ts";
import { nextStep, type PathStanding, pathStanding, type PathStep, settledSessions } from "../../study/course.ts";
import { halfDone, isWhole } from "../../study/progress.ts";
import type { StudyRecord } from "../../study/record.ts";
import type { ContentIndex, IndexedContent } from "../content_index.ts";

export type Indexed = Pick<ContentIndex, "contents" | "paths">;

export function standingIn({ contents }: Pick<Indexed, "contents">, path: Path, record: StudyRecord): PathStanding {
  const labs = contents.filter(({ kind }) => kind === "lab");
  return pathStanding(path, record, new Map(labs.map(({ id, size }) => [id, size])));
}

/** Paths as the home screen shows them: that of the latest work first, then those of later content folders. */
export function homePaths(index: Indexed, record: StudyRecord, flags: readonly string[]): readonly HomePath[] {
  return index.paths.toReversed().map((path) => ({ path, at: lastWork(path, record) }))
    .sort((a, b) => b.at - a.at)
    .map(({ path }) => homePath(index, path, record, flags));
}

/** ms since 1970; 0 where nothing of it was begun. What stands in several paths is no sign of either. */
function lastWork({ id, sessions }: Path, { quizzes, labs }: StudyRecord): number {
  const quiz = (id: string | undefined) => id === undefined ? 0 : quizzes.get(id)?.at ?? 0;
  return Math.max(
    quiz(sittingId(id, "placement")),
    quiz(sittingId(id, "exam")),
    ...sessions.flatMap((session) => [quiz(session.quiz), labs.get(session.lab ?? "")?.at ?? 0]),
  );
}

export function homePath(index: Indexed, path: Path, record: StudyRecord, flags: readonly string[]): HomePath {
  const standing = standingIn(index, path, record);
  const next = nextStep(standing);
  const steps: readonly HomeStep[] = [
    ...(standing.placement
      ? [
        {
          kind: "placement",
          place: "placement",
          title: stepTitle("placement"),
          state: standing.placement.finished ? "done" : standing.placement.half ? "begun" : "open",
          opening: stepOpening(index, path, "placement", record, flags),
        } as const,
      ]
      : []),
    ...path.sessions.map((session, at): HomeStep => ({
      kind: "session",
      place: session.id,
      number: at + 1,
      title: session.title,
      state: stateOf(standing, at),
      opening: stepOpening(index, path, session.id, record, flags),
    })),
    ...(standing.exam
      ? [
        {
          kind: "exam",
          place: "exam",
          title: stepTitle("exam"),
          state: standing.exam.passed ? "done" : standing.exam.begun ? "begun" : "open",
          opening: stepOpening(index, path, "exam", record, flags),
        } as const,
      ]
      : []),
  ];
  return {
    id: path.id,
    title: path.title,
    steps,
    settled: settledSessions(standing),
    of: path.sessions.length,
    ...(next ? { next: { place: placeOf(path, next), text: stepText(path, next) } } : {}),
  };
}

function stateOf({ sessions }: PathStanding, at: number): HomeStep["state"] {
  const session = sessions[at];
  if (session?.done) return "done";
  if (session?.known) return "known";
  return session?.quiz?.begun || session?.lab?.begun ? "begun" : "open";
}

/** Undefined where there is no such path, or no such place in it. */
export function stepOpening(
  index: Indexed,
  path: Path,
  place: string,
  record: StudyRecord,
  flags: readonly string[],
): StepOpening | undefined {
  const { placement, exam, sessions } = path;
  const standing = standingIn(index, path, record);
  const around = { path: path.id, place, pathTitle: path.title, flags };
  const answered = (kind: SittingKind) => {
    const past = record.quizzes.get(sittingId(path.id, kind));
    return past && !past.finished && past.answers.size > 0 ? { half: past.answers.size } : {};
  };
  if (place === "placement" && placement) {
    const known = sessions.filter((_, at) => standing.sessions[at]?.known).map(({ title }) => title);
    const next = linkAfter(path, standing, -1);
    return {
      ...around,
      kind: "placement",
      questions: placement.questions * sessions.length,
      ...answered("placement"),
      finished: standing.placement?.finished === true,
      known,
      ...(next ? { next } : {}),
    };
  }
  if (place === "exam" && exam) {
    const best = standing.exam?.best;
    return { ...around, kind: "exam", ...exam, ...answered("exam"), ...(best === undefined ? {} : { best }) };
  }
  const at = sessions.findIndex(({ id }) => id === place);
  const [session, own] = [sessions[at], standing.sessions[at]];
  if (!session || !own) return undefined;
  const next = linkAfter(path, standing, at);
  return {
    ...around,
    kind: "session",
    title: session.title,
    reading: session.reading,
    number: at + 1,
    of: sessions.length,
    known: own.known,
    done: own.done,
    parts: partsOf(index, session, own, record),
    ...(next ? { next } : {}),
  };
}

function partsOf(
  { contents }: Indexed,
  { quiz, lab }: PathSession,
  standing: PathStanding["sessions"][number],
  record: StudyRecord,
): readonly StepPart[] {
  const find = (kind: IndexedContent["kind"], id: string | undefined) =>
    contents.find((content) => content.kind === kind && content.id === id);
  const [asked, worked] = [find("quiz", quiz), find("lab", lab)];
  const about = ({ id, title, summary, size }: IndexedContent) => ({
    id,
    title,
    size,
    ...(summary ? { summary } : {}),
  });
  const past = halfDone(record.quizzes.get(asked?.id ?? ""));
  const half = past && isWhole(asked?.id ?? "", past.options) ? { done: past.answers.size } : {};
  const { quiz: own, lab: run } = standing;
  return [
    ...(asked && own
      ? [{
        kind: "quiz" as const,
        ...about(asked),
        passed: own.passed,
        ...(own.best === undefined ? {} : { best: own.best }),
        ...half,
      }]
      : []),
    ...(worked && run
      ? [{
        kind: "lab" as const,
        ...about(worked),
        passed: run.passed === run.tasks,
        ...(run.begun ? { done: run.passed } : {}),
      }]
      : []),
  ];
}

/** The session after this place that is not done and not known, or simply the one after it; after the last one the exam. */
function linkAfter(path: Path, { sessions }: PathStanding, at: number): StepLink | undefined {
  const open = sessions.findIndex(({ done, known }, index) => index > at && !done && !known);
  const session = open >= 0 ? open : at + 1 < sessions.length ? at + 1 : undefined;
  if (session !== undefined) return { place: path.sessions[session]?.id ?? "", text: numbered(path, session) };
  return path.exam ? { place: "exam", text: stepTitle("exam") } : undefined;
}

/** "session 4 of 20, Containers". */
function numbered({ sessions }: Path, at: number): Text {
  const title = sessions[at]?.title ?? same("");
  return both((lang) =>
    lang === "es"
      ? `sesión ${at + 1} de ${sessions.length}, ${title.es}`
      : `session ${at + 1} of ${sessions.length}, ${title.en}`
  );
}

const partNames = {
  quiz: { es: "cuestionario", en: "quiz" },
  lab: { es: "laboratorio", en: "lab" },
} satisfies Readonly<Record<"quiz" | "lab", Text>>;

export function stepTitle(kind: SittingKind): Text {
  return kind === "exam"
    ? { es: "Examen de prueba", en: "Mock exam" }
    : { es: "Prueba de nivel", en: "Placement quiz" };
}

export function stepText(path: Path, step: PathStep): Text {
  if (step.kind !== "session") return stepTitle(step.kind);
  return join([numbered(path, step.session), partNames[step.part]], ": ");
}

/** The id of a session, `placement` or `exam`. */
export function placeOf({ sessions }: Path, step: PathStep): string {
  return step.kind === "session" ? sessions[step.session]?.id ?? "" : step.kind;
}

/** As it is typed behind `grumete`. */
export function stepCommand({ id, sessions }: Path, step: PathStep): readonly string[] {
  if (step.kind !== "session") return ["quiz", sittingId(id, step.kind)];
  return [step.part, sessions[step.session]?.[step.part] ?? ""];
}
