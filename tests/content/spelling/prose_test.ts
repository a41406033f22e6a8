/** What is checked for spelling, and what is left out. */

import assert from "node:assert/strict";
import { words } from "./prose.ts";

const plain = (markdown: string) => words(markdown).map(({ word }) => word);

Deno.test("code, fences, blanks to fill in and addresses are no prose; what a link says is", () => {
  assert.deepEqual(plain("Run `dokcer ps` now\n\n```sh\ndokcer ps\n```\n\nand {{nmae}} again"), [
    "Run",
    "now",
    "and",
    "again",
  ]);
  assert.deepEqual(plain("See [the map](lib/raedme.md) or https://exmaple.org/x."), ["See", "the", "map", "or"]);
});

Deno.test("lists, tables, quotes and headings are prose", () => {
  assert.deepEqual(plain("# Uno\n\n- dos\n- tres\n\n> cuatro\n\n| cinco | seis |\n| --- | --- |\n| siete | `x` |"), [
    "Uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
  ]);
});

Deno.test("names of files, flags, variables and versions are left out, words around signs are not", () => {
  assert.deepEqual(plain("--rm docker.io /etc/motd A_B=c v2 restartPolicy x86"), []);
  assert.deepEqual(plain("¿Sí? (no), «quizá»… tipo-uno VM's don't"), [
    "Sí",
    "no",
    "quizá",
    "tipo",
    "uno",
    "VM",
    "don't",
  ]);
});

Deno.test("a word that touches what is put in at run time is a part of one", () => {
  assert.deepEqual(plain("\uFFFC contenedor\uFFFC, listo"), ["listo"]);
});

Deno.test("what is quoted or emphasised may be in another language", () => {
  assert.deepEqual(
    words("Dice «no such» y un *pod*, no **esto**").filter(({ quoted }) => quoted).map(({ word }) => word),
    ["no", "such", "pod"],
  );
});
