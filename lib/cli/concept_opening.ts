/** What is shown of a concept: the course's words, where it is taught, and the learner's history with it. */

import { areaNames } from "../content/area_names.ts";
import { UserError } from "../content/user_error.ts";
import type { ConceptOpening } from "../screens/concept.ts";
import type { StudyRecord } from "../study/record.ts";
import { openConcepts } from "./load.ts";
import type { World } from "./world.ts";

/** Throws a `UserError` for an id that no list of concepts has. */
export async function conceptOpening(world: World, _record: StudyRecord, id: string): Promise<ConceptOpening> {
  const { concepts } = await openConcepts(world);
  const concept = concepts.get(id);
  if (!concept) {
    throw new UserError(
      { es: `No se encuentra el concepto "${id}"`, en: `Cannot find the concept "${id}"` },
      { es: "grumete list --concepts los muestra", en: "grumete list --concepts shows them" },
    );
  }
  return { id, name: concept.name, fact: concept.fact, area: areaNames[concept.area] };
}
