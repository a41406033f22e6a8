/** Splitting a command line into words as a shell does, and refusing what is more than one command. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { splitCommand } from "../../lib/quiz/command/split.ts";
import { shownWords, variableSign } from "../../lib/quiz/command/word.ts";

function words(line: string): readonly string[] {
  const split = splitCommand(line);
  assert.equal(split.kind, "words", line);
  return split.kind === "words" ? split.words : [];
}

function refusal(line: string): string {
  const split = splitCommand(line);
  assert.equal(split.kind, "problem", line);
  return split.kind === "problem" ? split.what.es : "";
}

const home = `${variableSign}{HOME}`;

Deno.test("words are split and quotes are taken off", () => {
  const table: readonly [string, readonly string[]][] = [
    ["", []],
    ["  docker   ps\t-a ", ["docker", "ps", "-a"]],
    ["echo 'a b' \"c d\" e\\ f", ["echo", "a b", "c d", "e f"]],
    ["a'b'\"c\"d", ["abcd"]],
    ["x '' \"\"", ["x", "", ""]],
    ['"a\\"b\\\\c\\d"', ['a"b\\c\\d']],
    ["'a\\b'", ["a\\b"]],
    ["docker run \\\n  nginx", ["docker", "run", "nginx"]],
    ["docker ps # todos", ["docker", "ps"]],
    ["a#b", ["a#b"]],
    ["--format '{{.Names}}' {{.ID}}", ["--format", "{{.Names}}", "{{.ID}}"]],
    ["docker\u00a0ps", ["docker", "ps"]],
    ["ñandú '日本'", ["ñandú", "日本"]],
    ["\\😀", ["😀"]],
  ];
  for (const [line, expected] of table) assert.deepEqual(words(line), expected, line);
});

Deno.test("a variable and a dollar sign are different words", () => {
  assert.deepEqual(words('$HOME ${HOME} "$HOME" ~'), [home, home, home, home]);
  assert.deepEqual(words("'$HOME' \\$HOME \"\\$HOME\" '~'"), ["$HOME", "$HOME", "$HOME", "~"]);
  assert.deepEqual(words("a$ $"), ["a$", "$"]);
  assert.deepEqual(words("$1a $?"), [`${variableSign}{1}a`, `${variableSign}?`]);
  assert.deepEqual(words("~/datos:/x a~"), [`${home}/datos:/x`, "a~"]);
});

Deno.test("the working folder may be asked for", () => {
  const folder = `${variableSign}{PWD}:/app`;
  assert.deepEqual(words('$(pwd):/app "$( pwd )":/app `pwd`:/app $PWD:/app'), [folder, folder, folder, folder]);
});

Deno.test("more than one command is refused with its reason", () => {
  for (const operator of ["|", "||", "&&", ";", "&", "(", ")"]) {
    assert.equal(refusal(`docker ps ${operator} wc`), `Se pide una sola orden, sin \`${operator}\``);
  }
  for (const operator of [">", ">>", "<", "<<"]) assert.match(refusal(`docker ps ${operator} f`), /sin redirigir/);
  assert.match(refusal("docker ps\ndocker images"), /una línea/);
  for (const line of ["docker rm $(docker ps -aq)", "docker rm `docker ps`", '"$(id -u)"', "${A:-$(x)}"]) {
    assert.match(refusal(line), /sin otra dentro/);
  }
});

Deno.test("operators in quotes are only characters", () => {
  assert.deepEqual(words("sh -c 'a | b > c; d && e'"), ["sh", "-c", "a | b > c; d && e"]);
});

Deno.test("what cannot be finished or seen is refused", () => {
  assert.match(refusal("docker run 'x"), /comilla `'`/);
  assert.match(refusal('docker run "x'), /comilla `"`/);
  assert.match(refusal("docker ps \\"), /barra invertida/);
  assert.match(refusal("docker run “x”"), /tipográfica/);
  assert.match(refusal("docker run —name x"), /raya/);
  for (const hidden of ["\u001b[2J", "\u0000", "\u200b", variableSign, "\ud800"]) {
    assert.match(refusal(`docker ps${hidden}`), /invisible/);
  }
  assert.match(refusal("a".repeat(10_000)), /demasiado larga/);
});

Deno.test("nothing that can be typed makes it throw", () => {
  const shellish = fc.string({ unit: fc.constantFrom(..."ab '\"\\$`|&;<>(){}~#\n-=:\t") });
  fc.assert(
    fc.property(fc.oneof(shellish, fc.string({ unit: "binary" })), (line) => {
      const split = splitCommand(line);
      assert.ok(split.kind === "words" ? split.words.every((word) => typeof word === "string") : split.what.es !== "");
    }),
    { numRuns: 2000 },
  );
});

Deno.test("words that are shown and split again are the same words", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abñ '\"\\$`|&;<>(){}~#-=:") });
  fc.assert(fc.property(fc.array(word), (written) => {
    assert.deepEqual(words(shownWords(written)), written);
  }));
  assert.deepEqual(words(shownWords([`${home}/a b`])), [`${home}/a b`]);
});
