/** `grumete concept`: what a concept is, where it is taught, and how well it is known. */

import type { ExitCode } from "../../content/user_error.ts";
import { conceptOpening } from "../study/concept_opening.ts";
import { conceptText } from "../study/concept_text.ts";
import { runOnScreen } from "../screen/on_screen.ts";
import { Performer } from "../screen/performer.ts";
import { print } from "../output/print.ts";
import type { CommonFlags, World } from "../world.ts";

/** A screen where there is a terminal, else lines of text. Throws a `UserError` (2) for an unknown id. */
export async function run(world: World, _flags: CommonFlags, id: string): Promise<ExitCode> {
  await using performer = new Performer(world);
  const opening = await conceptOpening(world, performer.studied(), id, Date.now());
  if (!world.plain && world.interactive) {
    const code = await runOnScreen(world, performer, { kind: "concept", opening }, []);
    if (code !== undefined) return code;
  }
  print(conceptText(opening, world.lang, world.sameFlags));
  return 0;
}
