/** A mapping that the user wrote, in a file or on standard input: answers to the questions of a quiz or of a session. */

import { later } from "../content/later.ts";
import { problemsText } from "../content/problem.ts";
import { UserError } from "../content/user_error.ts";
import { readStandardInput, readText } from "../store/read_text.ts";
import { absolute } from "../store/state_folder.ts";
import { relative } from "./output/paths.ts";

export interface SourceText {
  /** As it is shown to people. */
  readonly name: string;
  readonly text: string;
}

/** `source` is a path, or `-` for standard input. Throws a `UserError` (4). */
export async function readSource(source: string): Promise<SourceText> {
  const path = source === "-" ? "-" : absolute(source);
  return { name: relative(path), text: source === "-" ? await readStandardInput() : readText(path) };
}

/** YAML or JSON. Throws a `UserError` (4) with all problems at once. */
export async function mappingIn({ name, text }: SourceText): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { loadPlain } = await later<typeof import("../content/decode.ts")>(import.meta.url, "../content/decode.ts");
  const { value, problems } = loadPlain(text, name);
  if (problems.length > 0) throw new UserError(problemsText(problems), undefined, 4);
  return value;
}
