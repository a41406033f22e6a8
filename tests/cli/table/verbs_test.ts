/** A command line that names a verb needs one file of the table, and finds in it what the whole table says. */

import assert from "node:assert/strict";
import { verbFiles, verbs } from "../../../lib/cli/table/verbs.ts";
import { verbParts } from "../../../lib/cli/table/verb_parts.ts";

Deno.test("each file of the table holds the verbs that it is loaded for, and no others", async () => {
  for (const { words, load } of verbFiles) {
    const named = Object.keys((await load())(verbParts("es"))).map((name) => name.split(" ", 1)[0] ?? "");
    assert.deepEqual([...new Set(named)], words);
  }
});

Deno.test("the verbs of one word are those of the whole table, and what is no verb brings all of them", async () => {
  const all = Object.keys(await verbs("es"));
  for (const word of new Set(all.map((name) => name.split(" ", 1)[0] ?? ""))) {
    const own = Object.keys(await verbs("es", word));
    for (const name of all.filter((name) => name.split(" ", 1)[0] === word)) assert.ok(own.includes(name), name);
    assert.ok(own.length < all.length, word);
  }
  assert.deepEqual(Object.keys(await verbs("es", "qiuz")), all);
});
