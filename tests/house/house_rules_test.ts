/** Shows that the house rules see what they are there to see. */

import assert from "node:assert/strict";
import plugin from "./house_rules.ts";

function messages(path: string, source: string): readonly string[] {
  return Deno.lint.runPlugin(plugin, `/work/project/${path}`, source).map(({ id }) => id);
}

Deno.test("an arrow that points outward is reported, static, re-exported or dynamic", () => {
  assert.deepEqual(messages("lib/content/a.ts", `import { x } from "../quiz/b.ts"; x;`), ["house/arrows"]);
  assert.deepEqual(messages("lib/lab/a.ts", `export { x } from "../docker/b.ts";`), ["house/arrows"]);
  assert.deepEqual(messages("lib/docker/a.ts", `await import("../screens/b.ts");`), ["house/arrows"]);
});

Deno.test("an arrow that points inward is allowed", () => {
  assert.deepEqual(messages("lib/quiz/a.ts", `import { x } from "../content/b.ts"; x;`), []);
  assert.deepEqual(messages("lib/cli/verbs/a.ts", `import { x } from "../../docker/b.ts"; x;`), []);
});

Deno.test("a pure folder may not reach the world, the clock or chance", () => {
  for (
    const source of [
      `Deno.readTextFileSync("a");`,
      `console.log(1);`,
      `export const t = Date.now();`,
      `export const d = new Date();`,
      `export const r = Math.random();`,
      `setTimeout(() => {}, 1);`,
      `import fs from "node:fs"; fs;`,
    ]
  ) {
    assert.deepEqual(messages("lib/screens/a.ts", source), ["house/pure"], source);
    assert.deepEqual(messages("lib/docker/a.ts", source), [], source);
  }
});

Deno.test("a key or a member that has the name of something impure is no offence", () => {
  assert.deepEqual(messages("lib/screens/a.ts", `export const a = { prompt: 1 }; a.prompt;`), []);
  assert.deepEqual(messages("lib/screens/a.ts", `export const at = new Date(5);`), []);
});

Deno.test("a library with a home is imported nowhere else", () => {
  assert.deepEqual(messages("lib/content/quiz.ts", `import { load } from "js-yaml"; load;`), ["house/homes"]);
  assert.deepEqual(messages("lib/content/yaml.ts", `import { load } from "js-yaml"; load;`), []);
});

Deno.test("only main.ts ends the process and only lib/docker starts programs", () => {
  assert.deepEqual(messages("lib/cli/a.ts", `Deno.exit(1);`), ["house/exit"]);
  assert.deepEqual(messages("main.ts", `Deno.exit(1);`), []);
  assert.deepEqual(messages("lib/cli/a.ts", `new Deno.Command("docker");`), ["house/spawn"]);
  assert.deepEqual(messages("lib/docker/a.ts", `new Deno.Command("docker");`), []);
});
