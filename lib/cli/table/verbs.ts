/** The table of verbs, file by file: of a command line that names a verb only the file of that verb is loaded. */

import type { Lang } from "../../content/text.ts";
import { later } from "../../content/later.ts";
import { type Commands, type VerbParts, verbParts } from "./verb_parts.ts";

interface VerbFile {
  /** First words of its verbs. */
  readonly words: readonly string[];
  readonly load: () => Promise<(parts: VerbParts) => Commands>;
}

const here = import.meta.url;

/** In the order of the help. */
export const verbFiles: readonly VerbFile[] = [
  {
    words: ["home", "list", "quiz"],
    load: async () => (await later<typeof import("./quiz_verbs.ts")>(here, "./quiz_verbs.ts")).quizVerbs,
  },
  {
    words: ["review", "stats", "concept", "export-progress", "import-progress", "completions"],
    load: async () => (await later<typeof import("./study_verbs.ts")>(here, "./study_verbs.ts")).studyVerbs,
  },
  {
    words: ["lab", "prepare", "verify", "cleanup", "prove"],
    load: async () => (await later<typeof import("./lab_verbs.ts")>(here, "./lab_verbs.ts")).labVerbs,
  },
  {
    words: ["exam"],
    load: async () => (await later<typeof import("./exam_verbs.ts")>(here, "./exam_verbs.ts")).examVerbs,
  },
  {
    words: ["exam"],
    load: async () => (await later<typeof import("./grading_verbs.ts")>(here, "./grading_verbs.ts")).gradingVerbs,
  },
  {
    words: ["report"],
    load: async () => (await later<typeof import("./report_verb.ts")>(here, "./report_verb.ts")).reportVerb,
  },
  {
    words: ["lint", "schema", "coverage", "doctor"],
    load: async () => (await later<typeof import("./author_verbs.ts")>(here, "./author_verbs.ts")).authorVerbs,
  },
];

/** `word`: the first of the command line; where it is no verb, as where there is none, all of them. */
export async function verbs(lang: Lang, word?: string): Promise<Commands> {
  const named = verbFiles.filter(({ words }) => word !== undefined && words.includes(word));
  const parts = verbParts(lang);
  const tables = await Promise.all(
    (named.length > 0 ? named : verbFiles).map(async ({ load }) => (await load())(parts)),
  );
  return Object.assign({}, ...tables);
}
