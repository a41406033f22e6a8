/** Text that was not written to be read: every one gets problems, none gets an exception, a hang or a broken terminal. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeConcepts, decodeQuiz, loadPlain } from "../../lib/content/decode.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import { formatProblem, type Problem } from "../../lib/content/problem.ts";
import { langs } from "../../lib/content/text.ts";

const head = "format: 1\nid: probe\ntitle: T\nquestions:\n";

const inputs: Readonly<Record<string, () => string>> = {
  "50 MB of text": () => `title: ${"x".repeat(50_000_000)}`,
  "nested 10,000 deep": () => `${head}  - ${"[".repeat(10_000)}${"]".repeat(10_000)}`,
  "nested 10,000 deep and not closed": () => "[".repeat(10_000),
  "an alias bomb": () => ["a: &a [x]", ..."bcdefghi"].reduce((text, name) => `${text}\n${name}: &${name} [*a, *a, *a, *a]`),
  "a list": () => "- a\n- b\n",
  "a scalar": () => "hola",
  "nothing": () => "",
  "only a comment": () => "# nada\n",
  "two documents": () => "a: 1\n---\nb: 2\n",
  "a terminal escape in double quotes": () => `${head.replace("T", '"\\e]0;hola\\a"')}`,
  "a terminal escape as it is": () => head.replace("T", "\u001b[2J"),
  "a null byte": () => "a: \0",
  "half a surrogate pair": () => head.replace("T", '"\\ud800"'),
  "an id with ../": () => head.replace("probe", "../../etc/passwd"),
  "100,000 equal keys": () => "format: 1\n" + "a: 1\n".repeat(100_000),
  "100,000 equal ids": () => head + "  - {id: a}\n".repeat(100_000),
  "50,000 tasks that wait for nobody": () => "format: 1\ntasks:\n" + "  - {id: a, needs: [b]}\n".repeat(50_000),
  "a chain of 20,000 tasks": () =>
    "format: 1\ntasks:\n" + Array.from({ length: 20_000 }, (_, i) => `  - {id: t${i}, needs: [t${i + 1}]}\n`).join(""),
  "a key of 1 MB": () => `${"k".repeat(1_000_000)}: 1\n`,
  "a key with an override of the writing direction": () => head + '"\u202eabc": 1\n' + '"a\\e[0m b": 1\n',
  "an image name made to take long": () => `format: 1\nimages: ["${"a:".repeat(500_000)}"]\n`,
};

/** A reader of problems sees what was written only in a form that does nothing. */
function assertHarmless(problems: readonly Problem[]): void {
  for (const problem of problems.slice(0, 50)) {
    for (const lang of langs) {
      const shown = formatProblem(problem, lang);
      assert.doesNotMatch(shown.replaceAll("\n", ""), /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      assert.ok(shown.length < 2000, "a message is short");
    }
    assert.ok(problem.line >= 1 && problem.column >= 1);
  }
}

for (const [name, make] of Object.entries(inputs)) {
  Deno.test(`${name} is refused with a problem, in a few seconds`, () => {
    const text = make();
    for (const decode of [decodeQuiz, decodeLab, decodeConcepts]) {
      const start = performance.now();
      const { value, problems } = decode(text, "quizzes/probe.yaml");
      assert.equal(value, undefined);
      assert.ok(problems.length > 0 && problems.length <= 1001);
      assertHarmless(problems);
      assert.ok(performance.now() - start < 5000);
    }
  });
}

const key = fc.constantFrom("format", "id", "title", "questions", "tasks", "kind", "choices", "checks", "es", "__proto__");
const word = fc.oneof(fc.constantFrom("choice", "cloze", "container", "docker ps", "3s", "64m", "uno"), fc.string());
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    word,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("node"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(key, word), tie("node"), { maxKeys: 6 }),
  ),
}));

Deno.test("no JSON value, read as a quiz, a lab or concepts, brings the loader down", () => {
  fc.assert(fc.property(node, (value) => {
    const written = { format: 1, ...(typeof value === "object" ? value : { value }) };
    const text = JSON.stringify(written);
    for (const decode of [decodeQuiz, decodeLab]) assertHarmless(decode(text, "a/probe.yaml", { lint: true }).problems);
    assertHarmless(decodeConcepts(text, "a/concepts.yaml").problems);
    loadPlain(text, "answers.yaml");
  }), { numRuns: 500 });
});

const scrap = fc.constantFrom("a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", '"', "'", "|\n", "&x", "*x", "!t ", "? ", "#", "%", "\t", "---\n", "é", "\\", "1");

Deno.test("no text, however broken, brings the loader down", () => {
  fc.assert(fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => {
    const text = scraps.join("");
    assertHarmless(decodeQuiz(text, "a/probe.yaml", { lint: true }).problems);
    assertHarmless(decodeLab(`format: 1\ntasks:\n  - ${text}`, "a/probe.yaml", { lint: true }).problems);
    loadPlain(text, "answers.yaml");
  }), { numRuns: 2000 });
});

Deno.test("a good file stays good after any one line is taken away, or says so with a place inside the file", () => {
  const good = Deno.readTextFileSync(new URL("./good/every-check/lab.yaml", import.meta.url)).split("\n");
  good.forEach((_, index) => {
    const text = good.filter((__, other) => other !== index).join("\n");
    const { value, problems } = decodeLab(text, "labs/every-check/lab.yaml", { lint: true });
    assert.ok(value !== undefined || problems.length > 0);
    for (const { line } of problems) assert.ok(line >= 1 && line <= good.length);
  });
});
