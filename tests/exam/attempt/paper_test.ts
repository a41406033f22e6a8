/** The variant of a student follows from the seed alone, and can be computed by anybody who has it. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { same } from "../../../lib/content/text.ts";
import type { AskedQuestion } from "../../../lib/exam/pack/asked.ts";
import { keyedHash } from "../../../lib/exam/hash.ts";
import { namingWith } from "../../../lib/exam/pack/opaque.ts";
import type { Pack } from "../../../lib/exam/pack/pack.ts";
import { packSecrets } from "../../../lib/exam/pack/pack_secrets.ts";
import { paperOf, seedWithoutTicket } from "../../../lib/exam/attempt/paper.ts";

const name = (at: number) => `n${at.toString(16).padStart(16, "0")}`;

/** Questions with four choices each; `sizes` of the pools. */
function packOf(sizes: readonly { readonly size: number; readonly count: number }[], shuffle = true): Pick<
  Pack,
  "pools" | "questions" | "shuffle"
> {
  let at = 0;
  const pools = sizes.map(({ size, count }) => ({
    title: same("P"),
    count,
    questions: Array.from({ length: size }, () => name(at++)),
  }));
  return { pools, questions: pools.flatMap(({ questions }) => questions).map(question), shuffle };
}

function question(id: string, at: number): AskedQuestion {
  const choices = [0, 1, 2, 3].map((choice) => ({ id: name(1000 + 10 * at + choice), text: same(String(choice)) }));
  return { kind: "choice", id, prompt: same("?"), points: 1, hints: [], choices, shuffle: true };
}

const seedOf = (byte: number) => byte.toString(16).padStart(2, "0").repeat(32);
const drawn = (pack: ReturnType<typeof packOf>, seed: string) => paperOf(pack, seed).map(({ asked }) => asked.id);

/** Computed with Python: hmac.new(bytes.fromhex(seed), b"draw:n0000000000000000", "sha256").hexdigest() and the like. */
Deno.test("test vectors: seed, draw, place and order of parts", () => {
  const pack = packOf([{ size: 6, count: 3 }, { size: 3, count: 2 }]);
  assert.equal(
    seedWithoutTicket({ seed: seedOf(1) }, "ana"),
    "155b9dbc00e89f1a40fbdd16dbd9adcb096c6006fa8785c8bfe5a804b9b7b6ce",
  );
  assert.equal(
    keyedHash(Uint8Array.fromHex(seedOf(1)), `draw:${name(0)}`).toHex(),
    "f3ff8ef84081f4cf44c9b19c83e141722b55bf08c73b70e70d26a2e3de96c1d8",
  );
  assert.deepEqual(
    paperOf(pack, seedOf(1)).map(({ asked, shown }) => [asked.id.slice(-2), shown.map((id) => id.slice(-2))]),
    [["06", ["26", "27", "24", "25"]], ["08", ["39", "3a", "3b", "38"]], ["03", ["07", "09", "06", "08"]], ["05", [
      "1c",
      "1b",
      "1a",
      "1d",
    ]], ["02", ["fe", "fc", "ff", "fd"]]],
  );
  assert.deepEqual(drawn({ ...pack, shuffle: false }, seedOf(1)).map((id) => id.slice(-2)), [
    "02",
    "03",
    "05",
    "06",
    "08",
  ]);
});

Deno.test("test vectors: names, salt and seeds follow from the teacher's secret and the id of the session", () => {
  const { salt, seed, seedFor } = packSecrets(new Uint8Array(32).fill(9), "redes-1");
  assert.equal(salt.toHex(), "6fd61e3deca8cc88c0c355aaa563a63ba3467aa81c24ce9addf803e37aa9b83f");
  assert.equal(seed, "0ec0a7971e9d2f8e739290d30801451597f51ac3a10b59027c6cb980721591c6");
  assert.equal(seedFor("ana"), "b937c8fa617b0c569357a043e861913a981a2edabb932546c1e31dcc56cf33e0");
  assert.equal(namingWith(salt)("redes/puertos"), "nad07caf118db8d5c");
  assert.equal(namingWith(salt)("redes/puertos", "choice", "a"), "n5ed3eeae718d9664");
});

const sizes = fc.array(
  fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.record({ size: fc.constant(size), count: fc.integer({ min: 1, max: size }) })
  ),
  { minLength: 1, maxLength: 4 },
);
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => bytes.toHex());

Deno.test("every student gets as many of each pool as the session says, none twice, whatever the seed", () => {
  fc.assert(fc.property(sizes, seeds, fc.boolean(), (sizes, seed, shuffle) => {
    const pack = packOf(sizes, shuffle);
    const names = drawn(pack, seed);
    assert.equal(new Set(names).size, names.length);
    pack.pools.forEach(({ questions }, index) => {
      assert.equal(names.filter((name) => questions.includes(name)).length, sizes[index]?.count);
    });
  }));
});

Deno.test("the same seed gives the same paper, another one another", () => {
  const pack = packOf([{ size: 30, count: 10 }]);
  fc.assert(fc.property(seeds, seeds, (one, other) => {
    fc.pre(one !== other);
    assert.deepEqual(paperOf(pack, one), paperOf(pack, one));
    assert.notDeepEqual(
      paperOf(pack, one).map(({ asked, shown }) => [asked.id, shown]),
      paperOf(pack, other).map(({ asked, shown }) => [asked.id, shown]),
    );
  }));
});

Deno.test("a question that is added takes the place of one at most: the others stay in their order, with their parts in theirs", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 1, max: 15 }), seeds, (size, wanted, seed) => {
      const count = Math.min(size, wanted);
      const before = packOf([{ size, count }]);
      const after = packOf([{ size: size + 1, count }]);
      const kept = new Map(paperOf(after, seed).map(({ asked, shown }) => [asked.id, shown]));
      const stays = paperOf(before, seed).filter(({ asked }) => kept.has(asked.id));
      assert.ok(stays.length >= count - 1);
      assert.deepEqual(stays.map(({ shown }) => shown), stays.map(({ asked }) => kept.get(asked.id)));
      assert.deepEqual(
        stays.map(({ asked }) => asked.id),
        [...kept.keys()].filter((id) => stays.some(({ asked }) => asked.id === id)),
      );
    }),
  );
});

Deno.test("over many students each question of a pool is asked about equally often, and each stands first about equally often", () => {
  const pack = packOf([{ size: 10, count: 5 }]);
  const asked = new Map<string, number>();
  const first = new Map<string, number>();
  const students = 4000;
  for (let student = 0; student < students; student++) {
    const names = drawn(pack, seedWithoutTicket({ seed: seedOf(3) }, `student ${student}`));
    for (const name of names) asked.set(name, (asked.get(name) ?? 0) + 1);
    first.set(names[0] ?? "", (first.get(names[0] ?? "") ?? 0) + 1);
  }
  // Six standard deviations of a binomial.
  for (const count of asked.values()) {
    assert.ok(Math.abs(count - students / 2) < 6 * Math.sqrt(students / 4), String(count));
  }
  for (const count of first.values()) {
    assert.ok(Math.abs(count - students / 10) < 6 * Math.sqrt(students * 0.09), String(count));
  }
});

Deno.test("without shuffling the questions stand pool after pool, as their author listed them", () => {
  fc.assert(fc.property(sizes, seeds, (sizes, seed) => {
    const names = drawn(packOf(sizes, false), seed);
    assert.deepEqual(names, names.toSorted());
  }));
});
