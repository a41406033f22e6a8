/** Opens what students handed in, as far as it can be opened; what cannot says why. */

import type { Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { type Finding, refused } from "../../exam/inspection/finding.ts";
import type { Submission } from "../../exam/attempt/submission.ts";
import { decodeSubmission, maxSubmissionBytes, openSubmissionFile } from "../../exam/attempt/submission_file.ts";
import { printable } from "../../lab/matching/printable.ts";
import { readBytes, readFault } from "../../store/read_text.ts";
import { unsealed } from "../../store/sealed.ts";

/** `name` tells the file from the others. */
export interface HandedIn {
  readonly name: string;
  readonly submission?: Submission;
  /** Why there is none. */
  readonly finding?: Finding;
}

/** Paths of the `.submission` files in a folder and its folders, with their names from there. Throws a `UserError`: 2 where there are none. */
export function submissionsIn(folder: string): readonly { readonly name: string; readonly path: string }[] {
  const found = walk(folder, "");
  if (found.length > 0) return found.sort((one, other) => one.name < other.name ? -1 : 1);
  throw new UserError(
    { es: `No hay entregas en "${folder}"`, en: `There are no submissions in "${folder}"` },
    { es: "Las entregas son archivos .submission", en: "Submissions are files that end with .submission" },
  );
}

/** Where each student's file lies in a folder of its own, as learning platforms hand them out. */
function walk(folder: string, below: string): { readonly name: string; readonly path: string }[] {
  let entries: readonly Deno.DirEntry[];
  try {
    entries = [...Deno.readDirSync(folder)];
  } catch (error) {
    if (error instanceof Deno.errors.NotADirectory) throw noFolder(folder);
    throw readFault(error, folder);
  }
  return entries.flatMap(({ name, isDirectory, isFile }) => {
    if (isDirectory) return walk(`${folder}/${name}`, `${below}${name}/`);
    const shown = shownName(`${below}${name}`);
    return isFile && name.endsWith(".submission") ? [{ name: shown, path: `${folder}/${name}` }] : [];
  });
}

function noFolder(path: string): UserError {
  return new UserError(
    { es: `"${path}" no es una carpeta`, en: `"${path}" is no folder` },
    {
      es: "Da la carpeta de las entregas; una sola se mira con grumete exam inspect",
      en: "Name the folder of the submissions; grumete exam inspect looks at a single one",
    },
  );
}

/** Of a file that a student named: one line, whatever is in it. */
export function shownName(path: string): string {
  return printable(path, 1000);
}

/** Never throws: one file that cannot be read does not keep a class waiting. `identity`: the teacher's. */
export async function openSubmission(name: string, path: string, identity: string): Promise<HandedIn> {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(path, maxSubmissionBytes);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { name, finding: refused("damaged", error.what) };
  }
  const opened = openSubmissionFile(bytes);
  if (opened.kind !== "sealed") return { name, finding: refused("damaged", unopened[opened.kind]) };
  const content = await unsealed(identity, opened.sealed);
  if (content.kind === "locked") return { name, finding: refused("not-for-this-key", locked) };
  const submission = content.kind === "content" ? decodeSubmission(content.content) : undefined;
  return submission ? { name, submission } : { name, finding: refused("damaged", unopened.damaged) };
}

const unopened = {
  foreign: { es: "No es una entrega de grumete.", en: "It is no submission of grumete." },
  newer: {
    es: "La hizo un grumete más nuevo: actualiza grumete.",
    en: "A newer grumete made it: update grumete.",
  },
  damaged: {
    es: "No está entera, o alguien la cambió: pide que la envíe otra vez.",
    en: "It is not whole, or somebody changed it: ask for it to be sent again.",
  },
} satisfies Readonly<Record<string, Text>>;

const locked: Text = {
  es: "Está cifrada para otras claves: no se puede abrir con estas.",
  en: "It is encrypted to other keys: these do not open it.",
};
