/** What there is to learn, without its texts: the concepts, and the items that ask for them. */

import type { Area } from "../content/area_names.ts";
import type { Text } from "../content/text.ts";
import type { ItemId } from "./item.ts";

export interface SyllabusConcept {
  readonly id: string;
  readonly area: Area;
  readonly name: Text;
}

export interface SyllabusItem {
  readonly id: ItemId;
  /** Ids; may name concepts that no list has. */
  readonly concepts: readonly string[];
}

/** Both in the order of the course. */
export interface Syllabus {
  readonly concepts: readonly SyllabusConcept[];
  readonly items: readonly SyllabusItem[];
}
