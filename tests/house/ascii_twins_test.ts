/** Whatever symbol the program draws, a terminal without it shows a plain twin. */

import assert from "node:assert/strict";
import { twins } from "../../lib/screens/ascii.ts";

const project = new URL("../..", import.meta.url).pathname;

/** The ranges of characters of these are patterns, not what is drawn. */
const patterns = /\/(?:clean|width|paint)\.ts$/;

/** Letters, Latin-1 (¿, ×) and signs of arithmetic have no twin: no other character says the same. */
const needsNone = /[\p{L}\p{M}\p{ASCII}\xa0-\xff\u0370-\u03ff≤≥≈€]/u;

function filesUnder(folder: string, ending: string): readonly string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? filesUnder(`${folder}/${name}`, ending) : name.endsWith(ending) ? [`${folder}/${name}`] : []
  );
}

function isComment(line: string): boolean {
  return /^\s*(?:\*|\/\*\*|\/\/|#)/.test(line);
}

function withoutTwin(file: string): readonly string[] {
  const text = Deno.readTextFileSync(file).split("\n").filter((line) => !isComment(line)).join("");
  return [...new Set([...text])].filter((char) => !needsNone.test(char) && !twins.has(char));
}

for (const [folder, ending] of [["lib", ".ts"], ["quizzes", ".yaml"], ["labs", ".yaml"]] as const) {
  Deno.test(`every symbol in ${folder}/ has a plain twin`, () => {
    const files = filesUnder(`${project}${folder}`, ending).filter((file) => !patterns.test(file));
    assert.ok(files.length > 5);
    for (const file of files) assert.deepEqual(withoutTwin(file), [], file.slice(project.length));
  });
}
