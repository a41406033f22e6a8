/** `deno task bench`: prints lines `name ratio`, lower is better but for `verify_vs_…`; `event_to_green`, `key_to_screen` and `grade_ms` are ms, `memory_mb` and `grade_mb` are MB; what needs an engine is left out, in words, where there is none. */

import { gradeLinear, gradeMb, gradeMs } from "./class_graded.ts";
import { reportLinear } from "./class_report.ts";
import { completionTab } from "./completion.ts";
import { home100k, keyToScreen, memoryMb } from "./long_log.ts";
import { firstPictureQuiz, lint10k, startupHelp } from "./start_up.ts";
import { eventToGreen, verifyBatch, verifyCrowded } from "./engine.ts";
import { verifyVsBats, verifyVsTestinfra } from "./rivals.ts";

const benches: ReadonlyMap<string, () => Promise<number | string>> = new Map([
  ["startup_help", startupHelp],
  ["first_picture_quiz", firstPictureQuiz],
  ["completion_tab", completionTab],
  ["home_100k", home100k],
  ["key_to_screen", keyToScreen],
  ["memory_mb", memoryMb],
  ["verify_batch", verifyBatch],
  ["verify_crowded", verifyCrowded],
  ["verify_vs_bats", verifyVsBats],
  ["verify_vs_testinfra", verifyVsTestinfra],
  ["event_to_green", eventToGreen],
  ["lint_10k", lint10k],
  ["report_1000_by_100", reportLinear],
  ["grade_1000_by_100", gradeLinear],
  ["grade_ms", gradeMs],
  ["grade_mb", gradeMb],
]);

const encoder = new TextEncoder();
const say = (line: string) => Deno.stdout.writeSync(encoder.encode(`${line}\n`));

const wanted = Deno.args.length > 0 ? Deno.args : [...benches.keys()];
for (const name of wanted) {
  const bench = benches.get(name);
  if (!bench) {
    say(`There is no bench "${name}": ${[...benches.keys()].join(" ")}`);
    Deno.exit(2);
  }
  const result = await bench();
  say(typeof result === "number" ? `${name} ${result.toFixed(2)}` : `# ${name}: ${result}`);
}
