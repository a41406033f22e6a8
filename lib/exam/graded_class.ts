/** All submissions of a session, graded: the same submissions and the same content give the same grades. */

import { classFindings } from "./class_findings.ts";
import type { Examined, KnownPack } from "./examined.ts";
import type { Finding } from "./finding.ts";
import type { GradedStudent, Grades } from "./grades.ts";
import { gradeAttempt, type Key } from "./grading.ts";
import { itemsOf } from "./key.ts";
import { paperOf } from "./paper.ts";

export interface ClassToGrade {
  readonly known: KnownPack;
  readonly key: Key;
  /** SHA-256 over the content that the key was made from, hex. */
  readonly keyHash: string;
  /** Also those that cannot be graded: they are listed with why. */
  readonly submissions: readonly Examined[];
}

/** Of copies of one submission the first file by name is graded, the others are listed as refused; both say so. */
export function gradeClass({ known: { pack, hash }, key, keyHash, submissions }: ClassToGrade): Grades {
  const inOrder = submissions.toSorted((one, other) => one.file < other.file ? -1 : 1);
  const more = classFindings(inOrder, pack.attempts);
  const papers = new Map<string, readonly string[]>();
  const paper = (seed: string): readonly string[] => {
    const names = papers.get(seed) ?? paperOf(pack, seed).map(({ asked }) => asked.id);
    papers.set(seed, names);
    return names;
  };
  const students: GradedStudent[] = [];
  const refused: { readonly file: string; readonly findings: readonly Finding[] }[] = [];
  const ends = new Set<string>();
  for (const one of inOrder) {
    const { file, taken } = one;
    const findings = [...one.findings, ...more.get(file) ?? []];
    if (!taken || ends.has(taken.end)) {
      refused.push({ file, findings });
      continue;
    }
    ends.add(taken.end);
    students.push(gradeAttempt({ file, taken, findings }, paper(taken.seed), key));
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
