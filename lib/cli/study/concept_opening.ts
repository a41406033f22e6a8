/** What is shown of a concept: the course's words, where it is taught, and the learner's history with it. */

import { areaNames } from "../../content/area_names.ts";
import { editDistance, nearest } from "../../content/near.ts";
import type { Concept } from "../../content/schema/concept.ts";
import type { Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import type { ConceptItem, ConceptNeighbour, ConceptOpening, ConceptSource } from "../../screens/concept.ts";
import { itemRef } from "../../study/item.ts";
import { isCounted, masteryOf, meanMastery } from "../../study/mastery.ts";
import { isDue } from "../../study/queue.ts";
import type { StudyRecord } from "../../study/record.ts";
import { contentIndex, type IndexedContent } from "../content_index.ts";
import { openConcepts } from "../load.ts";
import { reviewCards } from "./review_cards.ts";
import { todayOf } from "./today.ts";
import type { World } from "../world.ts";

/** `now`: ms since 1970. Throws a `UserError` (2) for an id that no list of concepts has. */
export async function conceptOpening(
  world: World,
  record: StudyRecord,
  id: string,
  now: number,
): Promise<ConceptOpening> {
  const { concepts } = await openConcepts(world);
  const concept = concepts.get(id);
  if (!concept) throw unknown(id, [...concepts.values()]);
  const { contents } = await contentIndex(world);
  const today = todayOf(record.settings, now);
  const asking = contents.flatMap((content) => content.items.filter(({ concepts }) => concepts.includes(id)));
  const cards = await reviewCards(world, record, asking.map(({ id }) => id), today);
  const items = cards.map((card): ConceptItem => ({
    id: card.item,
    kind: card.kind,
    text: card.kind === "task" ? card.title : card.question.prompt,
    from: card.from,
    ...historyOf(card.item, record, { today, now }),
  }));
  const tasks = new Map(items.filter(({ kind }) => kind === "task").map(({ id, text }) => [id, text]));
  const known = asking.map(({ id }) => id).filter((id) => isCounted(record, id));
  // Tasks are done, not asked.
  const tallies = asking.flatMap(({ id }) => itemRef(id)?.kind === "task" ? [] : record.tallies.get(id) ?? []);
  const area = [...concepts.values()].filter((other) => other.area === concept.area);
  const place = area.findIndex((other) => other.id === id);
  return {
    id,
    name: concept.name,
    fact: concept.fact,
    area: areaNames[concept.area],
    place: place + 1,
    of: area.length,
    ...(area.length > 1 ? { previous: neighbour(area, place - 1), next: neighbour(area, place + 1) } : {}),
    sources: contents.filter(({ concepts }) => concepts.includes(id)).map((content) => sourceOf(content, id, tasks)),
    items,
    asked: tallies.reduce((sum, { asked }) => sum + asked, 0),
    right: tallies.reduce((sum, { right }) => sum + right, 0),
    ...(known.some((id) => record.cards.has(id)) ? { mastery: meanMastery(known, masteryOf(record, today)) } : {}),
  };
}

function sourceOf(
  { kind, id, title, items }: IndexedContent,
  concept: string,
  tasks: ReadonlyMap<string, Text>,
): ConceptSource {
  const own = items.filter(({ concepts }) => concepts.includes(concept));
  return {
    kind,
    id,
    title,
    questions: own.filter(({ id }) => itemRef(id)?.kind !== "task").length,
    tasks: own.flatMap(({ id }) => tasks.get(id) ?? []),
  };
}

function historyOf(
  item: string,
  record: StudyRecord,
  { today, now }: { readonly today: number; readonly now: number },
): Pick<ConceptItem, "recent" | "lastDays" | "dueDays"> {
  const recent = record.tallies.get(item)?.recent ?? [];
  const last = recent.at(-1);
  const card = record.cards.get(item);
  return {
    recent: recent.map(({ fraction }) => fraction),
    ...(last ? { lastDays: today - todayOf(record.settings, Math.min(now, last.at)) } : {}),
    ...(card ? { dueDays: isDue(card, today) ? 0 : card.due - today } : {}),
  };
}

/** Before the first comes the last. */
function neighbour(area: readonly Concept[], place: number): ConceptNeighbour {
  const concept = area.at(place % area.length);
  if (!concept) throw new RangeError("an area without concepts has no neighbours");
  return { id: concept.id, name: concept.name };
}

/** With ids that are like it: nearly written so, or with a word in common. */
function unknown(id: string, concepts: readonly Concept[]): UserError {
  const near = nearest(id, concepts.map(({ id }) => id));
  const words = id.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 3).slice(0, 8);
  const alike = concepts.map(({ id }) => id)
    .filter((other) => other === near || words.some((word) => other.includes(word)))
    .map((other) => ({ other, distance: other === near ? -1 : editDistance(id.slice(0, 64), other) }))
    .sort((one, two) => one.distance - two.distance)
    .slice(0, 5)
    .map(({ other }) => `grumete concept ${other}`);
  const all = "grumete list --concepts";
  return new UserError(
    { es: `No se puede mostrar el concepto "${id}": no existe`, en: `Cannot show the concept "${id}": there is none` },
    alike.length === 0
      ? { es: `${all} muestra los que hay`, en: `${all} shows what there is` }
      : { es: `¿Querías decir?\n  ${alike.join("\n  ")}`, en: `Did you mean?\n  ${alike.join("\n  ")}` },
  );
}
