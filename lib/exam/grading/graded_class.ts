/** All submissions of a session, graded: the same submissions and the same content give the same grades. */

import { classFindings, type Comparable } from "../inspection/class_findings.ts";
import type { Examined, KnownPack } from "../inspection/examined.ts";
import type { Finding } from "../inspection/finding.ts";
import type { GradedStudent, Grades } from "./grades.ts";
import { gradeAttempt, type Key } from "./grading.ts";
import { itemsOf } from "./key.ts";
import { drawnNames } from "../attempt/paper.ts";

/** What is kept of a submission once it is graded: with all its steps and looks a class would not fit into memory. */
export interface GradedSubmission extends Comparable {
  readonly findings: readonly Finding[];
  /** Absent where nothing can be graded. */
  readonly grade?: GradedStudent;
}

export interface ClassToGrade {
  readonly known: KnownPack;
  readonly key: Key;
  /** SHA-256 over the content that the key was made from, hex. */
  readonly keyHash: string;
  /** Also those that cannot be graded: they are listed with why. */
  readonly submissions: readonly GradedSubmission[];
}

export function gradeSubmission(
  { file, taken, findings }: Examined,
  pack: KnownPack["pack"],
  key: Key,
): GradedSubmission {
  if (!taken) return { file, findings };
  const { attempt: { begun }, ticket, seed, end } = taken;
  return {
    file,
    findings,
    taken: { attempt: { begun }, ...(ticket ? { ticket } : {}), end },
    grade: gradeAttempt({ file, taken, findings }, drawnNames(pack, seed), key),
  };
}

/** Of copies of one submission the first file by name is graded, the others are listed as refused; both say so. */
export function gradeClass({ known: { pack, hash }, key, keyHash, submissions }: ClassToGrade): Grades {
  const inOrder = submissions.toSorted((one, other) => one.file < other.file ? -1 : 1);
  const more = classFindings(inOrder, pack.attempts);
  const students: GradedStudent[] = [];
  const refused: { readonly file: string; readonly findings: readonly Finding[] }[] = [];
  const ends = new Set<string>();
  for (const { file, taken, grade, findings: own } of inOrder) {
    const findings = [...own, ...more.get(file) ?? []];
    if (!taken || !grade || ends.has(taken.end)) {
      refused.push({ file, findings });
      continue;
    }
    ends.add(taken.end);
    students.push({ ...grade, findings });
  }
  students.sort((one, other) =>
    one.student < other.student ? -1 : one.student > other.student ? 1 : one.attempt - other.attempt
  );
  return {
    format: 1,
    exam: pack.id,
    title: pack.title,
    pack: hash,
    pass: key.pass,
    key: keyHash,
    items: itemsOf(pack, key),
    students,
    refused,
  };
}
