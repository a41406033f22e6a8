/** Typed text: what counts as the same word, and what an accent costs. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { same } from "../../lib/content/text.ts";
import { cloze } from "../../lib/quiz/kinds/cloze.ts";
import { text } from "../../lib/quiz/kinds/text.ts";
import { judgeText, normalized, unaccented } from "../../lib/quiz/typed_text.ts";
import { make } from "./make_question.ts";

function worth(accept: string, typed: string, fields: Readonly<Record<string, unknown>> = {}): number {
  return text.grade(make("text", { accept: [accept], ...fields }), { kind: "text", typed }).fraction;
}

Deno.test("case, spaces, quotes, composition and a full stop at the end do not matter", () => {
  for (const typed of ["máquina virtual", "MÁQUINA  Virtual", "\tmáquina\u00a0virtual. ", "ma\u0301quina virtual"]) {
    assert.equal(worth("Máquina virtual", typed), 1, typed);
  }
  assert.equal(worth('"web"', "«web»"), 1);
  assert.equal(worth("it's", "it’s"), 1);
});

Deno.test("a missing or misplaced accent is right, is reported and costs its part", () => {
  assert.equal(worth("máquina", "maquina"), 0.9);
  assert.equal(worth("máquina", "maquína"), 0.9);
  assert.equal(worth("maquina", "máquina"), 0.9);
  assert.equal(worth("pingüino", "pinguino"), 0.9);
  assert.equal(worth("máquina", "maquina", { accents: 0 }), 1);
  assert.equal(worth("máquina", "maquina", { accents: 1 }), 0);
  const mark = text.grade(make("text", { accept: ["máquina"] }), { kind: "text", typed: "Maquina" });
  assert.equal(mark.remarks[0]?.es, "Revisa los acentos: se escribe `máquina`");
});

Deno.test("ñ is a letter", () => {
  assert.equal(worth("año", "ano"), 0);
  assert.equal(worth("año", "AÑO"), 1);
  assert.equal(worth("año", "an\u0303o"), 1);
  assert.equal(unaccented("Ñandú çà"), "Ñandu çà");
});

Deno.test("either language is accepted, and a known wrong answer gives its feedback", () => {
  const question = make("text", {
    accept: [{ es: "imagen", en: "image" }, { es: "término", en: "term" }],
    reject: [{ answer: "contenedor", feedback: "Un contenedor sale de ella." }, {
      answer: "termino",
      feedback: "Ese es el verbo.",
    }],
  });
  assert.equal(text.grade(question, { kind: "text", typed: "image" }).fraction, 1);
  assert.equal(
    text.grade(question, { kind: "text", typed: "Contenedor" }).remarks[0]?.es,
    "Un contenedor sale de ella.",
  );
  assert.equal(text.grade(question, { kind: "text", typed: "termino" }).remarks[0]?.es, "Ese es el verbo.");
  assert.equal(text.grade(question, { kind: "text", typed: "término" }).fraction, 1);
  assert.equal(text.grade(question, { kind: "text", typed: "" }).fraction, 0);
});

Deno.test("upper and lower case differ where the question says so", () => {
  assert.equal(worth("Dockerfile", "dockerfile", { caseSensitive: true }), 0);
  assert.equal(worth("Dockerfile", "Dockerfile", { caseSensitive: true }), 1);
});

Deno.test("text is read from strings and numbers", () => {
  const question = make("text", { accept: ["8080"] });
  assert.deepEqual(text.parse(question, 8080), { kind: "text", typed: "8080" });
  assert.ok("problem" in text.parse(question, ["8080"]));
});

Deno.test("normalising twice is normalising once", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (typed, caseSensitive) => {
    const once = normalized(typed, caseSensitive);
    assert.equal(normalized(once, caseSensitive), once);
    assert.equal(unaccented(unaccented(once)), unaccented(once));
  }));
});

Deno.test("an accepted text is always accepted as it stands, composed or not", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (written) => {
    const expected = { accept: [same(written)], reject: [], accents: 0.1, caseSensitive: false };
    for (const typed of [written, written.normalize("NFD"), ` ${written} `]) {
      assert.equal(judgeText(expected, typed).fraction, 1);
    }
  }));
});

Deno.test("taking accents away never touches a letter that is no vowel", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."ñÑçbcdfgh xyz123") }), (written) => {
    assert.equal(unaccented(written), written);
  }));
});

const gaps = make("cloze", {
  text: { es: "Un {{a}} sale de una {{b}}.", en: "A {{a}} comes from an {{b}}." },
  blanks: {
    b: { accept: [{ es: "imagen", en: "image" }] },
    a: {
      accept: [{ es: "contenedor", en: "container" }],
      reject: [{ answer: "volumen", feedback: "Ese guarda datos." }],
    },
  },
});

Deno.test("a cloze is worth the mean of its blanks and says which one was wrong", () => {
  const mark = cloze.grade(gaps, { kind: "cloze", blanks: { a: "volumen", b: "image" } });
  assert.equal(mark.fraction, 0.5);
  assert.equal(mark.remarks[0]?.es, "Hueco 1: Ese guarda datos.");
  assert.equal(cloze.grade(gaps, { kind: "cloze", blanks: {} }).status, "incorrect");
  assert.equal(mark.solution.es, "Un **contenedor** sale de una **imagen**.");
  assert.equal(cloze.describe(gaps, { kind: "cloze", blanks: { a: "x" } }).es, "Un [x] sale de una [].");
});

Deno.test("a blank is named by its place in the learner's language, not by the word that the author gave it", () => {
  const swapped = make("cloze", {
    text: { es: "{{outside}} y luego {{inside}}", en: "{{inside}} after {{outside}}" },
    blanks: { outside: { accept: ["8080"] }, inside: { accept: ["80"] } },
  });
  const { remarks } = cloze.grade(swapped, { kind: "cloze", blanks: { outside: "8080", inside: "x" } });
  assert.deepEqual(remarks, [{ es: "Hueco 2: no va `x`", en: "Blank 1: `x` does not go here" }]);
});

Deno.test("a cloze reads a mapping and names a blank that is not there", () => {
  assert.deepEqual(cloze.parse(gaps, { a: 1, b: null }), { kind: "cloze", blanks: { a: "1" } });
  const refused = cloze.parse(gaps, { c: "x" });
  assert.ok("problem" in refused && refused.problem.en.includes("`c`"));
  assert.ok("problem" in cloze.parse(gaps, ["x"]));
});
