/** A question in one line. */

import { strictEqual as equal } from "node:assert/strict";
import { gist } from "../../lib/screens/gist.ts";

Deno.test("the code before a question is not the question", () => {
  equal(gist("```console\n$ docker ps\n```\n\n¿Qué se ve\naquí?\n\nElige."), "¿Qué se ve aquí?");
  equal(gist("¿Cuál?"), "¿Cuál?");
  equal(gist("- a\n- b"), "- a\n- b");
});

Deno.test("a sentence that only leads up to code takes what is asked with it", () => {
  equal(gist("`compose.yaml`:\n\n```yaml\na: 1\n```\n\n¿Qué falla?\n\nElige."), "`compose.yaml`: … ¿Qué falla?");
  equal(gist("Mira:\n\n```\na\n```"), "Mira:");
});
