/** Bad input, file by file: a clear message, the documented exit code, no stack trace, nothing that steers the terminal. */

import assert from "node:assert/strict";
import { grumete, type Ran, temporaryFolder } from "./grumete.ts";

/** No stack trace, no control character but the newline. */
function civil({ stdout, stderr }: Ran): void {
  const said = stdout + stderr;
  assert.doesNotMatch(said, /^\s+at .+:\d+:\d+/m, "a stack trace");
  assert.doesNotMatch(said, /\[object|undefined|Uncaught/);
  const steering = [...said].filter((char) => char !== "\n" && /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(char));
  assert.deepEqual(steering, []);
}

const header = "format: 1\nid: bad\ntitle: { es: Malo, en: Bad }\n";
const question = `  - id: uno
    kind: truefalse
    concepts: [docker-cli]
    prompt: { es: Sí, en: "Yes" }
    explanation: { es: Sí, en: "Yes" }
    answer: true
`;

const files: Readonly<Record<string, { readonly content: string | Uint8Array<ArrayBuffer>; readonly says: RegExp }>> = {
  "an empty file": { content: "", says: /bad\.yaml/ },
  "a list": { content: "- a\n- b\n", says: /bad\.yaml:1:1/ },
  "a scalar": { content: "hello", says: /bad\.yaml:1:1/ },
  "invalid UTF-8": { content: new Uint8Array([0x66, 0xff, 0xfe, 0x00]), says: /UTF-8/ },
  "broken YAML": { content: "format: 1\nid: [bad\n", says: /bad\.yaml:\d+:\d+/ },
  "a newer format": { content: header.replace("1", "9") + `questions:\n${question}`, says: /9/ },
  "an alias bomb": {
    content: `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n`,
    says: /bad\.yaml:\d+:\d+/,
  },
  "nesting 10,000 deep": { content: "[".repeat(10_000) + "]".repeat(10_000), says: /bad\.yaml:1:\d+/ },
  "50 MB": { content: `# ${"x".repeat(50 * 1024 * 1024)}`, says: /50 MB/ },
  "terminal escapes in a text": {
    content: `${header}questions:\n${question.replace("{ es: Sí", '{ es: "\\e]0;owned\\a\\e[2J"')}`,
    says: /U\+001B/,
  },
  "a raw escape byte": {
    content: `${header}questions:\n${question.replace("es: Sí", "es: \u001b[31mSí")}`,
    says: /bad\.yaml:\d+:\d+/,
  },
  "a bidi override in an id": {
    content: `${header.replace("bad", '"b\\u202ead"')}questions:\n${question}`,
    says: /bad\.yaml:2/,
  },
};

for (const [name, { content, says }] of Object.entries(files)) {
  Deno.test(`a quiz that is ${name} is refused with exit code 4`, async () => {
    using folder = temporaryFolder();
    const path = `${folder.path}/bad.yaml`;
    if (typeof content === "string") Deno.writeTextFileSync(path, content);
    else Deno.writeFileSync(path, content);
    for (const args of [["quiz", path, "--answers", "-"], ["lint", path]]) {
      const ran = await grumete(args, { stdin: "{}" });
      assert.equal(ran.code, 4, `${args[0]}: ${ran.stdout}${ran.stderr}`);
      assert.match(ran.stdout + ran.stderr, says);
      civil(ran);
    }
  });
}

Deno.test("a missing file, a folder and an unreadable path are refused with exit code 4", async () => {
  using folder = temporaryFolder();
  for (const path of [`${folder.path}/none.yaml`, `${folder.path}/none.yaml/more.yaml`, `${folder.path}/`]) {
    const ran = await grumete(["quiz", path, "--answers", "-"], { stdin: "{}" });
    assert.equal(ran.code, 4, ran.stderr);
    civil(ran);
  }
});

Deno.test("a reference that climbs out of the content folders is no id", async () => {
  for (const reference of ["../etc/passwd", "..", "a/../../b", "quizzes/\u001b[2J.yaml"]) {
    for (const verb of ["quiz", "lab", "verify", "cleanup"]) {
      const ran = await grumete([verb, reference, ...(verb === "quiz" ? ["--answers", "-"] : [])], { stdin: "{}" });
      assert.ok([2, 4].includes(ran.code), `${verb} ${reference}: ${ran.code}`);
      civil(ran);
    }
  }
});

Deno.test("a lab with an id that climbs, a name docker refuses and a foreign host is refused, all problems at once", async () => {
  using folder = temporaryFolder();
  Deno.mkdirSync(`${folder.path}/bad`);
  Deno.writeTextFileSync(
    `${folder.path}/bad/lab.yaml`,
    `format: 1
id: ../../etc
title: Bad
concepts: [docker-cli]
minutes: 5
workspace: [../../outside]
setup: [rm -rf /]
tasks:
  - id: one
    title: One
    text: One
    explanation: One
    solution: [docker ps]
    checks:
      - container: "web; rm -rf /"
        state: running
      - http: http://example.com/
        status: 200
      - volume: datos
`,
  );
  const ran = await grumete(["lint", `${folder.path}/bad`, "--lang", "en"]);
  assert.equal(ran.code, 4);
  civil(ran);
  for (const line of [2, 6, 7, 15, 17, 19]) {
    assert.match(ran.stdout, new RegExp(`lab\\.yaml:${line}:\\d+`), `line ${line} is not reported\n${ran.stdout}`);
  }
});

Deno.test("a full disk is said, the answer is not shown as kept, and what was stored before is still there", async () => {
  using folder = temporaryFolder();
  const mount = `${folder.path}/small`;
  Deno.mkdirSync(mount);
  const { success } = await new Deno.Command("mount", { args: ["-t", "tmpfs", "-o", "size=160k", "tmpfs", mount] })
    .output();
  // Only root can make a disk that is full; where the engine is required, root runs the tests.
  if (!success && Deno.env.get("GRUMETE_ENGINE") !== "required") return;
  assert.ok(success, "the small disk could not be mounted");
  try {
    const filler = `${mount}/filler`;
    Deno.writeFileSync(filler, new Uint8Array(156 * 1024));
    const ran = await grumete(["quiz", "docker-architecture", "--plain", "--state", mount, "--lang", "en"], {
      stdin: "a\n",
    });
    assert.equal(ran.code, 3, ran.stdout + ran.stderr);
    assert.match(ran.stderr, /disk is full/);
    civil(ran);
  } finally {
    await new Deno.Command("umount", { args: [mount] }).output();
  }
});

Deno.test("a state folder that is a file is explained before the first question, with exit code 3", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(`${folder.path}/file`, "");
  const ran = await grumete(["quiz", "docker-architecture", "--plain", "--state", `${folder.path}/file`], {
    stdin: "a\n",
  });
  assert.equal(ran.code, 3, ran.stdout + ran.stderr);
  assert.equal(ran.stdout, "");
  civil(ran);
});
