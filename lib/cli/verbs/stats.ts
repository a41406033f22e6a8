/** `grumete stats`: on a screen, as text without pictures, or as JSON (the document is described in `../study/stats_json.ts`). */

import type { ExitCode } from "../../content/user_error.ts";
import { later } from "../../content/later.ts";
import type { JsonFlags } from "../table/flags.ts";
import { Performer } from "../screen/performer.ts";
import { print, printJson } from "../output/print.ts";
import { statisticsOf } from "../study/statistics_of.ts";
import type { World } from "../world.ts";

/** Nothing is stored: looking leaves no trace. */
export async function run(world: World, flags: JsonFlags): Promise<ExitCode> {
  await using performer = new Performer(world);
  const statistics = await statisticsOf(world, performer.studied(), Date.now());
  if (flags.json) {
    const { statsJson } = await later<typeof import("../study/stats_json.ts")>(
      import.meta.url,
      "../study/stats_json.ts",
    );
    printJson(statsJson(statistics, world.lang));
    return 0;
  }
  if (!world.plain && world.interactive) {
    const { runOnScreen } = await later<typeof import("../screen/on_screen.ts")>(
      import.meta.url,
      "../screen/on_screen.ts",
    );
    const code = await runOnScreen(world, performer, { kind: "stats", statistics }, []);
    if (code !== undefined) return code;
  }
  const { statsText } = await later<typeof import("../study/stats_text.ts")>(import.meta.url, "../study/stats_text.ts");
  print(statsText(statistics, world.lang).join("\n"));
  return 0;
}
