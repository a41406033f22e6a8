/** From a folder of submissions to the grades of a class: opened, examined, graded, in the order of their names. */

import { both } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { examine, type Examined } from "../../exam/inspection/examined.ts";
import { gradeClass, type GradedSubmission, gradeSubmission } from "../../exam/grading/graded_class.ts";
import { unknownPack } from "../../exam/inspection/finding.ts";
import type { Grades } from "../../exam/grading/grades.ts";
import { verifySignature } from "../../store/ed25519.ts";
import { type TeacherKeys } from "../../store/exam_keys.ts";
import { packRecord } from "../../store/pack_records.ts";
import { type KnownExam, knownExam } from "./known_exam.ts";
import { type HandedIn, openSubmission } from "./submissions.ts";
import type { World } from "../world.ts";

export interface OpenedClass {
  readonly exam: KnownExam;
  readonly submissions: readonly GradedSubmission[];
}

/**
 * All of them must be of one session that these keys know; what cannot be opened is listed, whatever it is of. `opened` is told
 * after each. Throws a `UserError` (4): none can be opened, or they are of several sessions.
 */
export async function openClass(
  world: World,
  keys: TeacherKeys,
  files: readonly { readonly name: string; readonly path: string }[],
  told: (done: number) => void,
): Promise<OpenedClass> {
  let exam: KnownExam | undefined;
  const submissions: GradedSubmission[] = [];
  const others = new Map<string, string>();
  for (const { name, path } of files) {
    const handedIn = await openSubmission(name, path, keys.identity);
    told(submissions.length + 1);
    const pack = handedIn.submission?.pack;
    exam ??= pack === undefined ? undefined : await knownExam(world, keys.folder, pack);
    if (pack !== undefined && pack !== exam?.known.hash) others.set(pack, name);
    submissions.push(graded(handedIn, exam));
  }
  if (exam && [...others.keys()].some((pack) => packRecord(keys.folder, pack))) {
    throw several(exam, [...others.values()]);
  }
  if (exam) return { exam, submissions };
  throw noneOpened(submissions);
}

/** As far as it could be opened; `exam`: the session that it should be of, where these keys know one. */
export function examined({ name, submission, finding }: HandedIn, exam: KnownExam | undefined): Examined {
  if (!submission) return { file: name, findings: finding ? [finding] : [] };
  if (exam?.known.hash !== submission.pack) return { file: name, findings: [unknownPack] };
  return examine(name, submission, exam.known, verifySignature);
}

/** Of a file that came before the first that could be opened nothing more is known than why it could not. */
function graded(handedIn: HandedIn, exam: KnownExam | undefined): GradedSubmission {
  const one = examined(handedIn, exam);
  return exam ? gradeSubmission(one, exam.known.pack, exam.key) : one;
}

export function gradesOf({ exam: { known, key, keyHash }, submissions }: OpenedClass): Grades {
  return gradeClass({ known, key, keyHash, submissions });
}

function several({ record }: KnownExam, names: readonly string[]): UserError {
  const list = `${names.slice(0, 3).join(", ")}${names.length > 3 ? "…" : ""}`;
  return new UserError(
    {
      es: `No se puede corregir de una vez: hay entregas de "${record.exam}" y de otras pruebas (${list})`,
      en: `Cannot grade at once: there are submissions of "${record.exam}" and of other sessions (${list})`,
    },
    { es: "Pon las de cada prueba en una carpeta", en: "Put those of each session in a folder of their own" },
    4,
  );
}

function noneOpened(submissions: readonly GradedSubmission[]): UserError {
  const shown = submissions.slice(0, 5).flatMap(({ file, findings }) => findings.map(({ text }) => ({ file, text })));
  return new UserError(
    both((lang) =>
      [
        lang === "es" ? "No se puede corregir ninguna entrega" : "Cannot grade any submission",
        ...shown.map(({ file, text }) => `  ${file}: ${text[lang]}`),
      ].join("\n")
    ),
    {
      es: "Da con --key la carpeta de las claves con las que se preparó la prueba",
      en: "Name with --key the folder of the keys that the session was packed with",
    },
    4,
  );
}
