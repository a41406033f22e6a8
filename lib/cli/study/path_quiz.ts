/** Opens the placement quiz or the mock exam of a path: drawn anew by a seed, or with the questions that it was begun with. */

import { areaNames } from "../../content/area_names.ts";
import { nearest } from "../../content/near.ts";
import type { Path } from "../../content/schema/path.ts";
import { both, type Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { composed, examDraw, placementDraw } from "../../quiz/compose.ts";
import type { SessionOptions } from "../../quiz/session.ts";
import { type Asked, type Sitting, type SittingKind } from "../../quiz/sitting.ts";
import { contentIndex } from "../content_index.ts";
import { isFile } from "../../store/library.ts";
import { absolute } from "../../store/state_folder.ts";
import { openPaths, openQuiz } from "../load.ts";
import { sittingReference } from "./sitting_reference.ts";
import type { World } from "../world.ts";

/** With the options that ask for exactly its questions. */
export interface OpenedSitting {
  readonly quiz: Asked;
  readonly options: Pick<SessionOptions, "questions" | "inOrder">;
}

/** Undefined where the reference means something else: a quiz, or a file. Throws a `UserError` for content with errors. */
export async function openSitting(
  world: World,
  reference: string,
  from: { readonly seed: number; readonly questions?: readonly string[] | undefined },
): Promise<OpenedSitting | undefined> {
  const ref = sittingReference(reference);
  if (!ref) return undefined;
  const { path: id, kind } = ref;
  const { paths } = await openPaths(world);
  const path = paths.get(id);
  if (!path) {
    if (isFile(absolute(reference))) return undefined;
    throw noSuchPath(reference, id, [...paths.keys()]);
  }
  const sitting = sittingOf(path, kind);
  const ids = path.sessions.flatMap(({ quiz }) => quiz ?? []);
  const quizzes = await Promise.all(ids.map(async (id) => (await openQuiz(world, id)).content));
  const questions = from.questions ?? await drawnFor(world, path, kind, quizzes, from.seed);
  const quiz = composed({ id: reference, title: sittingTitle(path, kind), ids: questions, quizzes, sitting });
  return { quiz, options: { questions, ...(kind === "placement" ? { inOrder: true } : {}) } };
}

function noSuchPath(reference: string, id: string, known: readonly string[]): UserError {
  const near = nearest(id, known);
  const kind = reference.slice(id.length + 1);
  return new UserError(
    {
      es: `No se puede abrir "${reference}": no hay tal curso`,
      en: `Cannot open "${reference}": there is no such path`,
    },
    near === undefined
      ? { es: "grumete list muestra los que hay", en: "grumete list shows what there is" }
      : { es: `¿Querías decir ${near}/${kind}?`, en: `Did you mean ${near}/${kind}?` },
  );
}

async function drawnFor(
  world: World,
  path: Path,
  kind: SittingKind,
  quizzes: readonly Asked[],
  seed: number,
): Promise<readonly string[]> {
  const { contents, concepts } = await contentIndex(world);
  if (kind === "placement") {
    return placementDraw(path, {
      quizzes,
      labs: contents.filter(({ kind }) => kind === "lab"),
      seed,
    });
  }
  const areaOf = new Map(concepts.map(({ id, area }) => [id, area]));
  return examDraw(quizzes, { count: path.exam?.questions ?? 0, areaOf, seed });
}

/** Throws a `UserError` where the path has none. */
function sittingOf({ id, sessions, placement, exam }: Path, kind: SittingKind): Sitting {
  if (kind === "placement" && placement) {
    return { kind, parts: sessions.map(({ id, title }) => ({ id, title })), pass: 0 };
  }
  if (kind === "exam" && exam) {
    const parts = Object.entries(areaNames).map(([id, title]) => ({ id, title }));
    return { kind, parts, pass: exam.pass, minutes: exam.minutes };
  }
  throw new UserError(
    kind === "exam"
      ? { es: `El curso "${id}" no tiene examen`, en: `The path "${id}" has no exam` }
      : { es: `El curso "${id}" no tiene prueba de nivel`, en: `The path "${id}" has no placement quiz` },
    { es: "grumete list muestra lo que hay", en: "grumete list shows what there is" },
  );
}

export function sittingTitle({ title }: Pick<Path, "title">, kind: SittingKind): Text {
  const name: Text = kind === "exam"
    ? { es: "Examen de prueba", en: "Mock exam" }
    : { es: "Prueba de nivel", en: "Placement quiz" };
  return both((lang) => `${name[lang]} · ${title[lang]}`);
}
