/** What is measured must not load what it does not need: a verification that finds all well, the first picture of a quiz. */

import { deepStrictEqual as deepEqual, match, strictEqual as equal, throws } from "node:assert/strict";
import { codeOf, load } from "../../lib/screens/loaded.ts";
import { fakeDocker } from "../docker/fake_docker.ts";
import { grumete, project, type Ran } from "../e2e/grumete.ts";

/** Deno asks for permission to read what is imported under a name that is put together at run time, with all behind it. */
const needless = [
  "lib/lab/diagnosis",
  "lib/lab/fault_text.ts",
  "lib/docker/look_deeper.ts",
  "lib/docker/events.ts",
  "lib/docker/identity.ts",
  "lib/store/event_store.ts",
  "lib/store/workspace_file.ts",
  "lib/cli/lab/trust.ts",
  "lib/cli/lab/look_again.ts",
  "lib/cli/output/output_file.ts",
];

const lab = `
format: 1
id: quick
title: Quick
concepts: [container-definition]
minutes: 1
images: [busybox]
tasks:
  - id: run
    title: Run
    text: "Run \`web\` from \`busybox\`"
    explanation: It runs
    solution: [docker run -d --name web busybox sleep 600]
    checks:
      - { container: web, state: running, image: busybox }
`;

const web = (status: string) =>
  JSON.stringify([{
    Id: "a".repeat(64),
    Name: "/web",
    State: { Status: status, StartedAt: "2026-01-01T00:00:00Z" },
    Config: { Image: "busybox" },
  }]);

async function verify(status: string): Promise<Ran> {
  using docker = fakeDocker(`case "$1 $2" in "container inspect") echo '${web(status)}';; esac`);
  const folder = `${docker.folder}/quick`;
  Deno.mkdirSync(folder);
  Deno.writeTextFileSync(`${folder}/lab.yaml`, lab);
  return await grumete(["verify", folder, "--state", `${docker.folder}/state`, "--lang", "en"], {
    permissions: ["-A", `--deny-read=${needless.map((path) => `${project}/${path}`).join()}`],
    env: { PATH: `${docker.folder}:${Deno.env.get("PATH") ?? "/usr/bin:/bin"}` },
  });
}

Deno.test("a lab that passes is verified without what explains, remembers, or looks closer", async () => {
  const { code, stdout, stderr } = await verify("running");
  deepEqual([stderr, stdout.includes("lab passed")], ["", true], stdout);
  equal(code, 0);
});

Deno.test("what is needless for a lab that passes is asked for by one that does not", async () => {
  const { code, stderr } = await verify("exited");
  match(stderr, /lib\/docker\/look_deeper\.ts|lib\/lab\/diagnosis\//);
  equal(code, 3);
});

Deno.test("nothing that a verification loads at once needs a library for YAML or schemas", async () => {
  const begun = ["main.ts", "lib/cli/verbs/verify.ts", "lib/lab/judge.ts", "lib/cli/verify/lab_report_text.ts"];
  const graphs = await Promise.all(begun.map((path) => loadedWith(`${project}/${path}`)));
  const libraries = new Set(graphs.flatMap((modules) => modules.filter((name) => name.startsWith("npm:"))));
  deepEqual([...libraries].map((name) => name.replace(/@[\d.]+$/, "")).sort(), [
    "npm:@stricli/core",
    "npm:fast-string-width",
  ]);
});

Deno.test("the first picture of a quiz needs no other screen, and nothing that only labs are checked with", async () => {
  const begun = [
    "main.ts",
    "lib/cli/verbs/quiz.ts",
    "lib/content/decode.ts",
    "lib/cli/study/take_quiz.ts",
    "lib/screens/codes/quiz.ts",
    "lib/screens/codes/summary.ts",
  ];
  const graphs = await Promise.all(begun.map((path) => loadedWith(`${project}/${path}`)));
  const loaded = new Set(graphs.flat());
  const screens = /screens\/(?:home|lab|gate|prompt|review|stats|concept|charts)(?:_view|_update)?\b/;
  const labs =
    /content\/(?:decode_lab|rules\/lab|schema\/(?:lab|check|checks\/.*))\.ts|lib\/lab\/(?!runs)|study\/statistics/;
  deepEqual([...loaded].filter((path) => screens.test(path) || labs.test(path)), []);
});

Deno.test("a screen's code is loaded when it opens, and with it that of what it opens by itself", async () => {
  throws(() => codeOf("lab"), /not loaded/);
  await load("lab");
  equal(typeof codeOf("lab").start, "function");
  equal(typeof codeOf("quiz").start, "function");
  throws(() => codeOf("summary"), /not loaded/);
  for (const kind of ["home", "quiz", "review", "stats", "concept"] as const) await load(kind);
  for (const kind of ["home", "quiz", "summary", "review", "stats", "concept"] as const) {
    equal(typeof codeOf(kind).view, "function", kind);
  }
});

interface Graph {
  readonly roots: readonly string[];
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly {
      readonly code?: { readonly specifier?: string };
      readonly isDynamic?: boolean;
    }[];
  }[];
}

/** Everything that is loaded because this is, but types. */
async function loadedWith(path: string): Promise<readonly string[]> {
  const args = ["info", "--json", path];
  const { stdout } = await new Deno.Command(Deno.execPath(), { args, cwd: project, stderr: "null" }).output();
  const { roots, modules } = JSON.parse(new TextDecoder().decode(stdout)) as Graph;
  const bySpecifier = new Map(modules.map((module) => [module.specifier, module]));
  const loaded = new Set(roots);
  for (const specifier of loaded) {
    for (const { code, isDynamic } of bySpecifier.get(specifier)?.dependencies ?? []) {
      if (code?.specifier !== undefined && isDynamic !== true) loaded.add(code.specifier);
    }
  }
  return [...loaded];
}
