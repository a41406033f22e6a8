/** A table of marks from anywhere: one row for each student, one column for each item. */

import { quoted } from "../../content/shown.ts";
import { same, type Text } from "../../content/text.ts";
import {
  type CsvFault,
  type CsvRow,
  csvRows,
  type Delimiter,
  delimiterOf,
  placeOfCell,
  type TableProblem,
} from "../csv.ts";
import { type MarkedItem, type MarkedStudent, type Marks, stateCode } from "./marks.ts";

export interface ReadTable {
  /** There unless something is wrong. */
  readonly marks?: Marks;
  readonly problems: readonly TableProblem[];
  /** Whether a row said how much each item is worth; else it is the largest mark that stands there, 1 at least. */
  readonly maxGiven: boolean;
}

/** Nobody mends more at once. */
const mostProblems = 50;
const mostItems = 5000;

/**
 * First row: anything, then the names of the items. Each other row: the student, then one mark for each item. An empty cell, or a
 * lone `-` as Moodle writes it, is not answered. A row named `max` holds what each item is worth. Commas, semicolons or tabs
 * between cells; a comma or a point in numbers. Marks may be negative, as far down as they may go up. In between it gives the part
 * (0…1) that has been read. Never throws.
 */
export function* readMarksTable(source: string): Generator<number, ReadTable> {
  const table = new Table(delimiterOf(source.slice(0, 1 << 20)));
  for (const row of csvRows(source, table.delimiter)) {
    if ("part" in row) yield row.part;
    else if (!table.take(row)) break;
  }
  return table.end();
}

class Table {
  readonly delimiter: Delimiter;
  readonly #problems: TableProblem[] = [];
  #names: readonly string[] | undefined;
  #maxima: { readonly line: number; readonly values: readonly number[] } | undefined;
  readonly #lines = new Map<string, number>();
  readonly #students: MarkedStudent[] = [];
  #points = new Float64Array(1024);
  #states = new Uint8Array(1024);
  /** Only to name the place of a mark that turns out to be too much: the largest of each item, with its row. */
  #extremes: { readonly row: CsvRow; readonly value: number }[] = [];

  constructor(delimiter: Delimiter) {
    this.delimiter = delimiter;
  }

  /** False when it makes no sense to go on. */
  take(row: CsvRow | CsvFault): boolean {
    if ("kind" in row) {
      this.#problems.push({
        line: row.line,
        column: row.column,
        what: { es: "Estas comillas no se cierran bien", en: "These quotes are not closed properly" },
        next: {
          es: 'Unas comillas dentro de una celda se escriben dobles: ""',
          en: 'Quotes inside a cell are written twice: ""',
        },
      });
      return false;
    }
    if (!this.#names) this.#head(row);
    else this.#student(row, this.#names);
    return this.#problems.length < mostProblems && this.#names !== undefined;
  }

  #head(row: CsvRow): void {
    const names = trimmedEnd(row.cells).slice(1).map((name) => name.trim());
    if (names.length === 0) {
      return this.#wrong(row, 0, {
        es: "La primera fila no nombra ningún ítem",
        en: "The first row names no item",
      }, { es: "Debe ser: student,pregunta1,pregunta2…", en: "It should be: student,item1,item2…" });
    }
    if (names.length > mostItems) {
      return this.#wrong(row, mostItems + 1, {
        es: `Hay ${names.length} ítems y el máximo son ${mostItems}`,
        en: `There are ${names.length} items, the most is ${mostItems}`,
      });
    }
    if (names.every((name) => numberIn(name) !== undefined)) {
      return this.#wrong(row, 1, {
        es: "La primera fila no tiene nombres, solo números",
        en: "The first row has no names, only numbers",
      }, { es: "Ponle encima: student,pregunta1,pregunta2…", en: "Put above it: student,item1,item2…" });
    }
    const seen = new Set<string>();
    for (const [index, name] of names.entries()) {
      if (name === "") {
        this.#wrong(row, index + 1, { es: "Este ítem no tiene nombre", en: "This item has no name" });
      } else if (seen.has(name)) {
        this.#wrong(row, index + 1, {
          es: `El nombre ${quoted(name)} ya es de otro ítem`,
          en: `The name ${quoted(name)} is already that of another item`,
        });
      }
      seen.add(name);
    }
    this.#names = names;
  }

  #student(row: CsvRow, names: readonly string[]): void {
    const extra = trimmedEnd(row.cells).length - names.length - 1;
    if (extra > 0 || row.cells.length < names.length + 1) return this.#ragged(row, names.length + 1);
    const id = row.cells[0]?.trim() ?? "";
    if (id === "") {
      if (trimmedEnd(row.cells).length === 0) return;
      return this.#wrong(row, 0, { es: "Esta fila no dice de quién es", en: "This row does not say whose it is" });
    }
    if (id === "max") return this.#max(row, names);
    const before = this.#lines.get(id);
    if (before !== undefined) {
      return this.#wrong(row, 0, {
        es: `${quoted(id)} ya está en la línea ${before}`,
        en: `${quoted(id)} already stands in line ${before}`,
      }, { es: "Deja una fila por estudiante", en: "Leave one row for each student" });
    }
    this.#lines.set(id, row.line);
    const start = this.#students.length * names.length;
    this.#reserve(start + names.length);
    this.#students.push({ id });
    for (let item = 0; item < names.length; item++) this.#mark(row, item, start + item);
  }

  #mark(row: CsvRow, item: number, cell: number): void {
    const written = row.cells[item + 1] ?? "";
    const value = numberIn(written);
    if (value === undefined) {
      if (!isEmpty(written)) return this.#notNumber(row, item + 1, written);
      this.#states[cell] = stateCode("unanswered");
      return;
    }
    this.#points[cell] = value;
    const size = Math.abs(value);
    const largest = this.#extremes[item];
    if (!largest || size > Math.abs(largest.value)) this.#extremes[item] = { row, value };
  }

  #max(row: CsvRow, names: readonly string[]): void {
    if (this.#maxima) {
      return this.#wrong(row, 0, {
        es: `Ya hay una fila "max" en la línea ${this.#maxima.line}`,
        en: `There is already a row "max" in line ${this.#maxima.line}`,
      });
    }
    const values = names.map((_, item) => {
      const written = row.cells[item + 1] ?? "";
      const value = numberIn(written);
      if (value !== undefined && value >= 0) return value;
      this.#wrong(row, item + 1, {
        es: `No se puede usar ${quoted(written)} como máximo: debe ser un número desde 0`,
        en: `Cannot use ${quoted(written)} as a maximum: it must be a number from 0`,
      });
      return 0;
    });
    this.#maxima = { line: row.line, values };
  }

  end(): ReadTable {
    const names = this.#names ?? [];
    const maxGiven = this.#maxima !== undefined;
    if (this.#problems.length === 0) this.#checkWhole(names);
    if (this.#problems.length > 0) return { problems: this.#problems, maxGiven };
    const cells = this.#students.length * names.length;
    const points = this.#points.subarray(0, cells);
    const items = names.map((name, item): MarkedItem => ({
      id: name,
      title: same(name),
      concepts: [],
      max: this.#maxima?.values[item] ?? Math.max(1, Math.abs(this.#extremes[item]?.value ?? 1)),
    }));
    return {
      marks: { items, students: this.#students, points, states: this.#states.subarray(0, cells) },
      problems: [],
      maxGiven,
    };
  }

  #checkWhole(names: readonly string[]): void {
    if (this.#names === undefined || this.#students.length === 0) {
      this.#problems.push({
        line: 1,
        column: 1,
        what: this.#names === undefined
          ? { es: "El archivo está vacío", en: "The file is empty" }
          : { es: "No hay ningún estudiante", en: "There is no student" },
        next: { es: "Cada fila es: estudiante,nota,nota…", en: "Each row is: student,mark,mark…" },
      });
    }
    for (const [item, name] of names.entries()) {
      const max = this.#maxima?.values[item];
      const extreme = this.#extremes[item];
      if (max === undefined || !extreme || Math.abs(extreme.value) <= max + 1e-9) continue;
      const { row, value } = extreme;
      this.#wrong(row, item + 1, {
        es: `La nota ${value} de ${quoted(name)} pasa del máximo, que es ${max}`,
        en: `The mark ${value} of ${quoted(name)} is beyond its maximum, which is ${max}`,
      }, { es: 'Corrige la nota o la fila "max"', en: 'Mend the mark or the row "max"' });
    }
  }

  #ragged(row: CsvRow, wanted: number): void {
    const found = row.cells.length;
    this.#wrong(row, Math.min(found, wanted), {
      es: `Esta fila tiene ${found} celdas y la primera ${wanted}`,
      en: `This row has ${found} cells, the first one ${wanted}`,
    }, {
      es: "Lo no contestado se deja vacío, con su separador",
      en: "What is not answered stays empty, with its separator",
    });
  }

  #notNumber(row: CsvRow, index: number, written: string): void {
    this.#wrong(row, index, {
      es: `No se puede leer la nota ${quoted(written)}: no es un número`,
      en: `Cannot read the mark ${quoted(written)}: it is not a number`,
    }, {
      es: "Una nota es como 1, 0,5 o 0.5; lo no contestado se deja vacío",
      en: "A mark is like 1, 0.5 or 0,5; what is not answered stays empty",
    });
  }

  #wrong(row: CsvRow, index: number, what: Text, next?: Text): void {
    if (this.#problems.length >= mostProblems) return;
    this.#problems.push({ ...placeOfCell(row, index, this.delimiter), what, ...(next ? { next } : {}) });
  }

  #reserve(cells: number): void {
    if (cells <= this.#points.length) return;
    const size = Math.max(cells, this.#points.length * 2);
    const [points, states] = [this.#points, this.#states];
    this.#points = new Float64Array(size);
    this.#points.set(points);
    this.#states = new Uint8Array(size);
    this.#states.set(states);
  }
}

const isEmpty = (cell: string): boolean => cell === "" || /^\s*-?\s*$/.test(cell);

/** Spreadsheets like to leave separators behind what is written. */
function trimmedEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
}

/** With a point or a comma, never with signs between thousands: `1.000` is one. */
function numberIn(cell: string): number | undefined {
  if (!/^\s*[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,2})?\s*$/.test(cell)) return undefined;
  return Number(cell.replace(",", "."));
}
