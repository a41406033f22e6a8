/** The grades that a folder holds from the last time, to be compared with those of now. */

import type { Grades } from "../../exam/grading/grades.ts";
import { decodeGrades } from "../../exam/grading/grades_document.ts";

/** Undefined where there are none, where they are of another session, or where they cannot be read: they are only there to compare. */
export function gradesBefore(folder: string, { pack }: Grades): Grades | undefined {
  let text: string;
  try {
    text = Deno.readTextFileSync(`${folder}/grades.json`);
  } catch {
    return undefined;
  }
  const before = decodeGrades(text);
  return before?.pack === pack ? before : undefined;
}
