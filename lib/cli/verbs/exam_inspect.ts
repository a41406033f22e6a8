/** `grumete exam inspect`: what one submission proves, and what it does not. */

import { type ExitCode } from "../../content/user_error.ts";
import { examine, type Examined } from "../../exam/examined.ts";
import { unknownPack } from "../../exam/finding.ts";
import { classFindings } from "../../exam/class_findings.ts";
import { verifySignature } from "../../store/ed25519.ts";
import { openKeys, type TeacherKeys } from "../../store/exam_keys.ts";
import { absolute } from "../../store/state_folder.ts";
import type { ExamInspectFlags } from "../flags.ts";
import { inspectionJson, inspectionText } from "../inspect_text.ts";
import { type KnownExam, knownExam } from "../known_exam.ts";
import { relative } from "../paths.ts";
import { print, printJson } from "../print.ts";
import { openSubmission, shownName } from "../submissions.ts";
import type { World } from "../world.ts";

/**
 * 0 when nothing speaks against it, 1 when something is to be looked at, 4 when it cannot be graded. Several files are compared with
 * each other: copies, tickets and keys used twice. As JSON: a list of
 * `{file, exam?, student?, name?, attempt?, ticket, startedAt?, finishedAt?, answered?, findings:[{kind,weight,text}], proves, doesNotProve}`.
 */
export async function run(world: World, flags: ExamInspectFlags, ...files: string[]): Promise<ExitCode> {
  const { lang } = world;
  const keys = await openKeys(absolute(flags.key));
  const exams = new Map<string, KnownExam | undefined>();
  const opened: { examined: Examined; exam: KnownExam | undefined }[] = [];
  for (const file of files) opened.push(await inspected(world, keys, file, exams));
  const attempts = Math.min(...opened.map(({ exam }) => exam?.known.pack.attempts ?? 1));
  const more = classFindings(opened.map(({ examined }) => examined), attempts);
  const all = opened.map(({ examined, exam }) => ({
    exam,
    examined: { ...examined, findings: [...examined.findings, ...more.get(examined.file) ?? []] },
  }));
  if (flags.json) printJson(all.map(({ examined, exam }) => inspectionJson(examined, exam, lang)));
  else print(all.map(({ examined, exam }) => inspectionText(examined, exam, lang)).join("\n\n"));
  const weights = new Set(all.flatMap(({ examined }) => examined.findings.map(({ weight }) => weight)));
  return weights.has("refused") ? 4 : weights.has("doubt") ? 1 : 0;
}

async function inspected(
  world: World,
  keys: TeacherKeys,
  file: string,
  exams: Map<string, KnownExam | undefined>,
): Promise<{ examined: Examined; exam: KnownExam | undefined }> {
  const path = absolute(file);
  const name = shownName(relative(path));
  const { submission, finding } = await openSubmission(name, path, keys.identity);
  if (!submission) return { examined: { file: name, findings: finding ? [finding] : [] }, exam: undefined };
  const { pack } = submission;
  if (!exams.has(pack)) exams.set(pack, await knownExam(world, keys.folder, pack));
  const exam = exams.get(pack);
  if (exam) return { examined: examine(name, submission, exam.known, verifySignature), exam };
  return { examined: { file: name, findings: [unknownPack] }, exam };
}
