/** Asks hunspell, with its dictionaries of Debian, which words it does not know. */

import type { Lang } from "../../../lib/content/text.ts";

/** The English of grumete is British: who mixes is told, too. */
const dictionaries: Readonly<Record<Lang, string>> = { es: "es_ES", en: "en_GB" };

/** Why words cannot be looked up here, in one sentence; nothing where they can. */
export async function whyNoHunspell(): Promise<string | undefined> {
  try {
    await Promise.all([unknown("es", []), unknown("en", [])]);
    return undefined;
  } catch (error) {
    return `Cannot look words up: ${error instanceof Error ? error.message : error}. ` +
      "Install them with apt-get install hunspell hunspell-es hunspell-en-gb";
  }
}

/** Those of the words that hunspell does not know; of `isn't` it may name a part. */
export async function unknown(lang: Lang, words: Iterable<string>): Promise<ReadonlySet<string>> {
  const asked = [...words];
  const named = new Set((await hunspell(lang, ["-l"], asked)).split("\n"));
  return new Set(asked.filter((word) => named.has(word) || word.split("'").some((part) => named.has(part))));
}

/** What might have been meant, for each of the words. */
export async function suggestions(lang: Lang, words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  // The sign says that a line is text, whatever it begins with.
  const answers = await hunspell(lang, ["-a"], words.map((word) => `^${word}`));
  return new Map(
    answers.split("\n").flatMap((line) => {
      const [, word, list] = line.match(/^& (\S+) \d+ \d+: (.*)$/) ?? [];
      return word && list ? [[word, list]] : [];
    }),
  );
}

async function hunspell(lang: Lang, args: readonly string[], lines: Iterable<string>): Promise<string> {
  const child = new Deno.Command("hunspell", {
    args: ["-i", "utf-8", "-d", dictionaries[lang], ...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const input = new Blob([[...lines].map((line) => `${line}\n`).join("")]).stream();
  const [output] = await Promise.all([child.output(), input.pipeTo(child.stdin)]);
  if (!output.success) throw new Error(new TextDecoder().decode(output.stderr).trim().split("\n")[0]);
  return new TextDecoder().decode(output.stdout);
}
