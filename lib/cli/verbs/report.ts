/** `grumete report`: what the marks of a class say of the class and of the test. */

import { type ExitCode, UserError } from "../../content/user_error.ts";
import { later } from "../../content/later.ts";
import type { Text } from "../../content/text.ts";
import { type ClassStatistics, classStatistics } from "../../exam/statistics/class_statistics.ts";
import { sayLines } from "../../terminal/say.ts";
import { outputWidth } from "../../terminal/stream.ts";
import { absolute } from "../../store/state_folder.ts";
import { storedMarks, tableMarks } from "../report/class_marks.ts";
import type { ReportFlags } from "../table/flags.ts";
import { inPieces } from "../output/in_pieces.ts";
import { openConcepts } from "../load.ts";
import { writeSecret } from "../output/output_file.ts";
import { relative } from "../output/paths.ts";
import { print, printJson } from "../output/print.ts";
import { classLine, reportText } from "../report/report_text.ts";
import { reporting } from "../output/reporting.ts";
import type { World } from "../world.ts";

/** 0; throws a `UserError`: nothing to report on, or nowhere to write (2), marks that cannot be read (4). */
export async function run(world: World, flags: ReportFlags, folder?: string): Promise<ExitCode> {
  const { lang } = world;
  const { statistics, maxGiven } = await computed(world, flags, folder);
  const names = statistics.concepts.length > 0 ? await conceptNames(world) : new Map<string, Text>();
  const options = { conceptNames: names, maxGiven };
  if (flags.html !== undefined) {
    const { reportPage } = await later<typeof import("../../exam/report/html/page.ts")>(
      import.meta.url,
      "../../exam/report/html/page.ts",
    );
    writeSecret(absolute(flags.html), reportPage(statistics, lang, options), "--html");
  }
  if (flags.csv !== undefined) {
    const { reportCsv } = await later<typeof import("../../exam/report/report_csv.ts")>(
      import.meta.url,
      "../../exam/report/report_csv.ts",
    );
    writeSecret(absolute(flags.csv), reportCsv(statistics, lang), "--csv");
  }
  if (flags.json) {
    const { reportJson } = await later<typeof import("../../exam/report/report_json.ts")>(
      import.meta.url,
      "../../exam/report/report_json.ts",
    );
    printJson(reportJson(statistics, lang, maxGiven));
    return 0;
  }
  const files = [flags.html, flags.csv].flatMap((file) => file === undefined ? [] : [relative(absolute(file))]);
  if (files.length === 0) {
    sayLines(reportText(statistics, { ...options, lang, width: Math.max(30, outputWidth()), plain: world.plain }));
  } else {
    print(classLine(statistics, lang));
    for (const file of files) print(`${lang === "es" ? "Escrito" : "Written"}: ${file}`);
  }
  return 0;
}

interface Computed {
  readonly statistics: ClassStatistics;
  readonly maxGiven: boolean;
}

async function computed(world: World, flags: ReportFlags, folder: string | undefined): Promise<Computed> {
  if ((flags.marks === undefined) === (folder === undefined)) throw neitherOrBoth(folder !== undefined);
  const reading: Text = { es: "Leyendo las notas", en: "Reading the marks" };
  using telling = reporting(world, reading);
  const share = (part: number) => telling.tell({ note: `${Math.round(part * 100)}%` });
  const { marks, maxGiven } = flags.marks === undefined
    ? { marks: storedMarks(folder ?? ""), maxGiven: true }
    : await tableMarks(flags.marks, share);
  telling.tell({ what: { es: "Calculando", en: "Computing" } });
  return { statistics: await inPieces(classStatistics(marks), share), maxGiven };
}

async function conceptNames(world: World): Promise<ReadonlyMap<string, Text>> {
  const { concepts } = await openConcepts(world);
  return new Map([...concepts.values()].map(({ id, name }) => [id, name]));
}

function neitherOrBoth(both: boolean): UserError {
  const next: Text = {
    es: "grumete report CARPETA, o grumete report --marks NOTAS.csv",
    en: "grumete report FOLDER, or grumete report --marks MARKS.csv",
  };
  return both
    ? new UserError({
      es: "No se puede informar de una carpeta y de --marks: son dos clases",
      en: "Cannot report on a folder and on --marks: these are two classes",
    }, next)
    : new UserError({
      es: "No se puede informar: falta decir de qué clase",
      en: "Cannot report: it is not said on which class",
    }, next);
}
