/** What a screen knows of how an answer came about. */

import type { Item } from "../quiz/session.ts";
import type { Confidence } from "../study/events.ts";
import { meaningOf } from "../study/meaning.ts";
import type { Told } from "./effects.ts";

/** Stored with the answer; the time that it took is added outside. */
export function toldOf(item: Item, confidence: Confidence | undefined): Told {
  return { hints: item.hintsShown, meaning: meaningOf(item.question), ...(confidence ? { confidence } : {}) };
}
