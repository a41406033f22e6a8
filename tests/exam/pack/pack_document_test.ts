/** Whoever made it: a pack or a ticket that is none is refused in words, and nothing in it crashes the program. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeAskedLab } from "../../../lib/exam/pack/asked_lab_document.ts";
import { decodePack, encodePack, maxPackBytes } from "../../../lib/exam/pack/pack_document.ts";
import type { Ticket } from "../../../lib/exam/tickets/ticket.ts";
import { decodeTicket, encodeTicket, isStudentId } from "../../../lib/exam/tickets/ticket_document.ts";
import { samplePack } from "../sample_pack.ts";

const pack = samplePack();
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const plain = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value));

Deno.test("a pack is what it was after it has been written and read", () => {
  const read = decodePack(encodePack(pack));
  assert.ok(read.kind === "pack");
  assert.deepEqual(plain(read.pack), plain(pack));
});

Deno.test("one of a later format says so", () => {
  assert.deepEqual(decodePack(bytesOf({ format: 2 })), { kind: "newer", format: 2 });
  assert.deepEqual(decodeTicket(bytesOf({ format: 7 })), { kind: "newer", format: 7 });
});

const question = pack.questions[0];
const lab = { id: "l", document: {}, workspace: {} };
const change = (more: Readonly<Record<string, unknown>>) => bytesOf({ ...pack, ...more });
const others = ["format", "id", "title", "pass", "shuffle", "seed", "recipient", "pools", "questions", "labs"] as const;

const broken: Readonly<Record<string, Uint8Array>> = {
  "nothing": new Uint8Array(),
  "no JSON": new TextEncoder().encode("{"),
  "no UTF-8": new Uint8Array([34, 0xff, 34]),
  "a list": bytesOf([]),
  "nothing but null": bytesOf(null),
  "too deep": new TextEncoder().encode(`${"[".repeat(100_000)}${"]".repeat(100_000)}`),
  "deep inside a lab": change({
    labs: [{ ...lab, document: { a: JSON.parse(`${"[".repeat(100)}${"]".repeat(100)}`) } }],
  }),
  "a field more": change({ answers: [] }),
  "an answer in a question": change({ questions: [{ ...question, correct: "a" }, ...pack.questions.slice(1)] }),
  "an unknown kind": change({ questions: [{ ...question, kind: "essay" }, ...pack.questions.slice(1)] }),
  "two questions of one name": change({ questions: [...pack.questions, question] }),
  "a question in no pool": change({ pools: [{ ...pack.pools[0], count: 1, questions: [question?.id] }] }),
  "a pool with an unknown question": change({
    pools: [{ ...pack.pools[0], questions: [...pack.pools[0]?.questions ?? [], "n0000000000000000"] }],
  }),
  "more drawn than there are": change({ pools: [{ ...pack.pools[0], count: 1000 }] }),
  "a count that is no whole number": change({ pools: [{ ...pack.pools[0], count: 1.5 }] }),
  "nothing to do": change({ pools: [], questions: [] }),
  "closing before opening": change({ opens: 2000, closes: 1000 }),
  "an opening that is no time": change({ opens: 1e300 }),
  "endless minutes": change({ minutes: 1e9 }),
  "a seed that is short": change({ seed: "00" }),
  "a recipient that is a command": change({ recipient: "age1; rm -rf /" }),
  "a file outside the workspace": change({ labs: [{ ...lab, workspace: { "../../.bashrc": "aaaa" } }] }),
  "a file that is no base64": change({ labs: [{ ...lab, workspace: { "a": "***" } }] }),
};

for (const [what, bytes] of Object.entries(broken)) {
  Deno.test(`refused as a pack: ${what}`, () => assert.equal(decodePack(bytes).kind, "broken"));
}

for (const key of others) {
  Deno.test(`a pack without "${key}" is broken, and its place is said`, () => {
    const { [key]: _, ...rest } = plain(pack);
    const read = decodePack(bytesOf(rest));
    assert.deepEqual(read, { kind: "broken", at: key });
  });
}

Deno.test("a pack that is too large is not even read", () => {
  assert.equal(decodePack(new Uint8Array(maxPackBytes + 1).fill(32)).kind, "broken");
});

Deno.test("a large text is no reason to refuse", () => {
  const workspace = { "disco.img": "QUJD".repeat(1_000_000) };
  const read = decodePack(change({ labs: [{ ...lab, document: {}, workspace }] }));
  assert.equal(read.kind, "pack");
});

Deno.test("whatever bytes come, reading them ends with a word", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    assert.equal(decodePack(bytes).kind, "broken");
    assert.equal(decodeTicket(bytes).kind, "broken");
  }));
});

Deno.test("any field of any other value: broken or a pack, never a crash", () => {
  const places = paths(plain(pack)).slice(0, 400);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) => {
      const changed = plain(pack);
      let at: Record<string, unknown> = changed;
      for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>;
      at[path.at(-1) ?? ""] = value;
      assert.ok(["broken", "pack", "newer"].includes(decodePack(bytesOf(changed)).kind));
    }),
    { numRuns: 1000 },
  );
});

Deno.test("any lab document is a lab or none, never a crash", () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
    assert.equal(decodeAskedLab({ id: "x", document, workspace: {} }), undefined);
  }));
});

Deno.test("names that objects have by themselves are no files and no names", () => {
  const json = `{"__proto__":{"format":1},"format":1,"constructor":1}`;
  assert.equal(decodePack(new TextEncoder().encode(json)).kind, "broken");
});

function paths(value: unknown, before: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [[...before, key], ...paths(part, [...before, key])]);
}

const ticket: Ticket = {
  format: 1,
  pack: "ab".repeat(32),
  student: { id: "a-01", name: "Ana Núñez" },
  seed: "cd".repeat(32),
  nonce: "ef".repeat(16),
  minutes: 90,
};

Deno.test("a ticket is what it was after it has been written and read", () => {
  assert.deepEqual(decodeTicket(encodeTicket(ticket)), { kind: "ticket", ticket });
});

for (
  const [what, more] of Object.entries({
    "no student": { student: undefined },
    "a student with an escape": { student: { id: "a\u001b[2J" } },
    "an id with blanks around it": { student: { id: " a" } },
    "a short nonce": { nonce: "00" },
    "time without end": { minutes: 1e9 },
    "a field more": { answers: 1 },
  })
) {
  Deno.test(`refused as a ticket: ${what}`, () => {
    assert.equal(decodeTicket(bytesOf({ ...ticket, ...more })).kind, "broken");
  });
}

Deno.test("schools call students by numbers, logins, addresses and names", () => {
  for (const id of ["1", "a01", "ana@uni.es", "Núñez, Ana", "2024/17"]) assert.ok(isStudentId(id), id);
  for (const id of ["", " ", "a\n", "\u202ea", "a".repeat(101)]) assert.ok(!isStudentId(id), id);
});
