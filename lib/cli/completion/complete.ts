/**
 * What the scripts of the shells call at each TAB. It never says that something is wrong: whoever presses a key did not ask.
 *
 * `grumete complete bash WORD BEFORE AFTER`: the word as bash breaks it, and the line before and behind the cursor.
 * `grumete complete zsh|fish AT WORD…`: the words without their quotes, from the program's name on; the one at the cursor, which
 * has the number AT, ends there.
 *
 * Prints first what may stand there besides the candidates: `files`, `folders` or `none`; then a line for each
 * candidate, for zsh and fish with a tab and what it is.
 */

import { clean } from "../../screens/clean.ts";
import { homeFolder } from "../../store/state_folder.ts";
import { languageOf } from "../language.ts";
import { printDocument } from "../output/print.ts";
import { verbs } from "../table/verbs.ts";
import { worldOf } from "../world.ts";
import type { Candidate } from "./candidates.ts";
import { later } from "../../content/later.ts";
import { type Cursor, cursorIn } from "./line_words.ts";
import { completing, type Line, type Wanted } from "./wanted.ts";

interface Proposal {
  readonly besides: "files" | "folders" | "none";
  readonly candidates: readonly Candidate[];
}

export async function complete(args: readonly string[]): Promise<void> {
  try {
    const [shell = "", first = "", ...rest] = args;
    if (!shells.includes(shell)) return;
    const inBash = shell === "bash";
    const cursor = inBash ? cursorIn(rest[0] ?? "", rest[1] ?? "") : { words: rest, at: Number(first) };
    const { besides, candidates } = await proposed(cursor, !inBash);
    const current = cursor.words[cursor.at] ?? "";
    // What stands before the word that bash has broken off is on the line already.
    const lead = inBash && current.endsWith(first) ? current.length - first.length : 0;
    const lines = inBash
      ? candidates.filter(({ word }) => word.startsWith(current)).map(({ word }) => word.slice(lead))
      : candidates.map(({ word, about }) => about === "" ? word : `${word}\t${clean(about).replaceAll("\n", " ")}`);
    printDocument([besides, ...lines].join("\n"));
  } catch {
    // A key that does nothing is better than one that writes over the line.
  }
}

const shells = ["bash", "zsh", "fish"];

/** Whatever a shell might take for more than a word is left out. */
const harmless = /^[\w][\w.@+-]*(?:\/[\w][\w.@+-]*)?$/;

/** `described`: the shell shows what a candidate is, and chooses among all of them by itself. */
async function proposed(cursor: Cursor, described: boolean): Promise<Proposal> {
  const lang = languageOf(cursor.words);
  const { wanted, typed, lead, line } = completing(await verbs(lang), cursor);
  const found = await candidatesFor(wanted, line, described, lang);
  const safe = found.filter(({ word }) => harmless.test(word.replace(/^--/, "")));
  return {
    besides: besidesOf(wanted, typed, safe),
    candidates: safe.map(({ word, about }) => ({ word: `${lead}${word}`, about })),
  };
}

/** A reference may be a path; that is what it is once it looks like one, or like nothing that is known. */
function besidesOf(wanted: Wanted, typed: string, candidates: readonly Candidate[]): Proposal["besides"] {
  if (wanted.kind === "files" || wanted.kind === "folders") return wanted.kind;
  if (wanted.kind !== "source" || typed === "" || candidates.some(({ word }) => word.startsWith(typed))) return "none";
  if (wanted.source === "quizzes") return "files";
  return wanted.source === "labs" ? "folders" : "none";
}

async function candidatesFor(
  wanted: Wanted,
  line: Line,
  described: boolean,
  lang: "es" | "en",
): Promise<readonly Candidate[]> {
  switch (wanted.kind) {
    case "verbs":
      return await verbCandidates(lang, wanted.group ?? "");
    case "flags":
      return [...wanted.names, ["--help", help[lang]] as const].map(([word, about]) => ({ word, about }));
    case "values":
      return wanted.values.map((word) => ({ word, about: "" }));
    case "source": {
      const { candidatesOf } = await later<typeof import("./candidates.ts")>(import.meta.url, "./candidates.ts");
      return await candidatesOf(wanted.source, { world: worldFor(line, lang), positional: line.positional, described });
    }
    case "files":
    case "folders":
    case "nothing":
      return [];
  }
}

/** One word at a time: of verbs with two the first, and behind it the second. */
async function verbCandidates(lang: "es" | "en", group: string): Promise<readonly Candidate[]> {
  const named = Object.entries(await verbs(lang)).filter(([name]) => name !== "home" && name.startsWith(group));
  const words = named.map(([name, { brief }]): Candidate => {
    const [word = "", second] = name.slice(group.length).split(" ");
    return { word, about: second === undefined ? brief : "" };
  });
  return words.filter(({ word }, index) => words.findIndex((other) => other.word === word) === index);
}

const help = { es: "Muestra la ayuda", en: "Shows the help" };

function worldFor({ content, state }: Line, lang: "es" | "en") {
  return worldOf({ content: content.map(unfolded), ...(state === undefined ? {} : { state: unfolded(state) }) }, lang);
}

/** The line is not expanded yet. */
function unfolded(path: string): string {
  return path.replace(/^~(?=\/|$)/, homeFolder());
}
