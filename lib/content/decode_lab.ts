/** The door for labs: as that for quizzes, which has no need of all that is known of checks. */

import { decode, type Decoded, type DecodeOptions, outside } from "./decode.ts";
import { fileName } from "./rules/file_name.ts";
import { labFindings } from "./rules/lab.ts";
import { type Lab, labSchema } from "./schema/lab.ts";

/** `path` is shown in problems; the name of its folder must be the lab's id. Never throws. */
export function decodeLab(text: string, path: string, options: DecodeOptions<Lab> = {}): Decoded<Lab> {
  return decode(text, path, labSchema, (raw, lab) => [
    ...(typeof raw["id"] === "string" ? fileName("lab", raw["id"], path) : []),
    ...labFindings(raw, lab, options),
    ...outside(lab, options.rules),
  ]);
}
