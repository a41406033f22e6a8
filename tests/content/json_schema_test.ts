/** The JSON Schemas that editors read are those of the code. */

import assert from "node:assert/strict";
import { jsonSchemaOf } from "../../lib/content/json_schema.ts";
import { descriptions } from "../../lib/content/json_schema_text.ts";

for (const kind of ["quiz", "lab", "path"] as const) {
  Deno.test(`the checked-in schema of a ${kind} is up to date (write it with: -- --update)`, async () => {
    const file = new URL(`../../lib/content/${kind}.schema.json`, import.meta.url);
    const text = JSON.stringify(await jsonSchemaOf(kind), null, 2) + "\n";
    if (Deno.args.includes("--update")) Deno.writeTextFileSync(file, text);
    assert.equal(Deno.readTextFileSync(file), text);
  });

  Deno.test(`every reference inside the schema of a ${kind} leads somewhere`, async () => {
    const schema = await jsonSchemaOf(kind);
    const defined = Object.keys(schema["$defs"] ?? {});
    for (const [, name = ""] of JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      assert.ok(defined.includes(name), name);
    }
    assert.ok(defined.every((name) => !/^\d+$/.test(name)), "definitions have names");
  });
}

for (const kind of ["quiz", "lab", "path"] as const) {
  Deno.test(`every key of a ${kind} says what it is for, in both languages`, async () => {
    const without = new Set<string>();
    const visit = (value: unknown, where: string): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        if (key === "properties") {
          for (const [name, schema] of Object.entries<Record<string, unknown>>(part)) {
            if (!String(schema["description"] ?? "").includes(" / ")) without.add(`${where}.${name}`);
          }
        }
        visit(part, where === "$defs" ? key : key === "$defs" ? key : where);
      }
    };
    visit(await jsonSchemaOf(kind), kind);
    assert.deepEqual([...without], []);
  });
}

Deno.test("a description for one kind of check only is of a key that this kind has", async () => {
  const [schema, paths] = [await jsonSchemaOf("lab"), await jsonSchemaOf("path")];
  const defined = { ...schema["$defs"] as object, ...paths["$defs"] as object } as Record<string, unknown>;
  for (const [scope, key] of Object.keys(descriptions).map((name) => name.split("."))) {
    if (key === undefined || scope === undefined) continue;
    const text = JSON.stringify(scope === "lab" ? schema : defined[scope]);
    assert.ok(text.includes(`"${key}":{`), `${scope}.${key}`);
  }
});
