/** The grades that a folder holds from the last time, to be compared with those of now. */

import type { Grades } from "../exam/grades.ts";
import { isRecord } from "../content/is_record.ts";

/** Undefined where there are none, where they are of another session, or where they cannot be read: they are only there to compare. */
export function gradesBefore(folder: string, { pack }: Grades): Grades | undefined {
  let read: unknown;
  try {
    read = JSON.parse(Deno.readTextFileSync(`${folder}/grades.json`));
  } catch {
    return undefined;
  }
  const known = isRecord(read) && read["format"] === 1 && read["pack"] === pack &&
    Array.isArray(read["items"]) && Array.isArray(read["students"]);
  return known ? read as unknown as Grades : undefined;
}
