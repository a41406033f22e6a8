/** The Markdown that content uses, as lines. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import fc from "fast-check";
import type { Line } from "../../lib/screens/frame.ts";
import { markdown } from "../../lib/screens/markdown.ts";
import { lineWidth } from "../../lib/screens/width.ts";

const plain = (line: Line) => line.map(({ text }) => text).join("").trimEnd();
const drawn = (text: string, width = 40) => markdown(text, width).map(plain);
const styled = (text: string) => markdown(text, 80).flat().map(({ text, style }) => `${style}:${text}`);

Deno.test("paragraphs are filled and parted by a blank line", () => {
  deepStrictEqual(drawn("uno\ndos\n\ntres"), ["uno dos", "", "tres"]);
  deepStrictEqual(drawn("uno  \ndos\\\ntres"), ["uno", "dos", "tres"]);
});

Deno.test("emphasis and code become styles", () => {
  deepStrictEqual(styled("un **muy** *leve* `docker ps`"), [
    "plain:un ",
    "strong:muy",
    "plain: ",
    "accent:leve",
    "plain: ",
    "code:docker ps",
  ]);
  deepStrictEqual(styled("**usa `-v`**"), ["strong:usa ", "code:-v"]);
  deepStrictEqual(styled("`` a`b ``"), ["code:a`b"]);
});

Deno.test("marks that are no marks stay as they are", () => {
  deepStrictEqual(styled("2 * 3 * 4"), ["plain:2 * 3 * 4"]);
  deepStrictEqual(styled("mi_red_local y MY_VAR_X"), ["plain:mi_red_local y MY_VAR_X"]);
  deepStrictEqual(styled("\\*no\\*"), ["plain:*no*"]);
  deepStrictEqual(styled("un ` suelto"), ["plain:un ` suelto"]);
  deepStrictEqual(styled("**abierto"), ["plain:**abierto"]);
});

Deno.test("links show where they lead", () => {
  deepStrictEqual(styled("[guía](https://x.test/a)"), ["plain:guía", "dim: (https://x.test/a)"]);
  deepStrictEqual(styled("<https://x.test>"), ["accent:https://x.test"]);
});

Deno.test("lists keep their marks and hang their lines", () => {
  deepStrictEqual(drawn("- uno dos tres\n- cuatro", 9), ["• uno dos", "  tres", "• cuatro"]);
  deepStrictEqual(drawn("9. nueve\n10. diez"), [" 9. nueve", "10. diez"]);
  deepStrictEqual(drawn("- a\n  - b\n- c"), ["• a", "  • b", "• c"]);
  deepStrictEqual(drawn("texto\n- a"), ["texto", "", "• a"]);
  deepStrictEqual(drawn("en el año\n1999. Fin"), ["en el año 1999. Fin"]);
});

Deno.test("tasks show their boxes, and paragraphs of one item are parted", () => {
  deepStrictEqual(drawn("- [x] hecho\n- [ ] por hacer"), ["[x] hecho", "[ ] por hacer"]);
  deepStrictEqual(drawn("- uno\n\n  dos\n\n- tres"), ["• uno", "", "  dos", "• tres"]);
});

Deno.test("a list item may hold code", () => {
  deepStrictEqual(drawn("1. Crea:\n\n   ```\n   docker ps\n   ```\n2. Mira"), [
    "1. Crea:",
    "     docker ps",
    "2. Mira",
  ]);
});

Deno.test("fenced code keeps every blank and is not read as Markdown", () => {
  deepStrictEqual(drawn("```yaml\na:\n  - **b**\n\n  - c\n```"), ["  a:", "    - **b**", "", "    - c"]);
  deepStrictEqual(styled("```sh\n$ docker ps\n```"), [
    "plain:  ",
    "accent:$ ",
    "keyword:docker",
    "code: ",
    "keyword:ps",
  ]);
  deepStrictEqual(drawn("~~~\nabierto"), ["  abierto"]);
});

Deno.test("tables stand in columns and give way where there is no room", () => {
  const table = "| orden | hace |\n|---|:--:|\n| `ps` | lista contenedores |\n| `rm` | borra |";
  deepStrictEqual(drawn(table), [
    "orden  hace",
    "─────  ──────────────────",
    "ps     lista contenedores",
    "rm     borra",
  ]);
  deepStrictEqual(drawn(table, 19), [
    "orden  hace",
    "─────  ────────────",
    "ps     lista",
    "       contenedores",
    "rm     borra",
  ]);
});

Deno.test("a code line too long for its room goes on behind a sign", () => {
  deepStrictEqual(
    drawn("```sh\ndocker run --name web --rm nginx\n```", 24),
    [
      "  docker run --name web ",
      "↳ --rm nginx",
    ].map((line) => line.trimEnd()),
  );
  deepStrictEqual(drawn("```\nabcdefgh\n```", 5), ["abcde", "↳fgh"]);
});

Deno.test("headings, quotes and rules", () => {
  deepStrictEqual(drawn("# Título #\n> citado\n\n---"), ["Título", "", "│ citado", "", "─".repeat(40)]);
});

Deno.test("control characters and escapes never arrive on the screen", () => {
  equal(drawn("a\u001b[31mb\u0007c\td").join(""), "abc d");
});

Deno.test("any text is drawn within its width", () => {
  const part = fc.constantFrom(
    ..."a|palabra|**|*|_|`|\n|\n\n|- |1. |- [x] |> |# |---|[x](y)|  |日本|👩‍🚒|\\".split("|"),
    ...["|", "|-|-|\n", "\n```sh\n", "\n```yaml\n", "\n```dockerfile\n", "\n```\n", "    - "],
  );
  const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 60 }), (text, width) => {
      for (const line of markdown(text, width)) ok(lineWidth(line) <= Math.max(width, 2), plain(line));
    }),
    { numRuns: 3000 },
  );
});

Deno.test("hostile texts are drawn in a time that grows with their length only", () => {
  const size = 100_000;
  const fences = ["sh", "console", "dockerfile", "yaml", "json", ""].flatMap((language) =>
    [`"`, "'", "${", "$(", "\\", " #", ": ", "[", "<<a ", `a "b '$x {`, "日", "a"].map((part) =>
      `\`\`\`${language}\n${part.repeat(size / part.length)}\n\`\`\``
    )
  );
  const texts = [
    ...["**a ", "`a ", "_b ", "[a](", "<http:", "> ", "- ", "|", "\\", "- a\n", "```\n", "|a|b\n", " a "].map((part) =>
      part.repeat(size / part.length)
    ),
    `|${"a|".repeat(size)}\n|-|\n|x|`,
    `|a|b|\n|-|-|\n|${"x ".repeat(size / 2)}|${"y ".repeat(size / 2)}|`,
    Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(2 * depth)}- a`).join("\n"),
    "- a\n".repeat(size),
    ...fences,
  ];
  for (const text of texts) {
    const started = performance.now();
    ok(markdown(text, 80).length > 0);
    const took = performance.now() - started;
    ok(took < 3000, `${text.slice(0, 20)} takes ${took.toFixed(0)} ms`);
  }
});
