/** The content that comes with grumete, decoded. */

import { decodeConcepts, decodePaths, decodeQuiz } from "../../lib/content/decode.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import type { Concept } from "../../lib/content/schema/concept.ts";
import type { Lab } from "../../lib/content/schema/lab.ts";
import type { Path } from "../../lib/content/schema/path.ts";
import type { Quiz } from "../../lib/content/schema/quiz.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, root));
const names = (folder: string) => [...Deno.readDirSync(new URL(folder, root))].map(({ name }) => name).sort();

export function shippedConcepts(): readonly Concept[] {
  return must(decodeConcepts(read("quizzes/concepts.yaml"), "quizzes/concepts.yaml")).concepts;
}

/** Beside the quizzes, and none of them. */
const lists = new Set(["concepts.yaml", "paths.yaml"]);

export function shippedPaths(): readonly Path[] {
  return must(decodePaths(read("quizzes/paths.yaml"), "quizzes/paths.yaml")).paths;
}

export function shippedQuizzes(): readonly Quiz[] {
  const files = names("quizzes").filter((name) => name.endsWith(".yaml") && !lists.has(name));
  return files.map((name) => must(decodeQuiz(read(`quizzes/${name}`), `quizzes/${name}`)));
}

export function shippedLabs(): readonly Lab[] {
  return names("labs").map((name) => must(decodeLab(read(`labs/${name}/lab.yaml`), `labs/${name}/lab.yaml`)));
}

function must<Value>({ value }: { readonly value?: Value }): Value {
  if (value === undefined) throw new Error("shipped content has errors: grumete lint");
  return value;
}
