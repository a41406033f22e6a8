/** `grumete report`: the whole program on tables and folders of marks, good and bad. */

import assert from "node:assert/strict";
import { encodeMarks } from "../../lib/exam/marks/marks_json.ts";
import { sampleClass } from "../exam/sample_class.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";

const published = `${project}/tests/exam/data/moodle-quiz00.csv`;

Deno.test("report --marks --json gives the published figures, and nothing else on standard output", async () => {
  const { code, stdout, stderr } = await grumete(["report", "--marks", published, "--json", "--lang", "en"]);
  assert.deepEqual([code, stderr], [0, ""]);
  const { scores, reliability, items } = JSON.parse(stdout);
  assert.ok(Math.abs(scores.standardDeviation - 0.8117265554) < 1e-6);
  assert.ok(Math.abs(reliability.alpha + 0.872230935542) < 1e-6);
  assert.equal(items.length, 7);
});

Deno.test("report --html and --csv write their files, for their owner only, and say so", async () => {
  using folder = temporaryFolder();
  const [html, csv] = [`${folder.path}/informe.html`, `${folder.path}/ítems.csv`];
  const ran = await grumete(["report", "--marks", published, "--html", html, "--csv", csv, "--lang", "es"]);
  assert.deepEqual([ran.code, ran.stderr], [0, ""]);
  assert.match(
    ran.stdout,
    /^25 estudiantes, 7 ítems, media 4,62 de 7\nEscrito: .*informe\.html\nEscrito: .*ítems\.csv\n$/,
  );
  assert.match(Deno.readTextFileSync(html), /^<!DOCTYPE html>\n<html lang="es">/);
  assert.match(Deno.readTextFileSync(csv), /^item,title,/);
  assert.equal((Deno.statSync(html).mode ?? 0) & 0o777, 0o600);
});

Deno.test("report DIR reads the marks that grading leaves there, with the names of concepts", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(`${folder.path}/marks.json`, encodeMarks(sampleClass(36)));
  const ran = await grumete(["report", folder.path, "--lang", "es"]);
  assert.deepEqual([ran.code, ran.stderr], [0, ""]);
  assert.match(ran.stdout, /^Contenedores: primer parcial\n/);
  assert.match(ran.stdout, /Publicación de puertos: \d+%/);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(ran.stdout, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
});

Deno.test("a table that cannot be read: every place, the way out, exit code 4", async () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/notas.csv`;
  Deno.writeTextFileSync(path, "student,a,b\nana,uno,2\nana,1,1\n");
  const { code, stdout, stderr } = await grumete(["report", "--marks", path, "--lang", "en", "--json"]);
  assert.deepEqual([code, stdout], [4, ""]);
  assert.match(stderr, /^Cannot read the marks of ".*notas\.csv": 2 problems\n/);
  assert.match(stderr, /notas\.csv:2:5\n {2}Cannot read the mark "uno": it is not a number\n/);
  assert.match(stderr, /notas\.csv:3:1\n {2}"ana" already stands in line 2\n/);
  assert.match(stderr, /The first row is student,item1,item2…/);
});

Deno.test("a table in the encodings of Excel keeps its accents", async () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/notas.csv`;
  const table = "alumno;uno\r\nJosé Peña;1\r\nÁngela;0,5\r\n";
  const latin = Uint8Array.from(table, (char) => char.charCodeAt(0));
  const wide = new Uint8Array([0xff, 0xfe, ...[...table].flatMap((char) => [char.charCodeAt(0), 0])]);
  for (const bytes of [latin, wide]) {
    Deno.writeFileSync(path, bytes);
    const { code, stdout } = await grumete(["report", "--marks", path, "--json", "--lang", "es"]);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout).standings.map(({ id }: { id: string }) => id), ["José Peña", "Ángela"]);
  }
});

Deno.test("what report cannot do is said with the right exit code", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(`${folder.path}/marks.json`, "{}");
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [[], 2, /^Cannot report: it is not said on which class\n {2}grumete report FOLDER/],
    [[folder.path, "--marks", published], 2, /^Cannot report on a folder and on --marks/],
    [[folder.path], 4, /does not hold the marks of a class/],
    [[`${folder.path}/none`], 4, /it does not exist/],
    [["--marks", folder.path], 4, /it is a folder/],
    [["--marks", published, "--html", `${folder.path}/none/x.html`], 2, /there is no such folder/],
  ];
  for (const [args, expected, said] of cases) {
    const { code, stdout, stderr } = await grumete(["report", ...args, "--lang", "en"]);
    assert.deepEqual([code, stdout], [expected, ""], args.join(" "));
    assert.match(stderr, said);
  }
});
