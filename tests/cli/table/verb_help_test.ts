/** Tests of the help of each verb: it fits, names what a flag takes, and speaks one language. */

import assert from "node:assert/strict";
import { verbExamples } from "../../../lib/cli/table/verb_examples.ts";
import { verbGroups } from "../../../lib/cli/table/verb_groups.ts";
import { withHelp } from "../../../lib/cli/table/verb_help.ts";
import { verbSamples } from "../../../lib/cli/table/verb_samples.ts";
import { verbs } from "../../../lib/cli/table/verbs.ts";
import type { Lang } from "../../../lib/content/text.ts";
import { readRoster } from "../../../lib/exam/tickets/roster.ts";
import { decodeSpec } from "../../../lib/exam/session/spec_document.ts";

const tables = { es: await verbs("es"), en: await verbs("en") };

type HelpArguments = Parameters<(typeof tables)["es"][string]["formatHelp"]>[0];

function helpOf(verb: string, lang: Lang): string {
  const command = withHelp(tables[lang], lang)[verb];
  if (!command) throw new Error(`no verb "${verb}"`);
  // Of what the library tells, only the way to the verb counts.
  return command.formatHelp({ prefix: ["grumete", verb] } as unknown as HelpArguments);
}

const names = Object.keys(tables.es).filter((name) => name !== "home");

Deno.test("no line of help is wider than 80 columns, in either language", () => {
  for (const verb of names) {
    for (const lang of ["es", "en"] as const) {
      const wide = helpOf(verb, lang).split("\n").filter((line) => [...line].length > 80);
      assert.deepEqual(wide, [], `${verb} in ${lang}`);
    }
  }
});

Deno.test("every flag is told, and one that takes a value names it", () => {
  for (const verb of names) {
    const help = helpOf(verb, "en");
    for (const [name, flag] of Object.entries(tables.en[verb]?.parameters.flags ?? {})) {
      const spelling = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const value = flag.kind === "boolean" || flag.kind === "counter" ? "" : " [^ ]";
      assert.match(help, new RegExp(`^  --${spelling}${value}`, "m"), `${verb} --${spelling}`);
    }
  }
});

Deno.test("examples are of verbs that exist, and call them by their name", () => {
  for (const [verb, examples] of Object.entries(verbExamples)) {
    assert.ok(names.includes(verb), verb);
    for (const { line } of examples) assert.ok(`${line} `.includes(`grumete ${verb} `), line);
  }
});

Deno.test("the files that help shows are accepted by the verbs that read them", () => {
  for (const lang of ["es", "en"] as const) {
    const [spec, roster] = verbSamples["exam pack"] ?? [];
    assert.deepEqual(decodeSpec(spec?.listing[lang] ?? "", "parcial.yaml").problems, []);
    const { students, problems } = readRoster(roster?.listing[lang] ?? "");
    assert.deepEqual(problems, []);
    assert.deepEqual(students.map(({ id, name, minutes }) => [id, name, minutes]), [
      ["ana", "Ana Gil", undefined],
      ["luis", "Luis Mar", 90],
    ]);
  }
});

Deno.test("the help of a group names each of its verbs as it is called, with the flags that it needs", () => {
  for (const [group, { description }] of Object.entries(verbGroups)) {
    for (const lang of ["es", "en"] as const) {
      for (const verb of names.filter((name) => name.startsWith(`${group} `))) {
        assert.ok(description[lang].includes(`grumete ${verb} `), `${verb} in ${lang}`);
      }
      assert.deepEqual(description[lang].split("\n").filter((line) => [...line].length > 80), []);
    }
  }
  assert.match(helpOf("exam grade", "en"), /^ {2}grumete exam grade DIR --key DIR --out DIR \[FLAGS\]$/m);
});

for (const lang of ["es", "en"] as const) {
  Deno.test(`the help of verify in ${lang}`, async (t) => {
    await t.assertSnapshot(helpOf("verify", lang));
  });
}
