/** `grumete` alone: the home screen; help where there is no terminal. */

import type { ExitCode } from "../../content/user_error.ts";
import { homeData } from "../study/home_data.ts";
import { later } from "../../content/later.ts";
import { runOnScreen } from "../screen/on_screen.ts";
import { Performer } from "../screen/performer.ts";
import type { CommonFlags, World } from "../world.ts";

export async function run(world: World, _flags: CommonFlags): Promise<ExitCode> {
  if (world.plain || !world.interactive) return await showHelp(world);
  await using performer = new Performer(world);
  const home = await homeData(world, performer.studied(), Date.now());
  return await runOnScreen(world, performer, { kind: "home", home }, []) ?? await showHelp(world);
}

async function showHelp(world: World): Promise<ExitCode> {
  const { runCli } = await later<typeof import("../app.ts")>(import.meta.url, "../app.ts");
  return await runCli(["--help", "--lang", world.lang]);
}
