/** Opens a quiz or a lab by reference; content with errors ends with all of them and exit code 4. */

import { decodeConcepts, type Decoded, decodeLab, decodeQuiz } from "../content/decode.ts";
import type { Concept } from "../content/schema/concept.ts";
import { formatProblem, type Problem } from "../content/problem.ts";
import type { Lab } from "../content/schema/lab.ts";
import type { Quiz } from "../content/schema/quiz.ts";
import { both, type Text } from "../content/text.ts";
import { UserError } from "../content/user_error.ts";
import { type ContentFile, findContent, isFile } from "../store/library.ts";
import { readText } from "../store/read_text.ts";
import { relative, shellWord } from "./paths.ts";
import type { World } from "./world.ts";

export interface Opened<Content> {
  readonly file: ContentFile;
  readonly content: Content;
}

/** Throws a `UserError`: no such quiz (2), unreadable or with errors (4). */
export function openQuiz(world: World, reference: string): Opened<Quiz> {
  const file = findContent("quiz", reference, world.contentFolders);
  return { file, content: accepted(decodeQuiz(readText(file.path), relative(file.path)), relative(file.path)) };
}

/** Throws a `UserError`: no such lab (2), unreadable or with errors (4). */
export function openLab(world: World, reference: string): Opened<Lab> {
  const file = findContent("lab", reference, world.contentFolders);
  return { file, content: accepted(decodeLab(readText(file.path), relative(file.path)), relative(file.path)) };
}

function accepted<Content>({ value, problems }: Decoded<Content>, path: string): Content {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (value !== undefined && errors.length === 0) return value;
  throw new UserError(both((lang) => errors.map((problem) => formatProblem(problem, lang)).join("\n\n")), {
    es: `${count(errors, "problema", "problemas")}; grumete lint ${shellWord(path)} los muestra todos, con los avisos`,
    en: `${count(errors, "problem", "problems")}; grumete lint ${shellWord(path)} shows them all, with the warnings`,
  }, 4);
}

function count(problems: readonly Problem[], one: string, many: string): string {
  return `${problems.length} ${problems.length === 1 ? one : many}`;
}

/** The concepts of all content folders, later ones winning; a folder need not have any. Problems come along. */
export function openConcepts(
  world: World,
): { readonly concepts: ReadonlyMap<string, Concept>; readonly problems: readonly Problem[] } {
  const concepts = new Map<string, Concept>();
  const problems: Problem[] = [];
  for (const folder of world.contentFolders) {
    const path = `${folder}/quizzes/concepts.yaml`;
    if (!isFile(path)) continue;
    const decoded = decodeConcepts(readText(path), relative(path));
    problems.push(...decoded.problems);
    for (const concept of decoded.value?.concepts ?? []) concepts.set(concept.id, concept);
  }
  return { concepts, problems };
}

/** Names by id, for summaries; without them a summary shows the ids. */
export function conceptNames(world: World): Readonly<Record<string, Text>> {
  return Object.fromEntries([...openConcepts(world).concepts].map(([id, { name }]) => [id, name]));
}
