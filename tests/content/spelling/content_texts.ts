/** Every text of the shipped content, with its place. */

import { loadPlain } from "../../../lib/content/decode.ts";
import { type Lang, langs } from "../../../lib/content/text.ts";

export interface Said {
  /** Where it stands, so that it can be found by searching: a file, then ids or a line. */
  readonly place: string;
  readonly lang: Lang;
  readonly text: string;
}

const root = new URL("../../../", import.meta.url);

export function contentTexts(): readonly Said[] {
  return contentFiles().flatMap((file) => {
    const { value } = loadPlain(Deno.readTextFileSync(new URL(file, root)), file);
    if (value === undefined) throw new Error(`${file} has errors: grumete lint`);
    return textsIn(value, file);
  });
}

function contentFiles(): readonly string[] {
  return [
    ...names("quizzes").filter((name) => name.endsWith(".yaml")).map((name) => `quizzes/${name}`),
    ...names("labs").map((name) => `labs/${name}/lab.yaml`),
  ];
}

function names(folder: string): readonly string[] {
  return [...Deno.readDirSync(new URL(folder, root))].map(({ name }) => name).sort();
}

/** What is said in one language only is said in both the same way: a name or a command. */
function textsIn(value: unknown, place: string): readonly Said[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => textsIn(item, `${place} ${Object(item).id ?? index + 1}`));
  }
  if (typeof value !== "object" || value === null) return [];
  const { es, en } = value as Readonly<Record<string, unknown>>;
  if (typeof es === "string" && typeof en === "string") {
    return langs.map((lang) => ({ place, lang, text: { es, en }[lang] }));
  }
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${place} ${key}`));
}
