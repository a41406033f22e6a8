/** A session that was packed with these keys, with its key made from the content as it is now. */

import { type Decoded, decodeQuiz } from "../../content/decode.ts";
import { decodeLab } from "../../content/decode_lab.ts";
import { problemsText } from "../../content/problem.ts";
import type { Lab } from "../../content/schema/lab.ts";
import type { Quiz } from "../../content/schema/quiz.ts";
import { UserError } from "../../content/user_error.ts";
import type { Bank } from "../../exam/session/draws.ts";
import type { KnownPack } from "../../exam/inspection/examined.ts";
import type { Key } from "../../exam/grading/grading.ts";
import { hashOf } from "../../exam/hash.ts";
import { keyOf } from "../../exam/grading/key.ts";
import { namingWith } from "../../exam/pack/opaque.ts";
import type { PackRecord, Source } from "../../exam/pack/pack.ts";
import { decodePack } from "../../exam/pack/pack_document.ts";
import { openSigned } from "../../exam/signed.ts";
import type { ExamSpec } from "../../exam/session/spec.ts";
import { decodeSpec } from "../../exam/session/spec_document.ts";
import { verifySignature } from "../../store/ed25519.ts";
import { packFile, packRecord } from "../../store/pack_records.ts";
import { readText } from "../../store/read_text.ts";
import { pathFrom } from "./exam_bank.ts";
import { openConcepts } from "../load.ts";
import { relative } from "../output/paths.ts";
import type { World } from "../world.ts";

export interface KnownExam {
  readonly known: KnownPack;
  readonly record: PackRecord;
  readonly key: Key;
  /** SHA-256 over the texts that the key was made from, hex. */
  readonly keyHash: string;
  readonly quizzes: readonly Quiz[];
  /** The text of each quiz and lab file, by the id in it. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files that are not there any more, cannot be read, or hold something with another id: what was packed stands for them. */
  readonly asPacked: readonly string[];
  /** Files that are not as they were packed. */
  readonly changed: readonly string[];
  /** How many questions and tasks of the session are not in the content any more: they count for nobody. */
  readonly missing: number;
}

/**
 * Undefined where these keys know no such pack; `keys` is their folder. Throws a `UserError` (4): a corrected file with errors is
 * not passed over in silence.
 */
export async function knownExam(world: World, keys: string, hash: string): Promise<KnownExam | undefined> {
  const record = packRecord(keys, hash);
  const bytes = record && packFile(keys, hash);
  if (!record || !bytes) return undefined;
  const opened = openSigned("exam", bytes, verifySignature);
  const decoded = opened.kind === "signed" ? decodePack(opened.body) : undefined;
  if (opened.kind !== "signed" || decoded?.kind !== "pack" || hashOf(bytes) !== hash) throw damaged(keys, hash);
  const asPacked: string[] = [];
  const changed: string[] = [];
  const now = <Content extends { readonly id: string }>(
    path: string,
    packed: string,
    read: (text: string) => Content,
  ): { readonly text: string; readonly content: Content } => {
    const text = textNow(path);
    const content = text === undefined ? undefined : read(text);
    if (text === packed && content) return { text, content };
    const before = read(packed);
    // A file that is used for the next session says nothing of this one.
    if (text === undefined || content?.id !== before.id) {
      asPacked.push(path);
      return { text: packed, content: before };
    }
    changed.push(path);
    return { text, content };
  };
  const { path: specPath } = record.spec;
  const { text: specText, content: spec } = now(
    specPath,
    record.spec.text,
    (text) => valueOf(decodeSpec(text, relative(specPath)), specPath),
  );
  const namesFor = namesIn(spec, specPath);
  const quizzes = new Map<string, Quiz>();
  const labs = new Map<string, Lab>();
  const texts = new Map<string, string>();
  for (const { kind, path, text: packed } of record.sources) {
    const { text, content } = now(path, packed, (text) => contentOf({ kind, path, text }));
    texts.set(content.id, text);
    for (const name of [content.id, ...namesFor(path)]) {
      if ("questions" in content) quizzes.set(name, content);
      else labs.set(name, content);
    }
  }
  const { concepts } = await openConcepts(world);
  const bank: Bank = {
    quizzes,
    quizIds: [...quizzes.keys()],
    concepts,
    labs,
    labIds: [...labs.keys()],
  };
  const naming = namingWith(Uint8Array.fromBase64(record.salt));
  const { missing, ...key } = keyOf(decoded.pack, spec, bank, naming);
  return {
    known: { pack: decoded.pack, hash, signer: opened.signer },
    record,
    key,
    keyHash: hashOf(JSON.stringify([specText, ...[...texts].sort(([one], [other]) => one < other ? -1 : 1)])),
    quizzes: [...new Set(quizzes.values())],
    texts,
    asPacked,
    changed,
    missing,
  };
}

/** How a session's file speaks of a content file besides its id: the paths in it that lead there. */
function namesIn(spec: ExamSpec, specPath: string): (path: string) => readonly string[] {
  const folder = specPath.replace(/\/[^/]*$/, "");
  const written = [...spec.draw.flatMap(({ quiz }) => quiz ?? []), ...spec.labs.map(({ lab }) => lab)];
  return (path) =>
    written.filter((name) => {
      const from = pathFrom(folder, name)?.replace(/\/+$/, "");
      return from === path || `${from}/lab.yaml` === path;
    });
}

/** Undefined where it is not there any more. */
function textNow(path: string): string | undefined {
  try {
    return readText(path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function contentOf({ kind, path, text }: Source): Quiz | Lab {
  return kind === "quiz"
    ? valueOf(decodeQuiz(text, relative(path)), path)
    : valueOf(decodeLab(text, relative(path)), path);
}

function valueOf<Value>({ value, problems }: Decoded<Value>, path: string): Value {
  if (value !== undefined) return value;
  throw new UserError(
    problemsText(problems),
    {
      es: `Corrige "${relative(path)}": con errores no se puede corregir la prueba`,
      en: `Mend "${relative(path)}": with errors in it the session cannot be graded`,
    },
    4,
  );
}

function damaged(keys: string, hash: string): UserError {
  const path = relative(`${keys}/packs/${hash.slice(0, 16)}.exam`);
  return new UserError(
    {
      es: `No se puede usar "${path}": no es el archivo que se repartió`,
      en: `Cannot use "${path}": it is not the file that was given out`,
    },
    { es: "Recupéralo de lo que repartiste", en: "Get it back from what you gave out" },
    4,
  );
}
