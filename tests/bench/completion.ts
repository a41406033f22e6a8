/** What one TAB costs. */

import { inTurns, project, timeOf } from "./measure.ts";

const run = [Deno.execPath(), "run", "-q", "--no-prompt", "-A"];

/** What a shell asks for `grumete verify first-container --task ` ÷ an empty script; of all that is completed it takes longest. */
export async function completionTab(): Promise<number> {
  const folder = Deno.makeTempDirSync();
  Deno.writeTextFileSync(`${folder}/empty.ts`, "");
  const words = ["grumete", "verify", "--state", `${folder}/state`, "first-container", "--task", ""];
  const [tab = NaN, nothing = NaN] = await inTurns(15, [
    () => timeOf([...run, `${project}/main.ts`, "complete", "zsh", "6", ...words]),
    () => timeOf([...run, `${folder}/empty.ts`]),
  ]);
  return tab / nothing;
}
