/** `grumete completions`: the script that makes a shell complete grumete's verbs, flags and ids. */

import bash from "../completion/grumete.bash" with { type: "text" };
import fish from "../completion/grumete.fish" with { type: "text" };
import zsh from "../completion/grumete.zsh" with { type: "text" };
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { printDocument } from "../output/print.ts";
import type { CommonFlags, World } from "../world.ts";

const scripts: ReadonlyMap<string, string> = new Map([["bash", bash], ["zsh", zsh], ["fish", fish]]);

// deno-lint-ignore require-await -- every verb is asynchronous
export async function run(_world: World, _flags: CommonFlags, shell: string): Promise<ExitCode> {
  const script = scripts.get(shell);
  if (script === undefined) {
    throw new UserError(
      {
        es: `No se puede escribir el script de "${shell}": los hay de bash, zsh y fish`,
        en: `Cannot write the script of "${shell}": there are those of bash, zsh and fish`,
      },
      { es: "Prueba: source <(grumete completions bash)", en: "Try: source <(grumete completions bash)" },
    );
  }
  printDocument(script);
  return 0;
}
