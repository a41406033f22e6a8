/** The JSON Schemas that editors read are those of the code. */

import assert from "node:assert/strict";
import { jsonSchemaOf } from "../../lib/content/json_schema.ts";

for (const kind of ["quiz", "lab"] as const) {
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
