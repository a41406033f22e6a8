/** The colours of code: what is coloured how, and that nothing of a line is lost or wider. */

import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import type { Style } from "../../lib/screens/frame.ts";
import { highlighted, languageOf } from "../../lib/screens/highlight/highlight.ts";

/** What stands in a style, line by line, one blank between two pieces. */
function inStyle(style: Style, language: string, ...lines: readonly string[]): readonly string[] {
  return highlighted(language, lines).map((line) =>
    line.filter((span) => span.style === style).map(({ text }) => text).join(" ")
  );
}

const styles = (language: string, ...lines: readonly string[]) =>
  highlighted(language, lines).map((line) => [...new Set(line.map(({ style }) => style))].join(" "));

Deno.test("of a docker command the program and what it is told to do stand out", () => {
  const lines = ["docker run --rm -p 8080:80 nginx", "sudo docker compose up -d", "docker volume create datos"];
  deepStrictEqual(inStyle("keyword", "sh", ...lines), ["docker run", "sudo docker compose up", "docker volume create"]);
  deepStrictEqual(inStyle("value", "sh", ...lines), ["--rm -p", "-d", ""]);
});

Deno.test("after a pipe, an operator or a shell word comes another program", () => {
  deepStrictEqual(inStyle("keyword", "bash", "A=1 echo a && curl -s x | grep y; if true; then ls; fi"), [
    "echo curl grep if true then ls fi",
  ]);
});

Deno.test("quoted text, variables and comments of the shell", () => {
  deepStrictEqual(inStyle("string", "sh", `echo "a \\" b" 'c' d#e # f`), [`"a \\" b" 'c'`]);
  deepStrictEqual(inStyle("comment", "sh", `echo d#e # f`), ["# f"]);
  deepStrictEqual(inStyle("value", "sh", "echo $HOME ${A:-b} $? $1"), ["$HOME ${A:-b} $? $1"]);
});

Deno.test("what one line leaves open goes on in the next", () => {
  deepStrictEqual(styles("sh", "echo 'a", "docker", "b'"), ["keyword code string", "string", "string"]);
  deepStrictEqual(styles("sh", "cat <<EOF > f", "docker $x", "EOF", "ls"), [
    "keyword code",
    "string",
    "keyword",
    "keyword",
  ]);
  deepStrictEqual(inStyle("keyword", "sh", "docker run \\", "  nginx", "ls"), ["docker run", "", "ls"]);
});

Deno.test("of a session only what is typed is coloured, prompts and output are not part of it", () => {
  const lines = ["$ docker ps", "docker: it's out", "$ docker run \\", "  web", "$ ls"];
  deepStrictEqual(styles("console", ...lines), [
    "accent keyword code",
    "plain",
    "accent keyword code",
    "code",
    "accent keyword",
  ]);
  deepStrictEqual(styles("", ...lines), styles("console", ...lines));
});

Deno.test("a Dockerfile shows its instructions and the commands in them", () => {
  const lines = [
    "# syntax=docker/dockerfile:1",
    "FROM --platform=$P debian:12 AS base",
    "RUN apt-get update && \\",
    "    # por qué",
    "    apt-get install -y curl",
    `CMD ["nginx", "-g"]`,
    "healthcheck --interval=5s CMD curl x",
    "EXPOSE 80",
  ];
  deepStrictEqual(inStyle("keyword", "dockerfile", ...lines), [
    "",
    "FROM AS",
    "RUN apt-get",
    "",
    "apt-get",
    "CMD",
    "healthcheck CMD",
    "EXPOSE",
  ]);
  deepStrictEqual(inStyle("comment", "Dockerfile", ...lines).filter((text) => text !== ""), [lines[0], lines[3]]);
  deepStrictEqual(inStyle("string", "docker", ...lines)[5], `"nginx" "-g"`);
});

Deno.test("YAML shows keys, values, texts and comments", () => {
  const lines = [
    "services:",
    `  "web": # uno`,
    "    image: nginx:1.27",
    `    ports: ["8080:80", 9090]`,
    "    a b: &x { cpus: 0.5, init: true }",
    "    command: |",
    "      key: no es clave",
    "",
    "      # ni comentario",
    "    y: *x",
  ];
  deepStrictEqual(inStyle("keyword", "yaml", ...lines), [
    "services",
    `"web"`,
    "image",
    "ports",
    "a b cpus init",
    "command",
    "",
    "",
    "",
    "y",
  ]);
  deepStrictEqual(inStyle("value", "yaml", ...lines).slice(3, 5), ["9090", "&x 0.5 true"]);
  deepStrictEqual(inStyle("string", "yml", ...lines).slice(6, 9), lines.slice(6, 9));
  deepStrictEqual(inStyle("comment", "yaml", ...lines)[1], "# uno");
  deepStrictEqual(inStyle("keyword", "json", `[{"Name": "web"}]`), [`"Name"`]);
});

Deno.test("a file's name tells its language", () => {
  const names = ["Dockerfile", "web/Dockerfile.dev", "app.dockerfile", "compose.yaml", "a/b.yml", "run.sh", "x.json"];
  deepStrictEqual(names.map(languageOf), ["dockerfile", "dockerfile", "dockerfile", "yaml", "yml", "sh", "json"]);
  deepStrictEqual(["index.html", "dockerfiles", "sh", ""].map(languageOf), ["", "", "", ""]);
});

Deno.test("languages that are not known, and none, stay plain", () => {
  deepStrictEqual(styles("text", "docker run"), ["code"]);
  deepStrictEqual(styles("", "docker run"), ["code"]);
});

Deno.test("whatever is coloured keeps every character", () => {
  const language = fc.constantFrom("sh", "console", "dockerfile", "yaml", "json", "diff", "text", "");
  const part = fc.constantFrom(
    ..."a|docker|RUN|FROM|  |$ |$|${|}|\"|'|\\|#| #|: |:|- |[|{|,|&&|<<EOF|EOF|>|=|`|1|true|日本|👩‍🚒|ñ|\u00a0|+".split(
      "|",
    ),
    "|",
  );
  const line = fc.array(part, { maxLength: 15 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(language, fc.array(line, { maxLength: 8 }), (language, lines) => {
      deepStrictEqual(highlighted(language, lines).map((line) => line.map(({ text }) => text).join("")), lines);
    }),
    { numRuns: 5000 },
  );
});
