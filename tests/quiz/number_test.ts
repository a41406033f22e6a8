/** Numbers: exact arithmetic, comma or point, tolerances and ranges, no guessing at thousands. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { add, compare, type Decimal, multiply, parseDecimal, spelled, subtract } from "../../lib/quiz/decimal.ts";
import { number } from "../../lib/quiz/kinds/number.ts";
import { readNumber } from "../../lib/quiz/typed_number.ts";
import { make } from "./make_question.ts";

function status(fields: Readonly<Record<string, unknown>>, typed: string): string {
  return number.grade(make("number", fields), { kind: "number", typed }).status;
}

Deno.test("a number is read with comma or point, exponent, sign and spaces around", () => {
  for (const typed of ["3,14", "3.14", " 3.140 ", "+3,14", "314e-2", "0.314E1", "3,14."]) {
    assert.equal(status({ answer: 3.14 }, typed), "correct", typed);
  }
  for (const typed of ["-0.5", "−0,5", "-.5", "-5e-1"]) assert.equal(status({ answer: -0.5 }, typed), "correct", typed);
  assert.equal(status({ answer: 0.001 }, "1e-3"), "correct");
});

Deno.test("the edge of a tolerance belongs to it", () => {
  assert.equal(status({ answer: -11.7, tolerance: 0.02 }, "-11.72"), "correct");
  assert.equal(status({ answer: -11.7, tolerance: 0.02 }, "-11.68"), "correct");
  assert.equal(status({ answer: -11.7, tolerance: 0.02 }, "-11.7200001"), "incorrect");
  assert.equal(status({ answer: 200, tolerance: "5%" }, "210"), "correct");
  assert.equal(status({ answer: -200, tolerance: "5%" }, "-190"), "correct");
  assert.equal(status({ answer: 200, tolerance: "5%" }, "210.01"), "incorrect");
  assert.equal(status({ answer: 0.3 }, "0.30000000000000004"), "incorrect");
});

Deno.test("a range has its ends unless it is open there", () => {
  const range = { min: 1, max: 2 };
  assert.equal(status({ range }, "1"), "correct");
  assert.equal(status({ range }, "2,0"), "correct");
  assert.equal(status({ range: { ...range, open: "min" } }, "1"), "incorrect");
  assert.equal(status({ range: { ...range, open: "max" } }, "2"), "incorrect");
  assert.equal(status({ range: { ...range, open: "both" } }, "1.5"), "correct");
  assert.equal(status({ range }, "2.1"), "incorrect");
});

Deno.test("the unit may follow, as it is written", () => {
  for (const typed of ["64 MB", "64MB", "64"]) {
    assert.equal(status({ answer: 64, unit: "MB" }, typed), "correct", typed);
  }
  const wrong = number.grade(make("number", { answer: 64, unit: "MB" }), { kind: "number", typed: "64 mb" });
  assert.equal(wrong.status, "incorrect");
  assert.equal(wrong.remarks[0]?.es, "La respuesta se pide en `MB`, no en `mb`");
  assert.equal(status({ answer: 64 }, "64 MB"), "incorrect");
  assert.equal(status({ answer: 50, unit: "%" }, "50 %"), "correct");
});

Deno.test("a unit may have a word in each language: both are understood, and each is shown in its own", () => {
  const question = make("number", { answer: 30, unit: { es: "segundos", en: "seconds" } });
  for (const typed of ["30 segundos", "30 seconds", "30seconds", "30"]) {
    assert.equal(number.grade(question, { kind: "number", typed }).status, "correct", typed);
  }
  assert.deepEqual(number.solution(question), { es: "30 segundos", en: "30 seconds" });
  const wrong = number.grade(question, { kind: "number", typed: "30 minutes" });
  assert.equal(wrong.remarks[0]?.es, "La respuesta se pide en `segundos`, no en `minutes`");
  assert.equal(wrong.remarks[0]?.en, "The answer is asked for in `seconds`, not in `minutes`");
});

Deno.test("thousands are never guessed at", () => {
  const mark = number.grade(make("number", { answer: 1000 }), { kind: "number", typed: "1.000" });
  assert.equal(mark.status, "incorrect");
  assert.equal(mark.remarks[0]?.en, "`1.000` is read with decimals: if you meant `1000`, do not separate thousands");
  assert.equal(status({ answer: 1 }, "1.000"), "correct");
  const refused = number.grade(make("number", { answer: 1234.5 }), { kind: "number", typed: "1.234,5" });
  assert.equal(refused.status, "incorrect");
  assert.equal(refused.remarks[0]?.es, "No separes los miles: escribe `1234,5` en vez de `1.234,5`");
  for (const typed of ["1 000", "1,234,567", "1'000", "1.234.567,8"]) {
    assert.equal(readNumber(typed, undefined).kind, "problem", typed);
  }
});

Deno.test("what is no number is refused with words", () => {
  for (const typed of ["", "tres", "1e", "--1", "0x10", "1e999999999", "Infinity", "NaN", ",", "9".repeat(500)]) {
    assert.equal(readNumber(typed, undefined).kind, "problem", typed);
  }
});

Deno.test("a known wrong number gives its feedback", () => {
  const question = make("number", { answer: 1024, reject: [{ answer: 1000, feedback: "Eso es un kB." }] });
  assert.equal(number.grade(question, { kind: "number", typed: "1e3" }).remarks[0]?.es, "Eso es un kB.");
});

Deno.test("the solution is written in each language", () => {
  assert.deepEqual(number.solution(make("number", { answer: 3.14, tolerance: 0.01, unit: "s" })), {
    es: "3,14 ± 0,01 s",
    en: "3.14 ± 0.01 s",
  });
  assert.equal(number.solution(make("number", { range: { min: 0.5, max: 2, open: "max" } })).es, "0,5 ≤ x < 2");
});

const decimal: fc.Arbitrary<Decimal> = fc.record({
  digits: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  exponent: fc.integer({ min: -40, max: 40 }),
});

/** The same value as a whole number of 10^-200. */
function scaled({ digits, exponent }: Decimal): bigint {
  return digits * 10n ** BigInt(exponent + 200);
}

Deno.test("decimal arithmetic is that of whole numbers", () => {
  fc.assert(fc.property(decimal, decimal, (a, b) => {
    assert.equal(scaled(add(a, b)), scaled(a) + scaled(b));
    assert.equal(scaled(subtract(a, b)), scaled(a) - scaled(b));
    assert.equal(scaled(multiply(a, b)) * 10n ** 200n, scaled(a) * scaled(b));
    assert.equal(compare(a, b), scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0);
  }));
});

Deno.test("a decimal that is spelled out is read back", () => {
  fc.assert(fc.property(decimal, (value) => {
    const back = parseDecimal(spelled(value));
    assert.ok(back && compare(back, value) === 0);
  }));
});

Deno.test("any answer inside answer ± tolerance is right and any outside is not", () => {
  const small = fc.integer({ min: -100000, max: 100000 });
  fc.assert(fc.property(small, fc.nat(1000), fc.integer({ min: -3000, max: 3000 }), (answer, tolerance, away) => {
    const written = (hundredths: number): string => spelled({ digits: BigInt(hundredths), exponent: -2 });
    const got = status(
      { answer: written(answer), tolerance: written(tolerance) },
      written(answer + away).replace(".", ","),
    );
    assert.equal(got, Math.abs(away) <= tolerance ? "correct" : "incorrect");
  }));
});

Deno.test("whatever is typed gets a mark", () => {
  const question = make("number", { answer: 1, unit: "s" });
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-+eE s'") }), (typed) => {
    assert.ok(number.grade(question, { kind: "number", typed }).fraction >= 0);
  }));
});
