/** What the home screen shows: all content with what was done of it and what is still known, what is due, what was left half done. */

import { areaNames } from "../../content/area_names.ts";
import type { Path } from "../../content/schema/path.ts";
import type { Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { openPlaces } from "../../quiz/session_open.ts";
import { resumeSession } from "../../quiz/session_resume.ts";
import { sittingId } from "../../quiz/sitting.ts";
import type { HomeData, HomeEntry, HomeResume, HomeToday } from "../../screens/home.ts";
import { type ItemId, itemRef } from "../../study/item.ts";
import { itemsBy } from "../../study/item_groups.ts";
import { isCounted, masteryOf, meanMastery } from "../../study/mastery.ts";
import { halfDone, isWhole } from "../../study/progress.ts";
import { dueCounts } from "../../study/queue.ts";
import type { StudyRecord } from "../../study/record.ts";
import { streakOf } from "../../study/statistics/streak.ts";
import { type ContentIndex, contentIndex, type IndexedContent } from "../content_index.ts";
import { openQuiz } from "../load.ts";
import { homePaths, stepTitle } from "./path_facts.ts";
import { relative, shellWord } from "../output/paths.ts";
import { todayOf } from "./today.ts";
import type { World } from "../world.ts";

/** `now`: ms since 1970. Throws a `UserError` where a content folder cannot be read. */
export async function homeData(world: World, record: StudyRecord, now: number): Promise<HomeData> {
  const index = await contentIndex(world);
  const today = todayOf(record.settings, now);
  const known = knownIn(record, today);
  const areaOf = new Map(index.concepts.map(({ id, area }) => [id, area]));
  const items = index.contents.flatMap(({ items }) => items);
  const inArea = itemsBy(items, ({ concepts }) => concepts.flatMap((concept) => areaOf.get(concept) ?? []));
  const ofConcept = itemsBy(items, ({ concepts }) => concepts);
  const resume = await resumed(world, index, record);
  return {
    entries: index.contents.map((content) => entryOf(content, { areaOf, known, record, now, today })),
    paths: homePaths(index, record, world.sameFlags ?? []),
    areas: Object.entries(areaNames).map(([id, name]) => ({ id, name, ...known(inArea.get(id) ?? []) })),
    concepts: index.concepts.map(({ id, name }) => ({ id, name, ...known(ofConcept.get(id) ?? []) })),
    today: todaysFigures(record, index, today),
    ...(resume ? { resume } : {}),
    broken: index.broken.map((path) => shellWord(relative(path))),
    flags: world.sameFlags ?? [],
  };
}

interface Facts {
  readonly areaOf: ReadonlyMap<string, string>;
  readonly known: (items: readonly ItemId[]) => { readonly mastery?: number };
  readonly record: StudyRecord;
  readonly now: number;
  readonly today: number;
}

function entryOf(content: IndexedContent, { areaOf, known, record, now, today }: Facts): HomeEntry {
  const { kind, id, title, summary, size, concepts, items } = content;
  const past = kind === "quiz" ? record.quizzes.get(id) : record.labs.get(id);
  const done = doneOf(content, record);
  const best = kind === "quiz" ? record.quizzes.get(id)?.best : undefined;
  const half = kind === "quiz" ? halfOf(content, record) : undefined;
  const days = past && today - todayOf(record.settings, Math.min(now, past.at));
  return {
    kind,
    id,
    title,
    ...(summary ? { summary } : {}),
    size,
    area: mostly(items.flatMap(({ concepts }) => concepts).concat(concepts).flatMap((one) => areaOf.get(one) ?? [])),
    concepts,
    ...(done === undefined ? {} : { done }),
    ...known(items.map(({ id }) => id)),
    ...(half === undefined ? {} : { half }),
    ...(days === undefined ? {} : { last: { days, ...(best === undefined ? {} : { best }) } }),
  };
}

/** Questions answered in an attempt at the whole quiz that was left half done; undefined where there is none. */
function halfOf({ id, items, size }: IndexedContent, { quizzes }: StudyRecord): number | undefined {
  const past = halfDone(quizzes.get(id));
  if (!past || !isWhole(id, past.options)) return undefined;
  const answered = items.filter((item) => {
    const ref = itemRef(item.id);
    return ref?.kind === "quiz" && past.answers.has(ref.question);
  }).length;
  return answered > 0 && answered < size ? answered : undefined;
}

/** Questions that were ever answered, tasks that are passed; undefined where nothing was begun. */
function doneOf({ kind, id, size, items }: IndexedContent, record: StudyRecord): number | undefined {
  const lab = record.labs.get(id);
  const done = kind === "quiz"
    ? items.filter(({ id }) => record.tallies.has(id)).length
    : items.filter((item) => isPassed(item.id, lab?.passed)).length;
  const begun = kind === "quiz" ? done > 0 : lab !== undefined;
  return begun && size > 0 ? done / size : undefined;
}

function isPassed(item: ItemId, passed: ReadonlyMap<string, number> | undefined): boolean {
  const ref = itemRef(item);
  return ref?.kind === "task" && passed?.has(ref.task) === true;
}

/** The mean over the items that count, nothing while none of them was ever asked. */
function knownIn(record: StudyRecord, today: number): Facts["known"] {
  const computed = masteryOf(record, today);
  // An item counts in its quiz, in its concepts and in their areas.
  const known = new Map<ItemId, number>();
  const ofItem = (item: ItemId) => {
    const mastery = known.get(item) ?? computed(item);
    known.set(item, mastery);
    return mastery;
  };
  return (items) => {
    if (!items.some((id) => record.cards.has(id))) return {};
    const counted = items.filter((id) => isCounted(record, id));
    return { mastery: meanMastery(counted, ofItem) };
  };
}

function todaysFigures(record: StudyRecord, { contents }: ContentIndex, today: number): HomeToday {
  const { due, fresh, later } = dueCounts(record, contents.flatMap(({ items }) => items), today);
  return {
    due,
    fresh,
    ...(later === undefined ? {} : { next: later - today }),
    streak: streakOf(record.days, today).current,
    answered: record.days.get(today)?.answers ?? 0,
  };
}

/** What comes most often; the first of those that come as often; empty without any. */
function mostly(areas: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const area of areas) counts.set(area, (counts.get(area) ?? 0) + 1);
  let [best, most] = ["", 0];
  for (const [area, count] of counts) if (count > most) [best, most] = [area, count];
  return best;
}

/** What was left half done last. Only of a quiz its file is opened: where it goes on depends on its questions. */
async function resumed(
  world: World,
  { contents, paths }: ContentIndex,
  record: StudyRecord,
): Promise<HomeResume | undefined> {
  const begun = contents.flatMap((content) => {
    const past = content.kind === "quiz" ? record.quizzes.get(content.id) : record.labs.get(content.id);
    return past ? [{ content, at: past.at }] : [];
  });
  const sitting = paths.flatMap((path) => halfSitting(path, record)).sort((one, other) => other.at - one.at)[0];
  for (const { content, at } of begun.sort((one, other) => other.at - one.at)) {
    if (sitting && sitting.at > at) break;
    const { kind, id, title } = content;
    const detail = kind === "quiz" ? await openQuestion(world, id, record) : openTasks(content, record);
    if (detail) return { kind, id, title, detail };
  }
  return sitting?.resume;
}

/** Its questions stand in what it was begun with: none of the quizzes that they come from is opened. */
function halfSitting(
  path: Path,
  { quizzes }: StudyRecord,
): readonly { readonly resume: HomeResume; readonly at: number }[] {
  return (["placement", "exam"] as const).flatMap((kind) => {
    const id = sittingId(path.id, kind);
    const past = quizzes.get(id);
    const all = past?.options.questions?.length ?? 0;
    if (!past || past.finished || past.answers.size === 0) return [];
    const detail: Text = {
      es: `${past.answers.size} de ${all} contestadas`,
      en: `${past.answers.size} of ${all} answered`,
    };
    return [{ resume: { kind: "quiz", id, title: stepTitle(kind), detail }, at: past.at }];
  });
}

async function openQuestion(world: World, id: string, { quizzes }: StudyRecord): Promise<Text | undefined> {
  const past = halfDone(quizzes.get(id));
  if (!past) return undefined;
  try {
    const { content: quiz } = await openQuiz(world, id);
    const session = resumeSession(quiz, past.options, past);
    const { at, items } = session;
    const open = openPlaces(session).length;
    if (open === 0) return undefined;
    if (at >= items.length) return { es: `${open} sin responder`, en: `${open} not answered` };
    return { es: `pregunta ${at + 1} de ${items.length}`, en: `question ${at + 1} of ${items.length}` };
  } catch (error) {
    // Its file is not called like its id: it is in the list, and cannot be opened by this name.
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function openTasks({ id, size, items }: IndexedContent, { labs }: StudyRecord): Text | undefined {
  const past = labs.get(id);
  const passed = items.filter((item) => isPassed(item.id, past?.passed)).length;
  if (!past || past.cleaned || passed === size) return undefined;
  return { es: `${passed} de ${size} tareas superadas`, en: `${passed} of ${size} tasks passed` };
}
