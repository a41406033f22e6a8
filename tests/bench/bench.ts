/** `deno task bench`: prints lines `name ratio`, lower is better; what needs an engine is left out, in words, where there is none. */

import { firstPictureQuiz, lint10k, startupHelp } from "./start_up.ts";
import { eventToGreen, verifyBatch } from "./engine.ts";

const benches: Readonly<Record<string, () => Promise<number | string>>> = {
  startup_help: startupHelp,
  first_picture_quiz: firstPictureQuiz,
  verify_batch: verifyBatch,
  event_to_green: eventToGreen,
  lint_10k: lint10k,
};

const wanted = Deno.args.length > 0 ? Deno.args : Object.keys(benches);
for (const name of wanted) {
  const bench = benches[name];
  if (!bench) {
    console.error(`There is no bench "${name}": ${Object.keys(benches).join(" ")}`);
    Deno.exit(2);
  }
  const result = await bench();
  console.log(typeof result === "number" ? `${name} ${result.toFixed(2)}` : `# ${name}: ${result}`);
}
