/** `grumete lab`: the guided lab, on a screen or as plain lines. */

import type { ExitCode } from "../../content/user_error.ts";
import { openLab } from "../load.ts";
import { runOnScreen } from "../on_screen.ts";
import { Performer } from "../performer.ts";
import type { CommonFlags, World } from "../world.ts";

export async function run(world: World, _flags: CommonFlags, reference: string): Promise<ExitCode> {
  const opened = openLab(world, reference);
  await using performer = new Performer(world);
  if (!world.plain && world.interactive) {
    const opening = performer.labOpening(opened.content);
    const code = await runOnScreen(world, performer, { kind: "lab", opening }, [{ kind: "watch-lab", reference }]);
    if (code !== undefined) return code;
  }
  const { plainLab } = await import("../plain_lab.ts");
  return await plainLab(world, opened);
}
