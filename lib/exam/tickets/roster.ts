/** The class as a table (CSV): who takes part, and who has more time or another window. */

import { quoted, quotedList } from "../../content/shown.ts";
import type { Text } from "../../content/text.ts";
import {
  type CsvFault,
  type CsvRow,
  csvRows,
  type Delimiter,
  delimiterOf,
  placeOfCell,
  type TableProblem,
} from "../csv.ts";
import { instantOf } from "../session/spec.ts";
import type { Ticket } from "./ticket.ts";
import { isStudentId } from "./ticket_document.ts";

export type RosterStudent = Ticket["student"] & Pick<Ticket, "minutes" | "opens" | "closes">;

export interface ReadRoster {
  /** In the order of the file; empty where something is wrong. */
  readonly students: readonly RosterStudent[];
  readonly problems: readonly TableProblem[];
}

type Column = "id" | "name" | "surname" | "minutes" | "opens" | "closes";

/** Headings, without accents and in small letters, as people and learning platforms write them; the first that is there wins. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  id: ["id", "student", "estudiante", "alumno", "alumna", "login", "usuario", "username", "user", "matricula"]
    .concat(["numero de id", "id number", "dni", "correo", "email", "email address", "direccion de correo"]),
  name: ["name", "nombre", "full name", "nombre completo", "first name"],
  surname: ["surname", "apellidos", "apellido(s)", "apellido", "last name"],
  minutes: ["minutes", "minutos", "tiempo", "time"],
  opens: ["opens", "abre"],
  closes: ["closes", "cierra"],
};

/** Nobody mends more at once. */
const mostProblems = 50;
const mostStudents = 20_000;

/**
 * The first row names the columns: `id` must be there, `name`, `surname`, `minutes`, `opens` and `closes` may, in Spanish or English;
 * others are passed over. Commas, semicolons or tabs; a byte order mark does no harm. Ids that differ in capitals only are the
 * same: on some disks their tickets would be one file. Never throws.
 */
export function readRoster(source: string): ReadRoster {
  const delimiter = delimiterOf(source);
  const roster = new Roster(delimiter);
  for (const row of csvRows(source, delimiter)) {
    if (!("part" in row) && !roster.take(row)) break;
  }
  return roster.end();
}

class Roster {
  #columns: ReadonlyMap<Column, number> | undefined;
  readonly #students: RosterStudent[] = [];
  readonly #lines = new Map<string, number>();
  readonly #problems: TableProblem[] = [];
  readonly #delimiter: Delimiter;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
  }

  /** False once nothing more can be told. */
  take(row: CsvRow | CsvFault): boolean {
    if ("kind" in row) {
      this.#problems.push({ line: row.line, column: row.column, ...openQuotes });
      return false;
    }
    if (this.#columns) this.#student(row, this.#columns);
    else this.#head(row);
    return this.#problems.length < mostProblems && this.#columns !== undefined && this.#students.length < mostStudents;
  }

  #head(row: CsvRow): void {
    const written = row.cells.map(plain);
    const columns = new Map<Column, number>();
    for (const [column, names] of Object.entries(headings) as [Column, readonly string[]][]) {
      const at = names.map((name) => written.indexOf(name)).find((index) => index >= 0);
      if (at !== undefined) columns.set(column, at);
    }
    if (columns.has("id")) this.#columns = columns;
    else {
      this.#wrong(row, 0, {
        es: `Ninguna columna se llama "id": hay ${quotedList(row.cells)}`,
        en: `No column is called "id": there are ${quotedList(row.cells)}`,
      }, { es: "La primera fila debe ser: id,nombre,minutos", en: "The first row should be: id,name,minutes" });
    }
  }

  #student(row: CsvRow, columns: ReadonlyMap<Column, number>): void {
    const cell = (column: Column): string => row.cells[columns.get(column) ?? -1]?.trim() ?? "";
    const place = (column: Column): number => columns.get(column) ?? 0;
    const id = cell("id").normalize("NFC");
    if (row.cells.every((written) => written.trim() === "")) return;
    if (!isStudentId(id)) {
      return this.#wrong(row, place("id"), {
        es: id === "" ? "Esta fila no dice de quién es" : `No se puede usar ${quoted(id)} como id`,
        en: id === "" ? "This row does not say whose it is" : `Cannot use ${quoted(id)} as an id`,
      }, { es: "Un id tiene de 1 a 100 letras o cifras visibles", en: "An id has 1 to 100 visible letters or digits" });
    }
    const before = this.#lines.get(id.toLowerCase());
    if (before !== undefined) {
      return this.#wrong(row, place("id"), {
        es: `${quoted(id)} ya está en la línea ${before}`,
        en: `${quoted(id)} already stands in line ${before}`,
      }, { es: "Deja una fila por estudiante", en: "Leave one row for each student" });
    }
    this.#lines.set(id.toLowerCase(), row.line);
    const name = [cell("name"), cell("surname")].filter((part) => part !== "").join(" ").slice(0, 200);
    const minutes = cell("minutes") === "" ? undefined : Number(cell("minutes").replace(",", "."));
    if (minutes !== undefined && !(minutes > 0 && minutes <= 24 * 60)) {
      this.#wrong(row, place("minutes"), {
        es: `No se puede usar ${quoted(cell("minutes"))} como minutos`,
        en: `Cannot use ${quoted(cell("minutes"))} as minutes`,
      }, { es: "Un número, hasta 1440", en: "A number, up to 1440" });
    }
    const [opens, closes] = [
      this.#moment(row, place("opens"), cell("opens")),
      this.#moment(row, place("closes"), cell("closes")),
    ];
    if (opens !== undefined && closes !== undefined && opens >= closes) {
      this.#wrong(row, place("closes"), {
        es: "No se puede cerrar antes de abrir",
        en: "Cannot close before it opens",
      }, { es: "Cambia una de las dos horas", en: "Change one of the two times" });
    }
    this.#students.push({
      id,
      ...(name === "" ? {} : { name }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(opens === undefined ? {} : { opens }),
      ...(closes === undefined ? {} : { closes }),
    });
  }

  #moment(row: CsvRow, index: number, written: string): number | undefined {
    const at = written === "" ? undefined : instantOf(written);
    if (written !== "" && at === undefined) {
      this.#wrong(row, index, {
        es: `No se puede usar ${quoted(written)} como momento`,
        en: `Cannot use ${quoted(written)} as a moment`,
      }, { es: "Como 2026-12-01T09:00+01:00", en: "Like 2026-12-01T09:00+01:00" });
    }
    return at;
  }

  #wrong(row: CsvRow, index: number, what: Text, next: Text): void {
    this.#problems.push({ ...placeOfCell(row, index, this.#delimiter), what, next });
  }

  end(): ReadRoster {
    if (this.#problems.length === 0 && this.#students.length === 0) {
      this.#problems.push({ line: 1, column: 1, ...nobody });
    }
    return this.#problems.length > 0
      ? { students: [], problems: this.#problems }
      : { students: this.#students, problems: [] };
  }
}

const openQuotes = {
  what: { es: "Estas comillas no se cierran bien", en: "These quotes are not closed properly" },
  next: {
    es: 'Unas comillas dentro de una celda se escriben dobles: ""',
    en: 'Quotes inside a cell are written twice: ""',
  },
} as const;

const nobody = {
  what: { es: "No hay ningún estudiante", en: "There is no student" },
  next: {
    es: "La primera fila es id,nombre; cada otra, un estudiante",
    en: "The first row is id,name; each other one a student",
  },
} as const;

function plain(heading: string): string {
  return heading.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
