/** Finds content on disk: which quizzes and labs there are, and the file behind an id or a path. */

import { nearest } from "../content/near.ts";
import { UserError } from "../content/user_error.ts";
import { absolute } from "./state_folder.ts";

export type ContentKind = "quiz" | "lab";

/** `path` is the YAML file; `folder` what its own files (a lab's workspace) are relative to. */
export interface ContentFile {
  readonly kind: ContentKind;
  readonly id: string;
  readonly path: string;
  readonly folder: string;
}

/** Of a quiz or a lab; what is called otherwise can only be reached by its path. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Lists that stand beside the quizzes and are none. */
const lists: ReadonlySet<string> = new Set(["concepts", "paths"]);

/** Where a content folder has its courses, if it has any. */
export function pathsPath(folder: string): string {
  return `${folder}/quizzes/paths.yaml`;
}

/** All quizzes and labs of the content folders, by id, without opening them. A later folder wins over an earlier one. */
export function contentFiles(folders: readonly string[]): readonly ContentFile[] {
  const byId = new Map<string, ContentFile>();
  for (const folder of folders) {
    const found = [...filesIn(folder)];
    if (found.length === 0 && !isFolder(folder)) {
      throw new UserError(
        {
          es: `No se puede abrir la carpeta "${folder}": no existe`,
          en: `Cannot open the folder "${folder}": it does not exist`,
        },
        { es: "Revisa --content", en: "Check --content" },
      );
    }
    for (const file of found) byId.set(`${file.kind} ${file.id}`, file);
  }
  return [...byId.values()].sort((a, b) => a.id < b.id ? -1 : 1);
}

function* filesIn(folder: string): Generator<ContentFile> {
  for (const { name, isFile } of entries(`${folder}/quizzes`)) {
    const id = name.match(/^(.+)\.ya?ml$/)?.[1];
    if (!isFile || id === undefined || lists.has(id)) continue;
    yield { kind: "quiz", id, path: `${folder}/quizzes/${name}`, folder: `${folder}/quizzes` };
  }
  for (const { name, isDirectory } of entries(`${folder}/labs`)) {
    if (!isDirectory || name.startsWith(".")) continue;
    yield labIn(`${folder}/labs/${name}`, name);
  }
}

function labIn(folder: string, id: string): ContentFile {
  return { kind: "lab", id, path: `${folder}/lab.yaml`, folder };
}

function entries(folder: string): readonly Deno.DirEntry[] {
  try {
    return [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return [];
    throw new UserError(
      { es: `No se puede leer la carpeta "${folder}"`, en: `Cannot read the folder "${folder}"` },
      { es: "Revisa sus permisos", en: "Check its permissions" },
    );
  }
}

/** False also where nobody may look. */
export function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

/** The file behind what the user typed: an id, or a path (it has a slash or ends in .yaml). Throws a `UserError`. */
export function findContent(kind: ContentKind, reference: string, folders: readonly string[]): ContentFile {
  if (reference.includes("/") || reference.includes("\\") || /\.ya?ml$/.test(reference)) return atPath(kind, reference);
  const files = idPattern.test(reference) ? contentFiles(folders) : [];
  const exact = files.find((file) => file.kind === kind && file.id === reference);
  if (exact) return exact;
  const other = files.find((file) => file.id === reference);
  const near = nearest(reference, files.filter((file) => file.kind === kind).map(({ id }) => id));
  throw new UserError(
    kind === "quiz"
      ? {
        es: `No se puede abrir el cuestionario "${reference}": no existe`,
        en: `Cannot open the quiz "${reference}": there is none`,
      }
      : {
        es: `No se puede abrir el laboratorio "${reference}": no existe`,
        en: `Cannot open the lab "${reference}": there is none`,
      },
    other
      ? {
        es: `Hay otra cosa con ese id: grumete ${other.kind} ${other.id}`,
        en: `Something else has that id: grumete ${other.kind} ${other.id}`,
      }
      : near !== undefined
      ? { es: `¿Querías decir grumete ${kind} ${near}?`, en: `Did you mean grumete ${kind} ${near}?` }
      : { es: "grumete list muestra los que hay", en: "grumete list shows what there is" },
  );
}

function atPath(kind: ContentKind, reference: string): ContentFile {
  const path = absolute(reference);
  const name = path.split("/").at(-1) ?? path;
  if (kind === "lab") {
    const folder = /\.ya?ml$/.test(name) ? path.slice(0, path.lastIndexOf("/")) : path;
    return labIn(folder, folder.split("/").at(-1) ?? folder);
  }
  return { kind, id: name.replace(/\.ya?ml$/, ""), path, folder: path.slice(0, path.lastIndexOf("/")) };
}

/** The files behind a path given to `lint`: a YAML file, a lab's folder, or a folder with `quizzes/` or `labs/`. */
export function contentAt(reference: string): readonly ContentFile[] {
  const path = absolute(reference);
  const name = path.split("/").at(-1) ?? "";
  if (!isFolder(path)) {
    return [name === "lab.yaml" || name === "lab.yml" ? atPath("lab", reference) : atPath("quiz", reference)];
  }
  if (isFile(`${path}/lab.yaml`)) return [labIn(path, name)];
  if (name === "quizzes" || name === "labs") {
    const parent = path.slice(0, -name.length - 1);
    return [...filesIn(parent)].filter(({ kind }) => kind === (name === "quizzes" ? "quiz" : "lab"));
  }
  const inside = [...filesIn(path)];
  return inside.length > 0 ? inside : entries(path)
    .filter(({ name, isFile }) => isFile && /\.ya?ml$/.test(name))
    .map(({ name }) => atPath("quiz", `${path}/${name}`));
}

/** False also where nobody may look. */
export function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
