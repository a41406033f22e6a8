/** The formats in which a verdict leaves the program; a name without a writer does not compile. */

import type { Lang } from "../content/text.ts";
import { check50Report } from "./formats/check50.ts";
import { classroomReport } from "./formats/classroom.ts";
import { gradescopeReport } from "./formats/gradescope.ts";
import { jsonReport } from "./formats/json.ts";
import { junitReport } from "./formats/junit.ts";
import type { LabReport } from "./formats/report.ts";
import { tapReport } from "./formats/tap.ts";

export const reportFormats = ["json", "tap", "junit", "gradescope", "classroom", "check50"] as const;
export type ReportFormat = (typeof reportFormats)[number];

const writers: { readonly [Format in ReportFormat]: (report: LabReport, lang: Lang) => string } = {
  json: jsonReport,
  tap: tapReport,
  junit: junitReport,
  gradescope: gradescopeReport,
  classroom: classroomReport,
  check50: check50Report,
};

/** The whole document, with its last line end. What could not be checked is never written as failed nor as full marks. */
export function writeReport(format: ReportFormat, report: LabReport, lang: Lang): string {
  return writers[format](report, lang);
}
