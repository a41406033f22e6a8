/** Opens the file of a session with all the content that it names, and looks through it for what would give answers away. */

import type { Decoded } from "../../content/decode.ts";
import { type Problem, problemsText } from "../../content/problem.ts";
import { UserError } from "../../content/user_error.ts";
import { type DrawnPool, drawsOf, labFindings } from "../../exam/session/draws.ts";
import { unequalDraws } from "../../exam/session/fairness.ts";
import type { Source } from "../../exam/pack/pack.ts";
import type { PackedLab } from "../../exam/pack/pack_of.ts";
import type { ExamSpec } from "../../exam/session/spec.ts";
import { decodeSpec } from "../../exam/session/spec_document.ts";
import { readText } from "../../store/read_text.ts";
import { openBank, packedLabs, shippedFindings, sourcesOf } from "./exam_bank.ts";
import { leakProblems } from "./exam_leaks.ts";
import { relative } from "../output/paths.ts";
import { reporting } from "../output/reporting.ts";
import type { World } from "../world.ts";

export interface OpenSession {
  readonly spec: ExamSpec;
  /** As it was read. */
  readonly text: string;
  readonly pools: readonly DrawnPool[];
  readonly labs: readonly PackedLab[];
  /** The files that questions and labs come from. */
  readonly sources: readonly Source[];
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/** `path` is absolute; `strict`: a warning is an error. Throws a `UserError` (4) with all errors and their places. */
export async function openSession(world: World, path: string, strict: boolean): Promise<OpenSession> {
  using _signs = reporting(world, { es: "Preparando la prueba", en: "Packing the session" });
  if (isMissing(path)) throw noSession(path);
  const text = readText(path);
  const draft = accepted(decodeSpec(text, relative(path)));
  const bank = await openBank(world, draft.value, path.slice(0, path.lastIndexOf("/")));
  const { pools, findings } = drawsOf(draft.value, bank);
  const { value: spec, problems: said } = accepted(
    decodeSpec(text, relative(path), [
      () => findings,
      () => unequalDraws(pools),
      (spec) => labFindings(spec, bank),
      (spec) => shippedFindings(spec, bank, pools, world.contentFolders[0] ?? ""),
    ]),
  );
  const { problems } = accepted({ value: spec, problems: [...said, ...leakProblems(spec, bank, pools)] }, strict);
  const quizzes = new Set(pools.flatMap(({ questions }) => questions.map(({ quiz }) => quiz)));
  return { spec, text, pools, labs: packedLabs(spec, bank), sources: sourcesOf(bank, quizzes), problems };
}

function accepted<Value>(
  { value, problems }: Decoded<Value>,
  strict = false,
): { readonly value: Value; readonly problems: readonly Problem[] } {
  const errors = problems.filter(({ severity }) => strict || severity === "error");
  if (value !== undefined && errors.length === 0) return { value, problems };
  throw new UserError(problemsText(errors), undefined, 4);
}

function isMissing(path: string): boolean {
  try {
    Deno.statSync(path);
    return false;
  } catch (error) {
    return error instanceof Deno.errors.NotFound;
  }
}

/** Whoever has none yet sees how little it needs. */
function noSession(path: string): UserError {
  const least = (title: string) =>
    `  format: 1\n  id: parcial-1\n  title: ${title}\n  minutes: 60\n  draw:\n    - { quiz: ./preguntas.yaml, count: 10 }`;
  return new UserError(
    {
      es: `No se puede leer "${relative(path)}": no existe`,
      en: `Cannot read "${relative(path)}": it does not exist`,
    },
    {
      es: `Escríbelo, por ejemplo así:\n${least("Primer parcial")}`,
      en: `Write it, for example like this:\n${least("First mid-term")}`,
    },
    4,
  );
}
