/** In which language the program's source says a text. */

import assert from "node:assert/strict";
import { programTexts } from "./program_texts.ts";

function said(source: string): readonly string[] {
  return programTexts("lib/a.ts", source).map(({ lang, text }) => `${lang}: ${text}`);
}

Deno.test("a text names its languages as keys, however it is put together", () => {
  assert.deepEqual(said('const a = { es: `hay ${n} ${n === 1 ? "uno" : "dos"}`, en: "one" + f("two") };'), [
    "es: hay \uFFFC \uFFFC",
    "es: uno",
    "es: dos",
    "en: one",
    "en: two",
  ]);
  assert.deepEqual(said('const a = { es: ["día", "días"], en: (n: number) => { return "day"; } };'), [
    "es: día",
    "es: días",
    "en: day",
  ]);
});

Deno.test("a function of two languages takes Spanish first, also where it is declared below", () => {
  assert.deepEqual(said('t("uno", "one", "x"); const t = (es: string, en: string, x: string) => ({ es, en, x });'), [
    "es: uno",
    "en: one",
  ]);
  assert.deepEqual(said('told("uno", "one"); function told(es: string, en: string) { return { es, en }; }'), [
    "es: uno",
    "en: one",
  ]);
});

Deno.test("who asks for Spanish says it there, and English otherwise", () => {
  assert.deepEqual(said('const a = lang === "es" ? "uno" : "one"; const b = es ? "dos" : "two";'), [
    "es: uno",
    "en: one",
    "es: dos",
    "en: two",
  ]);
  assert.deepEqual(said('function f() { if (lang === "es") return "uno"; return "one"; }'), ["es: uno", "en: one"]);
  assert.deepEqual(said('const spanish = { a: "uno" }; const english = { a: "one" };'), ["es: uno", "en: one"]);
});

Deno.test("what is compared, imported, or handed over as code is no text; Spanish letters are Spanish anywhere", () => {
  assert.deepEqual(said('import "x"; const a = { es: kind === "choice" ? code("docker") : "uno" }; f("rest");'), [
    "es: uno",
  ]);
  assert.deepEqual(said('f("días", "days");'), ["es: días"]);
  assert.deepEqual(said('const a = { line: "grumete quiz --answers mías.yaml" };'), []);
});

Deno.test("its place is the line where it begins", () => {
  assert.deepEqual(programTexts("lib/a.ts", 'f();\nconst a = {\n  es: "uno",\n};').map(({ place }) => place), [
    "lib/a.ts:3",
  ]);
});
