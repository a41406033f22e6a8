/** `grumete schema quiz|lab`: the JSON Schema that editors use. */

import { jsonSchemaOf } from "../../content/json_schema.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { printJson } from "../print.ts";
import type { CommonFlags, World } from "../world.ts";

export async function run(_world: World, _flags: CommonFlags, of: string): Promise<ExitCode> {
  if (of !== "quiz" && of !== "lab") {
    throw new UserError(
      {
        es: `No se puede mostrar el esquema de "${of}": solo hay de quiz y de lab`,
        en: `Cannot show the schema of "${of}": there are those of quiz and lab`,
      },
      { es: "Prueba: grumete schema quiz", en: "Try: grumete schema quiz" },
    );
  }
  printJson(await jsonSchemaOf(of));
  return 0;
}
