/** What grumete costs before it does anything, against an empty Deno script and the YAML library alone. */

import { inTurns, project, Pty, timeOf } from "./measure.ts";

const deno = Deno.execPath();
const run = [deno, "run", "-q", "--no-prompt", "-A"];

function emptyScript(): string {
  const path = `${Deno.makeTempDirSync()}/empty.ts`;
  Deno.writeTextFileSync(path, "");
  return path;
}

/** `--help` ÷ an empty script. */
export async function startupHelp(): Promise<number> {
  const empty = emptyScript();
  const [help = NaN, nothing = NaN] = await inTurns(15, [
    () => timeOf([...run, `${project}/main.ts`, "--help"]),
    () => timeOf([...run, empty]),
  ]);
  return help / nothing;
}

/** From process start to the first question of a 50-question quiz on a terminal ÷ an empty script, both inside `script`. */
export async function firstPictureQuiz(): Promise<number> {
  const empty = emptyScript();
  const folder = Deno.makeTempDirSync();
  Deno.writeTextFileSync(`${folder}/fifty.yaml`, bank("fifty", 50));
  const command = `${run.join(" ")} ${project}/main.ts quiz ${folder}/fifty.yaml --state ${folder}/state --lang en`;
  const [picture = NaN, nothing = NaN] = await inTurns(
    15,
    [
      async () => {
        Deno.removeSync(`${folder}/state`, { recursive: true });
        const began = performance.now();
        await using pty = new Pty(command);
        await pty.until("Which statement about object");
        return performance.now() - began;
      },
      async () => {
        Deno.mkdirSync(`${folder}/state`, { recursive: true });
        const began = performance.now();
        await using pty = new Pty(`${run.join(" ")} ${empty}`);
        await pty.ended();
        return performance.now() - began;
      },
    ].toReversed(),
  ).then((medians) => medians.toReversed());
  return picture / nothing;
}

/** `lint` of 10,000 questions ÷ a script that parses the same file with the YAML library, whole processes. */
export async function lint10k(): Promise<number> {
  const folder = Deno.makeTempDirSync();
  const path = `${folder}/bank.yaml`;
  Deno.writeTextFileSync(path, bank("bank", 10_000));
  const parse = `${project}/tests/bench/parse_only.ts`;
  const [lint = NaN, parsed = NaN] = await inTurns(7, [
    () => timeOf([...run, `${project}/main.ts`, "lint", path]),
    () => timeOf([...run, parse, path]),
  ]);
  return lint / parsed;
}

/** A bank of good questions of several kinds, about 500 bytes each. */
export function bank(id: string, count: number): string {
  const questions = Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.(index) ?? "");
  return `format: 1\nid: ${id}\ntitle: { es: Banco, en: Bank }\nquestions:\n${questions.join("")}`;
}

const common = (kind: string, index: number) =>
  `  - id: question-${index}
    kind: ${kind}
    concepts: [container-definition]
    prompt:
      es: "¿Qué afirmación sobre el objeto ${index} es cierta, según la documentación del motor?"
      en: "Which statement about object ${index} is true, according to the engine's documentation?"
    explanation:
      es: "El objeto ${index} se crea a partir de una imagen y comparte el kernel del anfitrión."
      en: "Object ${index} is created from an image and shares the kernel of the host."
`;

const kinds: readonly ((index: number) => string)[] = [
  (index) =>
    `${common("choice", index)}    choices:
      - text: { es: "Comparte el kernel", en: "It shares the kernel" }
        correct: true
      - text: { es: "Trae su propio kernel", en: "It brings its own kernel" }
        feedback: { es: "Eso es una máquina virtual.", en: "That is a virtual machine." }
`,
  (index) => `${common("truefalse", index)}    answer: true\n`,
  (index) => `${common("text", index)}    accept: [kernel, núcleo]\n`,
  (index) => `${common("number", index)}    answer: ${index}\n    tolerance: 0.5\n`,
];
