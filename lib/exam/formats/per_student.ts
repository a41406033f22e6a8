/** The formats that have one document for each student, and what their files are called. */

import type { ReportFormat } from "../../lab/formats.ts";

export const studentFormats = [
  "gradescope",
  "classroom",
  "check50",
  "junit",
  "tap",
] as const satisfies readonly ReportFormat[];
export type StudentFormat = (typeof studentFormats)[number];

const endings: Readonly<Record<StudentFormat, string>> = {
  gradescope: ".results.json",
  classroom: ".classroom.txt",
  check50: ".check50.json",
  junit: ".junit.xml",
  tap: ".tap",
};

/** `stem`: see `file_stem.ts`. */
export function fileNameOf(stem: string, format: StudentFormat): string {
  return `${stem}${endings[format]}`;
}
