/** The list of a class, as spreadsheets and learning platforms write it, and the tickets that follow from it. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { readRoster } from "../../../lib/exam/tickets/roster.ts";
import { isStudentId } from "../../../lib/exam/tickets/ticket_document.ts";
import { ticketFileName } from "../../../lib/exam/tickets/ticket_name.ts";
import { lastClosing, ticketsFor } from "../../../lib/exam/tickets/tickets.ts";

const problems = (csv: string) =>
  readRoster(csv).problems.map(({ line, column, what }) => `${line}:${column} ${what.en}`);

Deno.test("commas or semicolons, Spanish or English headings, a byte order mark, quotes and columns of no interest", () => {
  const ana = { id: "a01", name: "Ana Núñez", minutes: 90 };
  const luis = { id: "b02", name: "Luis" };
  assert.deepEqual(readRoster("id,name,minutes\na01,Ana Núñez,90\nb02,Luis,\n").students, [ana, luis]);
  assert.deepEqual(
    readRoster("\ufeffNombre;Grupo;Matrícula;Minutos\r\nAna Núñez;A;a01;90\r\n\r\nLuis;B;b02\r\n").students,
    [
      ana,
      luis,
    ],
  );
  assert.deepEqual(readRoster('Apellido(s),Nombre,"Número de ID"\n"Núñez",Ana,a01\n').students, [
    { id: "a01", name: "Ana Núñez" },
  ]);
  assert.deepEqual(readRoster("Dirección de correo\nana@uni.es\n").students, [{ id: "ana@uni.es" }]);
});

Deno.test("a student may have another window", () => {
  const [ana] = readRoster("id,abre,cierra\na,2026-12-01T09:00+01:00,2026-12-01T10:30Z\n").students;
  assert.deepEqual(ana, { id: "a", opens: Date.UTC(2026, 11, 1, 8), closes: Date.UTC(2026, 11, 1, 10, 30) });
});

Deno.test("what is wrong with a list has its line and column, and nothing is taken from it", () => {
  assert.deepEqual(problems("id,name\na01,Ana\nb02,Luis\nA01,Otra Ana\n"), ['4:1 "A01" already stands in line 2']);
  assert.deepEqual(problems("name,group\nAna,A\n"), ['1:1 No column is called "id": there are "name", "group"']);
  assert.deepEqual(problems("id,minutes\na,mucho\nb,-1\nc,1441\n"), [
    '2:3 Cannot use "mucho" as minutes',
    '3:3 Cannot use "-1" as minutes',
    '4:3 Cannot use "1441" as minutes',
  ]);
  assert.deepEqual(problems("id,name\n,Nadie\n"), ["2:1 This row does not say whose it is"]);
  assert.deepEqual(problems("id,opens\na,mañana\n"), ['2:3 Cannot use "mañana" as a moment']);
  assert.deepEqual(problems("id,opens,closes\na,2026-12-01T09:00Z,2026-12-01T08:00Z\n"), [
    "2:21 Cannot close before it opens",
  ]);
  assert.deepEqual(problems('id,name\na,"sin cerrar\nb,Luis\n'), ["2:3 These quotes are not closed properly"]);
  assert.deepEqual(problems("id\n"), ["1:1 There is no student"]);
  assert.deepEqual(problems(""), ["1:1 There is no student"]);
  assert.deepEqual(readRoster("id\na\na\n").students, []);
});

Deno.test("whatever a file holds, it is a list or has a problem", () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => {
    const { students, problems } = readRoster(text);
    assert.equal(students.length > 0, problems.length === 0);
    assert.ok(students.every(({ id }) => isStudentId(id)));
  }));
});

const idText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter(isStudentId);

Deno.test("two students never share the file of a ticket, on whatever disk, and every name is harmless", () => {
  fc.assert(fc.property(idText, idText, (one, other) => {
    fc.pre(one.normalize("NFC").toLowerCase() !== other.normalize("NFC").toLowerCase());
    const names = [one, other].map(ticketFileName);
    assert.notEqual(names[0]?.toLowerCase(), names[1]?.toLowerCase());
    for (const name of names) assert.match(name, /^[A-Za-z0-9_@+][A-Za-z0-9._@+-]{0,80}\.ticket$/);
  }));
  assert.equal(ticketFileName("a-01"), "a-01.ticket");
  for (const id of ["../x", "a/b", "CON", "..", "ñ", "-rf", "aux.txt"]) {
    assert.match(ticketFileName(id), /-[0-9a-f]{8}\.ticket$/);
  }
});

Deno.test("who has a ticket of this pack keeps its number; each student has a seed and a number of their own", () => {
  let made = 0;
  const issue = (given: Readonly<Record<string, string>>) =>
    ticketsFor([{ id: "ana" }, { id: "luis", minutes: 90 }], {
      pack: "ab".repeat(32),
      seedFor: (student) => `${student.length}`.repeat(64),
      given,
      newNonce: () => `${++made}`.padStart(32, "0"),
    });
  const first = issue({});
  const again = issue(Object.fromEntries(first.map(({ nonce, student }) => [nonce, student.id])));
  assert.deepEqual(again, first);
  assert.equal(new Set(first.map(({ nonce }) => nonce)).size, 2);
  assert.equal(new Set(first.map(({ seed }) => seed)).size, 2);
  assert.equal(first[1]?.minutes, 90);
});

Deno.test("a session closes for everybody when the last ticket does, also one that was given out before", () => {
  assert.equal(lastClosing(undefined, [{}], undefined), undefined);
  assert.equal(lastClosing(10, [{}, { closes: 30 }, { closes: 5 }], undefined), 30);
  assert.equal(lastClosing(10, [], 40), 40);
});
