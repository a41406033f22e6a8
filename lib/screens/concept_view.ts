/** The picture of a concept. */

import { appBindings } from "./app_keys.ts";
import { conceptBindings, type ConceptState } from "./concept.ts";
import type { Frame } from "./frame.ts";
import { markdown } from "./markdown.ts";
import { page, type View } from "./page.ts";
import { span } from "./width.ts";

export function viewConcept(state: ConceptState, view: View): Frame {
  const { name, fact } = state.opening;
  const body = markdown(fact[view.lang], Math.min(view.size.columns, 100));
  const header = [[span(name[view.lang], "title")]];
  return page({ header, body, offset: 0, bindings: [...conceptBindings(state), ...appBindings(false)] }, view);
}
