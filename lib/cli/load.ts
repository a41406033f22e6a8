/** Opens a quiz or a lab by reference; content with errors ends with all of them and exit code 4. */

import type { Decoded } from "../content/decode.ts";
import type { Concept } from "../content/schema/concept.ts";
import type { Problem } from "../content/problem.ts";
import type { Lab } from "../content/schema/lab.ts";
import type { Path } from "../content/schema/path.ts";
import type { Quiz } from "../content/schema/quiz.ts";
import type { Text } from "../content/text.ts";
import { UserError } from "../content/user_error.ts";
import { type ContentFile, findContent, isFile, pathsPath } from "../store/library.ts";
import { decodedOnce } from "../store/decoded_cache.ts";
import { readText } from "../store/read_text.ts";
import { storeExists } from "../store/state_folder.ts";
import { later } from "../content/later.ts";
import { relative, shellWord } from "./output/paths.ts";
import type { World } from "./world.ts";

export interface Opened<Content> {
  readonly file: ContentFile;
  readonly content: Content;
}

/** Throws a `UserError`: no such quiz (2), unreadable or with errors (4). */
export async function openQuiz(world: World, reference: string): Promise<Opened<Quiz>> {
  const file = findContent("quiz", reference, world.contentFolders);
  return { file, content: await accepted(await decodedQuiz(world, file), relative(file.path)) };
}

/** Throws a `UserError`: no such lab (2), unreadable or with errors (4). */
export async function openLab(world: World, reference: string): Promise<Opened<Lab>> {
  const file = await labFile(world, reference);
  return { file, content: await accepted(await decodedLab(world, file), relative(file.path)) };
}

/** A lab that is going on is found by its id wherever it began: nobody has to remember the path to end it. */
async function labFile(world: World, reference: string): Promise<ContentFile> {
  try {
    return findContent("lab", reference, world.contentFolders);
  } catch (error) {
    const folder = error instanceof UserError ? await begunIn(world, reference) : undefined;
    if (folder === undefined) throw error;
    return findContent("lab", folder, world.contentFolders);
  }
}

async function begunIn(world: World, id: string): Promise<string | undefined> {
  const state = stateFolderOf(world);
  if (state === undefined || !storeExists(state)) return undefined;
  const { openStore } = await later<typeof import("../store/event_store.ts")>(
    import.meta.url,
    "../store/event_store.ts",
  );
  const { openAttempt } = await later<typeof import("./lab/lab_passes.ts")>(import.meta.url, "./lab/lab_passes.ts");
  using store = openStore(state);
  return openAttempt(store, id)?.folder;
}

/** Throws a `UserError` for a file that cannot be read; errors in it are problems. */
export function decodedQuiz(world: World, file: ContentFile): Promise<Decoded<Quiz>> {
  return decoded(world, file, async (text, path) => (await decoder()).decodeQuiz(text, path));
}

/** As `decodedQuiz`. */
export function decodedLab(world: World, file: ContentFile): Promise<Decoded<Lab>> {
  return decoded(world, file, async (text, path) => {
    const { decodeLab } = await later<typeof import("../content/decode_lab.ts")>(
      import.meta.url,
      "../content/decode_lab.ts",
    );
    return decodeLab(text, path);
  });
}

/** Nothing where none can be chosen: reading content needs no state. */
export function stateFolderOf(world: World): string | undefined {
  try {
    return world.stateFolder();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function decoder(): Promise<typeof import("../content/decode.ts")> {
  return later(import.meta.url, "../content/decode.ts");
}

/** What has been decoded before is not checked again, and the code that would check it is not even loaded. */
function decoded<Content>(
  world: World,
  { kind, id, path }: Pick<ContentFile, "id" | "path"> & { readonly kind: string },
  decode: (text: string, path: string) => Promise<Decoded<Content>>,
): Promise<Decoded<Content>> {
  const text = readText(path);
  return decodedOnce(stateFolderOf(world), {
    name: `${kind}-${id}`,
    source: [kind, path, text],
    decode: () => decode(text, relative(path)),
  });
}

async function accepted<Content>({ value, problems }: Decoded<Content>, path: string): Promise<Content> {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (value !== undefined && errors.length === 0) return value;
  const { problemsText } = await later<typeof import("../content/problem.ts")>(
    import.meta.url,
    "../content/problem.ts",
  );
  throw new UserError(problemsText(errors), {
    es: `${count(errors, "problema", "problemas")}; grumete lint ${shellWord(path)} los muestra todos, con los avisos`,
    en: `${count(errors, "problem", "problems")}; grumete lint ${shellWord(path)} shows them all, with the warnings`,
  }, 4);
}

function count(problems: readonly Problem[], one: string, many: string): string {
  return `${problems.length} ${problems.length === 1 ? one : many}`;
}

/** Where a content folder has its list of concepts, if it has one. */
export function conceptsPath(folder: string): string {
  return `${folder}/quizzes/concepts.yaml`;
}

/** The concepts of all content folders, later ones winning; a folder need not have any. Problems come along. */
export async function openConcepts(
  world: World,
): Promise<{ readonly concepts: ReadonlyMap<string, Concept>; readonly problems: readonly Problem[] }> {
  const concepts = new Map<string, Concept>();
  const problems: Problem[] = [];
  for (const folder of world.contentFolders) {
    const path = conceptsPath(folder);
    if (!isFile(path)) continue;
    const read = await decoded(
      world,
      { kind: "concepts", id: "all", path },
      async (text, path) => (await decoder()).decodeConcepts(text, path),
    );
    problems.push(...read.problems);
    for (const concept of read.value?.concepts ?? []) concepts.set(concept.id, concept);
  }
  return { concepts, problems };
}

/** The paths of all content folders, later ones winning; a folder need not have any. Problems come along. */
export async function openPaths(
  world: World,
): Promise<{ readonly paths: ReadonlyMap<string, Path>; readonly problems: readonly Problem[] }> {
  const paths = new Map<string, Path>();
  const problems: Problem[] = [];
  for (const folder of world.contentFolders) {
    const path = pathsPath(folder);
    if (!isFile(path)) continue;
    const read = await decoded(
      world,
      { kind: "paths", id: "all", path },
      async (text, path) => (await decoder()).decodePaths(text, path),
    );
    problems.push(...read.problems);
    for (const one of read.value?.paths ?? []) paths.set(one.id, one);
  }
  return { paths, problems };
}

/** Names by id, for summaries; without them a summary shows the ids. */
export async function conceptNames(world: World): Promise<Readonly<Record<string, Text>>> {
  const { concepts } = await openConcepts(world);
  return Object.fromEntries([...concepts].map(([id, { name }]) => [id, name]));
}
