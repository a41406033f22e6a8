/** The ids that can be completed, with what they are called: from names of files, and from the cache of decoded content. */

import { parseYaml } from "../../content/yaml.ts";
import { contextNames } from "../../docker/context_names.ts";
import { type ContentFile, contentFiles, type ContentKind, idPattern, isFile, pathsPath } from "../../store/library.ts";
import { openConcepts, openLab } from "../load.ts";
import { environment, homeFolder } from "../../store/state_folder.ts";
import type { World } from "../world.ts";
import type { Source } from "./wanted.ts";

/** `about` is one line of anything; whoever shows it cleans it. */
export interface Candidate {
  readonly word: string;
  readonly about: string;
}

export interface Asked {
  readonly world: World;
  /** What stands on the line before and behind the cursor. */
  readonly positional: readonly string[];
  /** Some shells show it. */
  readonly described: boolean;
}

export async function candidatesOf(source: Source, asked: Asked): Promise<readonly Candidate[]> {
  const { world, positional } = asked;
  switch (source) {
    case "quizzes":
      return [...contentCandidates("quiz", asked), ...world.contentFolders.flatMap(sittingCandidates)];
    case "labs": {
      const given = new Set(positional);
      return contentCandidates("lab", asked).filter(({ word }) => !given.has(word));
    }
    case "concepts": {
      const { concepts } = await openConcepts(world);
      return [...concepts.values()].map(({ id, name }) => ({ word: id, about: name[world.lang] }));
    }
    case "tasks": {
      const [lab] = positional;
      if (lab === undefined) return [];
      const { content } = await openLab(world, lab);
      return content.tasks.map(({ id, title }) => ({ word: id, about: title[world.lang] }));
    }
    case "contexts":
      return contextNames(environment("DOCKER_CONFIG") ?? `${homeFolder()}/.docker`).map((word) => ({
        word,
        about: "",
      }));
  }
}

/** By file names; one folder that cannot be read does not hide the others. */
function contentCandidates(kind: ContentKind, { world, described }: Asked): readonly Candidate[] {
  const byId = new Map(
    world.contentFolders.flatMap(readable).filter((file) =>
      file.kind === kind && idPattern.test(file.id) && (kind === "quiz" || isFile(file.path))
    ).map((file) => [file.id, file]),
  );
  return [...byId.values()].map((file) => ({ word: file.id, about: described ? titleOf(file, world.lang) : "" }));
}

/** Placement quizzes and exams of paths that are written as people write them; to decode the file takes longer than all else. */
function sittingCandidates(folder: string): readonly Candidate[] {
  let outer: string | undefined;
  let path = "";
  return linesOf(pathsPath(folder)).flatMap((line) => {
    const [, indent, id] = /^(\s*)- id: ([a-z0-9-]+)/.exec(line) ?? [];
    if (id !== undefined && (outer ??= indent) === indent) path = id;
    const [, kind] = /^\s*(placement|exam):/.exec(line) ?? [];
    return kind === undefined || path === "" ? [] : [{ word: `${path}/${kind}`, about: "" }];
  });
}

function linesOf(path: string): readonly string[] {
  try {
    return Deno.readTextFileSync(path).split("\n");
  } catch {
    return [];
  }
}

function readable(folder: string): readonly ContentFile[] {
  try {
    return contentFiles([folder]);
  } catch {
    return [];
  }
}

/** Bytes in which the title stands, in any file that is written as people write them. */
const head = 4096;

/** Nothing where it stands elsewhere, or is no title: nobody waits for a whole file to be decoded. */
function titleOf({ path }: ContentFile, lang: "es" | "en"): string {
  const [block] = /^title:.*\n(?:[ \t]+.*\n)*/m.exec(headOf(path)) ?? [];
  const parsed = block === undefined ? undefined : parseYaml(block);
  if (parsed?.kind !== "document") return "";
  const { title } = parsed.document.value as { readonly title?: unknown };
  if (typeof title === "string") return title;
  const text = typeof title === "object" && title !== null ? (title as Readonly<Record<string, unknown>>)[lang] : "";
  return typeof text === "string" ? text : "";
}

function headOf(path: string): string {
  try {
    using file = Deno.openSync(path);
    const bytes = new Uint8Array(head);
    return new TextDecoder().decode(bytes.subarray(0, file.readSync(bytes) ?? 0));
  } catch {
    return "";
  }
}
