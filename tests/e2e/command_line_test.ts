/** The command line as scripts use it: documents, exit codes, languages. */

import assert from "node:assert/strict";
import { grumete, temporaryFolder } from "./grumete.ts";

const quizText = `format: 1
id: mini
title: { es: Mini, en: Mini }
questions:
  - id: kernel
    kind: choice
    concepts: [container-shares-host-kernel]
    prompt: { es: "¿De quién es el kernel?", en: "Whose kernel is it?" }
    explanation: { es: "Del anfitrión.", en: "The host's." }
    choices:
      - text: { es: "Del anfitrión", en: "The host's" }
        correct: true
      - text: { es: "Del contenedor", en: "The container's" }
  - id: listar
    kind: command
    concepts: [docker-cli]
    points: 3
    prompt: { es: "Lista todos los contenedores", en: "List all containers" }
    explanation: { es: "-a también los parados.", en: "-a stopped ones too." }
    accept: [docker ps -a]
`;

function withQuiz(work: (path: string, folder: string) => Promise<void>): () => Promise<void> {
  return async () => {
    using folder = temporaryFolder();
    Deno.writeTextFileSync(`${folder.path}/mini.yaml`, quizText);
    await work(`${folder.path}/mini.yaml`, folder.path);
  };
}

Deno.test("list --json has the documented fields and nothing else on standard output", async () => {
  const { code, stdout } = await grumete(["list", "--json"]);
  assert.equal(code, 0);
  const { quizzes, labs } = JSON.parse(stdout);
  assert.ok(quizzes.length >= 3 && labs.length >= 3);
  assert.deepEqual(Object.keys(quizzes[0]), ["id", "title", "questions", "concepts", "path"]);
  assert.deepEqual(Object.keys(labs[0]), ["id", "title", "tasks", "points", "concepts", "path"]);
});

Deno.test(
  "quiz --answers grades by meaning, and the exit code says whether it passed",
  withQuiz(async (path) => {
    const all = await grumete(["quiz", path, "--answers", "-", "--json", "--seed", "5"], {
      stdin: "kernel: a\nlistar: docker container ls --all\n",
    });
    assert.equal(all.code, 0, all.stderr);
    const document = JSON.parse(all.stdout);
    assert.deepEqual(Object.keys(document), ["quiz", "seed", "score", "max", "questions"]);
    assert.deepEqual([document.quiz, document.seed, document.score, document.max], ["mini", 5, 4, 4]);
    const half = await grumete(["quiz", path, "--answers", "-", "--json"], { stdin: '{"kernel": "a"}' });
    assert.equal(half.code, 1);
    assert.deepEqual(JSON.parse(half.stdout).questions.map(({ status }: { status: string }) => status).sort(), [
      "correct",
      "skipped",
    ]);
    const lenient = await grumete(["quiz", path, "--answers", "-", "--pass", "0.25"], { stdin: "kernel: a" });
    assert.equal(lenient.code, 0, lenient.stdout);
  }),
);

Deno.test(
  "answers that cannot be read are all reported, with exit code 4",
  withQuiz(async (path) => {
    const { code, stderr } = await grumete(["quiz", path, "--answers", "-", "--lang", "en"], {
      stdin: "kernel: z\nlister: docker ps\n",
    });
    assert.equal(code, 4);
    assert.match(stderr, /kernel/);
    assert.match(stderr, /lister.*did you mean.*listar/);
  }),
);

Deno.test(
  "the same seed gives the same order, another seed another one",
  withQuiz(async (path) => {
    const order = async (seed: string) => {
      const { stdout } = await grumete(["quiz", path, "--answers", "-", "--json", "--seed", seed], { stdin: "{}" });
      return JSON.parse(stdout).questions.map(({ id }: { id: string }) => id).join();
    };
    const orders = new Set(await Promise.all(["1", "2", "3", "4", "5", "6"].map(order)));
    assert.equal(orders.size, 2);
    assert.equal(await order("1"), await order("1"));
  }),
);

Deno.test("--help teaches in Spanish by default and in English when asked", async () => {
  const es = await grumete(["--help"], { env: { LC_ALL: "", LC_MESSAGES: "", LANG: "" } });
  const en = await grumete(["--help", "--lang", "en"]);
  assert.equal(es.code, 0);
  assert.match(es.stdout, /Códigos de salida/);
  assert.match(en.stdout, /Exit codes/);
  assert.match((await grumete(["--help"], { env: { LC_ALL: "en_GB.UTF-8" } })).stdout, /Exit codes/);
});

Deno.test("what is not understood is said with a suggestion and exit code 2", async () => {
  const verb = await grumete(["quizz", "--lang", "en"]);
  assert.equal(verb.code, 2);
  assert.match(verb.stderr, /did you mean quiz\?/);
  const flag = await grumete(["list", "--jsn"]);
  assert.equal(flag.code, 2);
  assert.match(flag.stderr, /--jsn.*--json/);
  const kind = await grumete(["quiz", "docker-architecture", "--kind", "chioce"]);
  assert.equal(kind.code, 2);
  assert.match(kind.stderr, /choice/);
  const id = await grumete(["quiz", "no-such-quiz"]);
  assert.equal(id.code, 2);
  assert.match(id.stderr, /grumete list/);
});

Deno.test("--version says the version and nothing else", async () => {
  const { code, stdout } = await grumete(["--version", "--lang", "en"]);
  assert.equal(code, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

Deno.test("without a terminal and without a verb the help is shown", async () => {
  const { code, stdout } = await grumete([]);
  assert.equal(code, 0);
  assert.match(stdout, /grumete quiz/);
});

Deno.test("the narrow flags of the task are enough for list, lint, schema and a graded quiz", async () => {
  using folder = temporaryFolder();
  const { tasks } = JSON.parse(Deno.readTextFileSync(new URL("../../deno.json", import.meta.url)));
  const flags = String(tasks.start.command).replaceAll("$HOME", folder.path).replaceAll("$INIT_CWD", folder.path)
    .replaceAll("$XDG_STATE_HOME", folder.path).split(" ").filter((word) => word.startsWith("--"));
  for (
    const args of [["list"], ["lint"], ["schema", "quiz"], [
      "quiz",
      "docker-architecture",
      "--answers",
      "-",
      "--pass",
      "0",
    ]]
  ) {
    const { code, stderr } = await grumete(args, { permissions: flags, stdin: "{}", env: { HOME: folder.path } });
    assert.equal(code, 0, `${args.join(" ")}: ${stderr}`);
  }
});

Deno.test("a value that cannot be used is refused with the reason, in both languages", async () => {
  const es = await grumete(["quiz", "docker-architecture", "--pass", "2", "--lang", "es"]);
  assert.equal(es.code, 2);
  assert.match(es.stderr, /"2" como --pass: debe estar entre 0 y 1/);
  const en = await grumete(["quiz", "docker-architecture", "--seed", "x", "--lang", "en"]);
  assert.match(en.stderr, /"x" as --seed: it must be a whole number/);
});

Deno.test("what is far from every known word gets no suggestion, what is near gets one", async () => {
  const [far, flag, near] = await Promise.all([
    grumete(["frob", "--lang", "en"]),
    grumete(["list", "--frob", "--lang", "en"]),
    grumete(["quiz", "docker-architectura", "--lang", "en"]),
  ]);
  assert.doesNotMatch(far.stderr + flag.stderr, /did you mean/);
  assert.match(near.stderr, /Did you mean grumete quiz docker-architecture\?/);
});

Deno.test("a report that cannot be written is told in the language asked for", async () => {
  using folder = temporaryFolder();
  const { code, stderr } = await grumete([
    ...["verify", "first-container", "--out", `${folder.path}/no/report`],
    ...["--state", folder.path, "--lang", "es"],
  ], { env: { DOCKER_HOST: "unix:///nowhere.sock" } });
  assert.equal(code, 2);
  assert.match(stderr, /no existe esa carpeta/);
  assert.doesNotMatch(stderr, /os error/);
});

Deno.test("a starter file that a lab names and does not bring is found by lint", async () => {
  using folder = temporaryFolder();
  Deno.mkdirSync(`${folder.path}/mio`);
  Deno.writeTextFileSync(
    `${folder.path}/mio/lab.yaml`,
    `format: 1
id: mio
title: Mio
concepts: [docker-cli]
minutes: 5
workspace: [notas.txt]
tasks:
  - id: a
    title: A
    text: "Crea \`zeta\`"
    checks: [{ volume: zeta, exists: true }]
    explanation: Listo.
    solution: [docker volume create zeta]
`,
  );
  const lacking = await grumete(["lint", `${folder.path}/mio`, "--lang", "en"]);
  assert.equal(lacking.code, 4);
  assert.match(lacking.stdout, /lab\.yaml:6:13 .*\n.*workspace\/notas\.txt/);
  Deno.mkdirSync(`${folder.path}/mio/workspace`);
  Deno.writeTextFileSync(`${folder.path}/mio/workspace/notas.txt`, "");
  assert.equal((await grumete(["lint", `${folder.path}/mio`])).code, 0);
});
