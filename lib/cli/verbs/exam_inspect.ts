/** `grumete exam inspect`: what one submission proves, and what it does not. */

import { type ExitCode } from "../../content/user_error.ts";
import type { Examined } from "../../exam/inspection/examined.ts";
import type { Finding } from "../../exam/inspection/finding.ts";
import { classFindings } from "../../exam/inspection/class_findings.ts";
import { openKeys, type TeacherKeys } from "../../store/exam_keys.ts";
import { isFolder } from "../../store/library.ts";
import { absolute } from "../../store/state_folder.ts";
import type { ExamInspectFlags } from "../table/flags.ts";
import { inspectionJson, inspectionText } from "../exam/inspect_text.ts";
import { examined } from "../exam/class_of.ts";
import { type KnownExam, knownExam } from "../exam/known_exam.ts";
import { relative } from "../output/paths.ts";
import { print, printJson } from "../output/print.ts";
import { reporting } from "../output/reporting.ts";
import { openSubmission, shownName, submissionsIn } from "../exam/submissions.ts";
import type { World } from "../world.ts";

/**
 * 0 when nothing speaks against it, 1 when something is to be looked at, 4 when it cannot be graded. Several files are compared with
 * each other: copies, tickets and keys used twice. As JSON: a list of
 * `{file, exam?, student?, name?, attempt?, ticket, startedAt?, finishedAt?, answered?, findings:[{kind,weight,text}], proves, doesNotProve}`.
 */
export async function run(world: World, flags: ExamInspectFlags, ...paths: string[]): Promise<ExitCode> {
  const { lang } = world;
  const keys = await openKeys(absolute(flags.key));
  const opened = await openedAll(world, keys, filesIn(paths));
  const more = compared(opened);
  const all = opened.map(({ examined, exam }) => ({
    exam,
    examined: { ...examined, findings: [...examined.findings, ...more.get(examined.file) ?? []] },
  }));
  if (flags.json) printJson(all.map(({ examined, exam }) => inspectionJson(examined, exam, lang)));
  else print(all.map(({ examined, exam }) => inspectionText(examined, exam, lang)).join("\n\n"));
  const weights = new Set(all.flatMap(({ examined }) => examined.findings.map(({ weight }) => weight)));
  return weights.has("refused") ? 4 : weights.has("doubt") ? 1 : 0;
}

interface Inspected {
  readonly examined: Examined;
  readonly exam: KnownExam | undefined;
}

/** Paths; of a folder those in it. */
function filesIn(paths: readonly string[]): readonly string[] {
  const files = paths.map(absolute).flatMap((path) =>
    isFolder(path) ? submissionsIn(path).map((file) => file.path) : [path]
  );
  return [...new Set(files)];
}

async function openedAll(world: World, keys: TeacherKeys, paths: readonly string[]): Promise<readonly Inspected[]> {
  const exams = new Map<string, KnownExam | undefined>();
  const opened: Inspected[] = [];
  using telling = reporting(world, { es: "Abriendo las entregas", en: "Opening the submissions" });
  for (const path of paths) {
    opened.push(await inspected(world, keys, path, exams));
    telling.tell({ note: `${opened.length}/${paths.length}` });
  }
  return opened;
}

/** File → what is to be added, from the others of its session. */
function compared(opened: readonly Inspected[]): ReadonlyMap<string, readonly Finding[]> {
  const sessions = Map.groupBy(opened, ({ exam }) => exam);
  return new Map([...sessions].flatMap(([exam, ones]) => [
    ...classFindings(ones.map(({ examined }) => examined), exam?.known.pack.attempts ?? 1),
  ]));
}

async function inspected(
  world: World,
  keys: TeacherKeys,
  path: string,
  exams: Map<string, KnownExam | undefined>,
): Promise<Inspected> {
  const name = shownName(relative(path));
  const handedIn = await openSubmission(name, path, keys.identity);
  const pack = handedIn.submission?.pack;
  if (pack !== undefined && !exams.has(pack)) exams.set(pack, await knownExam(world, keys.folder, pack));
  const exam = pack === undefined ? undefined : exams.get(pack);
  return { examined: examined(handedIn, exam), exam };
}
