/** Tables of marks as teachers have them: what is read, and where what cannot be read stands. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { csvText, delimiterOf } from "../../../lib/exam/csv.ts";
import { type Marks, stateAt } from "../../../lib/exam/marks/marks.ts";
import { readMarksTable, type ReadTable } from "../../../lib/exam/marks/marks_csv.ts";
import { finished } from "../../../lib/exam/statistics/class_statistics.ts";

const read = (csv: string): ReadTable => finished(readMarksTable(csv));

function marksIn(csv: string): Marks {
  const { marks, problems } = read(csv);
  assert.deepEqual(problems, []);
  assert.ok(marks);
  return marks;
}

/** Marks as rows; what was not answered is a dash. */
function rows(csv: string): readonly string[] {
  const marks = marksIn(csv);
  const width = marks.items.length;
  return marks.students.map(({ id }, row) =>
    [
      id,
      ...marks.items.map((_, item) => {
        const cell = row * width + item;
        return stateAt(marks, cell) === "unanswered" ? "-" : marks.points[cell];
      }),
    ].join(" ")
  );
}

/** `line:column what`, in English. */
function faults(csv: string): readonly string[] {
  const { marks, problems } = read(csv);
  assert.equal(marks, undefined);
  return problems.map(({ line, column, what }) => `${line}:${column} ${what.en}`);
}

Deno.test("a plain table: items, students, marks, what was left empty", () => {
  assert.deepEqual(rows("student,a,b\nana,1,0.5\nluis,,0\n"), ["ana 1 0.5", "luis - 0"]);
});

Deno.test("a table of a spreadsheet in Spanish: mark of order, semicolons, decimal commas, line ends of Windows", () => {
  assert.deepEqual(rows("\ufeffalumno;a;b\r\nana;1;0,5\r\nluis;;,25\r\n"), ["ana 1 0.5", "luis - 0.25"]);
  assert.deepEqual(rows('student,a,b\n"Pérez, Ana","0,5",1\n'), ["Pérez, Ana 0.5 1"]);
  assert.deepEqual(rows("student\ta\nana\t1\n"), ["ana 1"]);
  assert.deepEqual(rows("student,a\rana,1\r"), ["ana 1"]);
});

Deno.test("quotes, line ends and separators inside cells", () => {
  const marks = marksIn('student,"a\nb","say ""c"""\n"x,y",1,2\n');
  assert.deepEqual(marks.items.map(({ id }) => id), ["a\nb", 'say "c"']);
  assert.deepEqual(marks.students, [{ id: "x,y" }]);
});

Deno.test("what spreadsheets leave behind does no harm: empty rows, empty cells at the end, blanks", () => {
  assert.deepEqual(rows("student,a,b,,\n\nana, 1 ,2,,\n,,,,\nluis,1,-,,\n\n"), ["ana 1 2", "luis 1 -"]);
});

Deno.test("a row named max says what items are worth, wherever it stands; without it the largest mark does", () => {
  const worth = (csv: string) => marksIn(csv).items.map(({ max }) => max);
  assert.deepEqual(worth("student,a,b\nmax,2,4\nana,1,3\n"), [2, 4]);
  assert.deepEqual(worth("student,a,b\nana,1,3\nmax,2,4\n"), [2, 4]);
  assert.deepEqual(worth("student,a,b,c\nana,0,3,-2\nluis,0.5,1,1\n"), [1, 3, 2]);
  assert.equal(read("student,a\nmax,1\nana,1\n").maxGiven, true);
  assert.equal(read("student,a\nana,1\n").maxGiven, false);
  assert.deepEqual(rows("student,a\nMax,1\n"), ["Max 1"], "a student may be called Max");
});

Deno.test("mistakes may cost points, down to minus the maximum", () => {
  assert.deepEqual(rows("student,a\nmax,1\nana,-0.333\n"), ["ana -0.333"]);
  assert.match(
    faults("student,a\nmax,1\nana,-2\n")[0] ?? "",
    /^3:5 The mark -2 of "a" is beyond its maximum, which is 1$/,
  );
});

Deno.test("everything that is wrong is told at once, each with its line and column", () => {
  assert.deepEqual(faults("student,a,b\nana,uno,2\nana,1,1\nluis,1\npepe,1.000.5,1e\n"), [
    '2:5 Cannot read the mark "uno": it is not a number',
    '3:1 "ana" already stands in line 2',
    "4:7 This row has 2 cells, the first one 3",
    '5:6 Cannot read the mark "1.000.5": it is not a number',
    '5:14 Cannot read the mark "1e": it is not a number',
  ]);
});

Deno.test("places count lines of the text, also behind cells with line ends in them", () => {
  assert.deepEqual(faults('student,"a\nb",c\n"ana\nmaría",1,x\n'), [
    '4:10 Cannot read the mark "x": it is not a number',
  ]);
});

Deno.test("each kind of broken table has its sentence", () => {
  const first = (csv: string) => faults(csv)[0];
  assert.equal(first(""), "1:1 The file is empty");
  assert.equal(first("\ufeff\n\n"), "1:1 The file is empty");
  assert.equal(first("student,a\n"), "1:1 There is no student");
  assert.equal(first("student\nana\n"), "1:1 The first row names no item");
  assert.equal(first("ana,1,0\nluis,0,1\n"), "1:5 The first row has no names, only numbers");
  assert.equal(first("student,a,,c\nana,1,1,1\n"), "1:11 This item has no name");
  assert.equal(first("student,a,a\nana,1,1\n"), '1:11 The name "a" is already that of another item');
  assert.equal(first("student,a\n,1\n"), "2:1 This row does not say whose it is");
  assert.equal(first("student,a\nana,1,2\n"), "2:7 This row has 3 cells, the first one 2");
  assert.equal(first("student,a\nmax,1\nmax,1\nana,1\n"), '3:1 There is already a row "max" in line 2');
  assert.equal(first("student,a\nmax,\nana,1\n"), '2:5 Cannot use "" as a maximum: it must be a number from 0');
  assert.equal(first("student,a\nmax,1\nana,1.5\n"), '3:5 The mark 1.5 of "a" is beyond its maximum, which is 1');
  assert.equal(first('student,a\n"ana,1\n'), "2:1 These quotes are not closed properly");
  assert.equal(first('student,a\n"ana"x,1\n'), "2:1 These quotes are not closed properly");
});

Deno.test("no more than fifty problems are told", () => {
  const csv = `student,a\n${Array.from({ length: 400 }, (_, index) => `s${index},x\n`).join("")}`;
  assert.equal(read(csv).problems.length, 50);
});

Deno.test("a table that is written is read back, whatever the names", () => {
  const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) =>
    /^[^\s=+@\-\uff1d\uff0b\uff0d\uff20\u200b\ufeff]/u.test(text.trim()) && text.trim() !== "max" &&
    Number.isNaN(Number(text.replace(",", ".")))
  );
  fc.assert(fc.property(
    fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: (text) => text.trim() }),
    fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: (text) => text.trim() }),
    fc.constantFrom("", "\ufeff"),
    (items, students, mark) => {
      const written = csvText([
        ["s", ...items],
        ...students.map((id, row) => [id, ...items.map((_, item) => row + item)]),
      ]);
      if (delimiterOf(written) !== ",") return;
      const marks = marksIn(mark + written);
      assert.deepEqual(marks.items.map(({ id }) => id), items.map((item) => item.replace(/\r\n?/g, "\n").trim()));
      assert.deepEqual(marks.students.map(({ id }) => id), students.map((id) => id.replace(/\r\n?/g, "\n").trim()));
      assert.equal(marks.points[marks.points.length - 1], items.length + students.length - 2);
    },
  ));
});

Deno.test("no text at all makes it throw", () => {
  const pieces = fc.constantFrom(
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    '"',
    '""',
    "max",
    "student",
    "1",
    "0,5",
    "-",
    "a",
    "\ufeff",
    "\0",
    "é",
  );
  fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
    const { marks, problems } = read(parts.join(""));
    assert.equal(marks === undefined, problems.length > 0);
    for (const { line, column } of problems) assert.ok(line >= 1 && column >= 1);
  }));
});

Deno.test("a table of many pieces is read whole, and tells how far it is", () => {
  const count = 60_000;
  const csv = `student,"the\nfirst",b\n${
    Array.from({ length: count }, (_, index) => `student number ${index},1,"0,5"\n`).join("")
  }`;
  const steps: number[] = [];
  const work = readMarksTable(csv);
  let step = work.next();
  while (!step.done) {
    steps.push(step.value);
    step = work.next();
  }
  const { marks } = step.value;
  assert.equal(marks?.students.length, count);
  assert.equal(marks?.points.reduce((sum, point) => sum + point, 0), count * 1.5);
  assert.ok(steps.length >= 1 && steps.every((part, index) => part > (steps[index - 1] ?? 0) && part <= 1));
});

Deno.test("nothing that a spreadsheet would take for a formula is written as one", () => {
  const dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "=cmd|'/c calc'!A1\nx", "\u200b=1"];
  for (const text of dangerous) {
    const cell = csvText([[text]]);
    assert.match(cell, /^"?'/, JSON.stringify(cell));
  }
  assert.equal(csvText([["a", -1.5, undefined]]), "a,-1.5,\n");
});
