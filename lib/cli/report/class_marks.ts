/** Reads the marks of a class from where the user says, or says what is wrong there and in which place. */

import { quoted } from "../../content/shown.ts";
import { UserError } from "../../content/user_error.ts";
import { decodeMarks } from "../../exam/marks/marks_json.ts";
import type { Marks } from "../../exam/marks/marks.ts";
import { readMarksTable } from "../../exam/marks/marks_csv.ts";
import { isFolder } from "../../store/library.ts";
import { readTable } from "../../store/read_table.ts";
import { readText } from "../../store/read_text.ts";
import { absolute } from "../../store/state_folder.ts";
import { relative } from "../output/paths.ts";
import { inPieces } from "../output/in_pieces.ts";
import { problemLines } from "../output/table_error.ts";

/** Bytes: a thousand students with fifty answers in words are a few million. */
const largest = 100 * 1024 * 1024;

/** What `exam grade` writes. `place` is its folder, or the file. Throws a `UserError` (4). */
export function storedMarks(place: string): Marks {
  const path = absolute(isFolder(absolute(place)) ? `${place.replace(/\/+$/, "")}/marks.json` : place);
  const decoded = decodeMarks(readText(path, largest));
  const shown = relative(path);
  switch (decoded.kind) {
    case "marks":
      return decoded.marks;
    case "newer":
      throw new UserError(
        {
          es: `No se puede leer "${shown}": es del formato ${decoded.format}, y este grumete conoce el 1`,
          en: `Cannot read "${shown}": it has format ${decoded.format}, and this grumete knows 1`,
        },
        { es: "Actualiza grumete", en: "Update grumete" },
        4,
      );
    case "unfit":
      throw new UserError(
        {
          es: `No se puede leer "${shown}": no son las notas de una clase${at(decoded.at)}`,
          en: `Cannot read "${shown}": it does not hold the marks of a class${at(decoded.at)}`,
        },
        {
          es: "Da la carpeta que escribe grumete exam grade, o una tabla con --marks",
          en: "Name the folder that grumete exam grade writes, or a table with --marks",
        },
        4,
      );
  }
}

function at(path: string): string {
  return path === "" ? "" : ` (${quoted(path)})`;
}

/** A table of marks as CSV. `told` hears how far it is, 0…1. Throws a `UserError` (4) with every problem and its place. */
export async function tableMarks(
  file: string,
  told: (part: number) => void,
): Promise<{ readonly marks: Marks; readonly maxGiven: boolean }> {
  const path = absolute(file);
  const { marks, problems, maxGiven } = await inPieces(readMarksTable(readTable(path, largest)), told);
  if (marks) return { marks, maxGiven };
  const shown = relative(path);
  const count = problems.length;
  throw new UserError(
    {
      es: `No se pueden leer las notas de "${shown}": ${count === 1 ? "1 problema" : `${count} problemas`}\n${
        problemLines(path, problems, "es").join("\n")
      }`,
      en: `Cannot read the marks of "${shown}": ${count === 1 ? "1 problem" : `${count} problems`}\n${
        problemLines(path, problems, "en").join("\n")
      }`,
    },
    {
      es: "La primera fila es student,pregunta1,pregunta2…; las demás, estudiante,nota,nota…",
      en: "The first row is student,item1,item2…; the others are student,mark,mark…",
    },
    4,
  );
}
