/** `grumete schema quiz|lab|path`: the JSON Schema that editors use. */

import { jsonSchemaOf } from "../../content/json_schema.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { printJson } from "../output/print.ts";
import type { CommonFlags, World } from "../world.ts";

export async function run(_world: World, _flags: CommonFlags, of: string): Promise<ExitCode> {
  if (of !== "quiz" && of !== "lab" && of !== "path") {
    throw new UserError(
      {
        es: `No se puede mostrar el esquema de "${of}": solo hay de quiz, de lab y de path`,
        en: `Cannot show the schema of "${of}": there are those of quiz, lab and path`,
      },
      { es: "Prueba: grumete schema quiz", en: "Try: grumete schema quiz" },
    );
  }
  printJson(await jsonSchemaOf(of));
  return 0;
}
