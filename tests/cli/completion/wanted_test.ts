/** What may stand at the cursor, by the table of verbs, and how bash's line is read. */

import { deepStrictEqual as deepEqual, strictEqual as equal } from "node:assert/strict";
import fc from "fast-check";
import { type Cursor, cursorIn } from "../../../lib/cli/completion/line_words.ts";
import { completing, type Wanted } from "../../../lib/cli/completion/wanted.ts";
import { verbs } from "../../../lib/cli/table/verbs.ts";

const tables = { es: await verbs("es"), en: await verbs("en") };

/** The bar is the cursor. */
function at(line: string): ReturnType<typeof completing> {
  const [before = "", after = ""] = line.split("|");
  return completing(tables.en, cursorIn(before, after));
}

function wanted(line: string): Wanted {
  return at(line).wanted;
}

function flags(line: string): readonly string[] {
  const found = wanted(line);
  return found.kind === "flags" ? found.names.map(([name]) => name) : [found.kind];
}

Deno.test("first comes a verb, also behind flags that every verb takes", () => {
  for (const line of ["grumete |", "grumete ve|", "grumete --lang en |", "grumete --content=x --plain |"]) {
    equal(wanted(line).kind, "verbs", line);
  }
});

Deno.test("what a verb takes is asked for by what its help calls it", () => {
  deepEqual(wanted("grumete quiz |"), { kind: "source", source: "quizzes" });
  deepEqual(wanted("grumete prove a b |"), { kind: "source", source: "labs" });
  deepEqual(wanted("grumete concept |"), { kind: "source", source: "concepts" });
  deepEqual(wanted("grumete schema |"), { kind: "values", values: ["quiz", "lab", "path"] });
  deepEqual(wanted("grumete lint |"), { kind: "files" });
  deepEqual(wanted("grumete import-progress |"), { kind: "files" });
});

Deno.test("behind the first word of a verb of two words comes the second, and then what that takes", () => {
  for (const line of ["grumete exam |", "grumete --lang en exam ta|"]) {
    deepEqual(wanted(line), { kind: "verbs", group: "exam " }, line);
  }
  deepEqual(wanted("grumete exam take |"), { kind: "files" });
  deepEqual(wanted("grumete exam take a.exam --ticket |"), { kind: "files" });
  equal(flags("grumete exam take a.exam --st|").includes("--student"), true);
  equal(wanted("grumete exam take a.exam |").kind, "nothing");
  equal(wanted("grumete exam nonsense |").kind, "nothing");
});

Deno.test("a verb that has all it takes wants nothing more, and a verb that is none knows nothing", () => {
  for (const line of ["grumete verify first-container |", "grumete list |", "grumete nonsense |"]) {
    equal(wanted(line).kind, "nothing", line);
  }
});

Deno.test("behind a flag comes its value, behind the equals sign too", () => {
  deepEqual(wanted("grumete verify a --task |"), { kind: "source", source: "tasks" });
  deepEqual(wanted("grumete verify a --task=|"), { kind: "source", source: "tasks" });
  deepEqual(wanted("grumete quiz a --lang e|"), { kind: "values", values: ["es", "en"] });
  deepEqual(wanted("grumete lint --format |"), { kind: "values", values: ["text", "json"] });
  equal(wanted("grumete list --state ./x|").kind, "folders");
  equal(wanted("grumete verify a --out |").kind, "files");
  equal(wanted("grumete quiz a --count |").kind, "nothing");
  const { typed, lead } = at("grumete list --state=./x|");
  deepEqual([typed, lead], ["./x", "--state="]);
});

Deno.test("flags that stand on the line are not offered again, but one that may repeat is", () => {
  const left = flags("grumete verify a --task run --json --content x -|");
  deepEqual([left.includes("--task"), left.includes("--json"), left.includes("--content")], [false, false, true]);
  equal(flags("grumete cleanup a --dry|").includes("--dry-run"), true);
  equal(flags("grumete cleanup a --dryRun --|").includes("--dry-run"), false);
});

Deno.test("behind two dashes there are only words", () => {
  deepEqual(wanted("grumete lab -- -|"), { kind: "source", source: "labs" });
});

Deno.test("the lab that tasks are asked of may stand behind the cursor", () => {
  deepEqual(at("grumete verify --task | first-container").line.positional, ["first-container"]);
  deepEqual(at("grumete verify --task=r| first-container --content a --content=b").line, {
    content: ["a", "b"],
    positional: ["first-container"],
  });
});

Deno.test("bash's line is split at blanks that are not quoted, and the word at the cursor ends there", () => {
  const cases: readonly (readonly [string, string, Cursor])[] = [
    ["grumete ", "", { words: ["grumete", ""], at: 1 }],
    ["grumete quiz 'a b", "", { words: ["grumete", "quiz", "a b"], at: 2 }],
    ['g "x\\"y\\z" a\\ b', "", { words: ["g", 'x"y\\z', "a b"], at: 2 }],
    ["g ver", "ify --json", { words: ["g", "ver", "--json"], at: 1 }],
    ["g ", " --json", { words: ["g", "", "--json"], at: 1 }],
    ["g a''b ''", "", { words: ["g", "ab", ""], at: 2 }],
  ];
  for (const [before, after, cursor] of cases) deepEqual(cursorIn(before, after), cursor, before);
});

Deno.test("no line, however broken, makes it fail", () => {
  const table = tables.es;
  const word = fc.oneof(
    fc.constantFrom(
      "verify",
      "quiz",
      "--task",
      "--lang=",
      "--content",
      "--",
      "-",
      "=",
      "'",
      '"',
      "\\",
      " ",
      "__proto__",
    ),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(fc.property(fc.array(word), fc.array(word), (before, after) => {
    const cursor = cursorIn(`grumete ${before.join(" ")}`, after.join(" "));
    completing(table, cursor);
  }));
});
