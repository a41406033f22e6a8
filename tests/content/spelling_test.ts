/** Spelling: every text that a learner, a teacher or an author reads is written as hunspell or a list beside it knows. */

import assert from "node:assert/strict";
import { type Lang, langs } from "../../lib/content/text.ts";
import { contentTexts, type Said } from "./spelling/content_texts.ts";
import { suggestions, unknown, whyNoHunspell } from "./spelling/hunspell.ts";
import { programTexts } from "./spelling/program_texts.ts";
import { words } from "./spelling/prose.ts";

const root = new URL("../../", import.meta.url);
const why = await whyNoHunspell();
if (why && required()) throw new Error(`${why} (GRUMETE_SPELLING=required)`);
const ignore = why !== undefined;
if (why) Deno.stderr.writeSync(new TextEncoder().encode(`Spelling is not checked. ${why}\n`));

/** Words that no dictionary has: of one language, or names and terms of both. A word in lower case may begin a sentence. */
const lists = { es: list("es"), en: list("en"), both: list("both") };
const listed: Readonly<Record<Lang, ReadonlySet<string>>> = {
  es: new Set([...lists.es, ...lists.both]),
  en: new Set([...lists.en, ...lists.both]),
};

/** Each word with where it stands; `quoted` where it is nowhere said in earnest. */
type Used = ReadonlyMap<string, { readonly places: readonly string[]; readonly quoted: boolean }>;

function required(): boolean {
  try {
    return Deno.env.get("GRUMETE_SPELLING") === "required";
  } catch {
    // Without the permission to read it, this test was not meant to run.
    return false;
  }
}

function list(name: string): readonly string[] {
  return Deno.readTextFileSync(new URL(`spelling/${name}.txt`, import.meta.url)).trimEnd().split("\n");
}

function sources(folder: string): readonly string[] {
  return [...Deno.readDirSync(new URL(folder, root))].flatMap(({ name, isDirectory }) =>
    isDirectory ? sources(`${folder}/${name}`) : name.endsWith(".ts") ? [`${folder}/${name}`] : []
  );
}

function allTexts(): readonly Said[] {
  const read = (path: string) => Deno.readTextFileSync(new URL(path, root));
  return [
    ...contentTexts(),
    ...sources("lib").flatMap((path) => programTexts(path, read(path))),
    ...["README.md", "lib/README.md"].map((place): Said => ({ place, lang: "en", text: read(place) })),
  ];
}

function usedIn(texts: readonly Said[], lang: Lang): Used {
  const used = new Map<string, { readonly places: string[]; quoted: boolean }>();
  for (const said of texts.filter((said) => said.lang === lang)) {
    for (const { word, quoted } of words(said.text)) {
      const entry = used.get(word) ?? { places: [], quoted: true };
      entry.places.push(said.place);
      entry.quoted &&= quoted;
      used.set(word, entry);
    }
  }
  return used;
}

/** The entry of a list that lets a word pass. */
function entryFor(word: string, entries: ReadonlySet<string>): string | undefined {
  const begun = word[0]?.toLowerCase() + word.slice(1);
  return entries.has(word) ? word : entries.has(begun) ? begun : undefined;
}

const used: Readonly<Record<Lang, Used>> = ignore ? { es: new Map(), en: new Map() } : await (() => {
  const texts = allTexts();
  return { es: usedIn(texts, "es"), en: usedIn(texts, "en") };
})();

for (const [lang, other] of [["es", "en"], ["en", "es"]] as const) {
  Deno.test({
    name: `every word of content, program and README is spelt as hunspell or a list knows it (${lang})`,
    ignore,
    async fn() {
      const strange = [...await unknown(lang, used[lang].keys())].filter((word) => !entryFor(word, listed[lang]));
      const foreign = await unknown(other, strange.filter((word) => used[lang].get(word)?.quoted));
      const wrong = strange.filter((word) => !used[lang].get(word)?.quoted || foreign.has(word));
      const meant = await suggestions(lang, wrong);
      const lines = wrong.map((word) => {
        const [place, ...more] = used[lang].get(word)?.places ?? [];
        const guess = meant.get(word);
        return `${word}${guess ? ` (${guess}?)` : ""}: ${place}${more.length > 0 ? ` and ${more.length} more` : ""}`;
      });
      assert.equal(lines.join("\n"), "", `Mend it, or add a term to tests/content/spelling/${lang}.txt or both.txt`);
    },
  });
}

Deno.test({
  name: "no word in the lists is superfluous: someone uses it, and hunspell does not know it",
  ignore,
  async fn() {
    for (const [name, of] of [["es", ["es"]], ["en", ["en"]], ["both", langs]] as const) {
      for (const lang of of) {
        const needed = new Set([...used[lang].keys()].map((word) => entryFor(word, new Set(lists[name]))));
        const strange = await unknown(lang, lists[name]);
        const superfluous = lists[name].filter((word) => !needed.has(word) || !strange.has(word));
        assert.deepEqual(superfluous, [], `${name}.txt, ${lang}`);
      }
    }
  },
});

Deno.test("the lists are sorted, without repeats, and what both languages need stands in both.txt", () => {
  for (const [name, words] of Object.entries(lists)) assert.deepEqual(words, [...new Set(words)].sort(), `${name}.txt`);
  assert.deepEqual(lists.es.filter((word) => lists.en.includes(word) || lists.both.includes(word)), []);
  assert.deepEqual(lists.en.filter((word) => lists.both.includes(word)), []);
});
