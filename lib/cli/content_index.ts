/** What there is to learn, without its texts: one small file in the state folder, instead of every quiz and every lab. */

import type { Area } from "../content/area_names.ts";
import type { Concept } from "../content/schema/concept.ts";
import type { Lab } from "../content/schema/lab.ts";
import type { Path } from "../content/schema/path.ts";
import type { Quiz } from "../content/schema/quiz.ts";
import type { Text } from "../content/text.ts";
import { UserError } from "../content/user_error.ts";
import { decodedOnce } from "../store/decoded_cache.ts";
import { type ContentFile, contentFiles, pathsPath } from "../store/library.ts";
import { type ItemId, itemId } from "../study/item.ts";
import { conceptsPath, decodedLab, decodedQuiz, openConcepts, openPaths, stateFolderOf } from "./load.ts";
import type { World } from "./world.ts";

/** A question, or a task of a lab. */
export interface IndexedItem {
  readonly id: ItemId;
  /** Ids, not all of them in a list of concepts. */
  readonly concepts: readonly string[];
}

export interface IndexedContent {
  readonly kind: "quiz" | "lab";
  readonly id: string;
  readonly title: Text;
  readonly summary?: Text;
  /** Absolute. */
  readonly path: string;
  /** Questions of a quiz, tasks of a lab. */
  readonly size: number;
  /** Of all its parts. */
  readonly concepts: readonly string[];
  /** The questions of a quiz; the tasks of a lab, then the questions inside it. */
  readonly items: readonly IndexedItem[];
}

export interface ContentIndex {
  /** In the order of their ids. */
  readonly contents: readonly IndexedContent[];
  readonly concepts: readonly { readonly id: string; readonly area: Area; readonly name: Text }[];
  readonly paths: readonly Path[];
  /** Absolute paths of files that cannot be read or have errors. */
  readonly broken: readonly string[];
}

/** Made anew when any of the files, or this program, is not as it was. Throws a `UserError` where a folder cannot be read. */
export async function contentIndex(world: World): Promise<ContentIndex> {
  const files = contentFiles(world.contentFolders);
  const lists = world.contentFolders.flatMap((folder) => [conceptsPath(folder), pathsPath(folder)]);
  const self = decodeURIComponent(new URL(import.meta.url).pathname);
  const stamps = [...files.map(({ kind, path }) => `${kind} ${path}`), ...lists, self].map((line) =>
    `${line} ${stampOf(line.slice(line.indexOf("/")))}`
  );
  const { value } = await decodedOnce(stateFolderOf(world), {
    name: "index-all",
    source: stamps,
    decode: async () => ({ value: await indexed(world, files), problems: [] }),
  });
  return value ?? { contents: [], concepts: [], paths: [], broken: [] };
}

async function indexed(world: World, files: readonly ContentFile[]): Promise<ContentIndex> {
  const contents: IndexedContent[] = [];
  const broken: string[] = [];
  for (const file of files) {
    const content = file.kind === "quiz"
      ? indexedQuiz((await readable(decodedQuiz, world, file))?.value, file)
      : indexedLab((await readable(decodedLab, world, file))?.value, file);
    if (content) contents.push(content);
    else broken.push(file.path);
  }
  const concepts: Concept[] = [];
  for (const folder of world.contentFolders) {
    const read = await readable(openConcepts, { ...world, contentFolders: [folder] }, folder);
    concepts.push(...read?.concepts.values() ?? []);
    if (!read || read.problems.some(({ severity }) => severity === "error")) broken.push(conceptsPath(folder));
  }
  const paths = new Map<string, Path>();
  for (const folder of world.contentFolders) {
    const read = await readable(openPaths, { ...world, contentFolders: [folder] }, folder);
    for (const one of read?.paths.values() ?? []) paths.set(one.id, one);
    if (!read || read.problems.some(({ severity }) => severity === "error")) broken.push(pathsPath(folder));
  }
  const byId = new Map(concepts.map(({ id, area, name }) => [id, { id, area, name }]));
  return { contents, broken, concepts: [...byId.values()], paths: [...paths.values()] };
}

/** Undefined for a file that cannot be read. */
async function readable<What, Read>(
  read: (world: World, what: What) => Promise<Read>,
  world: World,
  what: What,
): Promise<Read | undefined> {
  try {
    return await read(world, what);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function indexedQuiz(quiz: Quiz | undefined, { path }: ContentFile): IndexedContent | undefined {
  if (!quiz) return undefined;
  const { id, title, summary, questions } = quiz;
  const items = questions.map((question) => ({
    id: itemId({ kind: "quiz", quiz: id, question: question.id }),
    concepts: question.concepts,
  }));
  const concepts = [...new Set(items.flatMap(({ concepts }) => concepts))];
  return { kind: "quiz", id, title, ...(summary ? { summary } : {}), path, size: items.length, concepts, items };
}

function indexedLab(lab: Lab | undefined, { path }: ContentFile): IndexedContent | undefined {
  if (!lab) return undefined;
  const { id, title, summary, tasks } = lab;
  const items = [
    ...tasks.map((task) => ({ id: itemId({ kind: "task", lab: id, task: task.id }), concepts: task.concepts })),
    ...tasks.flatMap((task) =>
      task.questions.map((question) => ({
        id: itemId({ kind: "lab", lab: id, task: task.id, question: question.id }),
        concepts: question.concepts,
      }))
    ),
  ];
  const concepts = [...new Set([...lab.concepts, ...items.flatMap(({ concepts }) => concepts)])];
  return { kind: "lab", id, title, ...(summary ? { summary } : {}), path, size: tasks.length, concepts, items };
}

/** Changes whenever the file does; empty where there is none. */
function stampOf(path: string): string {
  try {
    const { size, mtime, ctime, ino } = Deno.statSync(path);
    return `${size} ${mtime?.getTime()} ${ctime?.getTime()} ${ino}`;
  } catch {
    return "";
  }
}
